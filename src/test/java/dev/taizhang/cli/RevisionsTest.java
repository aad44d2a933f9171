package dev.taizhang.cli;

import static dev.taizhang.support.Ledgers.HEADER;
import static dev.taizhang.support.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What late files move is recorded; what new weeks add is not. */
class RevisionsTest {

  @TempDir Path folder;

  private void run() {
    Cli.Result result =
        Cli.run(
            "run",
            "--landing",
            folder.resolve("landing").toString(),
            "--warehouse",
            folder.resolve("warehouse").toString());
    assertEquals(0, result.exitCode(), result.err());
  }

  private String query(String sql) {
    Cli.Result result =
        Cli.run(
            "query", "--warehouse", folder.resolve("warehouse").toString(), "--format", "csv", sql);
    assertEquals(0, result.exitCode(), result.err());
    return result.out().lines().skip(1).reduce("", (all, line) -> all + line + "\n").strip();
  }

  @Test
  void lateFileIsNamedWithTheFiguresThatItMoved() throws IOException {
    Path landing = folder.resolve("landing");
    Ledgers.write(
        landing,
        "90001_20250601.csv",
        HEADER,
        row("1", 2025, "0", "70"),
        row("2", 2025, "0", "10"));
    run();
    Ledgers.write(
        landing,
        "90001_20250615.csv",
        HEADER,
        row("1", 2025, "0", "70"),
        row("2", 2025, "0", "10"));
    run();
    assertEquals("", query("SELECT * FROM marts.revisions"));
    // 8 June, a Sunday, spoke through the slice of 1 June until now.
    Ledgers.write(
        landing,
        "90001_20250607.csv",
        HEADER,
        row("1", 2025, "0", "11"),
        row("2", 2025, "0", "10"));
    run();
    assertEquals(
        "2025-06-08,plain,90001,2025,2025-06-01,2025-06-07,2,2,1,2,90001_20250607.csv",
        query(
            "SELECT as_of_date, as_of_kind, r.university_code, graduation_year,"
                + " snapshot_date_before, snapshot_date_now, graduates_before, graduates_now,"
                + " placed_before, placed_now, file_name FROM marts.revisions r JOIN"
                + " intake.submissions s ON r.submission_ids = array(s.submission_id)"));
  }
}
