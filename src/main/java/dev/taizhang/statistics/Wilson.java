package dev.taizhang.statistics;

/**
 * Wilson's score interval of a proportion at 95 %, without continuity correction.
 *
 * <p>The limits solve {@code |p - successes/trials| = z * sqrt(p * (1 - p) / trials)}. Unlike the
 * textbook interval it stays within 0 and 1 and keeps its meaning for small groups and for rates
 * near 0 or 1, which is where the hardest-hit groups are.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927, J. Am. Stat. Assoc.
 *     22:209-212</a>
 */
public final class Wilson {

  /** The 97.5 % quantile of the standard normal distribution. */
  public static final double Z = 1.959963984540054;

  private static final double Z_SQUARED = Z * Z;

  private Wilson() {}

  /**
   * The interval of a proportion.
   *
   * @param successes from 0 to {@code trials}
   * @param trials at least 1
   * @throws IllegalArgumentException when the counts are no proportion
   */
  public static Interval interval(long successes, long trials) {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException("Not a proportion: " + successes + " of " + trials);
    }
    double proportion = (double) successes / trials;
    double centre = proportion + Z_SQUARED / (2.0 * trials);
    double halfWidth =
        Z * Math.sqrt((proportion * (1 - proportion) + Z_SQUARED / (4.0 * trials)) / trials);
    double scale = 1 + Z_SQUARED / trials;
    // The limits at no success and at none but successes are exact; rounding must not move them.
    double low = successes == 0 ? 0 : Math.max(0, (centre - halfWidth) / scale);
    double high = successes == trials ? 1 : Math.min(1, (centre + halfWidth) / scale);
    return new Interval(low, high);
  }
}
