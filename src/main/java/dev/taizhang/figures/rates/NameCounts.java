package dev.taizhang.figures.rates;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** How many rows give one major which name. */
final class NameCounts implements Serializable {

  private static final long serialVersionUID = 1L;

  // Of names that as many rows give, the last by its bytes in UTF-8, which is that by code points.
  private static final Comparator<Map.Entry<String, Long>> MOST =
      Map.Entry.<String, Long>comparingByValue()
          .thenComparing(Map.Entry::getKey, NameCounts::compareByCodePoints);

  private final HashMap<String, Long> rows = new HashMap<>();

  /** Counts rows that give a name. */
  void add(String name, long count) {
    rows.merge(name, count, Long::sum);
  }

  /** Counts the rows of others. */
  void addAll(NameCounts others) {
    others.rows.forEach(this::add);
  }

  /** The name that most rows give. */
  String most() {
    return rows.entrySet().stream().max(MOST).orElseThrow().getKey();
  }

  private static int compareByCodePoints(String one, String other) {
    int[] ones = one.codePoints().toArray();
    int[] others = other.codePoints().toArray();
    return Arrays.compare(ones, others);
  }
}
