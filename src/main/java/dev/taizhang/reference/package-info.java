/** Code lists as typed values, read from {@code data/reference} and the analyst's own additions. */
package dev.taizhang.reference;
