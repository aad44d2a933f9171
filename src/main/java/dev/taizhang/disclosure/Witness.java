package dev.taizhang.disclosure;

import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Another cohort that looks the same: how many more of some people would be placed in it, so that
 * everything shown and everything known stays as it is.
 *
 * @param moves how many more of the people with an index are placed, never 0
 * @param changes what that makes of sums, by index, never 0
 * @param universities indices of the universities whose people it moves
 */
record Witness(
    SortedMap<Integer, Long> moves,
    SortedMap<Integer, Long> changes,
    SortedSet<Integer> universities) {

  /** How much more, or, below 0, less a sum would be. */
  long changeOf(Sum sum) {
    return changes.getOrDefault(sum.index, 0L);
  }
}
