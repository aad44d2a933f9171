package dev.taizhang.verification;

import dev.taizhang.tables.Agreement;
import java.util.HashMap;
import java.util.Map;

/** By how much the two tallies of an agreement differ so far, sum by sum. */
final class Balance {

  private final Agreement agreement;
  private final Map<Key, long[]> differences = new HashMap<>();
  private boolean isUnclear;

  Balance(Agreement agreement) {
    this.agreement = agreement;
  }

  /**
   * Adds a row's numbers.
   *
   * @param isFirst whether it is one of the first tally
   */
  synchronized void add(Key key, long[] counts, boolean isFirst) {
    long[] difference = differences.computeIfAbsent(key, one -> new long[counts.length + 2]);
    for (int i = 0; i < counts.length; i++) {
      difference[i] =
          isFirst
              ? Math.addExact(difference[i], counts[i])
              : Math.subtractExact(difference[i], counts[i]);
    }
    difference[isFirst ? counts.length : counts.length + 1] = 1;
  }

  /** Notes that a row has no key or number, so that adding does not show what is to be shown. */
  synchronized void leaveOpen() {
    isUnclear = true;
  }

  /** Whether all sums of both are the same. */
  synchronized boolean isEven() {
    return !isUnclear && differences.values().stream().allMatch(this::isEven);
  }

  private boolean isEven(long[] difference) {
    int counts = difference.length - 2;
    for (int i = 0; i < counts; i++) {
      if (difference[i] != 0) {
        return false;
      }
    }
    return !agreement.bothThere() || difference[counts] == difference[counts + 1];
  }
}
