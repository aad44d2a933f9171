package dev.taizhang.cli;

import static dev.taizhang.support.Ledgers.HEADER;
import static dev.taizhang.support.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.flow.Pipeline;
import dev.taizhang.marts.LockedRates;
import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.LockedFigures;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.warehouse.Opening;
import dev.taizhang.warehouse.Warehouse;
import dev.taizhang.warehouse.WriterLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The official figures of a date from the first request to a second lock. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LockTest {

  private static final LocalDate DATE = LocalDate.of(2025, 8, 31);
  private static final String EVERYBODY =
      " WHERE hardship_group = 'all' AND degree_level = 'all' AND region_role = 'all' AND"
          + " major_level = 'all' AND university_code = 'all'";

  @TempDir static Path folder;

  private static String warehouse() {
    return folder.resolve("warehouse").toString();
  }

  private static void run(String... asOf) {
    String[] arguments = new String[5 + asOf.length];
    arguments[0] = "run";
    arguments[1] = "--landing";
    arguments[2] = folder.resolve("landing").toString();
    arguments[3] = "--warehouse";
    arguments[4] = warehouse();
    System.arraycopy(asOf, 0, arguments, 5, asOf.length);
    Cli.Result result = Cli.run(arguments);
    assertEquals(0, result.exitCode(), result.err());
  }

  private static Cli.Result lock(String why) {
    return Cli.withKey(
        "", "lock", "--warehouse", warehouse(), "--official", DATE.toString(), "--why", why);
  }

  private static String query(String sql) {
    Cli.Result result = Cli.run("query", "--warehouse", warehouse(), "--format", "csv", sql);
    assertEquals(0, result.exitCode(), result.err());
    return result.out().lines().skip(1).reduce("", (all, line) -> all + line + "\n").strip();
  }

  private static String lockedKnownAndMoved() {
    return query(
        "SELECT graduates_locked, graduates_now, graduates_moved, placed_locked, placed_now,"
            + " placed_moved, round(placement_rate_locked, 2), round(placement_rate_now, 2),"
            + " round(placement_rate_moved, 2), why FROM marts.official_figures"
            + EVERYBODY);
  }

  private static Warehouse tables() {
    return Opening.toRead(SharedSpark.session(), warehouse(), Pipeline.tables(), table -> true);
  }

  @Test
  @Order(1)
  void dateWithoutOfficialFiguresCannotBeLocked() throws IOException {
    Ledgers.write(
        folder.resolve("landing"),
        "90001_20250901.csv",
        HEADER,
        row("1", 2025, "0", "10"),
        row("2", 2025, "0", "70"),
        row("3", 2025, "2", "70"),
        row("4", 2024, "2", "70"));
    run("--as-of", "2025-08-31");
    Cli.Result result = lock("初次");
    assertEquals(2, result.exitCode());
    assertTrue(
        result
            .err()
            .contains(
                "There are no official figures for 2025-08-31; nothing was locked. What to do: make"
                    + " them first with 'taizhang run ... --as-of official:2025-08-31'"),
        result.err());
  }

  @Test
  @Order(2)
  void officialFiguresSpeakOfTheCohortOfTheYearWithTheSliceNearest() {
    run("--as-of", "official:2025-08-31", "--as-of", "weekly");
    assertEquals(
        "official,2025-08-31,2025,3,1\nplain,2025-09-01,2024,1,0\nplain,2025-09-01,2025,3,1",
        query(
            "SELECT as_of_kind, as_of_date, graduation_year, graduates, placed FROM"
                + " marts.placement_rates"
                + EVERYBODY
                + " ORDER BY 1, 2, 3"));
  }

  @Test
  @Order(3)
  void lockKeepsTheFiguresAsKnown() {
    Cli.Result result = lock("初次落实率上报");
    assertEquals(0, result.exitCode(), result.err());
    String figures =
        query("SELECT count(*) FROM marts.placement_rates WHERE as_of_kind = 'official'");
    assertEquals("locked 2025-08-31: " + figures + " figures", result.out().strip());
    assertEquals(figures, query("SELECT count(*) FROM marts.official_figures"));
    assertEquals("3,3,0,1,1,0,0.33,0.33,0.0,初次落实率上报", lockedKnownAndMoved());
    assertEquals(
        "lock,official,2025-08-31,初次落实率上报",
        query(
            "SELECT kind, as_of_kind, as_of_date, why FROM intake.decisions WHERE kind = 'lock'"));
  }

  @Test
  @Order(4)
  void lockWithoutAnythingNewIsRefused() {
    Cli.Result result = lock("again");
    assertEquals(2, result.exitCode());
    assertTrue(
        result.err().contains("and have not moved since; nothing was written."), result.err());
    assertEquals("1", query("SELECT count(DISTINCT locked_at) FROM marts.locked_figures"));
  }

  @Test
  @Order(5)
  void lateFileMovesWhatIsKnownAndNotWhatIsLocked() throws IOException {
    Ledgers.write(
        folder.resolve("landing"),
        "90001_20250831.csv",
        HEADER,
        row("1", 2025, "0", "10"),
        row("2", 2025, "0", "11"),
        row("3", 2025, "2", "70"),
        row("5", 2025, "4", "10"));
    run();
    assertEquals("3,4,1,1,3,2,0.33,0.75,0.42,初次落实率上报", lockedKnownAndMoved());
    assertEquals(
        "0,1,1",
        query(
            "SELECT graduates_locked, graduates_now, placed_moved FROM marts.official_figures"
                + EVERYBODY.replace("'all' AND degree", "'disabled' AND degree")));
  }

  @Test
  @Order(6)
  void lockThatDiedBeforeItWasRecordedCountsForNothing() {
    Warehouse tables = tables();
    tables.append(
        LockedFigures.TABLE,
        LockedRates.locked(
            LockedRates.official(tables.read(PlacementRates.TABLE), DATE),
            Instant.now().truncatedTo(ChronoUnit.MICROS),
            "died"),
        "lock");
    assertEquals("3,4,1,1,3,2,0.33,0.75,0.42,初次落实率上报", lockedKnownAndMoved());
  }

  @Test
  @Order(7)
  void lockWaitsForNobody() {
    WriterLock writer = WriterLock.take(SharedSpark.session(), tables(), "a-run");
    try {
      Cli.Result result = lock("更正");
      assertEquals(6, result.exitCode());
      assertTrue(result.err().contains("Another run, a-run, holds the warehouse"), result.err());
    } finally {
      writer.close();
    }
  }

  @Test
  @Order(8)
  void secondLockStandsBesideTheFirst() {
    Cli.Result result = lock("更正");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(
        result
            .out()
            .matches("locked 2025-08-31: \\d+ figures; \\d+ moved since the lock of .*\\s+"),
        result.out());
    assertEquals("4,4,0,3,3,0,0.75,0.75,0.0,更正", lockedKnownAndMoved());
    assertEquals(
        "初次落实率上报,3,1\n更正,4,3",
        query(
            "SELECT why, graduates, placed FROM marts.locked_figures"
                + EVERYBODY
                + " ORDER BY locked_at"));
  }

  @Test
  @Order(9)
  void everyContractAndInvariantHolds() {
    Cli.Result result = Cli.run("verify", "--warehouse", warehouse());
    assertEquals(0, result.exitCode(), result.out());
  }

  @Test
  @Order(10)
  void wrongRequestsAreUsageErrorsThatNameTheForms() {
    Cli.Result result =
        Cli.run("run", "--landing", "l", "--warehouse", warehouse(), "--as-of", "soon");
    assertEquals(2, result.exitCode());
    assertTrue(
        result
            .err()
            .contains(
                "Invalid value for option '--as-of' (DATE): 'soon' is not an as-of date;"
                    + " write 2025-06-30, official:2025-08-31, official:2025-08-31:3 (window of 3"
                    + " days) or weekly"),
        result.err());
    Cli.Result blank = lock(" ");
    assertEquals(2, blank.exitCode());
    assertTrue(blank.err().contains("--why is empty."), blank.err());
  }
}
