package dev.taizhang.conform;

import java.util.Arrays;

/** Numbers from 0 for groups of equal items, which are numbers themselves; without objects. */
final class Groups {

  private static final int NONE = -1;

  /** Whether two items are of one group. */
  @FunctionalInterface
  interface Equality {
    boolean areEqual(int one, int other);
  }

  private final Equality equality;
  private final int[] groups;
  // Open addressing: one more than the first item of a group, at the place of its hash or after it.
  private final int[] firsts;
  private int count;

  /**
   * No group yet.
   *
   * @param items how many items there are
   */
  Groups(int items, Equality equality) {
    this.equality = equality;
    this.groups = new int[items];
    this.firsts = new int[Integer.highestOneBit(Math.max(1, items)) * 4];
    Arrays.fill(groups, NONE);
  }

  /** Takes an item, with a hash that equal items have in common. */
  void add(int item, long hash) {
    int slot = Long.hashCode(hash * 0x9E3779B97F4A7C15L) & (firsts.length - 1);
    while (firsts[slot] != 0 && !equality.areEqual(item, firsts[slot] - 1)) {
      slot = (slot + 1) & (firsts.length - 1);
    }
    if (firsts[slot] == 0) {
      firsts[slot] = item + 1;
      groups[item] = count++;
    } else {
      groups[item] = groups[firsts[slot] - 1];
    }
  }

  /** The group of an item; negative where it was not taken. */
  int of(int item) {
    return groups[item];
  }

  /** How many groups there are. */
  int count() {
    return count;
  }
}
