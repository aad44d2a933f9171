package dev.taizhang.statistics;

import java.util.List;
import java.util.Optional;

/**
 * Two groups compared within strata, by Mantel and Haenszel: a common difference of rates with
 * Sato's variance, a common odds ratio with the limits of Robins, Breslow and Greenland, and the
 * test that there is no difference. Strata without somebody of both groups say nothing.
 *
 * <p>All sums are of floating point numbers in the order of the strata, so that the same strata in
 * the same order give the same digits. Products of counts are made of doubles: no count is too
 * large for them.
 *
 * @see <a href="https://doi.org/10.2307/2530669">Greenland and Robins 1985, Biometrics 41:55-68</a>
 * @see <a href="https://doi.org/10.2307/2531758">Sato 1989, Biometrics 45:1323-1324</a>
 * @see <a href="https://doi.org/10.2307/2531052">Robins, Breslow and Greenland 1986, Biometrics
 *     42:311-323</a>
 */
public final class MantelHaenszel {

  private final List<Stratum> strata;

  /** Weight of the strata: sum of {@code n1 n0 / N}. */
  private double weight;

  /** Sum of {@code (a n0 - b n1) / N}. */
  private double difference;

  /** Sato's sums. */
  private double varianceByDifference;

  private double varianceAlone;

  /** Sums of {@code a d / N} and {@code b c / N}, and of their products with the diagonals. */
  private double concordant;

  private double discordant;
  private double concordantByDiagonal;
  private double mixed;
  private double discordantByDiagonal;

  /** Sums of what is seen above what is expected, and of its variance. */
  private double excess;

  private double varianceOfExcess;

  private MantelHaenszel(List<Stratum> strata) {
    this.strata = strata;
    strata.forEach(this::add);
  }

  /** The comparison within these strata. */
  public static MantelHaenszel of(List<Stratum> strata) {
    return new MantelHaenszel(strata.stream().filter(Stratum::hasBoth).toList());
  }

  /**
   * A difference or a ratio with its 95 % limits.
   *
   * @param value the estimate
   * @param limits null where they cannot be told
   */
  public record Estimate(double value, Interval limits) {}

  private void add(Stratum one) {
    double group = one.trials();
    double others = one.referenceTrials();
    double all = group + others;
    double placed = one.successes();
    double placedOthers = one.referenceSuccesses();
    double unplaced = group - placed;
    double unplacedOthers = others - placedOthers;
    weight += weight(one);
    difference += weightedDifference(one);
    varianceByDifference +=
        placedOthers * (group / all) * (group / all)
            - placed * (others / all) * (others / all)
            + group / all * (others / all) * (others - group) / 2;
    varianceAlone += (placed * unplacedOthers + placedOthers * unplaced) / (2 * all);
    double along = placed * unplacedOthers / all;
    double across = placedOthers * unplaced / all;
    double diagonal = (placed + unplacedOthers) / all;
    double otherDiagonal = (placedOthers + unplaced) / all;
    concordant += along;
    discordant += across;
    concordantByDiagonal += along * diagonal;
    mixed += along * otherDiagonal + across * diagonal;
    discordantByDiagonal += across * otherDiagonal;
    double successes = placed + placedOthers;
    excess += placed - group * successes / all;
    // A stratum of one person of each has a variance; one of a single person is not here.
    varianceOfExcess += group / all * (others / all) * successes * (all - successes) / (all - 1);
  }

  /** How much a stratum with somebody of both weighs: {@code n1 n0 / N}; 0 for others. */
  public static double weight(Stratum one) {
    return one.hasBoth() ? (double) one.trials() * one.referenceTrials() / one.everybody() : 0;
  }

  /** The difference of the rates within a stratum with somebody of both, times its weight. */
  public static double weightedDifference(Stratum one) {
    return ((double) one.successes() * one.referenceTrials()
            - (double) one.referenceSuccesses() * one.trials())
        / one.everybody();
  }

  /** Strata with somebody of both. */
  public int strata() {
    return strata.size();
  }

  /**
   * The common difference of rates, group minus reference, -1 to 1; empty where no stratum has
   * somebody of both. Its limits are null where the variance that Sato estimates is not positive,
   * as where everybody or nobody succeeds.
   */
  public Optional<Estimate> riskDifference() {
    if (strata.isEmpty()) {
      return Optional.empty();
    }
    double value = difference / weight;
    double variance = (value * varianceByDifference + varianceAlone) / (weight * weight);
    return Optional.of(
        new Estimate(value, variance > 0 ? around(value, Math.sqrt(variance)) : null));
  }

  /**
   * The common odds ratio; empty where it is 0, infinite or undefined, since somebody must succeed
   * and somebody fail on both sides.
   */
  public Optional<Estimate> oddsRatio() {
    if (concordant <= 0 || discordant <= 0) {
      return Optional.empty();
    }
    double value = concordant / discordant;
    double error =
        Math.sqrt(
            concordantByDiagonal / (2 * concordant * concordant)
                + mixed / (2 * concordant * discordant)
                + discordantByDiagonal / (2 * discordant * discordant));
    Interval ofLog = around(Math.log(value), error);
    return Optional.of(
        new Estimate(value, new Interval(Math.exp(ofLog.low()), Math.exp(ofLog.high()))));
  }

  /**
   * The statistic of the test of Cochran, Mantel and Haenszel without continuity correction, which
   * has a chi-squared distribution with one degree of freedom where there is no difference; empty
   * where it cannot be told, since everybody or nobody succeeds in each stratum.
   */
  public Optional<Double> chiSquared() {
    return varianceOfExcess > 0
        ? Optional.of(excess * excess / varianceOfExcess)
        : Optional.empty();
  }

  private static Interval around(double value, double error) {
    return new Interval(value - Wilson.Z * error, value + Wilson.Z * error);
  }
}
