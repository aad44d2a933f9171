/**
 * Who is helped and still unplaced: the campaign for those unplaced on 1 July, month by month, and
 * the graduates of the last two years, with the date of the last word on them.
 */
package dev.taizhang.figures.campaign;
