package dev.taizhang.figures.courses;

import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What a graduate's outcome counts as on a day; the placed ones are told apart by cause. */
public enum State {
  /** Placed in employment of any kind, own business and freelance work among them. */
  EMPLOYMENT,
  /** Placed in further study in the country. */
  DOMESTIC_STUDY,
  /** Placed by leaving the country on one's own (出国、出境). */
  ABROAD,
  AWAITING,
  NOT_SEEKING,
  OUTCOME_UNKNOWN,
  /** Not a graduate of this cohort. */
  OUTSIDE,
  /** Not in the ledger. */
  ABSENT;

  private static final Map<String, State> OF_OUTCOMES =
      Arrays.stream(Outcome.values())
          .collect(Collectors.toUnmodifiableMap(Outcome::code, one -> of(one.component())));

  private static State of(OutcomeComponent component) {
    return switch (component) {
      case CONTRACT, OTHER_EMPLOYMENT, SELF_EMPLOYED, FREELANCE -> EMPLOYMENT;
      case DOMESTIC_STUDY -> DOMESTIC_STUDY;
      case ABROAD -> ABROAD;
      case AWAITING -> AWAITING;
      case NOT_SEEKING -> NOT_SEEKING;
      case OUTSIDE -> OUTSIDE;
    };
  }

  /**
   * What an outcome counts as.
   *
   * @param outcomeCode null where the outcome is not known
   */
  public static State of(String outcomeCode) {
    return outcomeCode == null
        ? OUTCOME_UNKNOWN
        : OF_OUTCOMES.getOrDefault(outcomeCode, EMPLOYMENT);
  }

  /** Whether the state is in the numerator of the placement rate. */
  public boolean isPlaced() {
    return ordinal() <= ABROAD.ordinal();
  }

  /** Whether the state is in the denominator of the placement rate and not in its numerator. */
  public boolean isUnplaced() {
    return !isPlaced() && ordinal() < OUTSIDE.ordinal();
  }
}
