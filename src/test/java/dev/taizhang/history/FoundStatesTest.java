package dev.taizhang.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.tables.History;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a finding makes of a history in which a graduate is 70 from 1 June and 10 from 22 June. */
class FoundStatesTest {

  private static final String LIST = "list";

  private final List<Interval<State>> history = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private int rows = 1;

  /** As much of a state as a list tells. */
  private record State(String outcome, boolean isInDenominator, String intention, String reason) {

    State with(Finding.Told told) {
      return new State(
          told.outcomeCode() == null ? outcome : told.outcomeCode(),
          told.outcomeCode() == null ? isInDenominator : !told.outcomeCode().equals("65"),
          told.jobIntention() == null ? intention : told.jobIntention(),
          told.unplacedReason() == null ? reason : told.unplacedReason());
    }
  }

  private static LocalDate june(int day) {
    return LocalDate.of(2022, 6, day);
  }

  private void ledger(int from, Integer to, String kind, String outcome) {
    boolean isAway = kind.equals(History.LEFT);
    history.add(
        new Interval<>(
            june(from),
            to == null ? null : june(to),
            kind,
            History.LEDGER,
            isAway ? null : "ledger",
            List.of(),
            isAway ? null : new State(outcome, true, null, null)));
  }

  private void found(int day, String outcome) {
    found(day, outcome, null, null);
  }

  private void found(int day, String outcome, String intention, String reason) {
    found(day, LIST, june(30), 0, 0, outcome, intention, reason);
  }

  private void found(
      int day,
      String list,
      LocalDate listDate,
      int arrival,
      int sheet,
      String outcome,
      String intention,
      String reason) {
    findings.add(
        new Finding(
            june(day),
            new Finding.Place(listDate, arrival, sheet, ++rows),
            list,
            new Finding.Told(outcome, null, null, intention, reason)));
  }

  private void assertHistory(String... lines) {
    assertEquals(
        List.of(lines),
        FoundStates.over(history, findings, State::with).stream()
            .map(FoundStatesTest::line)
            .toList());
  }

  private static String line(Interval<State> interval) {
    State state = interval.state();
    return Stream.of(
            interval.from(),
            interval.to(),
            interval.kind(),
            state == null ? null : state.outcome(),
            interval.submission(),
            state == null ? null : state.isInDenominator(),
            state == null ? null : state.intention())
        .map(Objects::toString)
        .collect(Collectors.joining("|"))
        .replace("2022-06-", "")
        .replaceFirst("\\|null$", "");
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
    ledger(8, 20, History.LEFT, null);
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
    found(10, null, "none", null);
    assertHistory("01|10|entered|70|ledger|true", "10|null|changed|70|list|true|none");
  }

  @Test
  void laterFindingOfTheIntentionAloneLeavesTheOutcomeThatWasFound() {
    ledger(1, null, History.ENTERED, "70");
    found(10, "65");
    found(15, null, "none", null);
    found(17, null);
    assertHistory(
        "01|10|entered|70|ledger|true",
        "10|15|changed|65|list|false",
        "15|null|changed|65|list|false|none");
  }

  @Test
  void whatWasFoundBeforeTheLedgerToldAnotherStateIsOverWithIt() {
    usualHistory();
    found(10, "76", "yes", null);
    found(25, null, null, "other");
    assertHistory(
        "01|10|entered|70|ledger|true",
        "10|22|changed|76|list|true|yes",
        "22|25|changed|10|ledger|true",
        "25|null|changed|10|list|true");
  }

  @Test
  void ofFindingsOfOneDateTheListThatArrivedLastCounts() {
    ledger(1, null, History.ENTERED, "70");
    found(10, "a", june(30), 3, 0, "10", null, null);
    found(10, "b", june(30), 2, 0, "46", null, null);
    found(10, "c", june(30), 1, 0, "75", null, null);
    assertHistory("01|10|entered|70|ledger|true", "10|null|changed|10|a|true");
  }

  @Test
  void listOfALaterDateKnowsMoreOfADateThanOneThatWasSentLater() {
    ledger(1, null, History.ENTERED, "70");
    found(10, LIST, june(12), 0, 0, "10", null, null);
    found(10, "late", june(11), 9, 0, "46", "yes", null);
    assertHistory("01|10|entered|70|ledger|true", "10|null|changed|10|list|true|yes");
  }

  @Test
  void rowOfALaterSheetCountsAlsoWhereThereAreTenOfThem() {
    ledger(1, null, History.ENTERED, "70");
    found(10, LIST, june(30), 0, 10, "10", null, null);
    found(10, LIST, june(30), 0, 9, "46", null, null);
    assertHistory("01|10|entered|70|ledger|true", "10|null|changed|10|list|true");
  }
}
