package dev.taizhang.tables.published;

/**
 * By which rule a column may leave the house. A column that has none leaves not: a release with one
 * fails.
 *
 * @see <a href="../../../../../../docs/adr/0043-releases.md">ADR 43</a>
 */
public enum ColumnRule {
  /** Says what the row is about; known whether there is a release or not. */
  KEY(false, "what the row is about", "本行所指"),
  /** What a code is called. */
  NAME(false, "the name of a code", "代码的名称"),
  /** A fact about dates and files that tells nothing of anybody. */
  PUBLIC(false, "a fact that tells nothing of anybody", "不涉及个人的事实"),
  /** A count of graduates whose figure was protected; with the policy's rounding. */
  COUNT(true, "a protected count", "经保护的人数"),
  /** A count of graduates of a part of everybody, shown for the group all alone. */
  PART_OF_ALL(true, "a part of the group all", "全体毕业生的组成部分"),
  /** A rate and its limits, computed from the counts that stand beside it. */
  RATE(true, "computed from the counts that are shown", "由公布的人数计算"),
  /** A difference of two rates of one cut, both of which are shown. */
  GAP(true, "computed from two figures that are shown", "由两个公布的指标计算"),
  /** A count of people everywhere, in tens. */
  TENS(true, "everybody together, in tens", "全部合计，取整到十人"),
  /** A share of people everywhere that no sum of counts gives away. */
  WHOLE_PERCENT(true, "everybody together, in whole percent", "全部合计，取整到百分之一"),
  /** A time of people everywhere. */
  WHOLE_DAYS(true, "everybody together, in whole days", "全部合计，取整到天"),
  /** What stands in place of a figure. */
  SYMBOL(false, "why a figure is not there", "指标缺失的原因");

  private final boolean isFigure;
  private final String meaning;
  private final String meaningZh;

  ColumnRule(boolean isFigure, String meaning, String meaningZh) {
    this.isFigure = isFigure;
    this.meaning = meaning;
    this.meaningZh = meaningZh;
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

  /** The rule in words, in Chinese. */
  public String meaningZh() {
    return meaningZh;
  }
}
