package dev.taizhang.history;

import static dev.taizhang.conform.TableRows.joined;
import static dev.taizhang.conform.TableRows.lines;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.config.Holding;
import dev.taizhang.conform.TableRows;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Decisions.Decision;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Submissions.Submission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class InForceTest {

  private static final LocalDate DATE = LocalDate.of(2022, 6, 8);
  private static final Instant MORNING = Instant.parse("2022-06-08T08:00:00Z");

  private final TableRows submissions =
      TableRows.of(
          Submissions.TABLE,
          Submissions.FEED,
          "ledger",
          Submissions.UNIVERSITY_CODE,
          "10001",
          Submissions.SNAPSHOT_DATE,
          DATE,
          Submissions.BYTE_SIZE,
          1L,
          Submissions.RECEIVED_AT,
          MORNING,
          Submissions.CONFIGURATION,
          "",
          Submissions.STATUS,
          Submissions.ACCEPTED,
          Submissions.RUN_ID,
          "r");
  private final TableRows entries =
      TableRows.of(
          Entries.TABLE,
          Entries.SHEET_NAME,
          "",
          Entries.UNIVERSITY_CODE,
          "10001",
          Entries.GRADUATION_YEAR,
          2022,
          Entries.SNAPSHOT_DATE,
          DATE,
          Entries.DEGREE_LEVEL,
          "bachelor",
          Entries.MAJOR_CATALOGUE,
          "unknown",
          Entries.HARDSHIP_TAGS,
          List.of(),
          Entries.HARDSHIP_DETAIL,
          "missing",
          Entries.IN_DENOMINATOR,
          true,
          Entries.FLAGS,
          List.of());

  private final Map<String, Object[]> files = new LinkedHashMap<>();
  private final Map<String, Long> acceptedCounts = new HashMap<>();
  private final TableRows decisions =
      TableRows.of(Decisions.TABLE, Decisions.DECIDED_AT, MORNING, Decisions.WHY, "checked");
  private final TableRows quarantine =
      TableRows.of(
          Quarantine.TABLE,
          Quarantine.SHEET_NAME,
          "",
          Quarantine.UNIVERSITY_CODE,
          "10001",
          Quarantine.GRADUATION_YEAR,
          2022,
          Quarantine.SNAPSHOT_DATE,
          DATE,
          Quarantine.RULE_ID,
          "cells_shifted",
          Quarantine.MESSAGE_ZH,
          "",
          Quarantine.MESSAGE_EN,
          "");

  @Test
  void submissionHasASliceForEachOfItsCohorts() {
    submission("s1", 8, null);
    entry("s1", 2);
    entry("s1", 3);
    entry("s1", 4, Entries.GRADUATION_YEAR, 2023);

    List<Slice> expected =
        TableRows.of(
                Slices.TABLE,
                Slices.SUBMISSION_ID,
                "s1",
                Slices.UNIVERSITY_CODE,
                "10001",
                Slices.SNAPSHOT_DATE,
                DATE,
                Slices.STATUS,
                Slices.IN_FORCE,
                Slices.ORDER_IN_DATE,
                1)
            .row(Slices.GRADUATION_YEAR, 2022, Slices.GRADUATES, 2L)
            .row(Slices.GRADUATION_YEAR, 2023, Slices.GRADUATES, 1L)
            .records(Slice.class);
    assertEquals(expected, slices());
  }

  @Test
  void laterFileOfTheSameDateSupersedesAndSaysHowToNameParts() {
    file("early", 8, null);
    file("late", 9, null);

    assertStatuses("early|superseded", "late|in_force");
    List<String> whys = slices().stream().map(Slice::why).filter(Objects::nonNull).toList();
    assertEquals(1, whys.size());
    assertTrue(whys.get(0).contains("name them _p1, _p2"), whys.toString());
  }

  @Test
  void nameDecidesBetweenFilesOfTheSameTime() {
    file("a", 8, null);
    file("b", 8, null);

    assertStatuses("a|superseded", "b|in_force");
  }

  @Test
  void filesOfDifferentDatesAreAllInForce() {
    file("s1", 8, null);
    submission("s2", 9, null, Submissions.SNAPSHOT_DATE, DATE.plusDays(7));
    entry("s2", 2, Entries.SNAPSHOT_DATE, DATE.plusDays(7));

    assertStatuses("s1|in_force", "s2|in_force");
  }

  @Test
  void filesOfDifferentUniversitiesAreAllInForce() {
    file("s1", 8, null);
    submission("s2", 9, null, Submissions.UNIVERSITY_CODE, "10002");
    entry("s2", 2, Entries.UNIVERSITY_CODE, "10002");

    assertStatuses("s1|in_force", "s2|in_force");
  }

  @Test
  void fileSupersedesOnlyTheCohortsThatItContains() {
    file("early", 8, null);
    entry("early", 3, Entries.GRADUATION_YEAR, 2023);
    file("late", 9, null);

    assertEquals(
        List.of("2022|early|superseded", "2022|late|in_force", "2023|early|in_force"),
        slices().stream()
            .sorted(Comparator.comparing(Slice::graduationYear).thenComparing(Slice::submissionId))
            .map(one -> one.graduationYear() + "|" + one.submissionId() + "|" + one.status())
            .toList());
  }

  @Test
  void partsCountTogether() {
    file("p1", 8, 1);
    file("p2", 9, 2);

    assertStatuses("p1|in_force", "p2|in_force");
  }

  @Test
  void partSentAgainSupersedesOnlyItself() {
    file("p1", 8, 1);
    file("p1-again", 10, 1);
    file("p2", 9, 2);

    assertStatuses("p1|superseded", "p1-again|in_force", "p2|in_force");
  }

  @Test
  void wholeFileSupersedesTheEarlierParts() {
    file("p1", 8, 1);
    file("p2", 9, 2);
    file("whole", 10, null);

    assertStatuses("p1|superseded", "p2|superseded", "whole|in_force");
  }

  @Test
  void partsSupersedeTheEarlierWholeFile() {
    file("p1", 9, 1);
    file("p2", 10, 2);
    file("whole", 8, null);

    assertStatuses("p1|in_force", "p2|in_force", "whole|superseded");
  }

  @Test
  void retractedFileHasNoSliceAndSupersedesNothing() {
    file("s1", 8, null);
    submission("s2", 9, null, Submissions.STATUS, Submissions.RETRACTED);
    entry("s2", 2);

    assertStatuses("s1|in_force");
  }

  private void file(String submissionId, int hour, Integer part) {
    submission(submissionId, hour, part);
    entry(submissionId, 2);
  }

  private void submission(String submissionId, int hour, Integer part, Object... more) {
    files.put(
        submissionId,
        joined(
            new Object[] {
              Submissions.SUBMISSION_ID, submissionId,
              Submissions.FILE_NAME, submissionId,
              Submissions.MODIFIED_AT,
                  Instant.parse("2022-06-08T00:00:00Z").plusSeconds(3600L * hour),
              Submissions.PART, part
            },
            more));
  }

  private void entry(String submissionId, int rowNumber, Object... more) {
    acceptedCounts.merge(submissionId, 1L, Long::sum);
    entries.row(
        joined(
            new Object[] {
              Entries.SUBMISSION_ID, submissionId,
              Entries.ROW_NUMBER, rowNumber,
              Entries.STUDENT_KEY, "student" + rowNumber
            },
            more));
  }

  private List<Slice> slices() {
    files.forEach(
        (id, file) ->
            submissions.row(
                joined(file, Submissions.ACCEPTED_COUNT, acceptedCounts.getOrDefault(id, 0L))));
    files.clear();
    return InForce.of(
        submissions.records(Submission.class),
        decisions.records(Decision.class),
        entries.dataset(),
        quarantine.dataset(),
        Holding.DEFAULT);
  }

  @Test
  void truncatedFileIsHeldUntilAPersonAcceptsIt() {
    graduates("full", DATE, 10);
    graduates("cut", DATE.plusDays(7), 7);
    assertStatuses("cut|held", "full|in_force");

    decide("d1", Decisions.ACCEPT, "cut", null, MORNING);
    assertStatuses("cut|in_force", "full|in_force");

    decide("d2", Decisions.RETRACT, "cut", 2022, MORNING.plusSeconds(1));
    assertStatuses("full|in_force");
  }

  @Test
  void quarantinedRowKeepsItsGraduatePresent() {
    graduates("full", DATE, 10);
    graduates("hurt", DATE.plusDays(7), 7);
    for (int row = 9; row < 12; row++) {
      quarantine.row(
          Quarantine.SUBMISSION_ID,
          "hurt",
          Quarantine.SNAPSHOT_DATE,
          DATE.plusDays(7),
          Quarantine.ROW_NUMBER,
          row,
          Quarantine.STUDENT_KEY,
          "student" + row);
    }
    assertStatuses("full|in_force", "hurt|in_force");
  }

  @Test
  void decisionOnOneCohortLeavesTheOthers() {
    graduates("full", DATE, 10);
    entry("full", 90, Entries.GRADUATION_YEAR, 2023);
    decide("d1", Decisions.RETRACT, "full", 2023, MORNING);

    assertEquals(
        List.of("2022|full|in_force"),
        lines(Slices.TABLE, slices(), Slices.GRADUATION_YEAR, Slices.SUBMISSION_ID, Slices.STATUS));
  }

  private void graduates(String submissionId, LocalDate date, int number) {
    submission(submissionId, 8, null, Submissions.SNAPSHOT_DATE, date);
    for (int row = 2; row < number + 2; row++) {
      entry(submissionId, row, Entries.SNAPSHOT_DATE, date);
    }
  }

  private void decide(String id, String kind, String submissionId, Integer year, Instant at) {
    decisions.row(
        Decisions.DECISION_ID,
        id,
        Decisions.KIND,
        kind,
        Decisions.SUBMISSION_ID,
        submissionId,
        Decisions.GRADUATION_YEAR,
        year,
        Decisions.DECIDED_AT,
        at);
  }

  private void assertStatuses(String... statuses) {
    assertEquals(
        List.of(statuses), lines(Slices.TABLE, slices(), Slices.SUBMISSION_ID, Slices.STATUS));
  }
}
