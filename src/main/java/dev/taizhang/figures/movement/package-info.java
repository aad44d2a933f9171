/** How graduates move: {@code marts.transitions}. Java only, from counts to finished rows. */
package dev.taizhang.figures.movement;
