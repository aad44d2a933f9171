/** The register of submissions, and how files become entries: each read once, by one task. */
package dev.taizhang.intake;
