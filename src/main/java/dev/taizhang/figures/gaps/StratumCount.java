package dev.taizhang.figures.gaps;

/** What is counted of a hardship group in a stratum, in the order of the counts. */
enum StratumCount {
  /** Graduates by baseline tags. */
  GRADUATES,
  /** Of these, placed. */
  PLACED,
  /** Placed graduates who are in the group by today's tags alone. */
  ADDED,
  /** Placed graduates who are in the group by baseline tags alone. */
  DROPPED;

  static long[] counts(long graduates, long placed, long added, long dropped) {
    return new long[] {graduates, placed, added, dropped};
  }

  long of(long[] counts) {
    return counts[ordinal()];
  }
}
