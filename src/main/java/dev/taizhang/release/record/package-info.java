/** Releases as they are recorded: made, approved, withdrawn, listed. */
package dev.taizhang.release.record;
