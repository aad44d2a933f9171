package dev.taizhang.figures.courses;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * A time in which nothing about a graduate changed. Days are days since 1970.
 *
 * @param from first day
 * @param to first day after it; {@link #OPEN} while it is open
 * @param state what the outcome counts as
 * @param outcomeDate day of the outcome's registration (去向登记日期); null where it is not told
 * @param carried by slice that names the graduate in no good row, the slice before it that told the
 *     state
 * @param traits what the graduate is counted by; null while the graduate is absent
 */
public record CourseInterval(
    int from,
    int to,
    State state,
    Integer outcomeDate,
    Map<Integer, Integer> carried,
    Traits traits) {

  public static final int OPEN = Integer.MAX_VALUE;

  public CourseInterval {
    requireNonNull(state, "state");
    carried = Map.copyOf(carried);
    if (from >= to) {
      throw new IllegalArgumentException("Ends before it begins: " + from + " to " + to);
    }
    if (state != State.ABSENT) {
      requireNonNull(traits, "traits");
    }
  }

  /** Whether it holds on a day. */
  public boolean holdsOn(int day) {
    return from <= day && day < to;
  }

  /** The last of the slices in it of which a row tells its state, or the finding that began it. */
  int lastTold(int lastSlice) {
    return Math.max(from, carried.getOrDefault(lastSlice, lastSlice));
  }
}
