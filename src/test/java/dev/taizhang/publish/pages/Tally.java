package dev.taizhang.publish.pages;

import dev.taizhang.statistics.Interval;
import dev.taizhang.statistics.Newcombe;
import dev.taizhang.statistics.Wilson;
import java.util.List;

/** How many graduates of an invented cut have which outcome; sums of tallies are tallies. */
final class Tally {

  /** What is counted, placed first, in the order of the tables. */
  static final List<String> COUNTED =
      List.of(
          "contract",
          "other_employment",
          "self_employed",
          "freelance",
          "domestic_study",
          "abroad",
          "awaiting",
          "not_seeking",
          "outcome_unknown");

  private static final int PLACED_KINDS = 6;

  private final long[] counts;

  private Tally(long[] counts) {
    this.counts = counts;
  }

  static Tally none() {
    return new Tally(new long[COUNTED.size()]);
  }

  /** Of so many graduates about a share is placed, the rest in parts of the rest. */
  static Tally of(long graduates, double share) {
    long placed = Math.round(graduates * share);
    long others = graduates - placed;
    long[] counts = {
      placed - placed / 5 * 2 - placed / 9 - placed / 20 - placed / 30,
      placed / 5,
      placed / 20,
      placed / 30,
      placed / 5,
      placed / 9,
      others - others / 4 - others / 10,
      others / 4,
      others / 10
    };
    return new Tally(counts);
  }

  void add(Tally other) {
    for (int kind = 0; kind < counts.length; kind++) {
      counts[kind] += other.counts[kind];
    }
  }

  long count(String name) {
    return switch (name) {
      case "graduates" -> sum(0, counts.length);
      case "placed" -> sum(0, PLACED_KINDS);
      case "stale_graduates" -> sum(0, counts.length) / 7;
      default -> counts[COUNTED.indexOf(name)];
    };
  }

  long graduates() {
    return count("graduates");
  }

  long placed() {
    return count("placed");
  }

  double rate() {
    return (double) placed() / graduates();
  }

  Interval interval() {
    return Wilson.interval(placed(), graduates());
  }

  /** Of the difference to those without hardship. */
  Interval gapInterval(Tally reference) {
    return Newcombe.interval(placed(), graduates(), reference.placed(), reference.graduates());
  }

  private long sum(int from, int to) {
    long sum = 0;
    for (int kind = from; kind < to; kind++) {
      sum += counts[kind];
    }
    return sum;
  }
}
