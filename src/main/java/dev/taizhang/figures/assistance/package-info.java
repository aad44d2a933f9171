/**
 * Whom help reaches, and what follows: {@code marts.assistance_coverage} and its like. Java only,
 * from a graduate's intervals and measures to finished rows, with the checks of the tables.
 */
package dev.taizhang.figures.assistance;
