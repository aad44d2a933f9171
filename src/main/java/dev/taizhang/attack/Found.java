package dev.taizhang.attack;

import java.util.BitSet;

/**
 * What was found out of a sum, over all blocks that it reaches into.
 *
 * @param lowest the least that is possible
 * @param highest the greatest that is possible
 * @param feasible how many values are possible
 * @param checked how this was found out
 */
record Found(long lowest, long highest, long feasible, Checked checked) {

  /** A sum that is known. */
  static Found known(long value) {
    return new Found(value, value, 1, Checked.EVERY);
  }

  /** A sum that can have each value between two. */
  static Found between(long lowest, long highest) {
    return new Found(lowest, highest, highest - lowest + 1, Checked.EVERY);
  }

  /** What is left when both are true. */
  Found and(Found other) {
    return between(Math.max(lowest, other.lowest), Math.min(highest, other.highest));
  }

  /** The same, known to reach just so far. */
  Found attained() {
    return new Found(
        lowest, highest, feasible, checked == Checked.ATTAINED ? Checked.ENDS : checked);
  }

  /** The same, where nobody knows how much further it reaches. */
  Found undecided() {
    return new Found(lowest, highest, feasible, Checked.UNDECIDED);
  }

  /** The same, known to reach no further. */
  Found bounded() {
    return new Found(lowest, highest, feasible, Checked.BOUNDED);
  }

  /** What is known of the sum of two sums in blocks that have nothing to do with each other. */
  static BitSet sums(BitSet one, BitSet other) {
    BitSet sums = new BitSet();
    for (int low = one.nextSetBit(0); low >= 0; low = one.nextSetBit(low + 1)) {
      for (int high = other.nextSetBit(0); high >= 0; high = other.nextSetBit(high + 1)) {
        sums.set(low + high);
      }
    }
    return sums;
  }
}
