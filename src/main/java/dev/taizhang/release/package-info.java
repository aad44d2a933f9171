/** Editions: which figures may be seen, and by whom; tables of the warehouse become values. */
package dev.taizhang.release;
