/** How universities report: {@code marts.reporting}. Java only, from records to finished rows. */
package dev.taizhang.figures.reporting;
