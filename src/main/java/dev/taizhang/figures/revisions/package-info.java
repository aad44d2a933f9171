/** What a run moved: {@code marts.revisions}. Java only, from the tables before and after it. */
package dev.taizhang.figures.revisions;
