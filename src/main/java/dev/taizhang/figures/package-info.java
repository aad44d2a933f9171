/**
 * How counts become figures: one room per question, from counts to finished rows, in plain Java.
 * What several questions share stands here: hardship groups and the words beside figures.
 */
package dev.taizhang.figures;
