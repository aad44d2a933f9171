/**
 * How far hardship groups are behind those without hardship, and what that comes from: groups are
 * compared by their baseline tags, within strata of those who study the same.
 */
package dev.taizhang.figures.gaps;
