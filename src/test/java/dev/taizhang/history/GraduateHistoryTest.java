package dev.taizhang.history;

import static dev.taizhang.conform.TableRows.joined;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.conform.TableRows;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.History;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Slices;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class GraduateHistoryTest {

  private final TableRows slices =
      TableRows.of(
          Slices.TABLE,
          Slices.UNIVERSITY_CODE,
          "10001",
          Slices.GRADUATION_YEAR,
          2022,
          Slices.GRADUATES,
          1L,
          Slices.STATUS,
          Slices.IN_FORCE);
  private final TableRows entries =
      TableRows.of(
          Entries.TABLE,
          joined(
              state(null),
              Entries.SHEET_NAME,
              "",
              Entries.ROW_NUMBER,
              2,
              Entries.UNIVERSITY_CODE,
              "10001",
              Entries.GRADUATION_YEAR,
              2022,
              Entries.FLAGS,
              List.of()));
  private final TableRows quarantine =
      TableRows.of(
          Quarantine.TABLE,
          Quarantine.SHEET_NAME,
          "",
          Quarantine.ROW_NUMBER,
          3,
          Quarantine.UNIVERSITY_CODE,
          "10001",
          Quarantine.GRADUATION_YEAR,
          2022,
          Quarantine.RULE_ID,
          "cells_shifted",
          Quarantine.MESSAGE_ZH,
          "",
          Quarantine.MESSAGE_EN,
          "");

  @Test
  void absenceBetweenSlicesIsAStateOfItsOwn() {
    slice("s1", 1);
    slice("s2", 8);
    slice("s3", 15);
    slice("s4", 22);
    entry("s1", 1, "a", "70");
    entry("s2", 8, "a", "70");
    entry("s4", 22, "a", "10");

    TableRows expected =
        TableRows.of(
                History.TABLE,
                History.UNIVERSITY_CODE,
                "10001",
                History.GRADUATION_YEAR,
                2022,
                History.GRADUATE_ID,
                "a",
                History.SOURCE_FEED,
                "ledger",
                History.BASELINE_TAGS,
                new String[] {"disabled"},
                History.BASELINE_DETAIL,
                "mask")
            .row(
                joined(
                    state("70"),
                    History.VALID_FROM,
                    june(1),
                    History.VALID_TO,
                    june(15),
                    History.CHANGE_KIND,
                    "entered",
                    History.SUBMISSION_ID,
                    "s1"))
            .row(
                History.VALID_FROM, june(15),
                History.VALID_TO, june(22),
                History.CHANGE_KIND, "left")
            .row(
                joined(
                    state("10"),
                    History.VALID_FROM,
                    june(22),
                    History.CHANGE_KIND,
                    "returned",
                    History.SUBMISSION_ID,
                    "s4"));
    assertEquals(
        TableRows.inOrder(expected.dataset(), History.VALID_FROM.column()),
        TableRows.inOrder(built(), History.VALID_FROM.column()));
  }

  @Test
  void stateGoesOnUntilItChanges() {
    slice("s1", 1);
    slice("s2", 8);
    slice("s3", 15);
    entry("s1", 1, "a", "70");
    entry("s2", 8, "a", "70");
    entry("s3", 15, "a", "10");

    assertHistory("a|2022-06-01|2022-06-15|entered|70|s1", "a|2022-06-15|null|changed|10|s3");
  }

  @Test
  void outcomeThatBecomesUnknownIsAChange() {
    slice("s1", 1);
    slice("s2", 8);
    slice("s3", 15);
    entry("s1", 1, "a", "70");
    entry("s2", 8, "a", null);
    entry("s3", 15, "a", null);

    assertHistory("a|2022-06-01|2022-06-08|entered|70|s1", "a|2022-06-08|null|changed|null|s2");
  }

  @Test
  void namesFlagsAndPlaceInTheFileAreNoChange() {
    slice("s1", 1);
    slice("s2", 8);
    entry("s1", 1, "a", "10", Entries.EMPLOYER_NAME, "某公司", Entries.MAJOR_NAME, "软件");
    entry(
        "s2",
        8,
        "a",
        "10",
        Entries.EMPLOYER_NAME,
        "某有限公司",
        Entries.ROW_NUMBER,
        9,
        Entries.PERSON_ID,
        "p",
        Entries.FLAGS,
        List.of("outcome_date_unreadable"));

    assertHistory("a|2022-06-01|null|entered|10|s1");
  }

  @Test
  void whoeverIsAbsentFromTheLastSliceHasLeft() {
    slice("s1", 1);
    slice("s2", 8);
    entry("s1", 1, "a", "70");
    entry("s2", 8, "b", "70");

    assertHistory(
        "a|2022-06-01|2022-06-08|entered|70|s1",
        "a|2022-06-08|null|left|null|null",
        "b|2022-06-08|null|entered|70|s2");
  }

  @Test
  void whoeverLeavesTwiceReturnsInBetween() {
    slice("s1", 1);
    slice("s2", 8);
    slice("s3", 15);
    slice("s4", 22);
    entry("s1", 1, "a", "70");
    entry("s3", 15, "a", "70");

    assertHistory(
        "a|2022-06-01|2022-06-08|entered|70|s1",
        "a|2022-06-08|2022-06-15|left|null|null",
        "a|2022-06-15|2022-06-22|returned|70|s3",
        "a|2022-06-22|null|left|null|null");
  }

  @Test
  void quarantinedRowCarriesTheLastGoodStateForward() {
    slice("s1", 1);
    slice("s2", 8);
    slice("s3", 15);
    entry("s1", 1, "a", "70");
    quarantined("s2", 8, "a");
    entry("s3", 15, "a", "10");

    assertHistory("a|2022-06-01|2022-06-15|entered|70|s1", "a|2022-06-15|null|changed|10|s3");
  }

  @Test
  void quarantinedRowBesideAGoodOneChangesNothing() {
    slice("s1", 1);
    entry("s1", 1, "a", "70");
    quarantined("s1", 1, "a");

    assertHistory("a|2022-06-01|null|entered|70|s1");
  }

  @Test
  void firstSightingThatIsQuarantinedBeginsNothing() {
    slice("s1", 1);
    slice("s2", 8);
    quarantined("s1", 1, "a");
    entry("s2", 8, "a", "70");

    assertHistory("a|2022-06-08|null|entered|70|s2");
  }

  @Test
  void quarantinedRowWithoutIdentityKeepsNobodyPresent() {
    slice("s1", 1);
    slice("s2", 8);
    entry("s1", 1, "a", "70");
    quarantined("s2", 8, null);

    assertHistory("a|2022-06-01|2022-06-08|entered|70|s1", "a|2022-06-08|null|left|null|null");
  }

  @Test
  void quarantinedRowWithoutCohortKeepsTheGraduatePresentInTheKnownOne() {
    slice("s1", 1);
    slice("s2", 8);
    entry("s1", 1, "a", "70");
    quarantined("s2", 8, "a", Quarantine.GRADUATION_YEAR, null);
    quarantined("s2", 8, "b", Quarantine.GRADUATION_YEAR, null);

    assertHistory("a|2022-06-01|null|entered|70|s1");
  }

  @Test
  void rowWithoutStudentKeyIsKnownByItsPerson() {
    slice("s1", 1);
    slice("s2", 8);
    slice("s3", 15);
    entry("s1", 1, "a", "70", Entries.PERSON_ID, "p");
    entry("s2", 8, null, "70", Entries.PERSON_ID, "p");
    entry("s3", 15, "a", "70");

    assertHistory("a|2022-06-01|null|entered|70|s1");
  }

  @Test
  void personIsKnownByALaterSliceToo() {
    slice("s1", 1);
    slice("s2", 8);
    entry("s1", 1, null, "70", Entries.PERSON_ID, "p");
    entry("s2", 8, "a", "10", Entries.PERSON_ID, "p");

    assertHistory("a|2022-06-01|2022-06-08|entered|70|s1", "a|2022-06-08|null|changed|10|s2");
  }

  @Test
  void personWithoutAnyStudentKeyIsTheGraduate() {
    slice("s1", 1);
    entry("s1", 1, null, "70", Entries.PERSON_ID, "p");

    assertHistory("p|2022-06-01|null|entered|70|s1");
  }

  @Test
  void studentKeyWinsOverAContradictingPerson() {
    slice("s1", 1);
    entry("s1", 1, "a", "70", Entries.PERSON_ID, "p");
    entry("s1", 1, "b", "10", Entries.PERSON_ID, "p", Entries.ROW_NUMBER, 4);

    assertHistory("a|2022-06-01|null|entered|70|s1", "b|2022-06-01|null|entered|10|s1");
  }

  @Test
  void partsOfASnapshotCountTogether() {
    slice("s1", 1);
    slice("s2-p1", 8);
    slice("s2-p2", 8);
    entry("s1", 1, "a", "70");
    entry("s1", 1, "b", "70", Entries.ROW_NUMBER, 4);
    entry("s2-p1", 8, "a", "10");
    entry("s2-p2", 8, "b", "70");

    assertHistory(
        "a|2022-06-01|2022-06-08|entered|70|s1",
        "a|2022-06-08|null|changed|10|s2-p1",
        "b|2022-06-01|null|entered|70|s1");
  }

  @Test
  void supersededFileDoesNotCount() {
    slice("s1", 1);
    slice("old", 8, Slices.STATUS, Slices.SUPERSEDED);
    slice("new", 8);
    entry("s1", 1, "a", "70");
    entry("old", 8, "a", "10");
    entry("old", 8, "b", "10", Entries.ROW_NUMBER, 4);
    entry("new", 8, "a", "11");

    assertHistory("a|2022-06-01|2022-06-08|entered|70|s1", "a|2022-06-08|null|changed|11|new");
  }

  @Test
  void sliceOfAnotherUniversityOrCohortMakesNobodyLeave() {
    slice("s1", 1);
    slice("other", 8, Slices.UNIVERSITY_CODE, "10002");
    slice("later", 15, Slices.GRADUATION_YEAR, 2023);
    entry("s1", 1, "a", "70");
    entry("other", 8, "b", "70", Entries.UNIVERSITY_CODE, "10002");
    entry("later", 15, "c", "70", Entries.GRADUATION_YEAR, 2023);

    assertHistory(
        "a|2022-06-01|null|entered|70|s1",
        "b|2022-06-08|null|entered|70|other",
        "c|2022-06-15|null|entered|70|later");
  }

  private void slice(String submissionId, int dayOfJune, Object... more) {
    slices.row(
        joined(
            new Object[] {
              Slices.SUBMISSION_ID, submissionId, Slices.SNAPSHOT_DATE, june(dayOfJune)
            },
            more));
  }

  private void entry(
      String submissionId, int dayOfJune, String studentKey, String outcome, Object... more) {
    entries.row(
        joined(
            new Object[] {
              Entries.SUBMISSION_ID, submissionId,
              Entries.SNAPSHOT_DATE, june(dayOfJune),
              Entries.STUDENT_KEY, studentKey,
              Entries.OUTCOME_CODE, outcome
            },
            more));
  }

  private void quarantined(String submissionId, int dayOfJune, String studentKey, Object... more) {
    quarantine.row(
        joined(
            new Object[] {
              Quarantine.SUBMISSION_ID, submissionId,
              Quarantine.SNAPSHOT_DATE, june(dayOfJune),
              Quarantine.STUDENT_KEY, studentKey
            },
            more));
  }

  private Dataset<Row> built() {
    return HistoryTables.ofAllSlices(entries.dataset(), quarantine.dataset(), slices.dataset());
  }

  /** Lines of graduate, valid from, valid to, kind of change, outcome and submission. */
  private void assertHistory(String... lines) {
    Field[] shown = {
      History.GRADUATE_ID,
      History.VALID_FROM,
      History.VALID_TO,
      History.CHANGE_KIND,
      Entries.OUTCOME_CODE,
      History.SUBMISSION_ID
    };
    List<String> actual =
        TableRows.inOrder(
                built().select(Arrays.stream(shown).map(Field::column).toArray(Column[]::new)),
                History.GRADUATE_ID.column(),
                History.VALID_FROM.column())
            .stream()
            .map(row -> row.mkString("|"))
            .toList();

    assertEquals(List.of(lines), actual);
  }

  /** A state that differs from others by its outcome only. */
  private static Object[] state(String outcome) {
    return new Object[] {
      Entries.DEGREE_LEVEL, "bachelor",
      Entries.MAJOR_CATALOGUE, "undergraduate",
      Entries.MAJOR_CODE, "080901",
      Entries.HARDSHIP_TAGS, List.of("disabled"),
      Entries.HARDSHIP_DETAIL, "mask",
      Entries.IN_DENOMINATOR, true,
      Entries.OUTCOME_CODE, outcome
    };
  }

  private static LocalDate june(int day) {
    return LocalDate.of(2022, 6, day);
  }
}
