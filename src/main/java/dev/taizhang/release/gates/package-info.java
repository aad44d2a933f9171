/** What stops a release, and what to do about it. */
package dev.taizhang.release.gates;
