package dev.taizhang.figures.assistance;

import dev.taizhang.figures.Hardship;
import dev.taizhang.figures.assistance.HelpDates.Turn;
import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An interval of the history, as far as help is concerned. Days are counted since 1970.
 *
 * @param from first day
 * @param to first day after it; {@link Integer#MAX_VALUE} while it is open
 * @param isFirst whether the graduate entered the ledger with it
 * @param state how the graduate stands in it
 * @param current hardship by the tags of the state; null where the graduate is absent
 * @param baseline hardship by baseline tags; null where the graduate is absent
 */
public record Span(
    int from, int to, boolean isFirst, State state, Hardship current, Hardship baseline) {

  /** How a graduate stands. */
  public enum State {
    PLACED,
    /** In the denominator and not placed, the unknown among them. */
    UNPLACED,
    /** In the ledger and outside the denominator. */
    OUTSIDE,
    /** Not in the ledger. */
    ABSENT;

    private static final Map<String, State> OF_OUTCOMES =
        Arrays.stream(Outcome.values())
            .collect(Collectors.toUnmodifiableMap(Outcome::code, one -> of(one.component())));

    private static State of(OutcomeComponent component) {
      if (component == OutcomeComponent.OUTSIDE) {
        return OUTSIDE;
      }
      return component.placed() ? PLACED : UNPLACED;
    }

    /**
     * What an outcome counts as in the rates.
     *
     * @param outcomeCode null where it is not known
     */
    public static State ofOutcome(String outcomeCode) {
      return outcomeCode == null ? UNPLACED : OF_OUTCOMES.getOrDefault(outcomeCode, PLACED);
    }

    /** Whether the graduate is in the denominator. */
    public boolean isCounted() {
      return this == PLACED || this == UNPLACED;
    }
  }

  /** Whether it holds on a day. */
  public boolean holdsOn(int day) {
    return from <= day && day < to;
  }

  /** Whether it holds on one of some days. */
  public boolean holdsWithin(int first, int last) {
    return from <= last && to > first;
  }

  /**
   * Whether an interval that holds on the slice's date tells all that figures of a date ask of
   * somebody without measures, whatever lies before it.
   */
  public boolean tellsAll(Turn turn) {
    return !state.isCounted()
        || state == State.UNPLACED
        || isFirst
        || from <= turn.firstDay(HelpDates.LONGEST_WINDOW);
  }

  /** Whether it may matter to somebody's figures of a date although it holds no more then. */
  public boolean mayMatterBefore(Turn turn) {
    return state == State.UNPLACED
        && to <= turn.slice()
        && holdsWithin(turn.firstDay(HelpDates.LONGEST_WINDOW), turn.slice());
  }
}
