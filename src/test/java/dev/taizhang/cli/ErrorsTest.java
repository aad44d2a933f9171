package dev.taizhang.cli;

import static dev.taizhang.support.Ledgers.HEADER;
import static dev.taizhang.support.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of error: its message says what, why and what to do, and its exit code tells which.
 */
class ErrorsTest {

  @TempDir Path folder;
  private Path landing;
  private String warehouse;

  @BeforeEach
  void nameFolders() {
    landing = folder.resolve("landing");
    warehouse = folder.resolve("warehouse").toString();
  }

  private Cli.Result run() {
    return Cli.run("run", "--landing", landing.toString(), "--warehouse", warehouse);
  }

  @Test
  void missingLandingFolderIsExitCode3() {
    Cli.Result result = run();
    assertEquals(3, result.exitCode());
    assertEquals(
        "taizhang: There is no landing folder "
            + landing
            + ". What to do: check --landing; ledgers belong in its folder 'ledger'.",
        lastLine(result.err()));
    assertFalse(Files.exists(Path.of(warehouse)), "nothing is made for a folder that is not there");
  }

  @Test
  void emptyLandingFolderIsDoneWithAWarning() throws IOException {
    Files.createDirectories(landing);
    Cli.Result result = run();
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.err().contains("warning: there are no files in " + landing), result.err());
  }

  @Test
  void missingKeyIsExitCode2() throws IOException {
    Files.createDirectories(landing);
    Cli.Result result =
        Cli.withKey("", "run", "--landing", landing.toString(), "--warehouse", warehouse);
    assertEquals(2, result.exitCode());
    assertTrue(result.err().startsWith("taizhang: No key. "), result.err());
    assertTrue(result.err().contains("export TAIZHANG_KEY_FILE="), result.err());
    assertFalse(Files.exists(Path.of(warehouse)));
  }

  @Test
  void filesThatAreAllRejectedAreExitCode3WithAReasonEach() throws IOException {
    Ledgers.write(landing, "ledger.csv", HEADER, row("1", 2025, "0", "10"));
    Ledgers.write(landing, "90001_20250230.csv", HEADER, row("1", 2025, "0", "10"));
    Ledgers.write(landing, "90001_20250601.csv", "1,2,3", "4,5,6");
    Ledgers.write(landing, "90001_20250602.csv", "学号,届,去向如何", "1,2025,10");
    Ledgers.write(landing, "90001_20250603.xlsx", "PK\u0003\u0004");
    Files.write(
        landing.resolve("ledger/90001_20250604.xls"), HexFormat.of().parseHex("D0CF11E0A1B11AE1"));
    Ledgers.write(landing, "90001_20990101.csv", HEADER, row("1", 2098, "0", "10"));
    Ledgers.write(landing, "90001_20200101.csv", HEADER, row("1", 2025, "0", "10"));
    Ledgers.write(landing, "../assistance/90001_20250601.csv", "学号,帮扶日期", "1,20250601");
    Cli.Result result = run();
    assertEquals(3, result.exitCode(), result.err());
    for (String expected :
        new String[] {
          "rejected ledger/ledger.csv [bad_name]",
          "rejected ledger/90001_20250230.csv [bad_name]",
          "rejected ledger/90001_20250601.csv [no_header]",
          "rejected ledger/90001_20250602.csv [missing_column]",
          "rejected ledger/90001_20250603.xlsx [damaged_archive]",
          "rejected ledger/90001_20250604.xls [damaged_archive]",
          "rejected ledger/90001_20990101.csv [implausible_date]",
          "rejected ledger/90001_20200101.csv [implausible_date]",
          "rejected assistance/90001_20250601.csv [missing_column]",
          "Every file in " + landing + " was rejected"
        }) {
      assertTrue(result.err().contains(expected), () -> expected + " is not in\n" + result.err());
    }
    assertTrue(
        result
            .err()
            .contains("Required columns are missing: 毕业去向(代码). Unrecognised headers: 去向如何."),
        result.err());
  }

  @Test
  void missingOptionIsExitCode2WithTheUsage() {
    Cli.Result result = Cli.run("run", "--warehouse", warehouse);
    assertEquals(2, result.exitCode());
    assertTrue(
        result
            .err()
            .contains(
                "'taizhang run' needs --landing. What to do: add it as an option, or to a job file"
                    + " given with --job."),
        result.err());
  }

  @Test
  void noCommandIsExitCode2() {
    Cli.Result result = Cli.run();
    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains("Which command?"), result.err());
  }

  @Test
  void missingReferenceFolderIsExitCode2() throws IOException {
    Files.createDirectories(landing);
    Cli.Result result =
        Cli.run(
            "run",
            "--landing",
            landing.toString(),
            "--warehouse",
            warehouse,
            "--reference",
            folder.resolve("nowhere").toString());
    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains("There is no reference folder"), result.err());
  }

  @Test
  void missingWarehouseIsExitCode2() {
    for (String[] command :
        new String[][] {
          {"query", "--warehouse", warehouse, "SELECT 1"},
          {"status", "--warehouse", warehouse},
          {"verify", "--warehouse", warehouse}
        }) {
      Cli.Result result = Cli.run(command);
      assertEquals(2, result.exitCode(), result.err());
      assertEquals(
          "taizhang: There is no warehouse at "
              + warehouse
              + ". What to do: check --warehouse, or create one with 'taizhang run'.",
          lastLine(result.err()));
    }
  }

  @Test
  void queryThatWritesIsRefused() {
    Cli.Result result =
        Cli.run("query", "--warehouse", warehouse, "DELETE FROM marts.placement_rates");
    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains("'taizhang query' only reads"), result.err());
  }

  @Test
  void helpAndVersionNeedNoSpark() {
    assertTrue(Cli.run("--help").out().contains("Exit codes:"));
    assertTrue(Cli.run("--version").out().matches("taizhang \\d+\\.\\d+\\.\\d+.*\\R"));
  }

  private static String lastLine(String text) {
    return text.lines().reduce("", (before, line) -> line);
  }
}
