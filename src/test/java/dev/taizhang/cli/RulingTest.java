package dev.taizhang.cli;

import static dev.taizhang.support.Ledgers.HEADER;
import static dev.taizhang.support.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A truncated file, and what a person decides of it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RulingTest {

  private static final String CUT = "90001_20250608.csv";

  @TempDir static Path folder;

  private static Cli.Result run(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--landing",
                folder.resolve("landing").toString(),
                "--warehouse",
                warehouse()));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private static Cli.Result decide(String kind, String submission, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                kind,
                "--warehouse",
                warehouse(),
                "--submission",
                submission,
                "--why",
                "asked them"));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private static String warehouse() {
    return folder.resolve("warehouse").toString();
  }

  private static String query(String sql) {
    Cli.Result result = Cli.run("query", "--warehouse", warehouse(), "--format", "csv", sql);
    assertEquals(0, result.exitCode(), result.err());
    return result.out().lines().skip(1).reduce("", (all, line) -> all + line + "\n").strip();
  }

  private static String statuses() {
    return query("SELECT snapshot_date, status FROM intake.slices ORDER BY snapshot_date");
  }

  private static String kinds() {
    return query("SELECT change_kind, count(*) FROM ledger.history GROUP BY 1 ORDER BY 1");
  }

  private static void ledger(String name, int graduates) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int graduate = 1; graduate <= graduates; graduate++) {
      lines.add(row(Integer.toString(graduate), 2025, "0", graduate % 2 == 0 ? "10" : "70"));
    }
    Ledgers.write(folder.resolve("landing"), name, lines.toArray(String[]::new));
  }

  @Test
  @Order(1)
  void truncatedFileIsToldAndMakesNobodyLeave() throws IOException {
    ledger("90001_20250601.csv", 10);
    ledger(CUT, 6);

    Cli.Result result = run("--strict");

    assertEquals(5, result.exitCode(), result.err());
    assertTrue(
        result.err().contains("held " + CUT + ", cohort 2025: 与 2025-06-01 的台账相比，10 人中有 4 人"),
        result.err());
    assertEquals("2025-06-01,in_force\n2025-06-08,held", statuses());
    assertEquals("entered,10", kinds());
    Cli.Result status = Cli.run("status", "--warehouse", warehouse(), "--format", "csv");
    assertTrue(status.out().contains("held," + CUT), status.out());
  }

  @Test
  @Order(2)
  void acceptedSliceCounts() {
    Cli.Result accepted = decide("accept", CUT);
    assertEquals(0, accepted.exitCode(), accepted.err());
    assertTrue(
        accepted.out().matches("accept [0-9a-f]{64}; the next run applies it to the tables\\R"),
        accepted.out());
    assertEquals(0, run().exitCode());

    assertEquals("2025-06-01,in_force\n2025-06-08,in_force", statuses());
    assertEquals("entered,10\nleft,4", kinds());
  }

  @Test
  @Order(3)
  void sameDecisionTwiceIsRefused() {
    Cli.Result again = decide("accept", CUT);
    assertEquals(2, again.exitCode());
    assertTrue(again.err().contains("This was already decided at "), again.err());
  }

  @Test
  @Order(4)
  void retractedFileHasNoSliceAndItsRowsStay() {
    String id =
        query("SELECT submission_id FROM intake.submissions WHERE file_name = '" + CUT + "'");
    assertEquals(0, decide("retract", id.substring(0, 8)).exitCode());
    assertEquals(0, run().exitCode());

    assertEquals("2025-06-01,in_force", statuses());
    assertEquals("entered,10", kinds());
    assertEquals(
        "accepted\nretracted",
        query("SELECT status FROM intake.submissions ORDER BY snapshot_date"));
    assertEquals("16", query("SELECT count(*) FROM ledger.entries"));
  }

  @Test
  @Order(5)
  void acceptedAgainItCountsAgain() {
    assertEquals(0, decide("accept", CUT, "--graduation-year", "2025").exitCode());
    assertEquals(0, run().exitCode());

    assertEquals("2025-06-01,in_force\n2025-06-08,in_force", statuses());
  }

  @Test
  @Order(6)
  void oneCohortCanBeRetractedAndEverythingStaysSound() {
    assertEquals(0, decide("retract", CUT, "--graduation-year", "2025").exitCode());
    assertEquals(0, run().exitCode());

    assertEquals("2025-06-01,in_force", statuses());
    Cli.Result verify = Cli.run("verify", "--warehouse", warehouse());
    assertEquals(0, verify.exitCode(), verify.out() + verify.err());
  }

  @Test
  @Order(7)
  void whatIsNotThereIsSaid() {
    Cli.Result unknown = decide("accept", "90009_20250601.csv");
    assertEquals(2, unknown.exitCode());
    assertTrue(
        unknown.err().contains("There is no accepted ledger or list '90009_20250601.csv'"),
        unknown.err());

    Cli.Result year = decide("retract", CUT, "--graduation-year", "2024");
    assertEquals(2, year.exitCode());
    assertTrue(year.err().contains("no rows for 2024, only for [2025]"), year.err());
  }
}
