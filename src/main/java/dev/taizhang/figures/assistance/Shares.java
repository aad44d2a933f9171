package dev.taizhang.figures.assistance;

/** Shares of people. */
final class Shares {

  private Shares() {}

  /** Part of whole, 0 to 1; null where there is nobody. */
  static Double of(long part, long whole) {
    return whole == 0 ? null : (Double) ((double) part / whole);
  }
}
