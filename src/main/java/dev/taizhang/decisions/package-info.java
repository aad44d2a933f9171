/** Recorded decisions: accept, retract, lock. */
package dev.taizhang.decisions;
