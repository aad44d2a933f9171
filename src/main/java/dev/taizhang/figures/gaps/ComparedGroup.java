package dev.taizhang.figures.gaps;

import dev.taizhang.figures.FieldCode;
import dev.taizhang.statistics.ClusteredDifference;
import dev.taizhang.statistics.Decomposition;
import dev.taizhang.statistics.Interval;
import dev.taizhang.statistics.MantelHaenszel;
import dev.taizhang.statistics.Newcombe;
import dev.taizhang.statistics.Stratum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A hardship group beside the graduates without hardship, stratum by stratum. */
final class ComparedGroup {

  private static final long[] NOBODY = StratumCount.counts(0, 0, 0, 0);

  private final Map<Place, Integer> strata = new LinkedHashMap<>();
  private final Map<String, Integer> universities = new LinkedHashMap<>();
  private final List<ClusteredDifference.Part> parts = new ArrayList<>();
  private long added;
  private long dropped;

  /**
   * What those who are compared have in common.
   *
   * @param degree level of their degree
   * @param field class of their majors
   * @param universityOrTier their university, or its tier
   */
  record Place(String degree, FieldCode field, String universityOrTier) {}

  /**
   * What a part of the strata adds to the adjusted gap.
   *
   * @param people in its strata with both
   * @param contribution what they add
   */
  record Part(Stratum people, double contribution) {

    private Part and(Part more) {
      return new Part(people.plus(more.people), contribution + more.contribution);
    }
  }

  /**
   * Adds the graduates of a university in a stratum.
   *
   * @param stratum what they have in common
   * @param own counts of the group; null where it has nobody
   * @param others counts of those without hardship; null where there is nobody
   */
  void add(Place stratum, String university, long[] own, long[] others) {
    long[] group = own == null ? NOBODY : own;
    long[] reference = others == null ? NOBODY : others;
    added += StratumCount.ADDED.of(group);
    dropped += StratumCount.DROPPED.of(group);
    parts.add(
        new ClusteredDifference.Part(
            number(strata, stratum),
            number(universities, university),
            new Stratum(
                StratumCount.PLACED.of(group),
                StratumCount.GRADUATES.of(group),
                StratumCount.PLACED.of(reference),
                StratumCount.GRADUATES.of(reference))));
  }

  private static <T> int number(Map<T, Integer> numbers, T value) {
    return numbers.computeIfAbsent(value, one -> numbers.size());
  }

  /**
   * A value with its limits, each null where it cannot be told.
   *
   * @param value the value
   * @param low its lower limit
   * @param high its upper limit
   */
  record Told(Double value, Double low, Double high) {

    static final Told NOTHING = new Told(null, null, null);

    static Told of(Double value, Interval limits) {
      return new Told(
          value, limits == null ? null : limits.low(), limits == null ? null : limits.high());
    }

    static Told of(MantelHaenszel.Estimate estimate) {
      return of(estimate.value(), estimate.limits());
    }
  }

  /**
   * The figures of the group. What compares is null where there is nobody to compare with.
   *
   * @param counts of all strata together
   * @param rate placed of graduates of the group
   * @param referenceRate the same of those without hardship
   * @param crude difference of the two
   * @param adjusted difference within strata
   * @param clustered limits of that with universities as clusters
   * @param odds odds ratio within strata
   * @param chiSquared statistic of the test
   * @param standardised difference on the composition of both
   * @param composition part of the crude difference
   * @param rates part of the crude difference
   * @param unmatched part of the crude difference
   * @param strata strata with somebody of the group
   * @param strataWithBoth of these, with somebody without hardship
   * @param withoutCounterpart graduates in the other ones
   * @param added placed graduates who are in the group by today's tags alone
   * @param dropped placed graduates who are in the group by baseline tags alone
   */
  record Gap(
      Stratum counts,
      double rate,
      Double referenceRate,
      Told crude,
      Told adjusted,
      Told clustered,
      Told odds,
      Double chiSquared,
      Double standardised,
      Double composition,
      Double rates,
      Double unmatched,
      long strata,
      long strataWithBoth,
      long withoutCounterpart,
      long added,
      long dropped) {

    /** A gap that is smaller than this is none but for rounding. */
    private static final double NOTHING = 1e-12;

    /** Whether what is so overall is not so among those who study the same. */
    boolean signTurns() {
      return crude.value() != null
          && adjusted.value() != null
          && Math.abs(crude.value()) > NOTHING
          && Math.abs(adjusted.value()) > NOTHING
          && crude.value() * adjusted.value() < 0;
    }
  }

  /** The figures; empty where the group has no graduates. */
  Optional<Gap> gap() {
    List<Stratum> merged = merged();
    Stratum all = merged.stream().reduce(new Stratum(0, 0, 0, 0), Stratum::plus);
    if (all.trials() == 0) {
      return Optional.empty();
    }
    double rate = (double) all.successes() / all.trials();
    MantelHaenszel within = MantelHaenszel.of(merged);
    Optional<Decomposition> parted = Decomposition.of(merged);
    return Optional.of(
        new Gap(
            all,
            rate,
            all.hasBoth() ? (double) all.referenceSuccesses() / all.referenceTrials() : null,
            crude(all),
            within.riskDifference().map(Told::of).orElse(Told.NOTHING),
            Told.of(null, ClusteredDifference.interval(parts).orElse(null)),
            within.oddsRatio().map(Told::of).orElse(Told.NOTHING),
            within.chiSquared().orElse(null),
            Decomposition.standardised(merged).orElse(null),
            parted.map(Decomposition::composition).orElse(null),
            parted.map(Decomposition::rates).orElse(null),
            parted.map(Decomposition::unmatched).orElse(null),
            merged.stream().filter(stratum -> stratum.trials() > 0).count(),
            within.strata(),
            merged.stream().filter(stratum -> !stratum.hasBoth()).mapToLong(Stratum::trials).sum(),
            added,
            dropped));
  }

  /**
   * What each part of the strata adds to the adjusted gap, as far as it compares somebody; together
   * they are the gap.
   *
   * @param part which of the parts a stratum is in
   */
  <K> Map<K, Part> parts(Function<Place, K> part) {
    List<Stratum> merged = merged();
    double weight = merged.stream().mapToDouble(MantelHaenszel::weight).sum();
    Map<K, Part> all = new LinkedHashMap<>();
    strata.forEach(
        (place, number) -> {
          Stratum stratum = merged.get(number);
          if (stratum.hasBoth()) {
            all.merge(
                part.apply(place),
                new Part(stratum, MantelHaenszel.weightedDifference(stratum) / weight),
                Part::and);
          }
        });
    return all;
  }

  private static Told crude(Stratum all) {
    return all.hasBoth()
        ? Told.of(
            Decomposition.crude(List.of(all)),
            Newcombe.interval(
                all.successes(), all.trials(), all.referenceSuccesses(), all.referenceTrials()))
        : Told.NOTHING;
  }

  /** The strata in the order in which they came, whatever universities they are of. */
  private List<Stratum> merged() {
    Stratum[] merged = new Stratum[strata.size()];
    for (ClusteredDifference.Part part : parts) {
      Stratum before = merged[part.stratum()];
      merged[part.stratum()] = before == null ? part.people() : before.plus(part.people());
    }
    return List.of(merged);
  }
}
