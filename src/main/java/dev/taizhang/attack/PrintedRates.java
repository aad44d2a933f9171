package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

/**
 * An attack on what is printed of a share: which counts it can come from. Wilson's limits are
 * written here a second time, from the paper, since the attacker shares nothing with what it
 * attacks.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927, J. Am. Stat. Assoc.
 *     22:209-212</a>
 */
public final class PrintedRates {

  // The 97.5 % quantile of the standard normal distribution.
  private static final double Z = 1.959963984540054;
  // Half a unit may be printed up or down.
  private static final double TIE = 1e-9;

  private PrintedRates() {}

  /**
   * Counts of a share.
   *
   * @param placed the numerator
   * @param graduates the denominator
   */
  public record Counts(long placed, long graduates) {}

  /**
   * The numerators that a printed rate and its limits can come from.
   *
   * @param size the denominator
   * @param rate the rate from 0 to 1, where it is printed
   * @param low the lower limit at 95 %, where it is printed
   * @param high the upper limit, where it is printed
   * @param decimals decimals of the rate that are printed: 4 for a percentage with two
   */
  public static List<Long> possibleNumerators(
      long size, OptionalDouble rate, OptionalDouble low, OptionalDouble high, int decimals) {
    if (size < 1 || decimals < 0) {
      throw new IllegalArgumentException("No rate: of %d, %d decimals".formatted(size, decimals));
    }
    return LongStream.rangeClosed(0, size)
        .filter(placed -> isPrinted(rate, (double) placed / size, decimals))
        .filter(placed -> isPrinted(low, limit(placed, size, -1), decimals))
        .filter(placed -> isPrinted(high, limit(placed, size, 1), decimals))
        .boxed()
        .toList();
  }

  /**
   * The counts that a printed rate and its limits can come from when not even the size is known.
   *
   * @param largest the greatest size that there can be
   */
  public static List<Counts> possibleCounts(
      OptionalDouble rate, OptionalDouble low, OptionalDouble high, int decimals, long largest) {
    List<Counts> possible = new ArrayList<>();
    for (long size = 1; size <= largest; size++) {
      for (long placed : possibleNumerators(size, rate, low, high, decimals)) {
        possible.add(new Counts(placed, size));
      }
    }
    return List.copyOf(possible);
  }

  private static boolean isPrinted(OptionalDouble printed, double exact, int decimals) {
    return printed.isEmpty()
        || Math.abs(printed.getAsDouble() - exact) <= 0.5 * Math.pow(10, -decimals) + TIE;
  }

  private static double limit(long placed, long size, int side) {
    double share = (double) placed / size;
    double squared = Z * Z;
    double root = Math.sqrt(share * (1 - share) / size + squared / (4.0 * size * size));
    double limit = (share + squared / (2.0 * size) + side * Z * root) / (1 + squared / size);
    return Math.min(1, Math.max(0, limit));
  }
}
