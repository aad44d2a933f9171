package dev.taizhang.benchmark;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.benchmark.Cohort.Cell;
import dev.taizhang.reference.ReferenceData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The season's ledgers, and the arithmetic of its report; nothing is run. */
class SeasonTest {

  private static final ReferenceData REFERENCE = ReferenceData.load(Optional.empty());
  private static final Season SEASON = new Season(2, 10_001);

  @TempDir Path folder;

  private static List<List<String>> rows(int week) {
    List<List<String>> rows = new ArrayList<>();
    SEASON.ledger(REFERENCE, 1, week).forEach(rows::add);
    return rows;
  }

  private static List<String> column(List<List<String>> rows, Cell cell) {
    int place = List.of(Cell.values()).indexOf(cell);
    return rows.stream().map(row -> row.get(place)).toList();
  }

  private static double share(int of, IntPredicate what) {
    return (double) IntStream.range(0, of).filter(what).count() / of;
  }

  @Test
  void weeksEndOnTheOfficialDate() {
    assertEquals(LocalDate.of(2024, 9, 8), SEASON.snapshotDate(1));
    assertEquals(LocalDate.of(2025, 8, 31), SEASON.snapshotDate(52));
  }

  @Test
  void threeGraduatesInAHundredChangeFromWeekToWeek() {
    for (int week : List.of(2, 20, 52)) {
      List<String> before = column(rows(week - 1), Cell.OUTCOME_CODE);
      List<String> after = column(rows(week), Cell.OUTCOME_CODE);
      double changing = share(after.size(), i -> !before.get(i).equals(after.get(i)));
      assertEquals(WeeklyLedger.CHANGING_SHARE, changing, 0.008, "week " + week);
    }
  }

  @Test
  void nothingButOutcomeAndEmployerChanges() {
    List<List<String>> first = rows(1);
    List<List<String>> later = rows(52);
    for (Cell cell : Cell.values()) {
      boolean changes = List.of(Cell.OUTCOME_CODE, Cell.OUTCOME, Cell.EMPLOYER).contains(cell);
      assertEquals(!changes, column(first, cell).equals(column(later, cell)), cell.toString());
    }
  }

  @Test
  void outcomesHaveTheSameSharesAllSeason() {
    for (String outcome : List.of("10", "11", "70", "80")) {
      List<String> first = column(rows(1), Cell.OUTCOME_CODE);
      List<String> last = column(rows(52), Cell.OUTCOME_CODE);
      assertEquals(
          share(first.size(), i -> first.get(i).equals(outcome)),
          share(last.size(), i -> last.get(i).equals(outcome)),
          0.05,
          outcome);
    }
  }

  @Test
  void weekIsTheSameHoweverItIsComeTo() {
    List<List<String>> alone = rows(30);
    rows(29);
    assertEquals(alone, rows(30));
  }

  @Test
  void everyGraduateStandsOnceInAFile() {
    Cohort cohort = new Cohort(REFERENCE, Roster.universityCode(1), SEASON.rows(1));
    List<String> numbers = column(rows(40), Cell.STUDENT_NUMBER);
    Map<String, Long> good =
        IntStream.range(0, numbers.size())
            .filter(cohort::isGood)
            .mapToObj(numbers::get)
            .collect(groupingBy(number -> number, counting()));
    assertEquals(SEASON.rows(1) - 5 * Cohort.DEFECTS, good.size());
    assertTrue(good.values().stream().allMatch(times -> times == 1));
  }

  @Test
  void graduatesAreSharedOutWithoutRest() {
    assertEquals(List.of(5001, 5000), List.of(SEASON.rows(0), SEASON.rows(1)));
    assertEquals(
        "files 12, read 4; submissions accepted 4, rejected 0; rows read 20002, quarantined 60",
        SEASON.intaken(8, 2, 2).toString());
  }

  @Test
  void filesAreOfTheirDate() throws IOException {
    SeasonLanding landing = new SeasonLanding(folder, new Season(2, 40));
    landing.write(3, 2);
    Path file = landing.landing().resolve("ledger").resolve("10002_20240922.csv");
    assertEquals(
        Instant.parse("2024-09-22T12:00:00Z"), Files.getLastModifiedTime(file).toInstant());
    assertEquals(21, Files.readAllLines(file).size());
    landing.remove(3);
    assertTrue(Files.notExists(file));
  }

  private static WeeklyRun run(int week, int weeks, boolean whole, double seconds) {
    return new WeeklyRun(
        week,
        SEASON.snapshotDate(week),
        weeks,
        whole,
        Instant.parse("2026-01-01T00:00:00Z"),
        2 * weeks,
        10_001L * weeks,
        seconds,
        new Footprint(10L * week, 1000L * week, 100L * week),
        Map.of(StageTimes.START, 5.0, "ledger.history", seconds - 5));
  }

  @Test
  void recordGivesBackWhatWasMeasured() throws IOException {
    SeasonRecord record = new SeasonRecord(folder.resolve("season.csv"));
    assertEquals(List.of(), record.runs());
    List<WeeklyRun> runs = List.of(run(3, 3, true, 30), run(4, 1, false, 10.125));
    record.add(runs.get(0));
    record.add(runs.get(1));
    assertEquals(runs, record.runs());
  }

  @Test
  void recordOfOtherStepsIsRefused() throws IOException {
    Path file = folder.resolve("other.csv");
    Files.writeString(file, "week,seconds\n");
    assertThrows(IllegalStateException.class, () -> new SeasonRecord(file).runs());
  }

  @Test
  void lastWeeksAreComparedWithWeeksThreeToFive() {
    List<WeeklyRun> runs =
        IntStream.rangeClosed(1, 10).mapToObj(week -> run(week, 1, true, 10 + week)).toList();
    SeasonGrowth growth = SeasonGrowth.of(runs).orElseThrow();
    assertEquals(new SeasonGrowth.Line(SeasonGrowth.PROCESS, 14, 19, 14, 20), growth.process());
    assertEquals(
        new SeasonGrowth.Line("ledger.history", 9, 14, 9, 15), growth.step("ledger.history"));
    assertEquals(5, growth.step("ledger.history").added());
    assertEquals(new SeasonGrowth.Line("intake.slices", 0, 0, 0, 0), growth.step("intake.slices"));
    assertEquals(1000, growth.bytesPerWeek(Footprint::bytes));
  }

  @Test
  void weeksTakenInAtOnceOrCarriedOnAreNotCompared() {
    List<WeeklyRun> runs =
        List.of(
            run(4, 4, true, 90),
            run(5, 1, true, 10),
            run(6, 1, false, 3),
            run(7, 1, true, 12),
            run(8, 1, true, 11));
    SeasonGrowth growth = SeasonGrowth.of(runs).orElseThrow();
    assertEquals(new SeasonGrowth.Line(SeasonGrowth.PROCESS, 11, 11, 12, 11), growth.process());
    assertEquals(Optional.empty(), SeasonGrowth.of(runs.subList(0, 4)));
  }

  @Test
  void fewAreComparedWithAllBeyondNothing() {
    List<Incoming.Lap> laps = new ArrayList<>();
    double[][] rounds = {{10, 12, 20}, {12, 13, 22}, {11, 16, 21}};
    for (int round = 1; round <= rounds.length; round++) {
      List<Incoming.Amount> amounts = List.of(Incoming.Amount.values());
      for (int i = 0; i < amounts.size(); i++) {
        laps.add(new Incoming.Lap(amounts.get(i), round, rounds[round - 1][i], Map.of()));
      }
    }
    Incoming incoming = new Incoming(laps);
    assertEquals(0.2, incoming.ratio(), 1e-9);
    assertEquals(0.1, incoming.ratios().minimum(), 1e-9);
    assertEquals(0.2, incoming.ratios().median(), 1e-9);
    assertEquals(0.5, incoming.ratios().maximum(), 1e-9);
  }

  @Test
  void whatLiesOutsideTheStepsIsCountedOnce() {
    List<StageTimes.Step> steps =
        StageTimes.steps(
            List.of(
                "1000000004000 files read: 4 files, 188 rows = 188 accepted, 1.0 s",
                "1000000008000 ledger.history: 188 rows of 3 cohorts, 3.0 s, version 1",
                "1000000009000 marts.as_of: 4 rows, 2.0 s, version 1"),
            1_000_000_000_000L);
    Map<String, Double> seconds = StageTimes.seconds(steps, 12);
    assertEquals(
        Map.of(
            StageTimes.START,
            3.0,
            "files read",
            1.0,
            "ledger.history",
            3.0,
            "marts.as_of",
            2.0,
            StageTimes.BETWEEN,
            1.0,
            StageTimes.END,
            3.0),
        seconds);
  }
}
