package dev.taizhang.figures.reporting;

import dev.taizhang.config.Thresholds;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.reference.University;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Reporting;
import dev.taizhang.tables.Reporting.Week;
import dev.taizhang.tables.Slices.Slice;
import dev.taizhang.tables.Submissions.Submission;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How each university reported its ledger, week by week. A file belongs to the week of its snapshot
 * date, not of its arrival, so that a warehouse made anew says the same.
 *
 * @see <a href="../../../../../../docs/definitions.md">definitions.md, "Reporting"</a>
 */
public final class ReportingFigures {

  private final LocalDate newest;
  private final Map<String, String> names;
  private final Map<String, Map<LocalDate, ReportedDay>> days;
  private final Coverage coverage;
  private final Thresholds thresholds;

  private ReportingFigures(
      LocalDate newest,
      Map<String, String> names,
      Map<String, Map<LocalDate, ReportedDay>> days,
      Coverage coverage,
      Thresholds thresholds) {
    this.newest = newest;
    this.names = names;
    this.days = days;
    this.coverage = coverage;
    this.thresholds = thresholds;
  }

  /**
   * The rows of {@link Reporting#TABLE}.
   *
   * @param submissions all of them, whatever became of them
   * @param slices all of them, whether they count or not
   * @param asOf for the newest date and for who speaks at the end of each week
   * @param reference for the names of universities and the graduates that the roster expects
   */
  public static List<Week> of(
      List<Submission> submissions,
      List<Slice> slices,
      List<Speaking> asOf,
      ReferenceData reference,
      Thresholds thresholds) {
    List<Speaking> speaking =
        asOf.stream()
            .filter(one -> one.inTrend() && one.asOfKind().equals(Decisions.PLAIN))
            .toList();
    Optional<LocalDate> newest =
        speaking.stream().map(Speaking::asOfDate).max(LocalDate::compareTo);
    if (newest.isEmpty()) {
      return List.of();
    }
    ReportingFigures figures =
        new ReportingFigures(
            newest.get(),
            reference.universities().stream()
                .collect(Collectors.toMap(University::code, University::name)),
            days(submissions, slices),
            Coverage.of(speaking, slices, reference),
            thresholds);
    Map<String, LocalDate> first = new TreeMap<>();
    slices.forEach(
        slice ->
            first.merge(
                slice.universityCode(),
                slice.snapshotDate(),
                (one, other) -> one.isBefore(other) ? one : other));
    List<Week> weeks = new ArrayList<>();
    first.forEach((university, date) -> figures.addWeeks(university, date, weeks));
    return weeks;
  }

  private static Map<String, Map<LocalDate, ReportedDay>> days(
      List<Submission> submissions, List<Slice> slices) {
    Map<String, Map<LocalDate, ReportedDay>> days = new HashMap<>();
    for (Submission file : submissions) {
      if (ReportedDay.isOfALedger(file)) {
        days.computeIfAbsent(file.universityCode(), key -> new TreeMap<>())
            .computeIfAbsent(file.snapshotDate(), key -> new ReportedDay())
            .add(file);
      }
    }
    // A slice is only told of where a file of its day is, as every slice has one.
    for (Slice slice : slices) {
      ReportedDay day =
          days.getOrDefault(slice.universityCode(), Map.of()).get(slice.snapshotDate());
      if (day != null) {
        day.add(slice);
      }
    }
    return days;
  }

  /**
   * The weeks of a university from its first slice to the newest date. One whose first slice comes
   * after the newest date has none yet.
   */
  private void addWeeks(String university, LocalDate first, List<Week> weeks) {
    if (first.isAfter(newest)) {
      return;
    }
    LocalDate lastSnapshot = null;
    LocalDate lastInForce = null;
    Map<LocalDate, ReportedDay> reported = days.getOrDefault(university, Map.of());
    for (LocalDate sunday = weekEnding(first);
        !sunday.isAfter(weekEnding(newest));
        sunday = sunday.plusWeeks(1)) {
      LocalDate asOf = sunday.isAfter(newest) ? newest : sunday;
      ReportedWeek week = new ReportedWeek();
      for (LocalDate date = sunday.minusDays(6); !date.isAfter(asOf); date = date.plusDays(1)) {
        ReportedDay day = reported.get(date);
        if (day != null) {
          week.add(day);
          lastSnapshot = day.snapshots() > 0 ? date : lastSnapshot;
          lastInForce = day.isInForce() ? date : lastInForce;
        }
      }
      weeks.add(row(university, sunday, asOf, week, lastSnapshot, lastInForce));
    }
  }

  private Week row(
      String university,
      LocalDate sunday,
      LocalDate asOf,
      ReportedWeek week,
      LocalDate lastSnapshot,
      LocalDate lastInForce) {
    Coverage.Compared compared = coverage.of(university, asOf);
    int daysSinceSnapshot = daysBetween(lastSnapshot, asOf);
    return new Week(
        university,
        names.get(university),
        sunday,
        asOf,
        week.snapshots,
        week.snapshotsInForce,
        lastSnapshot,
        daysSinceSnapshot,
        daysSinceSnapshot < thresholds.reportingCadenceDays(),
        lastInForce == null ? null : daysBetween(lastInForce, asOf),
        compared.rowsInForce(),
        compared.comparedRows(),
        compared.expectedGraduates(),
        share(compared.comparedRows(), compared.expectedGraduates()),
        week.acceptedFiles,
        week.resubmissions,
        week.rowsRead,
        week.rowsQuarantined,
        week.rowsFlagged,
        share(week.rowsQuarantined, week.rowsRead),
        share(week.rowsFlagged, week.rowsRead),
        week.heldSlices,
        week.straySlices,
        week.rejectedFiles);
  }

  /** What was of one week, added up. */
  private static final class ReportedWeek {
    private long snapshots;
    private long snapshotsInForce;
    private long acceptedFiles;
    private long resubmissions;
    private long rowsRead;
    private long rowsQuarantined;
    private long rowsFlagged;
    private long heldSlices;
    private long straySlices;
    private long rejectedFiles;

    void add(ReportedDay day) {
      snapshots += day.snapshots();
      snapshotsInForce += day.isInForce() ? 1 : 0;
      acceptedFiles += day.acceptedFiles();
      resubmissions += day.resubmissions();
      rowsRead += day.rowsRead();
      rowsQuarantined += day.rowsQuarantined();
      rowsFlagged += day.rowsFlagged();
      heldSlices += day.heldSlices();
      straySlices += day.straySlices();
      rejectedFiles += day.rejectedFiles();
    }
  }

  /** A part of a whole; null where there is nothing to be a part of. */
  private static Double share(long part, Long of) {
    return of == null || of == 0 ? null : (double) part / of;
  }

  private static int daysBetween(LocalDate date, LocalDate later) {
    return (int) ChronoUnit.DAYS.between(date, later);
  }

  /** The Sunday on or after a date. */
  private static LocalDate weekEnding(LocalDate date) {
    return date.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
  }
}
