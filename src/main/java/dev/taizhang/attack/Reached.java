package dev.taizhang.attack;

/**
 * How far a sum was found to reach.
 *
 * @param lowest the least value that was attained
 * @param highest the greatest
 */
record Reached(double lowest, double highest) {

  /** Whether both of these ends were attained. */
  boolean isAtLeast(double low, double high) {
    return lowest <= low + Programme.TOLERANCE && highest >= high - Programme.TOLERANCE;
  }

  /** What two sums reach together that do not depend on each other. */
  Reached and(Reached other) {
    return new Reached(lowest + other.lowest, highest + other.highest);
  }

  /** The same without what another reaches. */
  Reached without(Reached other) {
    return new Reached(lowest - other.lowest, highest - other.highest);
  }
}
