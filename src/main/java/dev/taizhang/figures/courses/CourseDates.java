package dev.taizhang.figures.courses;

import dev.taizhang.figures.rates.AsOfDate;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which cohorts are watched until which as-of dates. */
public final class CourseDates implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  private final ArrayList<Period> periods = new ArrayList<>();
  private final HashMap<Cohort, ArrayList<Watch>> watches = new HashMap<>();

  private record Cohort(String university, int year) implements Serializable {}

  /**
   * A cohort's year at an as-of date: what figures are never added up over.
   *
   * @param asOf the date
   * @param graduationYear the cohort's year
   */
  public record Period(AsOfDate asOf, int graduationYear) implements Serializable {}

  private CourseDates() {}

  /**
   * The cohorts for which a slice speaks.
   *
   * @param asOf which slice speaks for whom, of the dates that are wanted
   * @param slices all slices
   * @param wanted which cohorts are watched
   */
  public static CourseDates of(List<Speaking> asOf, List<Slice> slices, Predicate<Watch> wanted) {
    Map<Cohort, NavigableSet<LocalDate>> inForce = new HashMap<>();
    for (Slice slice : slices) {
      if (slice.status().equals(Slices.IN_FORCE)) {
        inForce
            .computeIfAbsent(
                new Cohort(slice.universityCode(), slice.graduationYear()), key -> new TreeSet<>())
            .add(slice.snapshotDate());
      }
    }
    CourseDates dates = new CourseDates();
    Map<Period, Integer> numbers = new LinkedHashMap<>();
    for (Speaking one : asOf) {
      Cohort cohort = new Cohort(one.universityCode(), one.graduationYear());
      int period =
          numbers.computeIfAbsent(
              new Period(new AsOfDate(one.asOfDate(), one.asOfKind()), one.graduationYear()),
              key -> numbers.size());
      Watch watch =
          new Watch(
              period,
              one.graduationYear(),
              (int) one.asOfDate().toEpochDay(),
              inForce.get(cohort).headSet(one.snapshotDate(), true).stream()
                  .map(date -> (int) date.toEpochDay())
                  .toList());
      if (wanted.test(watch)) {
        dates.watches.computeIfAbsent(cohort, key -> new ArrayList<>()).add(watch);
      }
    }
    dates.periods.addAll(numbers.keySet());
    return dates;
  }

  /** Whether nobody is watched. */
  public boolean isEmpty() {
    return watches.isEmpty();
  }

  /** The watches of a cohort, one for each date. */
  public List<Watch> of(String university, int year) {
    ArrayList<Watch> found = watches.get(new Cohort(university, year));
    return found == null ? List.of() : Collections.unmodifiableList(found);
  }

  /** The as-of date and cohort's year of a number. */
  public Period period(int number) {
    return periods.get(number);
  }
}
