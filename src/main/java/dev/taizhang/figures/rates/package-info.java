/** Placement rates: cells are added up to cuts, and cuts become rates with their names. */
package dev.taizhang.figures.rates;
