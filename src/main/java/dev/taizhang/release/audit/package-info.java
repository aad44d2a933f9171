/** Attacks a release with what it and those before it say, and records what that came to. */
package dev.taizhang.release.audit;
