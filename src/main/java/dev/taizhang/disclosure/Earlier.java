package dev.taizhang.disclosure;

import java.util.Map;
import java.util.TreeMap;

/**
 * What an earlier release said of the cohort.
 *
 * @param population the cohort as it spoke of it
 * @param verdicts what became of each of its figures
 */
public record Earlier(Population population, Map<Figure, Verdict> verdicts) {

  public Earlier {
    verdicts = java.util.Collections.unmodifiableMap(new TreeMap<>(verdicts));
  }
}
