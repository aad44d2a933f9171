package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.WarehouseRows;
import dev.taizhang.tables.Campaign;
import dev.taizhang.tables.MedianTimeToPlacement;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.TimeToPlacement;
import dev.taizhang.tables.UnplacedTwoYears;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A season of one university, from its files to the figures, made by hand. Slices are those of 29
 * June, 13 and 27 July, 10 and 24 August and 28 September 2025; graduates leave on 1 July.
 */
class CoursesOfGraduatesTest {

  private static final List<String> WEEKS =
      List.of("20250629", "20250713", "20250727", "20250810", "20250824", "20250928");

  /** What each slice tells of a graduate: outcome, and where there is one its registration. */
  private static final Map<String, List<String>> COURSES = new TreeMap<>();

  static {
    // Registered on 4 July: day 3.
    COURSES.put(
        "01",
        List.of("70", "10/20250704", "10/20250704", "10/20250704", "10/20250704", "10/20250704"));
    // Told on 27 July without a day: read as 20 July, day 19.
    COURSES.put("02", List.of("70", "70", "10", "10", "10", "10"));
    // In one slice alone: never placed, and a loss on 27 July (day 26).
    COURSES.put("03", List.of("70", "10", "70", "70", "70", "70"));
    // Study, told on 24 August: read as 17 August, day 47.
    COURSES.put("04", List.of("70", "70", "70", "70", "80", "80"));
    // Leaves after 27 July, day 26.
    COURSES.put("05", List.of("70", "70", "70", "-", "-", "-"));
    COURSES.put("06", List.of("71", "71", "71", "71", "71", "71"));
    COURSES.put("07", List.of("70", "70", "70", "70", "70", "10"));
    COURSES.put("08", List.of("70", "70", "70", "70", "70", "70"));
    COURSES.put("09", List.of("10", "10", "10", "10", "10", "10"));
    COURSES.put("10", List.of("10", "10", "10", "10", "10", "10"));
  }

  @TempDir static Path folder;

  @BeforeAll
  static void runBothWays() throws IOException {
    Path atOnce = folder.resolve("at-once");
    Path inSteps = folder.resolve("in-steps");
    for (int week = 0; week < WEEKS.size(); week++) {
      ledger(atOnce, week);
      ledger(inSteps, week);
      if (week == WEEKS.size() - 2) {
        run(inSteps, "2025-08-24");
      }
    }
    followUp(atOnce);
    followUp(inSteps);
    run(atOnce, "2025-08-24", "2025-10-31");
    run(inSteps, "2025-10-31");
  }

  private static void ledger(Path where, int week) throws IOException {
    List<String> lines = new ArrayList<>(List.of(Ledgers.HEADER + ",去向登记日期"));
    COURSES.forEach(
        (graduate, course) -> {
          String[] told = course.get(week).split("/", -1);
          if (!told[0].equals("-")) {
            lines.add(
                Ledgers.row(graduate, 2025, "0", told[0])
                    + ","
                    + (told.length == 1 ? "" : told[1]));
          }
        });
    Ledgers.write(
        where.resolve("landing"),
        "90001_" + WEEKS.get(week) + ".csv",
        lines.toArray(String[]::new));
  }

  /** In October an office finds one at work and one still without. */
  private static void followUp(Path where) throws IOException {
    Path file = where.resolve("landing/follow_up/90001_20251020.csv");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        学号,毕业年份,毕业去向代码,调查日期
        03,2025,10,2025-10-15
        08,2025,70,2025-10-16
        """);
  }

  private static void run(Path where, String... asOf) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "run",
                "--landing",
                where.resolve("landing").toString(),
                "--warehouse",
                where.resolve("warehouse").toString()));
    for (String date : asOf) {
      command.addAll(List.of("--as-of", date));
    }
    Cli.Result result = Cli.run(command.toArray(String[]::new));
    assertEquals(0, result.exitCode(), result.err());
  }

  private static String query(String sql) {
    return Cli.query(folder.resolve("at-once/warehouse"), sql);
  }

  private static String curve(String columns, String table, String clock, String asOf) {
    return query(
        "SELECT %s FROM marts.%s WHERE clock = '%s' AND as_of_date = DATE'%s'"
                .formatted(columns, table, clock, asOf)
            + " AND degree_level = 'all' AND discipline_code = 'all' AND province_code = 'all'"
            + " AND hardship_group = 'none' ORDER BY 1");
  }

  /**
   * On 28 September graduates are watched until 24 August, day 54. Eight are unplaced on 1 July; on
   * day 3 one of eight is placed, on day 19 one of seven, on day 26 one leaves, on day 47 one of
   * five begins to study: 7/8 · 6/7 = 0.75, · 4/5 = 0.6.
   */
  @Test
  void shareStillUnplacedSinceGraduation() {
    assertEquals(
        """
        0,8,0,0,0,8,0,1.0000,0.0000
        30,8,2,0,1,5,1,0.7500,0.0000""",
        curve(
            "day, graduates, employment, domestic_study, censored, at_risk, lost,"
                + " format_number(unplaced_share, 4), format_number(domestic_study_share, 4)",
            "time_to_placement",
            "graduation",
            "2025-09-28"));
    assertEquals(
        "8,3,5,1,null",
        curve(
            "graduates, placed, censored, lost, coalesce(string(median_days), 'null')",
            "median_time_to_placement",
            "graduation",
            "2025-09-28"));
  }

  /** On 24 August they were watched until 10 August, and nobody had begun to study yet. */
  @Test
  void earlierDateTellsWhatWasKnownThen() {
    assertEquals(
        "8,2,6,1",
        curve(
            "graduates, placed, censored, lost",
            "median_time_to_placement",
            "graduation",
            "2025-08-24"));
  }

  /**
   * Two were placed from the beginning, read as half way from New Year to 29 June; of ten people 8
   * wait at the end of June, and at the end of July two more are placed.
   */
  @Test
  void shareOfEverybodyOnTheCalendar() {
    assertEquals(
        """
        2025-01-01,10,1.0000
        2025-01-31,10,1.0000
        2025-02-28,10,1.0000
        2025-03-31,10,0.8000
        2025-04-30,10,0.8000
        2025-05-31,10,0.8000
        2025-06-30,10,0.8000
        2025-07-31,10,0.6000""",
        curve(
            "on_date, graduates, format_number(unplaced_share, 4)",
            "time_to_placement",
            "calendar",
            "2025-09-28"));
  }

  /** October is told by the slice of 28 September, 33 days before its end. */
  @Test
  void campaignMonthByMonth() {
    assertEquals(
        """
        2025-07-31,8,2,5,1,0,0
        2025-08-31,8,3,3,1,0,1
        2025-09-30,8,4,2,1,0,1
        2025-10-31,8,4,0,0,0,4""",
        query(
            "SELECT month_end, unplaced_on_1_july, placed_since, awaiting, not_seeking,"
                + " outcome_unknown, lost_from_view FROM marts.campaign WHERE place_level = 'all'"
                + " AND hardship_group = 'all' AND as_of_date = DATE'2025-10-31' ORDER BY 1"));
  }

  @Test
  void unplacedByLedgerAndFollowUpWithTheLastWordOnThem() {
    assertEquals(
        "9,3,1,0,2,1,1,2025-09-28,2025-10-16,1,0",
        query(
            "SELECT graduates, unplaced_at_slice, found_placed, found_unplaced, unplaced, awaiting,"
                + " not_seeking, oldest_word, newest_word, no_word_30_days, no_word_90_days"
                + " FROM marts.unplaced_two_years WHERE place_level = 'university'"
                + " AND hardship_group = 'none' AND as_of_date = DATE'2025-10-31'"));
  }

  @Test
  void weekByWeekIsTheSameAsAllAtOnce() {
    for (Table table :
        List.of(
            TimeToPlacement.TABLE,
            MedianTimeToPlacement.TABLE,
            Campaign.TABLE,
            UnplacedTwoYears.TABLE)) {
      assertEquals(
          WarehouseRows.of(folder.resolve("at-once/warehouse"), table),
          WarehouseRows.of(folder.resolve("in-steps/warehouse"), table),
          table.name());
    }
  }

  @Test
  void everyInvariantHolds() {
    Cli.Result verify =
        Cli.run("verify", "--warehouse", folder.resolve("in-steps/warehouse").toString());
    assertEquals(0, verify.exitCode(), verify.out() + verify.err());
  }
}
