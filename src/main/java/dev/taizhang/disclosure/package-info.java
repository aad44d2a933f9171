/**
 * Disclosure control: which figures of a cohort are withheld so that what is shown gives nobody
 * away. Plain Java, from counts to verdicts.
 */
package dev.taizhang.disclosure;
