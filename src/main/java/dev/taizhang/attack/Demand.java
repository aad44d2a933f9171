package dev.taizhang.attack;

import java.util.OptionalLong;

/** What must be left of each attacked figure. */
final class Demand {

  private final Reading reading;
  private final Requirement requirement;
  private final Baseline baseline;

  Demand(Reading reading, Requirement requirement, Baseline baseline) {
    this.reading = reading;
    this.requirement = requirement;
    this.baseline = baseline;
  }

  /**
   * Whether what was found is enough. It is compared with what its own parts leave of a figure only
   * where it would be too little were nothing known at all, and first as that is asked in no time.
   */
  boolean isMet(int attacked, Found found) {
    return isMetEasily(attacked, found) || isMet(attacked, found, baseline.exactly(attacked));
  }

  /** The same, without asking what takes long. */
  boolean isMetEasily(int attacked, Found found) {
    return isMetWhateverIsKnown(attacked, found)
        || isMet(attacked, found, baseline.atMost(attacked));
  }

  /** Whether it were enough were nothing known at all. */
  boolean isMetWhateverIsKnown(int attacked, Found found) {
    return isMet(attacked, found, Found.between(0, reading.size(attacked)));
  }

  private boolean isMet(int attacked, Found found, Found before) {
    // A rounded figure says its own interval; what must be left is what it says.
    PublishedFigure figure = reading.attacked(attacked);
    long own = figure.isRounded() ? reading.insiders(attacked) : 0;
    long least = Math.max(before.lowest(), said(figure.lowestPlaced(), own, before.lowest()));
    long most = Math.min(before.highest(), said(figure.highestPlaced(), own, before.highest()));
    long counts = Math.min(before.feasible(), most - least + 1);
    return requirement.isMet(
        found.lowest(), found.highest(), found.feasible(), least, most, counts);
  }

  private static long said(OptionalLong said, long insiders, long otherwise) {
    return said.isPresent() ? said.getAsLong() - insiders : otherwise;
  }
}
