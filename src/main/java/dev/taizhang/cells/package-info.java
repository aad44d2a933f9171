/** States over time to additive counts: how many graduates were in which state on a date. */
package dev.taizhang.cells;
