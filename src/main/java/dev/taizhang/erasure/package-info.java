/** Removes people by law. */
package dev.taizhang.erasure;
