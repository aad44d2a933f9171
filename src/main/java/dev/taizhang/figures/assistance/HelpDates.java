package dev.taizhang.figures.assistance;

import dev.taizhang.figures.rates.AsOfDate;
import dev.taizhang.tables.AsOf.Speaking;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

/** At which as-of dates which slice of a cohort speaks. */
public final class HelpDates implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  /** The longest time before a date that is looked at as a window. */
  public static final int LONGEST_WINDOW = 90;

  private final ArrayList<AsOfDate> dates = new ArrayList<>();
  private final HashMap<Cohort, ArrayList<Turn>> turns = new HashMap<>();

  private record Cohort(String university, int year) implements Serializable {}

  /**
   * That a slice speaks at a date. Days are counted since 1970.
   *
   * @param date number of the date
   * @param asOf the date
   * @param slice date of the slice that speaks
   */
  public record Turn(int date, int asOf, int slice) implements Serializable {

    /**
     * The first day of a window that ends with the date. What a slice says holds at the date, so
     * that a slice of before the window is its first day, and all that is known of it.
     */
    public int firstDay(int window) {
      return Math.min(slice, asOf - window + 1);
    }

    /** Whether a day lies in the window that ends with the date. */
    public boolean hasInWindow(int day, int window) {
      return asOf - window < day && day <= asOf;
    }
  }

  private HelpDates() {}

  /** From the map of as-of dates, or the part of it that a table keeps. */
  public static HelpDates of(List<Speaking> speaking) {
    HelpDates all = new HelpDates();
    LinkedHashMap<AsOfDate, Integer> numbers = new LinkedHashMap<>();
    for (Speaking one : speaking) {
      AsOfDate date = new AsOfDate(one.asOfDate(), one.asOfKind());
      int number = numbers.computeIfAbsent(date, key -> numbers.size());
      all.turns
          .computeIfAbsent(
              new Cohort(one.universityCode(), one.graduationYear()), key -> new ArrayList<>())
          .add(
              new Turn(
                  number,
                  (int) one.asOfDate().toEpochDay(),
                  (int) one.snapshotDate().toEpochDay()));
    }
    all.dates.addAll(numbers.keySet());
    return all;
  }

  /** Whether no slice speaks. */
  public boolean isEmpty() {
    return turns.isEmpty();
  }

  /** When a slice of a cohort speaks. */
  public List<Turn> of(String university, int year) {
    ArrayList<Turn> found = turns.get(new Cohort(university, year));
    return found == null ? List.of() : Collections.unmodifiableList(found);
  }

  /** The date of a number. */
  public AsOfDate date(int number) {
    return dates.get(number);
  }
}
