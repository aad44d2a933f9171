package dev.taizhang.figures.rates;

import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
import java.util.Arrays;

/**
 * How many graduates of a cell have which outcome, and how old the word of some of them is.
 *
 * <p>Counts of outcomes stand in the order of {@link Outcome}, with the unknown ones at the end, as
 * the columns of the cells do.
 */
public final class OutcomeTally {

  /** How many counts there are. */
  public static final int OUTCOMES = Outcome.values().length + 1;

  /** Where the unknown outcomes stand. */
  static final int UNKNOWN = Outcome.values().length;

  private static final Outcome[] LISTED = Outcome.values();

  private final long[] byOutcome;
  private final int[] carriedDays;

  /**
   * The counts of one cell.
   *
   * @param byOutcome a count per outcome, and that of the unknown ones
   * @param carriedDays for each graduate whom the slice names in no row that counts, the days from
   *     the last row that did to the slice
   */
  public OutcomeTally(long[] byOutcome, int[] carriedDays) {
    if (byOutcome.length != OUTCOMES) {
      throw new IllegalArgumentException(
          "A cell has " + OUTCOMES + " counts, not " + byOutcome.length);
    }
    this.byOutcome = byOutcome.clone();
    this.carriedDays = carriedDays.clone();
  }

  /** The count of each outcome. */
  long[] byOutcome() {
    return byOutcome.clone();
  }

  /** The counts of a figure, in the order of {@link Count}; none is stale. */
  long[] counts() {
    long[] counts = new long[Count.values().length];
    for (int i = 0; i < LISTED.length; i++) {
      if (LISTED[i].component() != OutcomeComponent.OUTSIDE) {
        counts[Count.of(LISTED[i].component()).ordinal()] += byOutcome[i];
      }
    }
    counts[Count.OUTCOME_UNKNOWN.ordinal()] = byOutcome[UNKNOWN];
    return counts;
  }

  /**
   * The graduates whose last row that counts is too old.
   *
   * @param counts what {@link #counts} gives
   * @param ageDays age of the slice
   * @param staleAfterDays from how many days on
   */
  long stale(long[] counts, int ageDays, int staleAfterDays) {
    if (ageDays > staleAfterDays) {
      return Count.graduates(counts, 0);
    }
    return Arrays.stream(carriedDays).filter(days -> days + ageDays > staleAfterDays).count();
  }
}
