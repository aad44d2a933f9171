/**
 * Additive counts of graduates, and the way from them to figures: Spark reads and moves the counts,
 * plain Java adds them up in its tasks.
 */
package dev.taizhang.cells;
