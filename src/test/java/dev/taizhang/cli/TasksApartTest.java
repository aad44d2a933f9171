package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.WarehouseRows;
import dev.taizhang.tables.ExpectationResults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are read at the same time have nothing to do with each other. */
class TasksApartTest {

  private static final List<String> ORIGINS =
      List.of("410181,河南省郑州市巩义市", "620524,甘肃省天水市武山县", "410000,河南省", "620500,甘肃省天水市");

  @TempDir Path folder;

  /** A pattern that one task applies is not applied to what another one reads. */
  @Test
  void rowsAreHeldAgainstRulesByThemselves() throws Exception {
    for (int file = 0; file < 6; file++) {
      List<String> lines = new ArrayList<>(List.of("学号,毕业年份,毕业去向代码,生源所在地代码,生源所在地"));
      for (int row = 0; row < 4_000; row++) {
        lines.add("S%05d,2025,70,%s".formatted(row, ORIGINS.get((row + file) % ORIGINS.size())));
      }
      Ledgers.write(
          folder.resolve("landing"),
          "9000%d_20250601.csv".formatted(file + 1),
          lines.toArray(String[]::new));
    }
    Cli.Result result =
        Cli.run(
            "run",
            "--landing",
            folder.resolve("landing").toString(),
            "--warehouse",
            folder.resolve("warehouse").toString());
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        List.of(),
        WarehouseRows.of(folder.resolve("warehouse"), ExpectationResults.TABLE).stream()
            .filter(row -> row.contains("origin_disagrees"))
            .toList());
  }
}
