package dev.taizhang.attack;

import java.util.List;

/**
 * How far a sum was found to reach.
 *
 * @param lowest the least value that was attained
 * @param highest the greatest
 * @param lowestWhole the least that whole numbers attained
 * @param highestWhole the greatest
 */
record Reached(double lowest, double highest, long lowestWhole, long highestWhole) {

  /** Just this value. */
  static Reached known(long value) {
    return new Reached((double) value, (double) value, value, value);
  }

  /** What two sums reach together that do not depend on each other. */
  Reached and(Reached other) {
    return new Reached(
        lowest + other.lowest,
        highest + other.highest,
        lowestWhole + other.lowestWhole,
        highestWhole + other.highestWhole);
  }

  /** The same without what another reaches. */
  Reached without(Reached other) {
    return new Reached(
        lowest - other.lowest,
        highest - other.highest,
        lowestWhole - other.lowestWhole,
        highestWhole - other.highestWhole);
  }

  /** What a sum reaches in one of two ways. */
  Reached or(Reached other) {
    return new Reached(
        Math.min(lowest, other.lowest),
        Math.max(highest, other.highest),
        Math.min(lowestWhole, other.lowestWhole),
        Math.max(highestWhole, other.highestWhole));
  }

  /** The counts that it reaches in whole numbers, and those that it reaches at all. */
  List<Found> found() {
    long from = (long) Math.ceil(lowest - Programme.TOLERANCE);
    long to = (long) Math.floor(highest + Programme.TOLERANCE);
    return List.of(
        new Found(lowestWhole, highestWhole, highestWhole - lowestWhole + 1, Checked.ATTAINED),
        new Found(from, to, to - from + 1, Checked.LINEAR));
  }
}
