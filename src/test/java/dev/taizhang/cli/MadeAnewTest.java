package dev.taizhang.cli;

import static dev.taizhang.support.Ledgers.HEADER;
import static dev.taizhang.support.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a run replaces is what docs/data-flow.md says, and no more than what changed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MadeAnewTest {

  private static final Pattern STAGE_LINE =
      Pattern.compile("\\| \\d+ \\| (?<table>[a-z_.]+) \\| .* \\| (?<replaced>[^|]*) \\|");

  private Path folder;
  private final Map<String, Long> beforeNames = new LinkedHashMap<>();
  private final Map<String, String> predicates = new LinkedHashMap<>();

  @BeforeAll
  void twoUniversitiesThenALateFileOfOneThenAnotherName(@TempDir Path temporary)
      throws IOException {
    folder = temporary;
    Path landing = folder.resolve("landing");
    for (String university : List.of("90001", "90002")) {
      for (String date : List.of("20250601", "20250615")) {
        Ledgers.write(
            landing,
            university + "_" + date + ".csv",
            HEADER,
            row("1", 2025, "0", "70"),
            row("2", 2025, "0", "10"));
      }
    }
    roster("甲大学");
    run();
    Ledgers.write(
        landing,
        "90001_20250612.csv",
        HEADER,
        row("1", 2025, "0", "11"),
        row("2", 2025, "0", "10"),
        row("", 2025, "0", "10"));
    run();
    for (String table : replacedByTable().keySet()) {
      predicates.put(table, newestPredicate(table));
      beforeNames.put(table, commits(table));
    }
    roster("甲理工大学");
    run();
  }

  private void roster(String name) throws IOException {
    Files.createDirectories(folder.resolve("reference"));
    Files.writeString(
        folder.resolve("reference/universities.csv"),
        "code,name,province_code,prefecture_code\n90001,%s,410000,410100\n".formatted(name));
  }

  private void run() {
    Cli.Result result =
        Cli.run(
            "run",
            "--landing",
            folder.resolve("landing").toString(),
            "--warehouse",
            folder.resolve("warehouse").toString(),
            "--reference",
            folder.resolve("reference").toString(),
            "--as-of",
            "2025-06-08");
    assertEquals(0, result.exitCode(), result.err());
  }

  /** Of each stage's table what docs/data-flow.md says that a run replaces. */
  private static Map<String, String> replacedByTable() throws IOException {
    Map<String, String> replaced = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Path.of("docs/data-flow.md"))) {
      Matcher matcher = STAGE_LINE.matcher(line);
      if (matcher.matches()) {
        replaced.put(matcher.group("table"), matcher.group("replaced"));
      }
    }
    return replaced;
  }

  private Row newest(String table) {
    return SharedSpark.session()
        .sql(
            "DESCRIBE HISTORY delta.`%s`"
                .formatted(folder.resolve("warehouse").resolve(table.replace('.', '/'))))
        .orderBy("version")
        .collectAsList()
        .stream()
        .reduce((one, other) -> other)
        .orElseThrow();
  }

  private long commits(String table) {
    return newest(table).<Long>getAs("version");
  }

  private String newestPredicate(String table) {
    Map<String, String> parameters =
        newest(table).getJavaMap(newest(table).fieldIndex("operationParameters"));
    return parameters.getOrDefault("predicate", "");
  }

  @Test
  void newestCommitOfEachTableReplacedWhatTheDocumentSays() throws IOException {
    Map<String, String> replaced = replacedByTable();
    assertEquals(30, replaced.size(), replaced::toString);
    replaced.forEach(
        (table, words) -> {
          String predicate = predicates.get(table);
          // Without files of their feed nothing is made, and the tables are as they were created.
          if (table.matches("ledger\\.(follow_up|assistance).*")) {
            return;
          }
          if (words.contains("submissions taken in")) {
            assertTrue(predicate.contains("submission_id"), table + ": " + predicate);
          } else if (words.contains("cohorts")) {
            assertTrue(
                predicate.contains("90001") && predicate.contains("graduation_year"),
                table + ": " + predicate);
          } else if (words.contains("as-of dates")) {
            assertTrue(predicate.contains("as_of_date"), table + ": " + predicate);
          } else {
            assertEquals("the whole table, if an input changed", words, table);
            assertTrue(!predicate.contains("90001"), table + ": " + predicate);
          }
        });
  }

  @Test
  void anotherNameOfAUniversityMakesItsFiguresAnewAndNoHistory() {
    for (String table :
        List.of(
            "ledger.entries",
            "intake.slices",
            "ledger.history",
            "marts.as_of",
            "marts.cells_by_major",
            "marts.cells_by_origin")) {
      assertEquals(beforeNames.get(table), commits(table), table);
    }
    assertTrue(commits("marts.placement_rates") > beforeNames.get("marts.placement_rates"));
    Cli.Result names =
        Cli.run(
            "query",
            "--warehouse",
            folder.resolve("warehouse").toString(),
            "--format",
            "csv",
            "SELECT DISTINCT university_name FROM marts.placement_rates WHERE university_code ="
                + " '90001'");
    assertEquals("university_name\n甲理工大学\n", names.out());
  }
}
