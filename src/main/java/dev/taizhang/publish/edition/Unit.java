package dev.taizhang.publish.edition;

/** What the values of a column are. */
public enum Unit {
  /** A code of a list of the edition: a text. */
  CODE,
  /** Words: a text. */
  TEXT,
  /** How many: a whole number. */
  COUNT,
  /** Days: a whole number. */
  DAYS,
  /** A share, 0 to 1 (coverage may be above), of four decimals, shown as percent with two. */
  RATE,
  /** A difference of rates, -1 to 1, of four decimals, shown in points with two. */
  POINTS,
  /** A day. */
  DATE,
  /** A point in time, UTC. */
  TIME,
  /** Yes or no. */
  FLAG
}
