package dev.taizhang.disclosure;

/**
 * How many counts must stay possible for what is withheld.
 *
 * @param integers of a group of n people this many, or n + 1 if that is less
 * @param wholeUpTo for a group of up to so many people nobody and everybody must be among them
 */
record Width(long integers, long wholeUpTo) {

  static final Width DEFAULT = new Width(10, 9);

  Width {
    if (integers < 2) {
      throw new IllegalArgumentException("One possible count is the count itself");
    }
  }

  boolean isWhole(long graduates) {
    return graduates <= wholeUpTo;
  }

  /** Distance of the smallest and the largest of the counts, where only so much is open. */
  long span(long open) {
    return Math.min(integers - 1, open);
  }
}
