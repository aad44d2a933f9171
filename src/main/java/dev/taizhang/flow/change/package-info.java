/** What changed, and so what is made anew. */
package dev.taizhang.flow.change;
