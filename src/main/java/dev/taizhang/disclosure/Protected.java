package dev.taizhang.disclosure;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What becomes of each planned figure of a cohort. Figures of nobody are not among them; they give
 * nobody away.
 *
 * @param verdicts by figure, in their order
 * @param report what it took
 */
public record Protected(SortedMap<Figure, Verdict> verdicts, ProtectionReport report) {

  public Protected {
    verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
  }
}
