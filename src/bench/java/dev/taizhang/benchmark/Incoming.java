package dev.taizhang.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What a run costs by how much came in for one date. */
final class Incoming {

  /** How many universities report. */
  enum Amount {
    NOTHING("nothing new"),
    FEW("a few universities"),
    ALL("all universities");

    private final String words;

    Amount(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    int universities(Season season) {
      return switch (this) {
        case NOTHING -> 0;
        case FEW -> Math.min(3, season.universities());
        case ALL -> season.universities();
      };
    }
  }

  /**
   * One run.
   *
   * @param amount what came in
   * @param round from 1 on
   * @param seconds from the start of the process to its end
   * @param steps seconds of each step, as {@link StageTimes#seconds} gives them
   */
  record Lap(Amount amount, int round, double seconds, Map<String, Double> steps) {}

  private final List<Lap> laps;

  Incoming(List<Lap> laps) {
    this.laps = List.copyOf(laps);
  }

  boolean isMeasured() {
    return !laps.isEmpty();
  }

  List<Double> seconds(Amount amount) {
    return values(amount, Lap::seconds);
  }

  /** The median of a step; 0 for runs that did not make it. */
  double median(Amount amount, String step) {
    return Distribution.of(values(amount, lap -> lap.steps().getOrDefault(step, 0.0))).median();
  }

  private List<Double> values(Amount amount, ToDoubleFunction<Lap> value) {
    return laps.stream()
        .filter(lap -> lap.amount() == amount)
        .map(lap -> value.applyAsDouble(lap))
        .toList();
  }

  /**
   * What a few universities cost of what all of them cost, each beyond a run with nothing new: the
   * ratio of the medians.
   */
  double ratio() {
    return ratio(
        Distribution.of(seconds(Amount.NOTHING)).median(),
        Distribution.of(seconds(Amount.FEW)).median(),
        Distribution.of(seconds(Amount.ALL)).median());
  }

  /** The same of each round alone, which says how far the ratio can be relied on. */
  Distribution ratios() {
    List<Double> ratios = new ArrayList<>();
    int rounds = seconds(Amount.NOTHING).size();
    for (int round = 1; round <= rounds; round++) {
      ratios.add(
          ratio(
              seconds(Amount.NOTHING, round),
              seconds(Amount.FEW, round),
              seconds(Amount.ALL, round)));
    }
    return Distribution.of(ratios);
  }

  private double seconds(Amount amount, int round) {
    return laps.stream()
        .filter(lap -> lap.amount() == amount && lap.round() == round)
        .mapToDouble(Lap::seconds)
        .findFirst()
        .orElseThrow();
  }

  private static double ratio(double nothing, double few, double all) {
    return (few - nothing) / (all - nothing);
  }
}
