package dev.taizhang.figures.rates;

import dev.taizhang.tables.AsOf;
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
  public record Period(AsOfDate asOf, int graduationYear) implements Serializable {}

  /**
   * That a slice speaks.
   *
   * @param period number of the period
   * @param ageDays days from the slice to the date
   */
  public record Turn(int period, int ageDays) implements Serializable {}

  private final ArrayList<Period> periods = new ArrayList<>();
  private final HashMap<CountedSlice, ArrayList<Turn>> turns = new HashMap<>();

  private SpeakingSlices() {}

  /** From the map of as-of dates, or the part of it that a table keeps. */
  public static SpeakingSlices of(List<AsOf.Speaking> all) {
    SpeakingSlices speaking = new SpeakingSlices();
    LinkedHashMap<Period, Integer> numbers = new LinkedHashMap<>();
    for (AsOf.Speaking one : all) {
      Period period =
          new Period(new AsOfDate(one.asOfDate(), one.asOfKind()), one.graduationYear());
      int number = numbers.computeIfAbsent(period, key -> numbers.size());
      speaking
          .turns
          .computeIfAbsent(slice(one), key -> new ArrayList<>())
          .add(new Turn(number, one.ageDays()));
    }
    speaking.periods.addAll(numbers.keySet());
    return speaking;
  }

  private static CountedSlice slice(AsOf.Speaking one) {
    return new CountedSlice(one.universityCode(), one.graduationYear(), one.snapshotDate());
  }

  /** When a slice speaks. */
  public List<Turn> of(CountedSlice slice) {
    ArrayList<Turn> found = turns.get(slice);
    return found == null ? List.of() : Collections.unmodifiableList(found);
  }

  /** The dates at which a slice speaks. */
  public List<AsOfDate> datesOf(CountedSlice slice) {
    return of(slice).stream().map(turn -> periods.get(turn.period()).asOf()).toList();
  }

  /** The period of a number. */
  public Period period(int number) {
    return periods.get(number);
  }
}
