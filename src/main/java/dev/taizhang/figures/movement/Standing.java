package dev.taizhang.figures.movement;

import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
import dev.taizhang.tables.Transitions;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a graduate stands on a date.
 *
 * @param state one of those of {@link Transitions#FROM_STATE}
 * @param hardshipTags sorted tags; null for whoever is absent
 * @param hardshipDetail what the file could tell; null for whoever is absent
 */
public record Standing(String state, List<String> hardshipTags, String hardshipDetail)
    implements Serializable {

  /** Not in the ledger. */
  public static final Standing ABSENT = new Standing(Transitions.ABSENT, null, null);

  private static final String OUTCOME_UNKNOWN = "outcome_unknown";

  private static final Map<String, String> STATES =
      Arrays.stream(Outcome.values())
          .collect(Collectors.toUnmodifiableMap(Outcome::code, one -> state(one.component())));

  private static String state(OutcomeComponent component) {
    return component.placed() ? Transitions.PLACED : component.columnName();
  }

  /**
   * What an outcome counts as.
   *
   * @param outcomeCode null where the outcome is not known
   */
  public static String stateOf(String outcomeCode) {
    return outcomeCode == null
        ? OUTCOME_UNKNOWN
        : STATES.getOrDefault(outcomeCode, Transitions.PLACED);
  }

  /** Whether the graduate is not in the ledger. */
  public boolean isAbsent() {
    return state.equals(Transitions.ABSENT);
  }
}
