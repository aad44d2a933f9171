package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.flow.Pipeline;
import dev.taizhang.support.Cli;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.support.WarehouseRows;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.FollowUpEntries;
import dev.taizhang.tables.History;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The law of order on real tables: whatever the order in which files arrive, and however many runs
 * take them in, the tables come out the same.
 */
class OrderTest {

  private static final int UNIVERSITIES = 14;
  private static final int RUNS = 4;

  @TempDir static Path folder;
  private static Path atOnce;
  private static Path inSteps;

  /** Which file was decided on how, in the order of the decisions. */
  private static final Map<String, String> DECISIONS = new LinkedHashMap<>();

  /** The slices that were held before anything was decided. */
  private static final List<String> HELD_AT_FIRST = new ArrayList<>();

  @BeforeAll
  static void runBothWays() throws IOException {
    Map<String, List<String>> files = new LinkedHashMap<>();
    for (int university = 0; university < UNIVERSITIES; university++) {
      InventedLedgers invented =
          InventedLedgers.of(Integer.toString(90_001 + university), university);
      invented.ledgers().forEach((name, lines) -> files.put("ledger/" + name, lines));
      invented.followUps().forEach((name, lines) -> files.put("follow_up/" + name, lines));
    }
    Files.writeString(folder.resolve("job.yaml"), "thresholds:\n  stray_share: 0.1\n");
    Random random = new Random(11);
    List<String> names = new ArrayList<>(files.keySet());
    List<String> ledgers = names.stream().filter(name -> name.startsWith("ledger")).toList();
    Map<String, Instant> arrivals = new LinkedHashMap<>();
    names.forEach(
        name ->
            arrivals.put(
                name, Instant.parse("2025-10-01T00:00:00Z").plusSeconds(random.nextInt(99_999))));
    Collections.shuffle(names, random);
    for (String name : ledgers) {
      switch (random.nextInt(16)) {
        case 0 -> DECISIONS.put(name, Decisions.RETRACT);
        case 1, 2, 3 -> DECISIONS.put(name, Decisions.ACCEPT);
        default -> {}
      }
    }
    names.stream()
        .filter(name -> name.startsWith("follow_up") && name.hashCode() % 5 == 0)
        .forEach(name -> DECISIONS.put(name, Decisions.RETRACT));

    atOnce = folder.resolve("at-once");
    for (String name : files.keySet()) {
      write(atOnce, name, files.get(name), arrivals.get(name));
    }
    run(atOnce);
    HELD_AT_FIRST.addAll(slices(Slices.HELD));
    decide(atOnce, names);
    run(atOnce);

    inSteps = folder.resolve("in-steps");
    for (int run = 0; run < RUNS; run++) {
      List<String> some = new ArrayList<>();
      for (String name : names) {
        if (runOf(name) == run) {
          write(inSteps, name, files.get(name), arrivals.get(name));
          some.add(name);
        }
      }
      run(inSteps);
      decide(inSteps, some);
    }
    run(inSteps);
  }

  /** Some universities' files come week by week, as is usual; those of the others in any order. */
  private static int runOf(String path) {
    String name = path.substring(path.indexOf('/') + 1);
    if (name.charAt(4) % 2 == 1) {
      LocalDate date = LocalDate.parse(name.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
      int week = (date.getDayOfYear() - LocalDate.of(2025, 8, 3).getDayOfYear()) / 7;
      return Math.min(week, RUNS - 1);
    }
    return Math.floorMod(path.hashCode(), RUNS);
  }

  private static void write(Path folder, String name, List<String> lines, Instant arrival)
      throws IOException {
    Path file = folder.resolve("landing").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\r\n", lines) + "\r\n");
    Files.setLastModifiedTime(file, FileTime.from(arrival));
  }

  private static void run(Path where) {
    Cli.Result result =
        Cli.run(
            "run",
            "--job",
            folder.resolve("job.yaml").toString(),
            "--landing",
            where.resolve("landing").toString(),
            "--warehouse",
            where.resolve("warehouse").toString(),
            "--as-of",
            "2025-08-17",
            "--as-of",
            "official:2025-08-31:5");
    assertEquals(0, result.exitCode(), result.err());
  }

  /** Decides on those of the files that DECISIONS names and that were accepted. */
  private static void decide(Path where, List<String> names) {
    String warehouse = where.resolve("warehouse").toString();
    Map<String, String> ids = new LinkedHashMap<>();
    SharedSpark.session()
        .read()
        .format("delta")
        .load(warehouse + "/intake/submissions")
        .filter("status = 'accepted'")
        .select("file_name", "submission_id")
        .collectAsList()
        .forEach(row -> ids.put(row.getString(0), row.getString(1)));
    DECISIONS.forEach(
        (name, kind) -> {
          String id = ids.get(name.substring(name.indexOf('/') + 1));
          if (names.contains(name) && id != null) {
            Cli.Result result =
                Cli.run(kind, "--warehouse", warehouse, "--submission", id, "--why", "asked them");
            assertEquals(0, result.exitCode(), result.err());
          }
        });
  }

  /** The slices of the warehouse that takes all files at once that have a status. */
  private static List<String> slices(String status) {
    return SharedSpark.session()
        .read()
        .format("delta")
        .load(atOnce.resolve("warehouse/intake/slices").toString())
        .filter(Slices.STATUS.column().equalTo(status))
        .select(Slices.SUBMISSION_ID.column(), Slices.GRADUATION_YEAR.column())
        .collectAsList()
        .stream()
        .map(row -> row.mkString("/"))
        .toList();
  }

  /** What was decided on the submissions of the warehouse that takes all files at once. */
  private static List<String> decided(String kind) {
    return SharedSpark.session()
        .read()
        .format("delta")
        .load(atOnce.resolve("warehouse/intake/decisions").toString())
        .filter(Decisions.KIND.column().equalTo(kind))
        .select(Decisions.SUBMISSION_ID.column())
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  @Test
  void decisionsOfBothKindsAreDrawnAndSomeMakeAHeldSliceCount() {
    assertTrue(decided(Decisions.RETRACT).size() >= 3, () -> "retracted " + DECISIONS);
    List<String> accepted = decided(Decisions.ACCEPT);
    assertTrue(accepted.size() >= 3, () -> "accepted " + DECISIONS);
    List<String> inForce = slices(Slices.IN_FORCE);
    assertTrue(
        HELD_AT_FIRST.stream()
            .filter(slice -> accepted.contains(slice.substring(0, slice.indexOf('/'))))
            .anyMatch(inForce::contains),
        () -> "held " + HELD_AT_FIRST + ", accepted " + accepted);
  }

  @Test
  void everyTableButTheJournalsIsTheSame() {
    for (Table table : Pipeline.tables()) {
      if (!table.journal()) {
        assertEquals(
            WarehouseRows.of(atOnce.resolve("warehouse"), table),
            WarehouseRows.of(inSteps.resolve("warehouse"), table),
            table.name());
      }
    }
  }

  @Test
  void everyKindOfSliceAndChangeIsAmongThem() {
    List<String> slices = WarehouseRows.of(atOnce.resolve("warehouse"), Slices.TABLE);
    for (String status : List.of(Slices.IN_FORCE, Slices.HELD, Slices.SUPERSEDED, Slices.STRAY)) {
      assertTrue(slices.stream().anyMatch(row -> row.contains("," + status + ",")), status);
    }
    assertTrue(
        WarehouseRows.of(atOnce.resolve("warehouse"), History.TABLE).stream()
            .anyMatch(row -> row.contains("," + History.FOLLOW_UP + ",")));
    List<String> history = WarehouseRows.of(atOnce.resolve("warehouse"), History.TABLE);
    for (String kind : List.of(History.ENTERED, History.CHANGED, History.LEFT, History.RETURNED)) {
      assertTrue(history.stream().anyMatch(row -> row.contains("," + kind + ",")), kind);
    }
  }

  @Test
  void someListsWereReplacedAndSomeRetracted() {
    long entries = WarehouseRows.of(atOnce.resolve("warehouse"), FollowUpEntries.TABLE).size();
    long counting = WarehouseRows.of(atOnce.resolve("warehouse"), FollowUp.TABLE).size();
    assertTrue(0 < counting && counting < entries, counting + " of " + entries);
    assertTrue(
        DECISIONS.entrySet().stream()
            .anyMatch(
                one -> one.getKey().startsWith("follow_up") && one.getValue().equals("retract")));
  }

  @Test
  void someCohortsWereCarriedOnAndOthersMadeAnew() {
    List<String> written =
        SharedSpark.session()
            .sql(
                "DESCRIBE HISTORY delta.`%s`"
                    .formatted(inSteps.resolve("warehouse/ledger/history")))
            .selectExpr("coalesce(operationParameters['predicate'], '')")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();
    assertTrue(written.stream().anyMatch(rows -> rows.contains("valid_to >=")), written::toString);
    assertTrue(written.stream().anyMatch(rows -> !rows.contains("valid_to")), written::toString);
  }

  @Test
  void warehouseMadeInStepsHoldsWhatItPromises() {
    Cli.Result result = Cli.run("verify", "--warehouse", inSteps.resolve("warehouse").toString());
    assertEquals(0, result.exitCode(), result.err());
  }
}
