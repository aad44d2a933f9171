package dev.taizhang.statistics;

/**
 * Newcombe's hybrid score interval of the difference of two independent proportions at 95 % (his
 * method 10), made of the {@link Wilson} limits of each.
 *
 * @see <a
 *     href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I">
 *     Newcombe 1998, Statistics in Medicine 17:873-890</a>
 */
public final class Newcombe {

  private Newcombe() {}

  /**
   * The interval of {@code successes/trials - referenceSuccesses/referenceTrials}.
   *
   * @throws IllegalArgumentException when one of the pairs is no proportion
   */
  public static Interval interval(
      long successes, long trials, long referenceSuccesses, long referenceTrials) {
    Interval own = Wilson.interval(successes, trials);
    Interval reference = Wilson.interval(referenceSuccesses, referenceTrials);
    double rate = (double) successes / trials;
    double referenceRate = (double) referenceSuccesses / referenceTrials;
    double difference = rate - referenceRate;
    return new Interval(
        difference - distance(rate - own.low(), reference.high() - referenceRate),
        difference + distance(own.high() - rate, referenceRate - reference.low()));
  }

  /**
   * Rounded step by step, and not once as {@link Math#hypot} does: published figures stay as is.
   */
  private static double distance(double one, double other) {
    return Math.sqrt(one * one + other * other);
  }
}
