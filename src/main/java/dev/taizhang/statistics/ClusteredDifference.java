package dev.taizhang.statistics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The 95 % limits of Mantel and Haenszel's difference of rates where people belong to clusters
 * whose members fare alike, as graduates of one university do: what each cluster adds to the
 * estimating equation is one observation (a sandwich of the linearised estimator). The limits are
 * wider than those that take people for independent where clusters differ.
 *
 * <p>With {@code a} successes of {@code n1} in the group and {@code b} of {@code n0} others in a
 * stratum of {@code N}, of which a cluster has {@code ak, n1k, bk, n0k}, it adds {@code [(ak -
 * (b/n0 + d) n1k) n0 - (bk - b/n0 n0k) n1] / N} to its observation, with the difference {@code d}.
 * The variance of {@code d} is {@code K/(K-1)} times the sum of the squared observations of the
 * {@code K} clusters, over the squared sum of {@code n1 n0 / N}.
 */
public final class ClusteredDifference {

  /** With fewer clusters the limits are too narrow to be told. */
  public static final int FEWEST_CLUSTERS = 10;

  private ClusteredDifference() {}

  /**
   * The people of one cluster in one stratum.
   *
   * @param stratum number of the stratum
   * @param cluster number of the cluster
   * @param people how many there are
   */
  public record Part(int stratum, int cluster, Stratum people) {}

  /**
   * The limits of the difference within strata.
   *
   * @param parts in any order: the same parts in the same order give the same digits
   * @return empty where no stratum has somebody of both groups, or the strata that have are of
   *     fewer clusters than {@link #FEWEST_CLUSTERS}, or all of them are alike
   */
  public static Optional<Interval> interval(List<Part> parts) {
    SortedMap<Integer, Stratum> strata = strata(parts);
    Optional<MantelHaenszel.Estimate> difference =
        MantelHaenszel.of(new ArrayList<>(strata.values())).riskDifference();
    if (difference.isEmpty()) {
      return Optional.empty();
    }
    double value = difference.get().value();
    double weight = 0;
    for (Stratum stratum : strata.values()) {
      weight += MantelHaenszel.weight(stratum);
    }
    SortedMap<Integer, Double> observations = new TreeMap<>();
    Set<Integer> clusters = new HashSet<>();
    for (Part part : parts) {
      Stratum stratum = strata.get(part.stratum());
      if (stratum != null && stratum.hasBoth() && part.people().everybody() > 0) {
        clusters.add(part.cluster());
        observations.merge(part.cluster(), observation(part.people(), stratum, value), Double::sum);
      }
    }
    int number = clusters.size();
    if (number < FEWEST_CLUSTERS) {
      return Optional.empty();
    }
    double squares = 0;
    for (double observation : observations.values()) {
      squares += observation * observation;
    }
    if (squares <= 0) {
      return Optional.empty();
    }
    double error = Math.sqrt(squares * number / (number - 1)) / weight;
    return Optional.of(new Interval(value - Wilson.Z * error, value + Wilson.Z * error));
  }

  private static SortedMap<Integer, Stratum> strata(List<Part> parts) {
    SortedMap<Integer, Stratum> strata = new TreeMap<>();
    parts.forEach(part -> strata.merge(part.stratum(), part.people(), Stratum::plus));
    return strata;
  }

  private static double observation(Stratum own, Stratum stratum, double difference) {
    double reference = stratum.referenceRate();
    double group = own.successes() - (reference + difference) * own.trials();
    double others = own.referenceSuccesses() - reference * own.referenceTrials();
    return (group * stratum.referenceTrials() - others * stratum.trials()) / stratum.everybody();
  }
}
