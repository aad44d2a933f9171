package dev.taizhang.synthetic;

import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many graduates of a university went from one state to another, by the week they were in it.
 */
final class Moves {

  /** Not in the ledger. */
  static final String ABSENT = "absent";

  private final String[] states;
  private final Map<Integer, Map<String, Long>> byWeek = new TreeMap<>();

  Moves(int graduates) {
    this.states = new String[graduates];
  }

  /** What an outcome counts as; null where it is unknown. */
  static String state(Outcome outcome) {
    OutcomeComponent component = outcome == null ? null : outcome.component();
    if (component == null) {
      return "outcome_unknown";
    }
    return component.placed() ? "placed" : component.columnName();
  }

  /** Takes the state of a graduate in the slice of a week; weeks are taken in their order. */
  void to(int week, int graduate, String state) {
    String before = states[graduate] == null ? ABSENT : states[graduate];
    states[graduate] = state;
    if (!before.equals(state)) {
      byWeek
          .computeIfAbsent(week, unused -> new TreeMap<>())
          .merge(before + "," + state, 1L, Long::sum);
    }
  }

  /** The numbers of those who moved by a week, by both states. */
  Map<String, Long> by(int week) {
    return byWeek.getOrDefault(week, Map.of());
  }
}
