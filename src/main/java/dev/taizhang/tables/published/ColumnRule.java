package dev.taizhang.tables.published;

/**
 * By which rule a column may leave the house. A column that has none leaves not: a release with one
 * fails.
 *
 * @see <a href="../../../../../../docs/adr/0043-releases.md">ADR 43</a>
 */
public enum ColumnRule {
  /** Says what the row is about; known whether there is a release or not. */
  KEY(false, "what the row is about"),
  /** What a code is called. */
  NAME(false, "the name of a code"),
  /** A fact about dates and files that tells nothing of anybody. */
  PUBLIC(false, "a fact that tells nothing of anybody"),
  /** A count of graduates whose figure was protected; with the policy's rounding. */
  COUNT(true, "a protected count"),
  /** A count of graduates of a part of everybody, shown for the group all alone. */
  PART_OF_ALL(true, "a part of the group all"),
  /** A rate and its limits, computed from the counts that stand beside it. */
  RATE(true, "computed from the counts that are shown"),
  /** A difference of two rates of one cut, both of which are shown. */
  GAP(true, "computed from two figures that are shown"),
  /** A count of people everywhere, in tens. */
  TENS(true, "everybody together, in tens"),
  /** A share of people everywhere that no sum of counts gives away. */
  WHOLE_PERCENT(true, "everybody together, in whole percent"),
  /** A time of people everywhere. */
  WHOLE_DAYS(true, "everybody together, in whole days"),
  /** What stands in place of a figure. */
  SYMBOL(false, "why a figure is not there");

  private final boolean isFigure;
  private final String meaning;

  ColumnRule(boolean isFigure, String meaning) {
    this.isFigure = isFigure;
    this.meaning = meaning;
  }

  /** Whether it is of figures of everybody together, which are coarse. */
  public boolean isWide() {
    return this == TENS || this == WHOLE_PERCENT || this == WHOLE_DAYS;
  }

  /** Whether it is of figures of people, which may be withheld. */
  public boolean isFigure() {
    return isFigure;
  }

  /** The rule in words. */
  public String meaning() {
    return meaning;
  }
}
