package dev.taizhang.figures.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.config.Holding;
import dev.taizhang.config.Thresholds;
import dev.taizhang.conform.TableRows;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Reporting;
import dev.taizhang.tables.Reporting.Week;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Submissions.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Sundays of June 2022 are the 5th, 12th, 19th and 26th. */
class ReportingFiguresTest {

  private static final Thresholds WEEKLY = Thresholds.DEFAULT;

  private final TableRows submissions =
      TableRows.of(
          Submissions.TABLE,
          Submissions.FEED,
          "ledger",
          Submissions.UNIVERSITY_CODE,
          "10001",
          Submissions.FILE_NAME,
          "file",
          Submissions.BYTE_SIZE,
          1L,
          Submissions.MODIFIED_AT,
          Instant.EPOCH,
          Submissions.RECEIVED_AT,
          Instant.EPOCH,
          Submissions.CONFIGURATION,
          "c",
          Submissions.STATUS,
          Submissions.ACCEPTED,
          Submissions.ROW_COUNT,
          10L,
          Submissions.QUARANTINED_COUNT,
          1L,
          Submissions.FLAGGED_COUNT,
          2L,
          Submissions.RUN_ID,
          "r");
  private final TableRows slices =
      TableRows.of(
          Slices.TABLE,
          Slices.UNIVERSITY_CODE,
          "10001",
          Slices.GRADUATION_YEAR,
          2022,
          Slices.GRADUATES,
          9L,
          Slices.STATUS,
          Slices.IN_FORCE);
  private final TableRows asOf =
      TableRows.of(
          AsOf.TABLE,
          AsOf.AS_OF_KIND,
          "plain",
          AsOf.UNIVERSITY_CODE,
          "10001",
          AsOf.GRADUATION_YEAR,
          2022,
          AsOf.AGE_DAYS,
          0,
          AsOf.COVERED,
          true,
          AsOf.IN_RATES,
          false,
          AsOf.IN_TREND,
          true);

  @TempDir Path folder;

  private int number;

  @Test
  void rowTellsOfAWeekWhatCameAndHowItCompares() throws IOException {
    Files.writeString(
        folder.resolve("universities.csv"),
        "code,name,province_code,prefecture_code\n10001,示例大学,410000,410100\n");
    expected("10001,2022,all,12");
    reported("2022-06-08");
    speaks("2022-06-12", "2022-06-08");

    List<Week> row =
        TableRows.of(Reporting.TABLE)
            .row(
                Reporting.UNIVERSITY_CODE, "10001",
                Reporting.UNIVERSITY_NAME, "示例大学",
                Reporting.WEEK_ENDING, LocalDate.of(2022, 6, 12),
                Reporting.AS_OF_DATE, LocalDate.of(2022, 6, 12),
                Reporting.SNAPSHOTS, 1L,
                Reporting.SNAPSHOTS_IN_FORCE, 1L,
                Reporting.LAST_SNAPSHOT_DATE, LocalDate.of(2022, 6, 8),
                Reporting.DAYS_SINCE_SNAPSHOT, 4,
                Reporting.ON_TIME, true,
                Reporting.AGE_DAYS, 4,
                Reporting.ROWS_IN_FORCE, 9L,
                Reporting.COMPARED_ROWS, 9L,
                Reporting.EXPECTED_GRADUATES, 12L,
                Reporting.COVERAGE_SHARE, 0.75,
                Reporting.ACCEPTED_FILES, 1L,
                Reporting.RESUBMISSIONS, 0L,
                Reporting.ROWS_READ, 10L,
                Reporting.ROWS_QUARANTINED, 1L,
                Reporting.ROWS_FLAGGED, 2L,
                Reporting.QUARANTINED_SHARE, 0.1,
                Reporting.FLAGGED_SHARE, 0.2,
                Reporting.HELD_SLICES, 0L,
                Reporting.STRAY_SLICES, 0L,
                Reporting.REJECTED_FILES, 0L)
            .records(Week.class);
    assertEquals(row, built(WEEKLY));
  }

  @Test
  void universityIsLateInAWeekInWhichNothingOfItIsOf() {
    reported("2022-06-05");
    reported("2022-06-16");
    speaks("2022-06-05", "2022-06-05");
    speaks("2022-06-12", "2022-06-05");
    speaks("2022-06-19", "2022-06-16");

    assertWeeks(
        List.of(
            Reporting.SNAPSHOTS,
            Reporting.LAST_SNAPSHOT_DATE,
            Reporting.DAYS_SINCE_SNAPSHOT,
            Reporting.ON_TIME,
            Reporting.QUARANTINED_SHARE),
        "2022-06-05|1|2022-06-05|0|true|0.1",
        "2022-06-12|0|2022-06-05|7|false|null",
        "2022-06-19|1|2022-06-16|3|true|0.1");
  }

  @Test
  void cadenceOfTwoWeeksAllowsTwoWeeks() {
    reported("2022-06-05");
    speaks("2022-06-05", "2022-06-05");
    speaks("2022-06-19", "2022-06-05");

    assertEquals(
        List.of("2022-06-05|0|true", "2022-06-12|7|true", "2022-06-19|14|false"),
        lines(
            built(new Thresholds(9, 7, 30, 0.1, 14, 0.05, 0, 2, Holding.DEFAULT)),
            List.of(Reporting.DAYS_SINCE_SNAPSHOT, Reporting.ON_TIME)));
  }

  @Test
  void weekThatIsNotOverIsJudgedAtTheNewestDate() {
    reported("2022-06-02");
    speaks("2022-06-05", "2022-06-02");
    speaks("2022-06-08", "2022-06-02");

    assertWeeks(
        List.of(Reporting.AS_OF_DATE, Reporting.DAYS_SINCE_SNAPSHOT, Reporting.ON_TIME),
        "2022-06-05|2022-06-05|3|true",
        "2022-06-12|2022-06-08|6|true");
  }

  @Test
  void fileOfLaterThanTheNewestDateWaitsUntilThatHasMovedOn() {
    reported("2022-06-02");
    reported("2022-06-10");
    speaks("2022-06-08", "2022-06-02");

    assertWeeks(
        List.of(Reporting.SNAPSHOTS, Reporting.LAST_SNAPSHOT_DATE),
        "2022-06-05|1|2022-06-02",
        "2022-06-12|0|2022-06-02");
  }

  @Test
  void heldSnapshotIsOnTimeButTheLedgerInForceGrowsOlder() {
    reported("2022-06-05");
    file("2022-06-12");
    slice("2022-06-12", 2022, 4, Slices.HELD);
    slice("2022-06-12", 2023, 1, Slices.STRAY);
    speaks("2022-06-12", "2022-06-05");

    assertWeeks(
        List.of(
            Reporting.SNAPSHOTS,
            Reporting.SNAPSHOTS_IN_FORCE,
            Reporting.ON_TIME,
            Reporting.AGE_DAYS,
            Reporting.ROWS_IN_FORCE,
            Reporting.HELD_SLICES,
            Reporting.STRAY_SLICES),
        "2022-06-05|1|1|true|0|0|0|0",
        "2022-06-12|1|0|true|7|9|1|1");
  }

  @Test
  void resubmissionsAreFilesBeyondTheFirstOrTheFirstOfEachPart() {
    // A whole file and its correction.
    reported("2022-06-01");
    file("2022-06-01");
    // Parts of one snapshot, the first of them corrected.
    part("2022-06-08", 1);
    part("2022-06-08", 1);
    part("2022-06-08", 2);
    // A whole file that two parts take the place of.
    file("2022-06-15");
    part("2022-06-15", 1);
    part("2022-06-15", 2);
    // Two parts, and a whole snapshot of another day.
    part("2022-06-22", 1);
    part("2022-06-22", 2);
    file("2022-06-23");
    speaks("2022-06-26", "2022-06-01");

    assertWeeks(
        List.of(Reporting.SNAPSHOTS, Reporting.ACCEPTED_FILES, Reporting.RESUBMISSIONS),
        "2022-06-05|1|2|1",
        "2022-06-12|1|3|1",
        "2022-06-19|1|3|1",
        "2022-06-26|2|3|0");
  }

  @Test
  void rejectedFilesAreNoSnapshotsAndRetractedOnesNothingAtAll() {
    reported("2022-06-05");
    file("2022-06-12", Submissions.STATUS, Submissions.REJECTED, Submissions.ROW_COUNT, null);
    file("2022-06-12", Submissions.STATUS, Submissions.RETRACTED);
    file("2022-06-12", Submissions.FEED, "follow_up");
    file("2022-06-12", Submissions.UNIVERSITY_CODE, null);
    speaks("2022-06-12", "2022-06-05");

    assertWeeks(
        List.of(
            Reporting.SNAPSHOTS,
            Reporting.ACCEPTED_FILES,
            Reporting.REJECTED_FILES,
            Reporting.ROWS_READ,
            Reporting.ON_TIME),
        "2022-06-05|1|1|0|10|true",
        "2022-06-12|0|0|1|0|false");
  }

  @Test
  void sharesAreOfAllRowsOfTheWeek() {
    reported("2022-06-01");
    file("2022-06-03", Submissions.ROW_COUNT, 30L, Submissions.QUARANTINED_COUNT, 7L);
    speaks("2022-06-05", "2022-06-01");

    assertWeeks(
        List.of(
            Reporting.ROWS_READ,
            Reporting.ROWS_QUARANTINED,
            Reporting.QUARANTINED_SHARE,
            Reporting.FLAGGED_SHARE),
        "2022-06-05|40|8|0.2|0.1");
  }

  @Test
  void rosterIsHeldAgainstTheCohortsThatItKnows() throws IOException {
    expected("10001,2022,bachelor,5", "10001,2022,associate,1", "10002,2022,all,100");
    reported("2022-06-05");
    slice("2022-06-05", 2021, 8, Slices.IN_FORCE);
    speaks("2022-06-05", "2022-06-05");
    speaks("2022-06-05", "2022-06-05", AsOf.GRADUATION_YEAR, 2021);

    assertCoverage("2022-06-05|17|9|6|1.5");
  }

  @Test
  void numberForAllLevelsWinsOverThoseForSingleOnes() throws IOException {
    expected("10001,2022,all,9", "10001,2022,bachelor,5");
    reported("2022-06-05");
    speaks("2022-06-05", "2022-06-05");

    assertCoverage("2022-06-05|9|9|9|1.0");
  }

  @Test
  void cohortOfTheYearIsExpectedAlsoWhereNoSliceHasIt() throws IOException {
    expected("10001,2021,all,10", "10001,2022,all,40", "10001,2023,all,50");
    file("2022-06-05");
    slice("2022-06-05", 2021, 10, Slices.IN_FORCE);
    speaks("2022-06-05", "2022-06-05", AsOf.GRADUATION_YEAR, 2021);

    assertCoverage("2022-06-05|10|10|50|0.2");
  }

  @Test
  void withoutANumberInTheRosterNothingIsExpected() {
    reported("2022-06-05");
    speaks("2022-06-05", "2022-06-05");

    assertCoverage("2022-06-05|9|0|null|null");
  }

  @Test
  void partsOfASliceAreAddedUp() {
    reported("2022-06-05");
    slice("2022-06-05", 2022, 3, Slices.IN_FORCE);
    slice("2022-06-05", 2022, 9, Slices.SUPERSEDED);
    speaks("2022-06-05", "2022-06-05");

    assertCoverage("2022-06-05|12|0|null|null");
  }

  @Test
  void datesAskedForAndOfficialOnesMakeNoWeeks() {
    reported("2022-06-05");
    speaks("2022-06-05", "2022-06-05");
    speaks("2022-08-31", "2022-06-05", AsOf.IN_RATES, true, AsOf.IN_TREND, false);
    speaks("2022-08-31", "2022-06-05", AsOf.AS_OF_KIND, "official");

    assertWeeks(List.of(Reporting.SNAPSHOTS), "2022-06-05|1");
  }

  @Test
  void withoutAnAsOfDateThereIsNoWeek() {
    reported("2022-06-05");

    assertWeeks(List.of(Reporting.SNAPSHOTS));
  }

  @Test
  void universityWhoseFirstSliceIsOfLaterHasNoWeekYet() {
    reported("2022-06-05");
    file("2022-06-14", Submissions.UNIVERSITY_CODE, "10002");
    slices.row(
        Slices.SUBMISSION_ID, "late",
        Slices.UNIVERSITY_CODE, "10002",
        Slices.SNAPSHOT_DATE, LocalDate.of(2022, 6, 14));
    speaks("2022-06-05", "2022-06-05");

    assertWeeks(List.of(Reporting.UNIVERSITY_CODE), "2022-06-05|10001");
  }

  @Test
  void universityWhoseFirstSliceIsOfLaterInTheNewestWeekHasNoWeekYet() {
    reported("2022-06-07");
    file("2022-06-08", Submissions.UNIVERSITY_CODE, "10002");
    slices.row(
        Slices.SUBMISSION_ID, "late",
        Slices.UNIVERSITY_CODE, "10002",
        Slices.SNAPSHOT_DATE, LocalDate.of(2022, 6, 8));
    speaks("2022-06-07", "2022-06-07");

    assertWeeks(List.of(Reporting.UNIVERSITY_CODE), "2022-06-12|10001");
  }

  private void expected(String... rows) throws IOException {
    Files.writeString(
        folder.resolve("expected_graduates.csv"),
        "code,graduation_year,degree_level,graduates\n" + String.join("\n", rows) + "\n");
  }

  /** A file of nine graduates of 2022, in force. */
  private void reported(String date) {
    file(date);
    slice(date, 2022, 9, Slices.IN_FORCE);
  }

  private void part(String date, int part) {
    file(date, Submissions.PART, part);
  }

  private void file(String date, Object... more) {
    submissions.row(
        TableRows.joined(
            new Object[] {
              Submissions.SUBMISSION_ID,
              "s" + ++number,
              Submissions.SNAPSHOT_DATE,
              LocalDate.parse(date)
            },
            more));
  }

  private void slice(String date, int year, long graduates, String status) {
    slices.row(
        Slices.SUBMISSION_ID,
        "s" + ++number,
        Slices.SNAPSHOT_DATE,
        LocalDate.parse(date),
        Slices.GRADUATION_YEAR,
        year,
        Slices.GRADUATES,
        graduates,
        Slices.STATUS,
        status);
  }

  private void speaks(String date, String snapshot, Object... more) {
    asOf.row(
        TableRows.joined(
            new Object[] {
              AsOf.AS_OF_DATE, LocalDate.parse(date), AsOf.SNAPSHOT_DATE, LocalDate.parse(snapshot)
            },
            more));
  }

  private List<Week> built(Thresholds thresholds) {
    return ReportingFigures.of(
        submissions.records(Submission.class),
        slices.records(Slice.class),
        asOf.records(Speaking.class),
        ReferenceData.load(Optional.of(folder.toString())),
        thresholds);
  }

  /** Lines of rows in force, rows compared, graduates expected and coverage. */
  private void assertCoverage(String... lines) {
    assertWeeks(
        List.of(
            Reporting.ROWS_IN_FORCE,
            Reporting.COMPARED_ROWS,
            Reporting.EXPECTED_GRADUATES,
            Reporting.COVERAGE_SHARE),
        lines);
  }

  /** Lines of the week and of some fields. */
  private void assertWeeks(List<Field> fields, String... lines) {
    assertEquals(Arrays.asList(lines), lines(built(WEEKLY), fields));
  }

  private static List<String> lines(List<Week> weeks, List<Field> fields) {
    Field[] all =
        Stream.concat(Stream.of(Reporting.WEEK_ENDING), fields.stream()).toArray(Field[]::new);
    return TableRows.lines(Reporting.TABLE, weeks, all);
  }
}
