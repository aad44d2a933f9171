package dev.taizhang.synthetic;

import dev.taizhang.reference.Outcome;

/**
 * What becomes of a graduate, day by day.
 *
 * @param entersOn first day in the ledger
 * @param leavesOn first day no longer in it
 * @param placedOn day of placement
 * @param placed the outcome from then on
 * @param upgradedOn day from which an agreement has become a labour contract
 * @param withdrawnOn day on which the offer falls through (解约)
 * @param placedAgainOn day of the placement after that
 * @param placedAgain the outcome from then on
 * @param unplaced the outcome while there is none
 * @param silence from 0 to 1: the university leaves the outcome blank while the season's share of
 *     blanks is above it
 * @param tagDroppedOn day from which the university, since there is a placement, no longer says
 *     that placing the graduate is difficult
 */
record Career(
    int entersOn,
    int leavesOn,
    int placedOn,
    Outcome placed,
    int upgradedOn,
    int withdrawnOn,
    int placedAgainOn,
    Outcome placedAgain,
    Outcome unplaced,
    double silence,
    int tagDroppedOn) {

  /** Whether the graduate is in the ledger. */
  boolean isPresent(int day) {
    return day >= entersOn && day < leavesOn;
  }

  /** The outcome on a day; null where it is left blank. */
  Outcome outcome(int day, Season season) {
    if (day >= placedAgainOn) {
      return placedAgain;
    }
    if (day >= withdrawnOn) {
      return Outcome.AWAITING_EMPLOYMENT;
    }
    if (day >= placedOn) {
      return day >= upgradedOn ? Outcome.LABOUR_CONTRACT : placed;
    }
    return silence < season.blankShare(day) ? null : unplaced;
  }

  /** Whether the outcome of a day is no placement. */
  boolean isUnplaced(int day, Season season) {
    Outcome outcome = outcome(day, season);
    return outcome == null || !outcome.component().placed();
  }

  /** The day of the placement that comes; only for those who are unplaced on the day. */
  int nextPlacement(int day) {
    return day < placedOn ? placedOn : placedAgainOn;
  }

  /** The day of the placement that holds; only for those who are placed on the day. */
  int placementDay(int day) {
    return day >= placedAgainOn ? placedAgainOn : placedOn;
  }
}
