package dev.taizhang.figures.revisions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.conform.TableRows;
import dev.taizhang.figures.revisions.SpokenSlice.Total;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Revisions.Revision;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Submissions.Submission;
import dev.taizhang.tables.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FigureRevisionsTest {

  private static final String JUNE_1 = "2022-06-01";
  private static final String JUNE_5 = "2022-06-05";
  private static final String JUNE_12 = "2022-06-12";

  private final Tables before = new Tables();
  private Tables now = new Tables();

  /** One university with 4 graduates, 1 of them placed, who speaks on 5 and 12 June. */
  @BeforeEach
  void oneUniversityOnTwoSundays() {
    for (Tables tables : List.of(before, now)) {
      tables.file("a", "10001", JUNE_1, "1").cell("10001", JUNE_1, 1, 3);
      tables.speaks(JUNE_5, Decisions.PLAIN, "10001", JUNE_1);
      tables.speaks(JUNE_12, Decisions.PLAIN, "10001", JUNE_1);
    }
  }

  @Test
  void nothingMovedWithoutNews() {
    assertCandidates();
    assertRevisions();
  }

  @Test
  void newestFileMovesNoEarlierFigure() {
    now.file("b", "10001", "2022-06-13", "1").cell("10001", "2022-06-13", 4, 0);
    now.speaks("2022-06-19", Decisions.PLAIN, "10001", "2022-06-13");

    assertCandidates();
  }

  @Test
  void lateFileMovesTheDatesThatItSpeaksOn() {
    now = new Tables();
    now.file("a", "10001", JUNE_1, "1").cell("10001", JUNE_1, 1, 3);
    now.file("b", "10001", "2022-06-08", "1").cell("10001", "2022-06-08", 2, 3);
    now.speaks(JUNE_5, Decisions.PLAIN, "10001", JUNE_1);
    now.speaks(JUNE_12, Decisions.PLAIN, "10001", "2022-06-08");

    assertRevisions("2022-06-12|plain|10001|2022-06-01|2022-06-08|4|5|1|2|b");
  }

  @Test
  void universityThatReportsLateHadNoFigureBefore() {
    now.file("b", "10002", "2022-06-07", "1").cell("10002", "2022-06-07", 0, 2);
    now.speaks(JUNE_12, Decisions.PLAIN, "10002", "2022-06-07");

    assertRevisions("2022-06-12|plain|10002|null|2022-06-07|0|2|0|0|b");
  }

  @Test
  void correctedFileOfTheSameDateIsNamedAlsoWhereTheCountsStay() {
    now = new Tables();
    now.submission("a", "10001", JUNE_1, "1").slice("a", "10001", JUNE_1, Slices.SUPERSEDED);
    now.file("b", "10001", JUNE_1, "1").cell("10001", JUNE_1, 1, 3);
    now.speaks(JUNE_5, Decisions.PLAIN, "10001", JUNE_1);
    now.speaks(JUNE_12, Decisions.PLAIN, "10001", JUNE_1);

    assertRevisions(
        "2022-06-05|plain|10001|2022-06-01|2022-06-01|4|4|1|1|b",
        "2022-06-12|plain|10001|2022-06-01|2022-06-01|4|4|1|1|b");
  }

  @Test
  void fileReadUnderAnotherConfigurationMovesFiguresWithoutANewSubmission() {
    now = new Tables();
    now.file("a", "10001", JUNE_1, "2").cell("10001", JUNE_1, 2, 2);
    now.speaks(JUNE_5, Decisions.PLAIN, "10001", JUNE_1);

    assertRevisions("2022-06-05|plain|10001|2022-06-01|2022-06-01|4|4|1|2|");
  }

  @Test
  void sliceThatIsGoneLeavesNothing() {
    now = new Tables();
    now.file("c", "10002", JUNE_1, "1").cell("10002", JUNE_1, 0, 1);
    now.speaks(JUNE_5, Decisions.PLAIN, "10002", JUNE_1);

    assertRevisions(
        "2022-06-05|plain|10001|2022-06-01|null|4|0|1|0|",
        "2022-06-05|plain|10002|null|2022-06-01|0|1|0|0|c");
  }

  @Test
  void fileAfterAnOfficialDateMovesIt() {
    before.speaks("2022-08-31", Decisions.OFFICIAL, "10001", "2022-08-29");
    before.file("x", "10001", "2022-08-29", "1").cell("10001", "2022-08-29", 2, 2);
    now.file("x", "10001", "2022-08-29", "1").cell("10001", "2022-08-29", 2, 2);
    now.file("y", "10001", "2022-09-01", "1").cell("10001", "2022-09-01", 3, 1);
    now.speaks("2022-08-31", Decisions.OFFICIAL, "10001", "2022-09-01");

    assertRevisions("2022-08-31|official|10001|2022-08-29|2022-09-01|4|4|2|3|y");
  }

  @Test
  void datesOfWhichThereWereNoFiguresAreNoRevisions() {
    now.speaks("2022-06-10", Decisions.PLAIN, "10001", JUNE_1);
    now.file("b", "10001", "2022-06-09", "1").cell("10001", "2022-06-09", 4, 0);

    assertRevisions();
  }

  private void assertCandidates() {
    assertEquals(List.of(), FigureRevisions.candidates(before.known(), now.known()));
  }

  /** Lines of date, kind, university, slices before and now, graduates, placed, submissions. */
  private void assertRevisions(String... lines) {
    List<Revision> built =
        FigureRevisions.of(
            FigureRevisions.candidates(before.known(), now.known()),
            before.known(),
            now.known(),
            before.totals,
            now.totals,
            "run",
            Instant.EPOCH);
    assertEquals(
        List.of(lines),
        built.stream()
            .sorted(
                Comparator.comparing(Revision::asOfDate).thenComparing(Revision::universityCode))
            .map(FigureRevisionsTest::line)
            .toList());
  }

  private static String line(Revision row) {
    return String.join(
        "|",
        Stream.of(
                row.asOfDate(),
                row.asOfKind(),
                row.universityCode(),
                row.snapshotDateBefore(),
                row.snapshotDateNow(),
                row.graduatesBefore(),
                row.graduatesNow(),
                row.placedBefore(),
                row.placedNow(),
                String.join(" ", row.submissionIds()))
            .map(String::valueOf)
            .toList());
  }

  /** The tables at one time. */
  private static final class Tables {

    private final TableRows submissions = rows(Submissions.TABLE);
    private final TableRows slices = rows(Slices.TABLE);
    private final TableRows asOf = rows(AsOf.TABLE);
    private final Map<SpokenSlice, Total> totals = new HashMap<>();

    /** Rows of the cohort of 2022, where no column that must have a value is without one. */
    private static TableRows rows(Table table) {
      Object[] usual =
          table.fields().stream()
              .filter(field -> !field.nullable())
              .flatMap(field -> Stream.of(field, some(field)))
              .toArray();
      return TableRows.of(table, usual);
    }

    private static Object some(Field field) {
      if (field.name().equals(Slices.GRADUATION_YEAR.name())) {
        return 2022;
      }
      Map<DataType, Object> values =
          Map.of(
              DataTypes.StringType,
              "any",
              DataTypes.LongType,
              0L,
              DataTypes.IntegerType,
              0,
              DataTypes.BooleanType,
              true,
              DataTypes.DateType,
              LocalDate.EPOCH,
              DataTypes.TimestampType,
              Instant.EPOCH);
      return values.getOrDefault(field.type(), List.of());
    }

    Tables file(String id, String university, String date, String configuration) {
      return submission(id, university, date, configuration)
          .slice(id, university, date, Slices.IN_FORCE);
    }

    Tables submission(String id, String university, String date, String configuration) {
      submissions.row(
          Submissions.SUBMISSION_ID,
          id,
          Submissions.UNIVERSITY_CODE,
          university,
          Submissions.SNAPSHOT_DATE,
          LocalDate.parse(date),
          Submissions.CONFIGURATION,
          configuration);
      return this;
    }

    Tables slice(String id, String university, String date, String status) {
      slices.row(
          Slices.SUBMISSION_ID,
          id,
          Slices.UNIVERSITY_CODE,
          university,
          Slices.SNAPSHOT_DATE,
          LocalDate.parse(date),
          Slices.STATUS,
          status);
      return this;
    }

    /** Placed graduates, and some of whom nothing is known. */
    void cell(String university, String date, long placed, long unknown) {
      totals.put(
          new SpokenSlice(university, 2022, LocalDate.parse(date)),
          new Total(placed + unknown, placed));
    }

    void speaks(String asOfDate, String kind, String university, String snapshotDate) {
      asOf.row(
          AsOf.AS_OF_DATE,
          LocalDate.parse(asOfDate),
          AsOf.AS_OF_KIND,
          kind,
          AsOf.UNIVERSITY_CODE,
          university,
          AsOf.SNAPSHOT_DATE,
          LocalDate.parse(snapshotDate));
    }

    FigureRevisions.Known known() {
      return new FigureRevisions.Known(
          submissions.records(Submission.class),
          slices.records(Slice.class),
          asOf.records(Speaking.class));
    }
  }
}
