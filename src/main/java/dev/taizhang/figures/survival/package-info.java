/**
 * How long it takes until graduates are placed: of everybody since 1 January, and of those unplaced
 * on the graduation day since then.
 */
package dev.taizhang.figures.survival;
