package dev.taizhang.statistics;

/**
 * A group and those that it is compared with, among people who have everything else in common.
 *
 * @param successes of the group, 0 to {@code trials}
 * @param trials how many the group has, at least 0
 * @param referenceSuccesses of the others, 0 to {@code referenceTrials}
 * @param referenceTrials how many others there are, at least 0
 */
public record Stratum(long successes, long trials, long referenceSuccesses, long referenceTrials) {

  public Stratum {
    if (successes < 0
        || successes > trials
        || referenceSuccesses < 0
        || referenceSuccesses > referenceTrials) {
      throw new IllegalArgumentException(
          "Not two proportions: %d of %d and %d of %d"
              .formatted(successes, trials, referenceSuccesses, referenceTrials));
    }
  }

  /** Whether it has somebody of both. */
  public boolean hasBoth() {
    return trials > 0 && referenceTrials > 0;
  }

  /** The people of both. */
  public Stratum plus(Stratum other) {
    return new Stratum(
        successes + other.successes,
        trials + other.trials,
        referenceSuccesses + other.referenceSuccesses,
        referenceTrials + other.referenceTrials);
  }

  /** The group and the others together. */
  long everybody() {
    return trials + referenceTrials;
  }

  /** The share of successes of the group; it must have somebody. */
  double rate() {
    return (double) successes / trials;
  }

  /** The share of successes of the others; there must be somebody. */
  double referenceRate() {
    return (double) referenceSuccesses / referenceTrials;
  }
}
