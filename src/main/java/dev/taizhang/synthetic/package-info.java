/** Invented provinces, with the truth that the pipeline must find in them. */
package dev.taizhang.synthetic;
