package dev.taizhang.cli;

import static dev.taizhang.support.Ledgers.HEADER;
import static dev.taizhang.support.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.SharedSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who follows the rates with Spark and Delta alone gets them as they were after any run, and what
 * each run changed.
 */
class ConsumerTest {

  @TempDir static Path folder;

  /** The rates after each run, by the table's version then. */
  private static final Map<Long, List<String>> AFTER_RUNS = new TreeMap<>();

  @BeforeAll
  static void runThreeTimes() throws IOException {
    ledger("90001_20250601.csv", 20, "70");
    ledger("90002_20250601.csv", 12, "70");
    run("--as-of", "2025-06-01");
    ledger("90001_20250608.csv", 20, "10");
    run();
    ledger("90002_20250601_更正.csv", 12, "10");
    run();
    assertEquals(3, AFTER_RUNS.size(), AFTER_RUNS.keySet()::toString);
  }

  private static void ledger(String name, int graduates, String outcome) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int graduate = 1; graduate <= graduates; graduate++) {
      lines.add(row(Integer.toString(graduate), 2025, "0", graduate % 3 == 0 ? outcome : "70"));
    }
    Ledgers.write(folder.resolve("landing"), name, lines.toArray(String[]::new));
  }

  private static void run(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--landing",
                folder.resolve("landing").toString(),
                "--warehouse",
                folder.resolve("warehouse").toString()));
    arguments.addAll(List.of(more));
    Cli.Result result = Cli.run(arguments.toArray(String[]::new));
    assertEquals(0, result.exitCode(), result.err());
    AFTER_RUNS.put(version(), texts(consumer().read().format("delta").load(rates())));
  }

  /** A session that knows no table by name. */
  private static SparkSession consumer() {
    return SharedSpark.session().newSession();
  }

  private static String rates() {
    return folder.resolve("warehouse/marts/placement_rates").toString();
  }

  private static long version() {
    return consumer()
        .sql("DESCRIBE HISTORY delta.`%s`".formatted(rates()))
        .selectExpr("max(version)")
        .head()
        .getLong(0);
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).sorted().toList();
  }

  /** The changes that came after a version, in the order of the runs that made them. */
  private static Dataset<Row> changesSince(long version) {
    return consumer()
        .read()
        .format("delta")
        .option("readChangeFeed", true)
        .option("startingVersion", version + 1)
        .load(rates());
  }

  private static List<String> applied(Dataset<Row> changes, List<String> rows) {
    List<String> now = new ArrayList<>(rows);
    // In one commit, what goes away goes before what comes takes its place.
    changes
        .orderBy("_commit_version", "_change_type")
        .selectExpr(
            "_change_type", "struct(* EXCEPT (_change_type, _commit_version, _commit_timestamp))")
        .collectAsList()
        .forEach(
            change -> {
              String text = change.getStruct(1).toString();
              switch (change.getString(0)) {
                case "delete", "update_preimage" -> assertTrue(now.remove(text), text);
                default -> now.add(text);
              }
            });
    return now.stream().sorted().toList();
  }

  @Test
  void ratesOfAFormerVersionAreThoseThatWereReadThen() {
    AFTER_RUNS.forEach(
        (version, rows) ->
            assertEquals(
                rows,
                texts(
                    consumer()
                        .sql(
                            "SELECT * FROM delta.`%s` VERSION AS OF %d"
                                .formatted(rates(), version)))));
    assertEquals(3, AFTER_RUNS.values().stream().distinct().count(), "every run moved rates");
  }

  @Test
  void changesAppliedToTheRatesOfAnyFormerVersionGiveThoseOfToday() {
    List<String> today = AFTER_RUNS.get(version());
    AFTER_RUNS.forEach(
        (version, rows) -> {
          if (version != version()) {
            assertNotEquals(today, rows);
            assertEquals(today, applied(changesSince(version), rows));
          }
        });
  }

  @Test
  void changesOfARunAreOnlyOfTheDatesWhoseFilesChanged() {
    List<Long> versions = List.copyOf(AFTER_RUNS.keySet());
    Dataset<Row> ofTheSecondRun =
        consumer()
            .sql(
                "SELECT DISTINCT as_of_date FROM table_changes_by_path('%s', %d, %d)"
                    .formatted(rates(), versions.get(0) + 1, versions.get(1)));
    assertEquals(List.of("[2025-06-08]"), texts(ofTheSecondRun));
  }

  @Test
  void queryReadsTheChangesToo() {
    Cli.Result result =
        Cli.run(
            "query",
            "--warehouse",
            folder.resolve("warehouse").toString(),
            "--format",
            "csv",
            "SELECT count(*) FROM table_changes('marts.placement_rates', %d)".formatted(version()));
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        Long.toString(changesSince(version() - 1).count()),
        result.out().lines().skip(1).findFirst().orElseThrow());
  }
}
