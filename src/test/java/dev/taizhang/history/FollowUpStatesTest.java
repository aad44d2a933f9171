package dev.taizhang.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.conform.TableRows;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.FollowUpEntries;
import dev.taizhang.tables.History;
import dev.taizhang.tables.Submissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a finding makes of a history in which a graduate is 70 from 1 June and 10 from 22 June. */
class FollowUpStatesTest {

  private final TableRows history =
      TableRows.of(
          History.TABLE,
          History.UNIVERSITY_CODE,
          "10001",
          History.GRADUATION_YEAR,
          2022,
          History.GRADUATE_ID,
          "a",
          History.SOURCE_FEED,
          History.LEDGER,
          History.SUBMISSION_ID,
          "ledger",
          Entries.DEGREE_LEVEL,
          "bachelor",
          Entries.MAJOR_CATALOGUE,
          "unknown",
          Entries.HARDSHIP_TAGS,
          List.of(),
          Entries.HARDSHIP_DETAIL,
          "none",
          Entries.IN_DENOMINATOR,
          true);
  private final TableRows followUps =
      TableRows.of(
          FollowUp.TABLE,
          FollowUpEntries.SUBMISSION_ID,
          "list",
          FollowUpEntries.SHEET_NAME,
          "",
          FollowUpEntries.SNAPSHOT_DATE,
          june(30),
          History.UNIVERSITY_CODE,
          "10001",
          History.GRADUATION_YEAR,
          2022,
          History.GRADUATE_ID,
          "a",
          FollowUpEntries.EMPLOYMENT_STATUS,
          "unknown",
          FollowUpEntries.SERVICES_RECEIVED,
          List.of(),
          FollowUpEntries.FLAGS,
          List.of());
  private final TableRows submissions =
      TableRows.of(Submissions.TABLE, Submissions.FEED, "follow_up", Submissions.FILE_NAME, "same");
  private int rows = 1;

  FollowUpStatesTest() {
    arrived("list", 0);
  }

  /** A list that was written so many days into July. */
  private void arrived(String list, int days) {
    submissions.row(
        Submissions.SUBMISSION_ID,
        list,
        Submissions.MODIFIED_AT,
        Instant.parse("2022-07-01T00:00:00Z").plus(days, ChronoUnit.DAYS),
        Submissions.BYTE_SIZE,
        1L,
        Submissions.RECEIVED_AT,
        Instant.EPOCH,
        Submissions.CONFIGURATION,
        "",
        Submissions.STATUS,
        Submissions.ACCEPTED,
        Submissions.RUN_ID,
        "");
  }

  private static LocalDate june(int day) {
    return LocalDate.of(2022, 6, day);
  }

  private void ledger(int from, Integer to, String kind, String outcome) {
    history.row(
        History.VALID_FROM,
        june(from),
        History.VALID_TO,
        to == null ? null : june(to),
        History.CHANGE_KIND,
        kind,
        Entries.OUTCOME_CODE,
        outcome);
  }

  private void found(int day, String outcome, Object... more) {
    Object[] usual = {
      FollowUpEntries.STATE_DATE, june(day),
      FollowUpEntries.ROW_NUMBER, ++rows,
      FollowUpEntries.OUTCOME_CODE, outcome
    };
    Object[] all = Arrays.copyOf(usual, usual.length + more.length);
    System.arraycopy(more, 0, all, usual.length, more.length);
    followUps.row(all);
  }

  private void assertHistory(String... lines) {
    assertEquals(
        List.of(lines),
        TableRows.inOrder(
                FollowUpStates.over(history.dataset(), followUps.dataset(), submissions.dataset())
                    .select(
                        History.VALID_FROM.column(),
                        History.VALID_TO.column(),
                        History.CHANGE_KIND.column(),
                        Entries.OUTCOME_CODE.column(),
                        History.SUBMISSION_ID.column(),
                        Entries.IN_DENOMINATOR.column(),
                        Entries.JOB_INTENTION.column()),
                History.VALID_FROM.column())
            .stream()
            .map(row -> row.mkString("|").replace("2022-06-", "").replaceFirst("\\|null$", ""))
            .toList());
  }

  private void usualHistory() {
    ledger(1, 22, History.ENTERED, "70");
    ledger(22, null, History.CHANGED, "10");
  }

  @Test
  void findingHoldsUntilTheLedgerTellsAnotherState() {
    usualHistory();
    found(10, "76");
    assertHistory(
        "01|10|entered|70|ledger|true",
        "10|22|changed|76|list|true",
        "22|null|changed|10|ledger|true");
  }

  @Test
  void ledgerThatCatchesUpDoesNotBreakTheState() {
    usualHistory();
    found(10, "10");
    assertHistory("01|10|entered|70|ledger|true", "10|null|changed|10|list|true");
  }

  @Test
  void laterFindingTakesThePlaceOfTheEarlier() {
    usualHistory();
    found(10, "76");
    found(15, "65");
    found(15, "75");
    found(17, "75");
    found(25, "65");
    assertHistory(
        "01|10|entered|70|ledger|true",
        "10|15|changed|76|list|true",
        "15|22|changed|75|list|true",
        "22|25|changed|10|ledger|true",
        "25|null|changed|65|list|false");
  }

  @Test
  void findingOfTheDayOnWhichAnIntervalBeginsWins() {
    usualHistory();
    found(1, "71");
    assertHistory("01|22|entered|71|list|true", "22|null|changed|10|ledger|true");
  }

  @Test
  void findingThatTellsNothingNewChangesNothing() {
    usualHistory();
    found(10, "70");
    found(12, null);
    assertHistory("01|22|entered|70|ledger|true", "22|null|changed|10|ledger|true");
  }

  @Test
  void findingBeforeEntryOrAfterLeavingChangesNothing() {
    ledger(5, 8, History.ENTERED, "70");
    history.row(
        History.VALID_FROM, june(8),
        History.VALID_TO, june(20),
        History.CHANGE_KIND, History.LEFT,
        History.SUBMISSION_ID, null,
        Entries.DEGREE_LEVEL, null,
        Entries.MAJOR_CATALOGUE, null,
        Entries.HARDSHIP_TAGS, null,
        Entries.HARDSHIP_DETAIL, null,
        Entries.IN_DENOMINATOR, null);
    ledger(20, null, History.RETURNED, "70");
    found(2, "10");
    found(9, "10");
    assertHistory(
        "05|08|entered|70|ledger|true",
        "08|20|left|null|null|null",
        "20|null|returned|70|ledger|true");
  }

  @Test
  void whatTheListDoesNotTellStays() {
    ledger(1, null, History.ENTERED, "70");
    found(10, null, FollowUpEntries.JOB_INTENTION, "none");
    found(12, "10", History.GRADUATE_ID, null, History.GRADUATION_YEAR, null);
    found(12, "10", History.GRADUATE_ID, "b");
    assertHistory("01|10|entered|70|ledger|true", "10|null|changed|70|list|true|none");
  }

  @Test
  void laterFindingOfTheIntentionAloneLeavesTheOutcomeThatWasFound() {
    ledger(1, null, History.ENTERED, "70");
    found(10, "65");
    found(15, null, FollowUpEntries.JOB_INTENTION, "none");
    found(17, null);
    assertHistory(
        "01|10|entered|70|ledger|true",
        "10|15|changed|65|list|false",
        "15|null|changed|65|list|false|none");
  }

  @Test
  void whatWasFoundBeforeTheLedgerToldAnotherStateIsOverWithIt() {
    usualHistory();
    found(10, "76", FollowUpEntries.JOB_INTENTION, "yes");
    found(25, null, FollowUpEntries.UNPLACED_REASON, "other");
    assertHistory(
        "01|10|entered|70|ledger|true",
        "10|22|changed|76|list|true|yes",
        "22|25|changed|10|ledger|true",
        "25|null|changed|10|list|true");
  }

  @Test
  void ofFindingsOfOneDateTheListThatArrivedLastCounts() {
    ledger(1, null, History.ENTERED, "70");
    arrived("b", 2);
    arrived("c", 1);
    arrived("a", 3);
    found(10, "10", FollowUpEntries.SUBMISSION_ID, "a");
    found(10, "46", FollowUpEntries.SUBMISSION_ID, "b");
    found(10, "75", FollowUpEntries.SUBMISSION_ID, "c");
    assertHistory("01|10|entered|70|ledger|true", "10|null|changed|10|a|true");
  }

  @Test
  void listOfALaterDateKnowsMoreOfADateThanOneThatWasSentLater() {
    ledger(1, null, History.ENTERED, "70");
    arrived("late", 9);
    found(10, "10", FollowUpEntries.SNAPSHOT_DATE, june(12));
    found(
        10,
        "46",
        FollowUpEntries.SUBMISSION_ID,
        "late",
        FollowUpEntries.SNAPSHOT_DATE,
        june(11),
        FollowUpEntries.JOB_INTENTION,
        "yes");
    assertHistory("01|10|entered|70|ledger|true", "10|null|changed|10|list|true|yes");
  }

  @Test
  void rowOfALaterSheetCountsAlsoWhereThereAreTenOfThem() {
    ledger(1, null, History.ENTERED, "70");
    found(10, "10", FollowUpEntries.SHEET_NAME, "10");
    found(10, "46", FollowUpEntries.SHEET_NAME, "9");
    assertHistory("01|10|entered|70|ledger|true", "10|null|changed|10|list|true");
  }
}
