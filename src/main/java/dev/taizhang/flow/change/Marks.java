package dev.taizhang.flow.change;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What each part of a table is made of, beside what it was made of when the table was written last.
 *
 * @param now by the name of each part a hash of what there is
 * @param known the same of the last write
 */
record Marks(Map<String, String> now, Map<String, String> known) {

  /** The parts that are made of something else than before, or were not there. */
  Set<String> changed() {
    return now.keySet().stream()
        .filter(part -> !now.get(part).equals(known.get(part)))
        .collect(Collectors.toSet());
  }

  /** The parts that are no more. */
  Set<String> gone() {
    return known.keySet().stream()
        .filter(part -> !now.containsKey(part))
        .collect(Collectors.toSet());
  }

  /** Whether no part stays as it is. */
  boolean areOthers() {
    return changed().size() == now.size();
  }
}
