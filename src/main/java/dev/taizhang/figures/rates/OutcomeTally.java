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

  private static final int OUTSIDE = -1;

  /** For each outcome the position of the count that it is part of. */
  private static final int[] COUNTED_AS =
      Arrays.stream(Outcome.values()).mapToInt(OutcomeTally::countedAs).toArray();

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

  private static int countedAs(Outcome outcome) {
    return outcome.component() == OutcomeComponent.OUTSIDE
        ? OUTSIDE
        : Count.of(outcome.component()).position();
  }

  /** The count of each outcome. */
  long[] byOutcome() {
    return byOutcome.clone();
  }

  /** The denominator: everybody but outcome 65. */
  public long graduates() {
    return Count.graduates(counts(), 0);
  }

  /** The numerator: graduates with a placed outcome. */
  public long placed() {
    return Count.placed(counts(), 0);
  }

  /** The counts of a figure, in the order of {@link Count}; none is stale. */
  long[] counts() {
    long[] counts = new long[Count.values().length];
    for (int i = 0; i < UNKNOWN; i++) {
      if (COUNTED_AS[i] != OUTSIDE) {
        counts[COUNTED_AS[i]] += byOutcome[i];
      }
    }
    counts[Count.OUTCOME_UNKNOWN.position()] = byOutcome[UNKNOWN];
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
