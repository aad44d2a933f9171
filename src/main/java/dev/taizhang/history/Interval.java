package dev.taizhang.history;

import dev.taizhang.tables.History;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A time in which nothing about a graduate changed: a row of {@link History#TABLE} without the
 * graduate.
 *
 * @param from first date
 * @param to first date after it; null while it is open
 * @param kind one of those of {@link History#CHANGE_KIND}
 * @param feed one of those of {@link History#SOURCE_FEED}
 * @param submission what began it; null where the graduate left
 * @param carried the slices in it that carry the state forward, by date
 * @param state the state; null while the graduate is away
 * @param <S> how states are held; equal where they are the same
 */
record Interval<S>(
    LocalDate from,
    LocalDate to,
    String kind,
    String feed,
    String submission,
    List<Carried> carried,
    S state) {

  Interval {
    carried = List.copyOf(carried);
    Objects.requireNonNull(from);
    if (kind.equals(History.LEFT) != (state == null)) {
      throw new IllegalArgumentException("%s has the state %s".formatted(kind, state));
    }
  }

  /**
   * A slice that names the graduate in no row that counts.
   *
   * @param slice its date
   * @param lastGood the date of the last slice before it that told the state
   */
  record Carried(LocalDate slice, LocalDate lastGood) {}

  /** Whether the graduate is away. */
  boolean isAbsence() {
    return kind.equals(History.LEFT);
  }

  /** Whether the interval has this date. */
  boolean holdsOn(LocalDate date) {
    return !from.isAfter(date) && (to == null || to.isAfter(date));
  }

  /** The same until another date. */
  Interval<S> until(LocalDate end) {
    return new Interval<>(from, end, kind, feed, submission, carried, state);
  }

  /**
   * The last slice that told the state: the last slice in the interval, unless that carried the
   * state forward.
   *
   * @param lastSlice date of the last slice in it
   */
  LocalDate lastTold(LocalDate lastSlice) {
    Carried last = carried.isEmpty() ? null : carried.get(carried.size() - 1);
    return last != null && last.slice().equals(lastSlice) ? last.lastGood() : lastSlice;
  }
}
