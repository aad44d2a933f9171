/**
 * Files in: which there are, what a first look at them tells (format, header, columns), and their
 * rows as Spark takes them. How files of a kind are read is known to the rooms within.
 */
package dev.taizhang.landing;
