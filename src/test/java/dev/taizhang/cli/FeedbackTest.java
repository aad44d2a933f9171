package dev.taizhang.cli;

import static dev.taizhang.support.Ledgers.HEADER;
import static dev.taizhang.support.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.SheetTexts;
import dev.taizhang.support.Workbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What universities get back of a small province. */
class FeedbackTest {

  private static final String RETURNED = "退回(未计入) / returned, not counted";
  private static final String HINT = "提示(已计入) / hint, counted";

  @TempDir static Path folder;
  private static String warehouse;
  private static String reference;

  @TempDir Path out;

  @BeforeAll
  static void takeIn() throws IOException {
    Path landing = folder.resolve("landing");
    warehouse = folder.resolve("warehouse").toString();
    reference = Files.createDirectories(folder.resolve("reference")).toString();
    Files.writeString(
        folder.resolve("reference/universities.csv"),
        "code,name,province_code,prefecture_code\n90001,=1+1大学,410000,410100\n");
    // An older ledger with an error, and a newer one with others.
    Ledgers.write(
        landing,
        "90001_20250601.csv",
        HEADER,
        row("1", 2025, "0", "去当老师了"),
        row("2", 2025, "0", "10"),
        row("4", 2025, "0", "10"));
    Workbooks.write(
        landing.resolve("ledger/90001_20250608_张三.xlsx"),
        workbook ->
            Workbooks.sheet(
                workbook,
                "=台账",
                HEADER,
                row("1", 2025, "0", "10"),
                row("2", 2025, "0", ""),
                row("", 2025, "0", "10"),
                row("4", 2025, "0", "去当老师了"),
                row("1", 2025, "0", "10")));
    Ledgers.write(landing, "90001_20250615.csv", "1,2,3", "4,5,6");
    // A university with nothing to correct.
    Ledgers.write(landing, "90002_20250608.csv", HEADER, row("1", 2025, "0", "10"));
    // A university whose newest readable file lacks half of its graduates.
    Ledgers.write(
        landing,
        "90003_20250601.csv",
        HEADER,
        row("1", 2025, "0", "10"),
        row("2", 2025, "0", "10"));
    Ledgers.write(landing, "90003_20250608.csv", HEADER, row("1", 2025, "0", "10"));
    Ledgers.write(landing, "90003_20250615.csv", "1,2,3", "4,5,6");
    Cli.Result run =
        Cli.run(
            "run",
            "--landing",
            landing.toString(),
            "--warehouse",
            warehouse,
            "--reference",
            reference);
    assertEquals(0, run.exitCode(), run.err());
  }

  private Cli.Result feedback(String... more) {
    return Cli.withKey(
        "",
        Stream.concat(
                Stream.of(
                    "feedback",
                    "--warehouse",
                    warehouse,
                    "--reference",
                    reference,
                    "--out",
                    out.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private Set<String> written() throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void universityGetsWhatItHasToCorrectInItsNewestFiles() throws IOException {
    Cli.Result result = feedback();

    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        """
        90001_整改_20250615.xlsx: rows returned 2, hints 2, files not counted 1
        90003_整改_20250615.xlsx: rows returned 0, hints 0, files not counted 2
        nothing to correct: 90002
        """,
        result.out());
    assertEquals(Set.of("90001_整改_20250615.xlsx", "90003_整改_20250615.xlsx"), written());
    Path file = out.resolve("90001_整改_20250615.xlsx");
    List<String> overview = SheetTexts.lines(file, 0);
    assertEquals("院校名称 University name|“=1+1大学”", overview.get(2));
    assertTrue(overview.get(5).startsWith("1|90001_20250608….xlsx|2025-06-08|"), overview.get(5));
    assertTrue(overview.get(5).endsWith("|已接收 / accepted||5|3|2|2"), overview.get(5));
    assertTrue(
        overview
            .get(6)
            .matches(
                "2\\|90001_20250615\\.csv\\|2025-06-15\\|.*\\|已退回，未计入 / rejected\\|前 20 行没有可识别的表头.*"),
        overview.get(6));
    assertEquals(
        List.of(
            "1|90001_20250608….xlsx|1|4|no_identity|" + RETURNED,
            "1|90001_20250608….xlsx|1|6|duplicate_row|" + RETURNED,
            "1|90001_20250608….xlsx|1|3|outcome_missing|" + HINT,
            "1|90001_20250608….xlsx|1|5|outcome_unlisted|" + HINT),
        placesAndRules(file));
    String first = SheetTexts.lines(file, 1).get(1);
    assertTrue(first.contains("|4|学号|学号为空或已损坏，身份证号缺失或无效"), first);
    String hint = SheetTexts.lines(file, 1).get(3);
    assertTrue(hint.contains("|3|毕业去向代码／毕业去向|毕业去向为空"), hint);
    assertFalse(overview.toString().contains("张三"));
  }

  @Test
  void universityIsToldOfSlicesThatAreHeld() throws IOException {
    Cli.Result result = feedback("--university", "90003");

    assertEquals(
        "90003_整改_20250615.xlsx: rows returned 0, hints 0, files not counted 2\n", result.out());
    String overview = String.join("\n", SheetTexts.lines(out.resolve("90003_整改_20250615.xlsx"), 0));
    assertTrue(
        overview.contains("2025届：待核实，暂不采用 held。与 2025-06-01 的台账相比，2 人中有 1 人将同时消失"), overview);
  }

  /** The lines of the rows' sheet without their words: file, sheet, row, rule, result. */
  private static List<String> placesAndRules(Path file) throws IOException {
    return SheetTexts.lines(file, 1).stream()
        .skip(1)
        .map(line -> line.split("\\|", -1))
        .map(cells -> String.join("|", cells[0], cells[1], cells[2], cells[3], cells[9], cells[7]))
        .toList();
  }

  @Test
  void sinceAsksForEveryFileFromADateOn() throws IOException {
    Cli.Result result = feedback("--since", "2025-06-01", "--university", "90001");

    assertEquals(
        "90001_整改_20250615.xlsx: rows returned 2, hints 3, files not counted 1\n", result.out());
    assertEquals(
        3,
        SheetTexts.lines(out.resolve("90001_整改_20250615.xlsx"), 0).stream()
            .filter(line -> line.contains("_2025"))
            .filter(line -> line.matches("\\d\\|.*"))
            .count());
  }

  @Test
  void nothingToSendBackIsSaidAndFine() throws IOException {
    Cli.Result one = feedback("--university", "90002");
    assertEquals(0, one.exitCode(), one.err());
    assertEquals("nothing to correct: 90002\n", one.out());
    Cli.Result none = feedback("--since", "2026-01-01");
    assertEquals(0, none.exitCode(), none.err());
    assertEquals("nothing to correct: no university sent a ledger in that period\n", none.out());
    assertEquals(Set.of(), written());
  }

  @Test
  void universityThatSentNothingIsExitCode2() throws IOException {
    Cli.Result result = feedback("--university", "90009", "--university", "90001");
    assertEquals(2, result.exitCode());
    assertEquals(
        "taizhang: No ledger of 90009 has been received. What to do: check --university"
            + " and --since; 'taizhang status' lists who reported.\n",
        result.err());
    assertEquals(Set.of(), written());
  }

  @Test
  void missingWarehouseIsExitCode2() {
    String nowhere = folder.resolve("nowhere").toString();
    Cli.Result missing = Cli.run("feedback", "--warehouse", nowhere, "--out", out.toString());
    assertEquals(2, missing.exitCode());
    assertEquals(
        "taizhang: There is no warehouse at "
            + nowhere
            + ". What to do: check --warehouse, or create one with 'taizhang run'.\n",
        missing.err());
    Cli.Result none = Cli.run("feedback", "--out", out.toString());
    assertEquals(2, none.exitCode());
    assertTrue(none.err().startsWith("'taizhang feedback' needs --warehouse."), none.err());
  }

  @Test
  void jobFileNamesWarehouseAndReference() throws IOException {
    Path job =
        Files.writeString(
            folder.resolve("weekly.yaml"), "warehouse: warehouse\nreference: reference\n");
    Cli.Result result = Cli.run("feedback", "--job", job.toString(), "--out", out.toString());
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(Set.of("90001_整改_20250615.xlsx", "90003_整改_20250615.xlsx"), written());
  }
}
