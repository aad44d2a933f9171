/** Files of characters: their bytes, their encoding, and the rows of those that are tables. */
package dev.taizhang.landing.text;
