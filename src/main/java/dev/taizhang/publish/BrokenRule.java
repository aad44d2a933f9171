package dev.taizhang.publish;

import java.util.Comparator;
import java.util.List;

/**
 * All rows of one file that break one rule: how many, and the first of them.
 *
 * @param rows how many rows break it
 * @param findings the first {@link #MOST_LINES} of them
 */
public record BrokenRule(long rows, List<Finding> findings) {

  /** Whoever reads a thousand lines of one kind has understood; more make a workbook heavy. */
  public static final int MOST_LINES = 1_000;

  static final Comparator<BrokenRule> IN_ORDER =
      Comparator.comparing(BrokenRule::first, Finding.IN_ORDER);

  public BrokenRule {
    findings = findings.stream().sorted(Finding.IN_ORDER).limit(MOST_LINES).toList();
    if (findings.isEmpty() || rows < findings.size()) {
      throw new IllegalArgumentException(findings.size() + " lines cannot be of " + rows + " rows");
    }
  }

  Finding first() {
    return findings.get(0);
  }

  /** How many rows have no line of their own. */
  long unlisted() {
    return rows - findings.size();
  }
}
