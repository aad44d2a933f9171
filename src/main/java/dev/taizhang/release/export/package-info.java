/** A release as open data: files that need no program to be read. */
package dev.taizhang.release.export;
