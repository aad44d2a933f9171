/**
 * An attacker: a small program of its own that knows only what is published and what may be known
 * from elsewhere, not how it was protected. What one of its unknowns is, is said here a second
 * time, apart from the code that protects, so that neither can hide a mistake of the other.
 *
 * <p>What a slice says of graduates whom nothing published tells apart is an unknown; every figure
 * is a sum of unknowns. {@link dev.taizhang.attack.Attack} asks how low and how high each withheld
 * sum can be.
 */
package dev.taizhang.attack;
