package dev.taizhang.figures.rates;

import dev.taizhang.reference.OutcomeComponent;

/** The counts that a figure is made of, in the order in which they stand in {@link CutCounts}. */
enum Count {
  CONTRACT(0),
  OTHER_EMPLOYMENT(1),
  SELF_EMPLOYED(2),
  FREELANCE(3),
  DOMESTIC_STUDY(4),
  ABROAD(5),
  AWAITING(6),
  NOT_SEEKING(7),
  OUTCOME_UNKNOWN(8),
  STALE_GRADUATES(9);

  private final int position;

  Count(int position) {
    this.position = position;
  }

  /** Where it stands among the counts of a cut. */
  int position() {
    return position;
  }

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
    for (int i = 0; i <= last.position; i++) {
      sum += counts[from + i];
    }
    return sum;
  }
}
