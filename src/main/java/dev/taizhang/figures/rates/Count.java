package dev.taizhang.figures.rates;

import dev.taizhang.reference.OutcomeComponent;

/** The counts that a figure is made of, in the order in which they stand in {@link CutCounts}. */
enum Count {
  CONTRACT,
  OTHER_EMPLOYMENT,
  SELF_EMPLOYED,
  FREELANCE,
  DOMESTIC_STUDY,
  ABROAD,
  AWAITING,
  NOT_SEEKING,
  OUTCOME_UNKNOWN,
  STALE_GRADUATES;

  /** The count of a component of graduates. */
  static Count of(OutcomeComponent component) {
    return valueOf(component.name());
  }

  /**
   * Placed graduates: the sum of the six placed components.
   *
   * @param counts in the order of these values
   * @param from where they begin
   */
  static long placed(long[] counts, int from) {
    return sum(counts, from, ABROAD);
  }

  /** The denominator: placed, awaiting, not seeking and unknown. Outcome 65 is outside. */
  static long graduates(long[] counts, int from) {
    return sum(counts, from, OUTCOME_UNKNOWN);
  }

  private static long sum(long[] counts, int from, Count last) {
    long sum = 0;
    for (int i = 0; i <= last.ordinal(); i++) {
      sum += counts[from + i];
    }
    return sum;
  }
}
