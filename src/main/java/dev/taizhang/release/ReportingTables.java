package dev.taizhang.release;

import static java.util.Comparator.comparing;

import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Reporting.Week;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes {@code reporting}, {@code as_of} and {@code slices}: who reported what, and when. */
final class ReportingTables {

  private static final String REPORTING = "reporting";
  private static final Set<String> NOT_COUNTED = Set.of(Slices.HELD, Slices.STRAY);

  private final EditionSource source;
  private final EditionWords words;
  private final Function<String, Label> universityNames;

  ReportingTables(
      EditionSource source, EditionWords words, Function<String, Label> universityNames) {
    this.source = source;
    this.words = words;
    this.universityNames = universityNames;
  }

  List<EditionTable> tables() {
    List<EditionTable> tables = new ArrayList<>();
    tables.add(layout().table(REPORTING, "latest", newestWeek(source)));
    source.reporting().stream()
        .sorted(comparing(Week::weekEnding, Comparator.<LocalDate>reverseOrder()))
        .collect(Collectors.groupingBy(Week::universityCode, TreeMap::new, Collectors.toList()))
        .forEach(
            (code, weeks) ->
                tables.add(
                    shortLayout()
                        .ofUniversity(REPORTING, code, universityNames.apply(code), weeks)));
    tables.add(speaking());
    tables.add(notCounted());
    return tables;
  }

  /** The newest week of all, university by university. */
  static List<Week> newestWeek(EditionSource source) {
    LocalDate newest =
        source.reporting().stream()
            .map(Week::weekEnding)
            .max(LocalDate::compareTo)
            .orElse(LocalDate.MIN);
    return source.reporting().stream()
        .filter(week -> week.weekEnding().equals(newest))
        .sorted(comparing(Week::universityCode))
        .toList();
  }

  /** Slices that do not count until a person decides. */
  static List<Slice> notCounted(EditionSource source) {
    return source.slices().stream()
        .filter(slice -> NOT_COUNTED.contains(slice.status()))
        .sorted(
            comparing(Slice::snapshotDate, Comparator.<LocalDate>reverseOrder())
                .thenComparing(Slice::universityCode)
                .thenComparing(Slice::graduationYear))
        .toList();
  }

  /** What a university's page tells week by week. */
  private TableLayout<Week> shortLayout() {
    return new TableLayout<Week>(words)
        .value("university_code", Week::universityCode)
        .value("week_ending", Week::weekEnding)
        .value("last_snapshot_date", Week::lastSnapshotDate)
        .value("on_time", Week::onTime)
        .countOrNothing("age_days", Week::ageDays)
        .count("rows_in_force", Week::rowsInForce)
        .share("coverage_share", Week::coverageShare)
        .count("accepted_files", Week::acceptedFiles)
        .count("resubmissions", Week::resubmissions)
        .count("rows_read", Week::rowsRead)
        .count("rows_quarantined", Week::rowsQuarantined)
        .count("rows_flagged", Week::rowsFlagged)
        .count("held_slices", Week::heldSlices)
        .count("stray_slices", Week::straySlices)
        .count("rejected_files", Week::rejectedFiles);
  }

  private TableLayout<Week> layout() {
    return new TableLayout<Week>(words)
        .value("university_code", Week::universityCode)
        .value("week_ending", Week::weekEnding)
        .value("as_of_date", Week::asOfDate)
        .count("snapshots", Week::snapshots)
        .count("snapshots_in_force", Week::snapshotsInForce)
        .value("last_snapshot_date", Week::lastSnapshotDate)
        .count("days_since_snapshot", Week::daysSinceSnapshot)
        .value("on_time", Week::onTime)
        .countOrNothing("age_days", Week::ageDays)
        .count("rows_in_force", Week::rowsInForce)
        .count("compared_rows", Week::comparedRows)
        .countOrNothing("expected_graduates", Week::expectedGraduates)
        .share("coverage_share", Week::coverageShare)
        .count("accepted_files", Week::acceptedFiles)
        .count("resubmissions", Week::resubmissions)
        .count("rows_read", Week::rowsRead)
        .count("rows_quarantined", Week::rowsQuarantined)
        .count("rows_flagged", Week::rowsFlagged)
        .share("quarantined_share", Week::quarantinedShare)
        .share("flagged_share", Week::flaggedShare)
        .count("held_slices", Week::heldSlices)
        .count("stray_slices", Week::straySlices)
        .count("rejected_files", Week::rejectedFiles);
  }

  private EditionTable speaking() {
    return new TableLayout<Speaking>(words)
        .value("as_of_date", Speaking::asOfDate)
        .value("university_code", Speaking::universityCode)
        .count("graduation_year", Speaking::graduationYear)
        .value("snapshot_date", Speaking::snapshotDate)
        .count("age_days", Speaking::ageDays)
        .value("covered", Speaking::covered)
        .table(
            "as_of",
            "latest",
            source.speaking().stream()
                .sorted(
                    comparing(Speaking::universityCode)
                        .thenComparing(
                            Speaking::graduationYear, Comparator.<Integer>reverseOrder()))
                .toList());
  }

  private EditionTable notCounted() {
    return new TableLayout<Slice>(words)
        .value("university_code", Slice::universityCode)
        .count("graduation_year", Slice::graduationYear)
        .value("snapshot_date", Slice::snapshotDate)
        .count("graduates", Slice::graduates)
        .value("status", Slice::status)
        .value("why", Slice::why)
        .table("slices", "held", notCounted(source));
  }
}
