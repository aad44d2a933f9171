package dev.taizhang.slices;

import dev.taizhang.config.Thresholds;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Decisions.Decision;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which dates figures speak of, and which slice speaks for whom on each. There is one slice per
 * university, cohort and week, so that all of them are looked at in memory.
 *
 * @see <a href="../../../../../docs/adr/0018-only-what-changed.md">ADR 0018</a>
 */
public final class AsOfDates {

  private final NavigableSet<LocalDate> reported = new TreeSet<>();
  private final Map<LocalDate, Set<String>> universities = new TreeMap<>();
  private final Map<Cohort, NavigableSet<LocalDate>> slices = new TreeMap<>();
  private final Thresholds thresholds;
  private final List<Speaking> rows = new ArrayList<>();

  private AsOfDates(List<Slice> all, Thresholds thresholds) {
    this.thresholds = thresholds;
    for (Slice slice : all) {
      if (!slice.status().equals(Slices.IN_FORCE)) {
        continue;
      }
      String university = slice.universityCode();
      int year = slice.graduationYear();
      LocalDate date = slice.snapshotDate();
      reported.add(date);
      universities.computeIfAbsent(date, key -> new HashSet<>()).add(university);
      slices.computeIfAbsent(new Cohort(university, year), key -> new TreeSet<>()).add(date);
    }
  }

  /** Whose slices they are. */
  private record Cohort(String university, int year) implements Comparable<Cohort> {

    @Override
    public int compareTo(Cohort other) {
      return Comparator.comparing(Cohort::university)
          .thenComparing(Cohort::year)
          .compare(this, other);
    }

    /** From 1 September before the cohort's year to 31 December two years after it. */
    boolean isLive(LocalDate date) {
      return !date.isBefore(LocalDate.of(year - 1, 9, 1))
          && !date.isAfter(LocalDate.of(year + 2, 12, 31));
    }
  }

  /** Which tables keep a date. */
  private record Kept(boolean inRates, boolean inTrend) {

    Kept and(Kept other) {
      return new Kept(inRates || other.inRates, inTrend || other.inTrend);
    }
  }

  /**
   * The map from as-of dates to slices.
   *
   * <p>Plain dates: the newest one and the dates asked for (in the rates), the Sundays since the
   * first slice and the newest date (in the trend). The newest slice on or before the date speaks.
   * Only live cohorts have rows. The Sundays are there whether or not the weekly trend was asked
   * for.
   *
   * <p>Official dates (in the rates): those asked for. A locked date is among them, since only
   * figures that are there can be locked and no request is taken back. An official date speaks of
   * the cohort of its own year. The slice nearest to the date within the window speaks, the earlier
   * of two that are equally near; a university without one has no row. A plain date keeps its rows
   * beside an official one.
   *
   * @param decisions in any order
   */
  public static List<Speaking> of(
      List<Slice> slices, List<Decision> decisions, Thresholds thresholds) {
    AsOfDates dates = new AsOfDates(slices, thresholds);
    List<Decision> asked =
        decisions.stream().filter(one -> one.kind().equals(Decisions.AS_OF)).toList();
    dates.addPlain(asked);
    dates.addOfficial(asked);
    return List.copyOf(dates.rows);
  }

  private void addPlain(List<Decision> asked) {
    Map<LocalDate, Kept> kept = new TreeMap<>();
    // Requests of releases without kinds are plain.
    asked.stream()
        .filter(one -> one.asOfKind() == null || one.asOfKind().equals(Decisions.PLAIN))
        .forEach(one -> keep(kept, one.asOfDate(), true, false));
    newest()
        .ifPresent(
            newest -> {
              keep(kept, newest, true, true);
              LocalDate sunday =
                  reported.first().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
              for (; !sunday.isAfter(newest); sunday = sunday.plusWeeks(1)) {
                keep(kept, sunday, false, true);
              }
            });
    kept.forEach(
        (date, where) ->
            slices.forEach(
                (cohort, dates) -> {
                  LocalDate slice = dates.floor(date);
                  if (slice != null && cohort.isLive(date)) {
                    add(date, Decisions.PLAIN, cohort, slice, where);
                  }
                }));
  }

  private static void keep(
      Map<LocalDate, Kept> kept, LocalDate date, boolean inRates, boolean inTrend) {
    kept.merge(date, new Kept(inRates, inTrend), Kept::and);
  }

  /**
   * The newest date on which enough of the universities reported that were active, that is, had
   * reported within the days of coverage before it.
   */
  private Optional<LocalDate> newest() {
    for (LocalDate date : reported.descendingSet()) {
      Set<String> active = new HashSet<>();
      reported
          .subSet(date.minusDays(thresholds.coveredDays()), true, date, true)
          .forEach(day -> active.addAll(universities.get(day)));
      if (universities.get(date).size() >= thresholds.reportingShare() * active.size()) {
        return Optional.of(date);
      }
    }
    return Optional.empty();
  }

  /** The official dates asked for, each with the window that was asked for last. */
  private void addOfficial(List<Decision> asked) {
    Map<LocalDate, Integer> windows = new TreeMap<>();
    asked.stream()
        .filter(one -> Decisions.OFFICIAL.equals(one.asOfKind()))
        .sorted(Comparator.comparing(Decision::decidedAt))
        .forEach(
            one ->
                windows.put(
                    one.asOfDate(),
                    one.windowDays() == null ? thresholds.officialWindowDays() : one.windowDays()));
    windows.forEach(
        (date, window) ->
            slices.forEach(
                (cohort, dates) -> {
                  if (cohort.year() == date.getYear()) {
                    dates.subSet(date.minusDays(window), true, date.plusDays(window), true).stream()
                        .min(Comparator.comparing(slice -> Math.abs(age(date, slice))))
                        .ifPresent(
                            slice ->
                                add(
                                    date,
                                    Decisions.OFFICIAL,
                                    cohort,
                                    slice,
                                    new Kept(true, false)));
                  }
                }));
  }

  private static int age(LocalDate date, LocalDate slice) {
    return (int) ChronoUnit.DAYS.between(slice, date);
  }

  private void add(LocalDate date, String kind, Cohort cohort, LocalDate slice, Kept kept) {
    int age = age(date, slice);
    rows.add(
        new Speaking(
            date,
            kind,
            cohort.university(),
            cohort.year(),
            slice,
            age,
            age <= thresholds.coveredDays(),
            kept.inRates(),
            kept.inTrend()));
  }
}
