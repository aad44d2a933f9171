package dev.taizhang.pipeline;

import static dev.taizhang.support.Ledgers.HEADER;
import static dev.taizhang.support.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.config.Settings;
import dev.taizhang.config.Thresholds;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.support.WarehouseRows;
import dev.taizhang.tables.Files;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that ends at any of its writes is carried on by the next. */
class InterruptedRunTest {

  @TempDir static Path folder;
  private static final Set<String> WRITTEN = Collections.synchronizedSet(new TreeSet<>());
  private static final List<String> FAILED_AT = Collections.synchronizedList(new ArrayList<>());

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
    // Each time one write more, until the files are taken in; then one stage at a time.
    for (int writes = 0; failsAfter(writes); writes++) {
      assertTrue(writes < 60, () -> "it never ends: " + FAILED_AT);
    }
  }

  /** Runs until that many writes are done, and says whether that was before its end. */
  private static boolean failsAfter(int writes) {
    AtomicInteger left = new AtomicInteger(takenIn() ? 1 : writes);
    try {
      run(
          "disturbed",
          table -> {
            if (left.getAndDecrement() <= 0) {
              FAILED_AT.add(table.name());
              throw new PowerCut();
            }
          });
      return false;
    } catch (PowerCut e) {
      return true;
    }
  }

  private static boolean takenIn() {
    return WarehouseRows.of(folder.resolve("disturbed/warehouse"), Files.TABLE).size() == 4;
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
        new Settings(
            folder.resolve(name).resolve("landing").toString(),
            folder.resolve(name).resolve("warehouse").toString(),
            Optional.empty(),
            List.of(),
            false,
            Thresholds.DEFAULT,
            List.of()),
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
    assertTrue(WRITTEN.size() > 15, WRITTEN::toString);
    assertEquals(WRITTEN, new TreeSet<>(FAILED_AT));
  }
}
