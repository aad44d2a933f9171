/** One file looked at without writing; it is read as intake reads. */
package dev.taizhang.inspection;
