/**
 * What all readers of files stand on: what a file may be at most, why it is not taken in, where in
 * it what is to be found, and its rows with their cells, one after another.
 */
package dev.taizhang.landing.rows;
