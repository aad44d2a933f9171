/** The figures: cells, as-of dates, cuts and rates. Pure: Datasets in, Dataset out. */
package dev.taizhang.marts;
