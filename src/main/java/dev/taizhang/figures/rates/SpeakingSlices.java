package dev.taizhang.figures.rates;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

/** Which slice speaks at which as-of dates, and how old it is then. */
public final class SpeakingSlices implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * A cohort at an as-of date: what figures are never added up over.
   *
   * @param asOf the date
   * @param graduationYear the cohort
   */
  record Period(AsOfDate asOf, int graduationYear) implements Serializable {}

  /**
   * That a slice speaks.
   *
   * @param slice the slice
   * @param asOf at which date
   * @param ageDays days from the slice to the date
   */
  public record Speaking(CountedSlice slice, AsOfDate asOf, int ageDays) {}

  /**
   * That a slice speaks, for whoever adds it up.
   *
   * @param period number of the period
   * @param ageDays days from the slice to the date
   */
  record Turn(int period, int ageDays) implements Serializable {}

  private final ArrayList<Period> periods = new ArrayList<>();
  private final HashMap<CountedSlice, ArrayList<Turn>> turns = new HashMap<>();

  private SpeakingSlices() {}

  /** From the map of as-of dates: one element per date, kind, university and cohort. */
  public static SpeakingSlices of(List<Speaking> all) {
    SpeakingSlices speaking = new SpeakingSlices();
    LinkedHashMap<Period, Integer> numbers = new LinkedHashMap<>();
    for (Speaking one : all) {
      Period period = new Period(one.asOf(), one.slice().graduationYear());
      int number = numbers.computeIfAbsent(period, key -> numbers.size());
      speaking
          .turns
          .computeIfAbsent(one.slice(), key -> new ArrayList<>())
          .add(new Turn(number, one.ageDays()));
    }
    speaking.periods.addAll(numbers.keySet());
    return speaking;
  }

  /** When a slice speaks. */
  List<Turn> of(CountedSlice slice) {
    ArrayList<Turn> found = turns.get(slice);
    return found == null ? List.of() : Collections.unmodifiableList(found);
  }

  /** The dates at which a slice speaks. */
  public List<AsOfDate> datesOf(CountedSlice slice) {
    return of(slice).stream().map(turn -> periods.get(turn.period()).asOf()).toList();
  }

  /** The period of a number. */
  Period period(int number) {
    return periods.get(number);
  }
}
