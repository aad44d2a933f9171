package dev.taizhang.run;

import static dev.taizhang.support.Ledgers.HEADER;
import static dev.taizhang.support.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.PlainSettings;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.support.WarehouseRows;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that ends at any of its writes is carried on by the next. */
class InterruptedRunTest {

  @TempDir static Path folder;
  private static final Set<String> WRITTEN = Collections.synchronizedSet(new TreeSet<>());
  private static final Set<String> FAILED_AT = Collections.synchronizedSet(new TreeSet<>());

  /** What taking files in writes, in this order, before the other stages. */
  private static final List<String> INTAKE =
      List.of(
          "intake.quarantine",
          "ledger.entries",
          "intake.expectation_results",
          "intake.major_names",
          "intake.submissions",
          "intake.files",
          "ops.runs");

  @BeforeAll
  static void runUndisturbedAndNot() throws IOException {
    for (String name : List.of("undisturbed", "disturbed")) {
      Path landing = folder.resolve(name).resolve("landing");
      ledger(landing, "90001_20250601.csv", 20, "70");
      ledger(landing, "90002_20250601.csv", 12, "70");
      run(name, table -> {});
      // One goes on with a later slice, the other's first week is sent again.
      ledger(landing, "90001_20250608.csv", 20, "10");
      ledger(landing, "90002_20250601_again.csv", 12, "80");
    }
    run("undisturbed", table -> WRITTEN.add(table.name()));
    List<String> order =
        Stream.concat(
                INTAKE.stream(),
                Pipeline.STAGES.stream()
                    .map(stage -> stage.output().name())
                    .filter(name -> !INTAKE.contains(name)))
            .filter(WRITTEN::contains)
            .toList();
    order.forEach(name -> failAt(order, name));
    run("disturbed", table -> {});
  }

  /** Runs and fails at the first write of a table, or of one that comes after it. */
  private static void failAt(List<String> order, String name) {
    List<String> allowed = order.subList(0, order.indexOf(name));
    assertThrows(
        PowerCut.class,
        () ->
            run(
                "disturbed",
                table -> {
                  if (!allowed.contains(table.name())) {
                    FAILED_AT.add(table.name());
                    throw new PowerCut();
                  }
                }),
        name);
  }

  private static final class PowerCut extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static void ledger(Path landing, String name, int graduates, String outcome)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int graduate = 1; graduate <= graduates; graduate++) {
      lines.add(row(Integer.toString(graduate), 2025, "0", graduate % 3 == 0 ? outcome : "70"));
    }
    Ledgers.write(landing, name, lines.toArray(String[]::new));
  }

  private static void run(String name, Consumer<Table> beforeWrite) {
    Run.run(
        SharedSpark.session(),
        PlainSettings.below(folder.resolve(name)),
        PseudonymKey.fromEnvironment(Map.of("TAIZHANG_KEY", "development")),
        "test",
        beforeWrite);
  }

  @Test
  void everyTableButTheJournalsEndsAsAfterAnUndisturbedRun() {
    for (Table table : Pipeline.tables()) {
      if (!table.journal()) {
        assertEquals(
            WarehouseRows.of(folder.resolve("undisturbed/warehouse"), table),
            WarehouseRows.of(folder.resolve("disturbed/warehouse"), table),
            table.name());
      }
    }
  }

  @Test
  void everyTableThatTheRunWritesWasFailedAt() {
    Set<String> written = new TreeSet<>(WRITTEN);
    // Only a run that moves figures itself records that it did.
    assertTrue(written.remove("marts.revisions"));
    assertTrue(written.size() > 14, WRITTEN::toString);
    assertEquals(written, FAILED_AT);
  }
}
