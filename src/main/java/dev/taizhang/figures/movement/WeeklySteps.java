package dev.taizhang.figures.movement;

import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Decisions;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The steps from one weekly as-of date to the next, as each cohort takes them. */
public final class WeeklySteps implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  private final HashMap<Cohort, ArrayList<Step>> steps = new HashMap<>();

  private record Cohort(String university, int year) implements Serializable {}

  /**
   * A cohort's step. Dates are days since 1970.
   *
   * @param asOf the date that the step leads to
   * @param previous the weekly date before it
   * @param earlierSlice date of the slice that spoke for the cohort then; null where none did
   * @param laterSlice date of the slice that speaks for it now
   */
  public record Step(int asOf, int previous, Integer earlierSlice, int laterSlice)
      implements Serializable {

    /** Whether what holds on some days holds when the step begins. */
    public boolean beginsWithin(int from, int to) {
      return earlierSlice != null && from <= earlierSlice && earlierSlice < to;
    }

    /** Whether what holds on some days holds when the step ends. */
    public boolean endsWithin(int from, int to) {
      return from <= laterSlice && laterSlice < to;
    }
  }

  private WeeklySteps() {}

  /**
   * The steps of all cohorts for which a slice speaks at the end.
   *
   * @param asOf which slice speaks for whom
   * @param wanted the dates whose steps are asked for
   */
  public static WeeklySteps of(List<Speaking> asOf, Predicate<LocalDate> wanted) {
    NavigableMap<LocalDate, Map<Cohort, Integer>> speaking = new TreeMap<>();
    for (Speaking one : asOf) {
      if (one.inTrend() && one.asOfKind().equals(Decisions.PLAIN)) {
        speaking
            .computeIfAbsent(one.asOfDate(), key -> new HashMap<>())
            .put(
                new Cohort(one.universityCode(), one.graduationYear()),
                (int) one.snapshotDate().toEpochDay());
      }
    }
    WeeklySteps steps = new WeeklySteps();
    speaking.forEach(
        (date, later) -> {
          Map.Entry<LocalDate, Map<Cohort, Integer>> before = speaking.lowerEntry(date);
          if (before != null && wanted.test(date)) {
            later.forEach(
                (cohort, slice) ->
                    steps.add(
                        cohort,
                        new Step(
                            (int) date.toEpochDay(),
                            (int) before.getKey().toEpochDay(),
                            before.getValue().get(cohort),
                            slice)));
          }
        });
    return steps;
  }

  private void add(Cohort cohort, Step step) {
    steps.computeIfAbsent(cohort, key -> new ArrayList<>()).add(step);
  }

  /** Whether nobody takes a step. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /** The steps of a cohort. */
  public List<Step> of(String university, int year) {
    List<Step> ofCohort = steps.get(new Cohort(university, year));
    return ofCohort == null ? List.of() : ofCohort;
  }
}
