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
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files, their names, rules and questions cannot make the program do. */
class UntrustedTextTest {

  private static final String ESCAPE = "\u001b";

  @TempDir static Path folder;
  private static Cli.Result run;

  @BeforeAll
  static void takeIn() throws IOException {
    Path landing = folder.resolve("landing");
    Ledgers.write(
        landing,
        "90001_20250608.csv",
        HEADER + ",月薪",
        row("1", 2025, "0", "10") + ",5000",
        row("2", 2025, "0", "10") + ",面议",
        row("3", 2025, "0", "10") + ",2000");
    Ledgers.write(landing, "90002_20250608_" + ESCAPE + "[31m\u0007.csv", "nothing", "known");
    Ledgers.write(landing, "90003_20250608_a\nrejected b.csv", "nothing", "known");
    Ledgers.write(landing, "=1+1.csv", "nothing", "known");
    Path job = folder.resolve("job.yaml");
    Files.writeString(
        job,
        """
        expectations:
          - id: salary_above_3000
            severity: flag
            expression: cell_monthly_salary > 3000
            message_zh: 月薪偏高；需核实。
            message_en: The pay is high; to be checked.
          - id: salary_above_4000
            severity: flag
            expression: cell_monthly_salary > 4000
            message_zh: 月薪偏高；需核实。
            message_en: The pay is high; to be checked.
          - id: salary_by_degree
            severity: flag
            scope: file
            expression: count_if(monthly_salary_yuan / int(degree_level) > 1)
            message_zh: 月薪偏高；需核实。
            message_en: The pay is high; to be checked.
        """);
    run =
        Cli.run(
            "run",
            "--job",
            job.toString(),
            "--landing",
            landing.toString(),
            "--warehouse",
            warehouse());
  }

  private static String warehouse() {
    return folder.resolve("warehouse").toString();
  }

  private static Cli.Result query(String sql) {
    return Cli.run("query", "--warehouse", warehouse(), "--format", "csv", sql);
  }

  @Test
  void ruleThatFailsOnAValueEndsNoRun() {
    assertEquals(0, run.exitCode(), run.err());
    assertFalse(run.err().contains("面议"), run.err());
    assertEquals(
        List.of("2,true,true", "3,false,false", "4,false,false"),
        query(
                "SELECT row_number, array_contains(flags, 'salary_above_3000'),"
                    + " array_contains(flags, 'salary_above_4000') FROM ledger.entries ORDER BY 1")
            .out()
            .lines()
            .skip(1)
            .toList());
  }

  @Test
  void controlCharactersInNamesOfFilesAreShownAndNotSent() {
    assertTrue(run.err().contains("90002_20250608_\\u001b[31m\\u0007.csv"), run.err());
    assertTrue(run.err().contains("90003_20250608_a\\nrejected b.csv"), run.err());
    assertFalse(run.err().contains(ESCAPE) || run.err().contains("\u0007"), run.err());
    assertTrue(run.err().lines().noneMatch(line -> line.startsWith("rejected b")), run.err());
    Cli.Result status = Cli.run("status", "--warehouse", warehouse());
    assertEquals(0, status.exitCode(), status.err());
    assertTrue(status.out().contains("\\u001b[31m\\u0007.csv"), status.out());
    assertFalse(status.out().contains(ESCAPE) || status.out().contains("\u0007"), status.out());
  }

  @Test
  void nameOfAFileThatIsAFormulaIsTextInCsv() {
    Cli.Result files =
        query("SELECT file_name, -1 FROM intake.submissions WHERE file_name LIKE '=%'");
    assertEquals("“=1+1.csv”,-1", files.out().lines().skip(1).findFirst().orElse(""), files.err());
  }

  @Test
  void questionThatWritesOrReachesOutIsRefused() {
    for (String sql :
        List.of(
            "WITH e AS (SELECT 1) DELETE FROM ledger.entries",
            "FROM ledger.entries INSERT INTO ledger.entries SELECT *",
            "SELECT reflect('java.lang.System', 'getProperty', 'user.home')",
            "SELECT * FROM text.`" + folder.resolve("job.yaml") + "`")) {
      Cli.Result refused = query(sql);
      assertEquals(2, refused.exitCode(), sql + refused.out());
      assertTrue(refused.err().startsWith("taizhang: 'taizhang query' only reads"), refused.err());
      assertEquals("", refused.out());
    }
    assertEquals("3", query("SELECT count(*) FROM ledger.entries").out().lines().toList().get(1));
  }

  @Test
  void questionThatFailsOnAValueIsTheQuestionsFault() {
    Cli.Result result = query("SELECT int(cell) FROM VALUES ('1'), ('x') AS t(cell)");
    assertEquals(2, result.exitCode(), result.err());
    assertTrue(
        result.err().startsWith("taizhang: The query cannot be run: [CAST_INVALID_INPUT]"),
        result.err());
  }
}
