package dev.taizhang.slices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.config.Holding;
import dev.taizhang.config.Thresholds;
import dev.taizhang.conform.TableRows;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Decisions.Decision;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AsOfDatesTest {

  private final TableRows slices =
      TableRows.of(Slices.TABLE, Slices.GRADUATES, 1L, Slices.STATUS, Slices.IN_FORCE);
  private final TableRows decisions =
      TableRows.of(Decisions.TABLE, Decisions.DECIDED_AT, Instant.EPOCH);

  @Test
  void newestDateIsInRatesAndTheSundaysBeforeItInTheTrend() {
    slice("10001", 2022, "2022-06-01");
    slice("10001", 2022, "2022-06-08");

    List<Speaking> expected =
        TableRows.of(
                AsOf.TABLE,
                AsOf.AS_OF_KIND,
                "plain",
                AsOf.UNIVERSITY_CODE,
                "10001",
                AsOf.GRADUATION_YEAR,
                2022,
                AsOf.COVERED,
                true,
                AsOf.IN_TREND,
                true)
            .row(
                AsOf.AS_OF_DATE,
                LocalDate.of(2022, 6, 5),
                AsOf.SNAPSHOT_DATE,
                LocalDate.of(2022, 6, 1),
                AsOf.AGE_DAYS,
                4,
                AsOf.IN_RATES,
                false)
            .row(
                AsOf.AS_OF_DATE,
                LocalDate.of(2022, 6, 8),
                AsOf.SNAPSHOT_DATE,
                LocalDate.of(2022, 6, 8),
                AsOf.AGE_DAYS,
                0,
                AsOf.IN_RATES,
                true)
            .records(Speaking.class);
    assertEquals(expected, built());
  }

  @Test
  void sliceOfASundaySpeaksOnIt() {
    slice("10001", 2022, "2022-06-05");
    slice("10001", 2022, "2022-06-12");

    assertAsOf(
        "2022-06-05|10001|2022|2022-06-05|0|true|false|true",
        "2022-06-12|10001|2022|2022-06-12|0|true|true|true");
  }

  @Test
  void dateAskedForIsInRatesWithTheSliceBeforeIt() {
    slice("10001", 2022, "2022-06-01");
    slice("10001", 2022, "2022-06-05");
    askedFor("2022-06-03");
    askedFor("2022-05-31");

    assertAsOf(
        "2022-06-03|10001|2022|2022-06-01|2|true|true|false",
        "2022-06-05|10001|2022|2022-06-05|0|true|true|true");
  }

  @Test
  void decisionsOfOtherKindsAskForNoDate() {
    slice("10001", 2022, "2022-06-05");
    decisions.row(
        Decisions.DECISION_ID, "d",
        Decisions.KIND, "lock",
        Decisions.AS_OF_DATE, LocalDate.of(2022, 6, 6));

    assertAsOf("2022-06-05|10001|2022|2022-06-05|0|true|true|true");
  }

  @Test
  void universityThatIsSilentForMoreThanThirtyDaysIsNotCovered() {
    slice("10001", 2022, "2022-06-05");
    slice("10002", 2022, "2022-06-06");
    askedFor("2022-07-06");

    assertAsOf(
        "2022-06-05|10001|2022|2022-06-05|0|true|false|true",
        "2022-06-06|10001|2022|2022-06-05|1|true|true|true",
        "2022-06-06|10002|2022|2022-06-06|0|true|true|true",
        "2022-07-06|10001|2022|2022-06-05|31|false|true|false",
        "2022-07-06|10002|2022|2022-06-06|30|true|true|false");
  }

  @Test
  void dateOnWhichLessThanATenthOfTheActiveUniversitiesReportedIsNotTheNewest() {
    for (int university = 10_001; university <= 10_011; university++) {
      slice(Integer.toString(university), 2022, "2022-06-05");
    }
    slice("10001", 2022, "2022-06-08");

    assertEquals(List.of("2022-06-05"), datesInRates());
  }

  @Test
  void dateOnWhichATenthOfTheActiveUniversitiesReportedIsTheNewest() {
    for (int university = 10_001; university <= 10_010; university++) {
      slice(Integer.toString(university), 2022, "2022-06-05");
    }
    slice("10001", 2022, "2022-06-08");

    assertEquals(List.of("2022-06-08"), datesInRates());
  }

  @Test
  void onlyLiveCohortsSpeak() {
    for (int year = 2019; year <= 2024; year++) {
      slice("10001", year, "2022-08-01");
    }
    askedFor("2022-08-31");
    askedFor("2022-09-01");
    askedFor("2022-12-31");
    askedFor("2023-01-01");

    assertEquals(
        List.of(
            "2022-08-31|2020 2021 2022",
            "2022-09-01|2020 2021 2022 2023",
            "2022-12-31|2020 2021 2022 2023",
            "2023-01-01|2021 2022 2023"),
        built().stream()
            .filter(row -> row.asOfDate().isAfter(LocalDate.of(2022, 8, 2)))
            .collect(
                Collectors.groupingBy(
                    Speaking::asOfDate,
                    TreeMap::new,
                    Collectors.mapping(
                        row -> Integer.toString(row.graduationYear()), Collectors.joining(" "))))
            .entrySet()
            .stream()
            .map(date -> date.getKey() + "|" + date.getValue())
            .toList());
  }

  @Test
  void slicesThatAreNotInForceDoNotSpeak() {
    slice("10001", 2022, "2022-06-05");
    slices.row(
        Slices.SUBMISSION_ID,
        "s2",
        Slices.UNIVERSITY_CODE,
        "10001",
        Slices.GRADUATION_YEAR,
        2022,
        Slices.SNAPSHOT_DATE,
        LocalDate.of(2022, 6, 12),
        Slices.STATUS,
        Slices.SUPERSEDED);

    assertAsOf("2022-06-05|10001|2022|2022-06-05|0|true|true|true");
  }

  @Test
  void partsOfASliceSpeakOnce() {
    slice("10001", 2022, "2022-06-05");
    slice("10001", 2022, "2022-06-05");

    assertAsOf("2022-06-05|10001|2022|2022-06-05|0|true|true|true");
  }

  @Test
  void withoutSlicesThereIsNoDate() {
    askedFor("2022-06-03");

    assertAsOf();
  }

  @Test
  void officialDateHasTheNearestSliceWithinItsWindow() {
    slice("10001", 2022, "2022-08-28");
    slice("10001", 2022, "2022-08-29");
    slice("10001", 2022, "2022-09-01");
    slice("10002", 2022, "2022-09-02");
    askedForOfficially("2022-08-31", null, 0);

    assertOfficial("2022-08-31|10001|2022|2022-09-01|-1", "2022-08-31|10002|2022|2022-09-02|-2");
  }

  @Test
  void ofTwoSlicesEquallyNearToAnOfficialDateTheEarlierSpeaks() {
    slice("10001", 2022, "2022-08-30");
    slice("10001", 2022, "2022-09-01");
    askedForOfficially("2022-08-31", null, 0);

    assertOfficial("2022-08-31|10001|2022|2022-08-30|1");
  }

  @Test
  void universityWithoutSliceInTheWindowHasNoOfficialFigures() {
    slice("10001", 2022, "2022-08-31");
    slice("10002", 2022, "2022-08-28");
    slice("10003", 2022, "2022-09-03");
    askedForOfficially("2022-08-31", null, 0);

    assertOfficial("2022-08-31|10001|2022|2022-08-31|0");
  }

  @Test
  void officialDateSpeaksOfTheCohortOfItsYear() {
    slice("10001", 2021, "2022-08-31");
    slice("10001", 2022, "2022-08-31");
    slice("10001", 2023, "2022-08-31");
    askedForOfficially("2022-08-31", null, 0);

    assertOfficial("2022-08-31|10001|2022|2022-08-31|0");
  }

  @Test
  void windowAskedForLastCounts() {
    slice("10001", 2022, "2022-12-27");
    askedForOfficially("2022-12-31", null, 0);
    assertOfficial();

    askedForOfficially("2022-12-31", 4, 1);
    assertOfficial("2022-12-31|10001|2022|2022-12-27|4");

    askedForOfficially("2022-12-31", 3, 2);
    assertOfficial();
  }

  @Test
  void windowIsThatOfTheThresholdsWhereNoneWasAskedFor() {
    slice("10001", 2022, "2022-08-28");
    askedForOfficially("2022-08-31", null, 0);

    Thresholds wider = new Thresholds(9, 7, 30, 0.1, 7, 0.05, 0, 3, Holding.DEFAULT);
    assertEquals(List.of("2022-08-31|10001|2022|2022-08-28|3"), official(built(wider)));
  }

  @Test
  void officialRowStandsBesideAPlainOneOfTheSameDate() {
    slice("10001", 2022, "2022-08-28");
    slice("10001", 2022, "2022-09-01");
    askedFor("2022-08-31");
    askedForOfficially("2022-08-31", null, 0);

    assertEquals(
        List.of("official|2022-09-01|-1|true|true|false", "plain|2022-08-28|3|true|true|false"),
        TableRows.lines(
            AsOf.TABLE,
            built().stream()
                .filter(row -> row.asOfDate().equals(LocalDate.of(2022, 8, 31)))
                .toList(),
            AsOf.AS_OF_KIND,
            AsOf.SNAPSHOT_DATE,
            AsOf.AGE_DAYS,
            AsOf.COVERED,
            AsOf.IN_RATES,
            AsOf.IN_TREND));
  }

  @Test
  void officialDateAloneMakesNoPlainOne() {
    slice("10001", 2022, "2022-09-01");
    askedForOfficially("2022-08-31", null, 0);

    assertEquals(
        List.of("2022-09-01"),
        built().stream()
            .filter(row -> row.asOfKind().equals(Decisions.PLAIN))
            .map(row -> row.asOfDate().toString())
            .toList());
  }

  @Test
  void weeklyTrendAskedForIsTheOneThatIsThereAnyway() {
    slice("10001", 2022, "2022-06-05");
    decisions.row(
        Decisions.DECISION_ID,
        "w",
        Decisions.KIND,
        Decisions.AS_OF,
        Decisions.AS_OF_KIND,
        "weekly");

    assertAsOf("2022-06-05|10001|2022|2022-06-05|0|true|true|true");
  }

  private void askedForOfficially(String date, Integer window, int second) {
    decisions.row(
        Decisions.DECISION_ID,
        date + window,
        Decisions.KIND,
        Decisions.AS_OF,
        Decisions.AS_OF_KIND,
        Decisions.OFFICIAL,
        Decisions.AS_OF_DATE,
        LocalDate.parse(date),
        Decisions.WINDOW_DAYS,
        window,
        Decisions.DECIDED_AT,
        Instant.EPOCH.plusSeconds(second));
  }

  /** Lines of date, university, cohort, snapshot date, age. */
  private void assertOfficial(String... lines) {
    assertEquals(List.of(lines), official(built()));
  }

  private static List<String> official(List<Speaking> built) {
    return built.stream()
        .filter(row -> row.asOfKind().equals(Decisions.OFFICIAL))
        .sorted(Comparator.comparing(Speaking::universityCode))
        .map(
            row ->
                "%s|%s|%d|%s|%d"
                    .formatted(
                        row.asOfDate(),
                        row.universityCode(),
                        row.graduationYear(),
                        row.snapshotDate(),
                        row.ageDays()))
        .toList();
  }

  private void slice(String university, int year, String date) {
    slices.row(
        Slices.SUBMISSION_ID,
        university + date,
        Slices.UNIVERSITY_CODE,
        university,
        Slices.GRADUATION_YEAR,
        year,
        Slices.SNAPSHOT_DATE,
        LocalDate.parse(date));
  }

  private void askedFor(String date) {
    decisions.row(
        Decisions.DECISION_ID,
        date,
        Decisions.KIND,
        Decisions.AS_OF,
        Decisions.AS_OF_DATE,
        LocalDate.parse(date));
  }

  private List<Speaking> built() {
    return built(Thresholds.DEFAULT);
  }

  private List<Speaking> built(Thresholds thresholds) {
    return AsOfDates.of(slices.records(Slice.class), decisions.records(Decision.class), thresholds);
  }

  private List<String> datesInRates() {
    return built().stream()
        .filter(Speaking::inRates)
        .map(row -> row.asOfDate().toString())
        .distinct()
        .toList();
  }

  /** Lines of date, university, cohort, snapshot date, age, covered, in rates, in trend. */
  private void assertAsOf(String... lines) {
    List<Speaking> inOrder =
        built().stream()
            .sorted(
                Comparator.comparing(Speaking::asOfDate).thenComparing(Speaking::universityCode))
            .toList();

    assertEquals(
        List.of(lines),
        TableRows.lines(
            AsOf.TABLE,
            inOrder,
            AsOf.AS_OF_DATE,
            AsOf.UNIVERSITY_CODE,
            AsOf.GRADUATION_YEAR,
            AsOf.SNAPSHOT_DATE,
            AsOf.AGE_DAYS,
            AsOf.COVERED,
            AsOf.IN_RATES,
            AsOf.IN_TREND));
  }
}
