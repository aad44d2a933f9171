package dev.taizhang.history;

import dev.taizhang.tables.History;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Folds the sightings of one graduate into states over time, from the first slice of the cohort or
 * from the state that is open before its last one: two ways, one piece of code.
 *
 * <p>A slice that names the graduate in no row that tells a state carries the last one forward. A
 * slice that does not name the graduate makes them leave.
 *
 * @param <S> how states are held; equal where they are the same
 * @see <a href="../../../../../docs/adr/0035-history-as-a-fold.md">ADR 35</a>
 */
final class StateFold<S> {

  private static final int NONE = -1;

  private final List<LocalDate> dates;
  private final List<Interval<S>> closed = new ArrayList<>();

  /** The interval that the sightings so far leave open, with what it carries. */
  private Interval<S> open;

  private List<Interval.Carried> carried = new ArrayList<>();

  /** The last state that was told, and when. */
  private S told;

  private LocalDate toldOn;

  /** The last date on which the graduate was there. */
  private int there = NONE;

  private StateFold(List<LocalDate> dates) {
    this.dates = dates;
  }

  /**
   * A graduate of whom nothing is known before the first slice.
   *
   * @param dates the dates of the cohort's slices in force, in order
   */
  static <S> StateFold<S> fromTheBeginning(List<LocalDate> dates) {
    return new StateFold<>(dates);
  }

  /**
   * A graduate as known before the last slice.
   *
   * @param dates the dates of the cohort's slices in force, in order, of which the last is new
   * @param open what is open before the last slice
   * @param lastTold where the graduate is away, the interval before that, if it is wanted
   */
  static <S> StateFold<S> carriedOn(
      List<LocalDate> dates, Interval<S> open, Optional<Interval<S>> lastTold) {
    StateFold<S> fold = new StateFold<>(dates);
    fold.open = open;
    fold.carried = new ArrayList<>(open.carried());
    if (!open.isAbsence()) {
      fold.there = dates.size() - 2;
      fold.known(open, fold.there);
    } else if (lastTold.isPresent()) {
      LocalDate end = lastTold.get().to();
      fold.known(
          lastTold.get(), (int) dates.stream().filter(date -> date.isBefore(end)).count() - 1);
    }
    return fold;
  }

  private void known(Interval<S> interval, int lastSlice) {
    told = interval.state();
    toldOn = interval.lastTold(dates.get(lastSlice));
  }

  /**
   * The states over time.
   *
   * @param sightings of the slices that are not known yet, in order
   */
  List<Interval<S>> intervals(List<Sighting<S>> sightings) {
    int begin = 0;
    while (begin < sightings.size()) {
      int end = begin + 1;
      while (end < sightings.size() && sightings.get(end).date() == sightings.get(begin).date()) {
        end++;
      }
      see(sightings.subList(begin, end));
      begin = end;
    }
    leaveBefore(dates.size());
    List<Interval<S>> all = new ArrayList<>(closed);
    if (open != null) {
      all.add(withCarried());
    }
    return all;
  }

  /** Takes in the rows of one date: of those that tell a state the last one counts. */
  private void see(List<Sighting<S>> rows) {
    int date = rows.get(0).date();
    Sighting<S> last = rows.get(rows.size() - 1);
    boolean good = false;
    for (Sighting<S> row : rows) {
      if (row.state() != null) {
        last = row;
        good = true;
      }
    }
    S state = good ? last.state() : told;
    if (state == null) {
      return;
    }
    leaveBefore(date);
    LocalDate on = dates.get(date);
    String kind = kind(state);
    told = state;
    toldOn = good ? on : toldOn;
    there = date;
    if (kind != null) {
      begin(on, kind, last.submission(), state);
    }
    if (!good) {
      carried.add(new Interval.Carried(on, toldOn));
    }
  }

  /** What begins with a state; null where what was goes on. */
  private String kind(S state) {
    if (open == null) {
      return History.ENTERED;
    }
    if (open.isAbsence()) {
      return History.RETURNED;
    }
    return state.equals(told) ? null : History.CHANGED;
  }

  /** Lets the graduate leave where there is a date between the last one there and this. */
  private void leaveBefore(int date) {
    if (open != null && !open.isAbsence() && there + 1 < date) {
      begin(dates.get(there + 1), History.LEFT, null, null);
    }
  }

  private void begin(LocalDate on, String kind, String submission, S state) {
    if (open != null) {
      closed.add(withCarried().until(on));
    }
    open = new Interval<>(on, null, kind, History.LEDGER, submission, List.of(), state);
    carried = new ArrayList<>();
  }

  private Interval<S> withCarried() {
    return new Interval<>(
        open.from(), open.to(), open.kind(), open.feed(), open.submission(), carried, open.state());
  }
}
