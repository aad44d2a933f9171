package dev.taizhang.cells;

import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many graduates of a cell have which outcome; two of them add up to one. */
final class Cell {

  /** Counts in the order of the columns: by outcome, and then the unknown ones. */
  private static final int COUNTS = Outcome.values().length + 1;

  private static final Map<String, Outcome> OUTCOMES = outcomes();

  private final long[] counts = new long[COUNTS];
  private final List<Integer> carriedDays = new ArrayList<>(0);

  private static Map<String, Outcome> outcomes() {
    Map<String, Outcome> outcomes = new HashMap<>();
    Arrays.stream(Outcome.values()).forEach(outcome -> outcomes.put(outcome.code(), outcome));
    return outcomes;
  }

  /**
   * Counts a graduate.
   *
   * @param outcomeCode null where it is unknown
   * @param days how old the state is where the slice names the graduate in no row that counts; 0
   *     where it does
   */
  void count(String outcomeCode, int days) {
    Outcome outcome = OUTCOMES.get(outcomeCode);
    if (outcomeCode == null) {
      counts[COUNTS - 1]++;
    } else if (outcome != null) {
      counts[outcome.ordinal()]++;
    }
    boolean isInDenominator = outcome == null || outcome.component() != OutcomeComponent.OUTSIDE;
    if (isInDenominator && days > 0) {
      carriedDays.add(days);
    }
  }

  /** Adds what was counted elsewhere. */
  void add(long[] otherCounts, List<Integer> otherDays) {
    for (int column = 0; column < COUNTS; column++) {
      counts[column] += otherCounts[column];
    }
    carriedDays.addAll(otherDays);
  }

  /** The counts in the order of the columns. */
  long[] counts() {
    return counts.clone();
  }

  /** The ages of states that are carried forward, sorted. */
  List<Integer> carriedDays() {
    Collections.sort(carriedDays);
    return List.copyOf(carriedDays);
  }
}
