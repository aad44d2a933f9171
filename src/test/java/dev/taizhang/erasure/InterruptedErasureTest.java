package dev.taizhang.erasure;

import static dev.taizhang.support.Ledgers.HEADER;
import static dev.taizhang.support.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.config.Thresholds;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.run.Run;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.PlainSettings;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.support.WarehouseRows;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Runs;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was interrupted while somebody was forgotten is done by the next call. */
class InterruptedErasureTest {

  private static final PseudonymKey KEY = PseudonymKey.development();

  @TempDir Path folder;

  private final List<Erasure.Found> told = new ArrayList<>();

  private static final class PowerCut extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void run(String name) {
    Run.run(SharedSpark.session(), PlainSettings.below(folder.resolve(name)), KEY, "test");
  }

  private void forget(String name, Consumer<Table> beforeWrite) {
    Erasure.forget(
        SharedSpark.session(),
        new Erasure.Request(
            folder.resolve(name).resolve("warehouse").toString(),
            Optional.empty(),
            Thresholds.DEFAULT,
            List.of()),
        KEY,
        List.of("90001 3"),
        told::add,
        beforeWrite);
  }

  private void forgetUntil(Table failing) {
    assertThrows(
        PowerCut.class,
        () ->
            forget(
                "disturbed",
                table -> {
                  if (table.equals(failing)) {
                    throw new PowerCut();
                  }
                }));
  }

  private void ledger(String name, String file, String outcome) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int graduate = 1; graduate <= 9; graduate++) {
      lines.add(row(Integer.toString(graduate), 2025, "0", graduate % 3 == 0 ? outcome : "70"));
    }
    Ledgers.write(folder.resolve(name).resolve("landing"), file, lines.toArray(String[]::new));
  }

  @Test
  void nextCallEndsAsAnUndisturbedOne() throws IOException {
    ledger("undisturbed", "90001_20250601.csv", "70");
    ledger("undisturbed", "90001_20250608.csv", "10");
    run("undisturbed");
    forget("undisturbed", table -> {});
    told.clear();

    ledger("disturbed", "90001_20250601.csv", "70");
    run("disturbed");
    // There are tombstones, and all else is as before.
    forgetUntil(Entries.TABLE);
    ledger("disturbed", "90001_20250608.csv", "10");
    InvalidUsage refused = assertThrows(InvalidUsage.class, () -> run("disturbed"));
    assertTrue(refused.getMessage().contains("'taizhang forget' was interrupted"));
    // The rows are gone and not counted yet.
    forgetUntil(Submissions.TABLE);
    // All is as it should be but for the earlier versions, which are still there.
    forgetUntil(Runs.TABLE);
    forget("disturbed", table -> {});
    run("disturbed");

    for (Table table : Pipeline.tables()) {
      if (!table.journal()) {
        assertEquals(
            WarehouseRows.of(folder.resolve("undisturbed/warehouse"), table),
            WarehouseRows.of(folder.resolve("disturbed/warehouse"), table),
            table.name());
      }
    }
    assertEquals(
        List.of(false, true, true, true), told.stream().map(Erasure.Found::goesOn).toList());
    assertEquals(List.of(1L, 1L, 0L, 0L), told.stream().map(Erasure.Found::rows).toList());
    assertEquals(2, submissionsThatLeftOutOne("undisturbed"));
    assertEquals(2, submissionsThatLeftOutOne("disturbed"));
  }

  private long submissionsThatLeftOutOne(String name) {
    return SharedSpark.session()
        .read()
        .format("delta")
        .load(folder.resolve(name).resolve("warehouse/intake/submissions").toString())
        .filter("forgotten_count = 1")
        .count();
  }
}
