package dev.taizhang.statistics;

import java.util.List;
import java.util.Optional;

/**
 * What a difference of two rates comes from (Kitagawa's symmetric form). On the common support, the
 * strata with somebody of both groups, it comes from how the two are spread over the strata and
 * from how their rates differ within them; the rest is whoever has no counterpart. The three parts
 * add up to the crude difference.
 *
 * @param composition part of how the group and the others are spread over the strata
 * @param rates part of how the rates differ within strata
 * @param unmatched what whoever has no counterpart adds: the crude difference less that of the
 *     common support
 * @see <a href="https://doi.org/10.1080/01621459.1955.10501299">Kitagawa 1955, J. Am. Stat. Assoc.
 *     50:1168-1194</a>
 */
public record Decomposition(double composition, double rates, double unmatched) {

  /**
   * The parts of a difference.
   *
   * @return empty where no stratum has somebody of both, so that nothing can be compared
   */
  public static Optional<Decomposition> of(List<Stratum> strata) {
    List<Stratum> common = strata.stream().filter(Stratum::hasBoth).toList();
    if (common.isEmpty()) {
      return Optional.empty();
    }
    double group = common.stream().mapToLong(Stratum::trials).sum();
    double others = common.stream().mapToLong(Stratum::referenceTrials).sum();
    double composition = 0;
    double rates = 0;
    for (Stratum one : common) {
      double share = one.trials() / group;
      double shareOfOthers = one.referenceTrials() / others;
      composition += (share - shareOfOthers) * (one.rate() + one.referenceRate()) / 2;
      rates += (share + shareOfOthers) / 2 * (one.rate() - one.referenceRate());
    }
    return Optional.of(new Decomposition(composition, rates, crude(strata) - crude(common)));
  }

  /** The difference of the rates of all, group minus reference; there must be somebody of both. */
  public static double crude(List<Stratum> strata) {
    double group = strata.stream().mapToLong(Stratum::trials).sum();
    double others = strata.stream().mapToLong(Stratum::referenceTrials).sum();
    return strata.stream().mapToLong(Stratum::successes).sum() / group
        - strata.stream().mapToLong(Stratum::referenceSuccesses).sum() / others;
  }

  /**
   * The difference of the rates that the group and the others would have if both were spread over
   * the strata as both together are; on the common support.
   *
   * @return empty where no stratum has somebody of both
   */
  public static Optional<Double> standardised(List<Stratum> strata) {
    double weight = 0;
    double sum = 0;
    for (Stratum one : strata) {
      if (one.hasBoth()) {
        weight += one.everybody();
        sum += one.everybody() * (one.rate() - one.referenceRate());
      }
    }
    return weight > 0 ? Optional.of(sum / weight) : Optional.empty();
  }
}
