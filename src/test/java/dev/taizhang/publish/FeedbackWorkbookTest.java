package dev.taizhang.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.SheetTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackWorkbookTest {

  private static final String ROWS_HEADER =
      "文件序号 File no.|文件名 File name|工作表 Sheet|行号 Row|列 Column|问题与改法"
          + "|What is wrong and how to correct it|处理 Result|原值 Value|规则 Rule";

  @TempDir Path folder;

  @Test
  void overviewSaysWhatBecameOfEachFile() throws IOException {
    Path file =
        FeedbackWorkbook.write(
            new Feedback(
                "10001",
                "=HYPERLINK(\"x\")大学",
                List.of(
                    accepted(1, "10001_20250601….xlsx", false, List.of()),
                    accepted(2, "10001_20250608_p1….csv", true, List.of("2025届：待核实，暂不采用 held。原因")),
                    new Received(
                        3,
                        "10001_20250615.csv",
                        LocalDate.of(2025, 6, 15),
                        Instant.parse("2025-06-15T16:30:00Z"),
                        Received.Status.REJECTED,
                        "+文件为空",
                        false,
                        List.of(),
                        Optional.empty())),
                List.of()),
            folder);

    assertEquals("10001_整改_20250615.xlsx", file.getFileName().toString());
    assertEquals(List.of("情况 Overview", "逐行整改 Rows", "按规则汇总 Summary"), SheetTexts.names(file));
    assertEquals(
        List.of(
            "就业台账整改通知 Corrections to the employment ledger",
            "院校代码 University code|10001",
            "院校名称 University name|“=HYPERLINK(\"x\")大学”",
            "最新快照日期 Newest snapshot|2025-06-15",
            "文件序号 File no.|文件名 File name|快照日期 Snapshot date|收到时间(北京) Received (Beijing)"
                + "|处理结果 Result|说明 Why, and what to do|读取行数 Rows read|计入行数 Rows counted"
                + "|退回行数 Rows returned|提示行数 Rows with hints",
            "1|10001_20250601….xlsx|2025-06-08|2025-06-08 09:00|已接收 / accepted||10|8|2|3",
            "2|10001_20250608_p1….csv|2025-06-08|2025-06-08 09:00|已接收 / accepted"
                + "|2025届：待核实，暂不采用 held。原因|10|8|2|3",
            "3|10001_20250615.csv|2025-06-15|2025-06-16 00:30|已退回，未计入 / rejected|“+文件为空”"),
        SheetTexts.lines(file, 0).subList(0, 8));
    assertEquals(List.of(ROWS_HEADER), SheetTexts.lines(file, 1));
    assertEquals(1, SheetTexts.lines(file, 2).size());
  }

  @Test
  void rowsThatDoNotCountComeFirst() throws IOException {
    Path file =
        FeedbackWorkbook.write(
            feedback(
                rule("outcome_missing", Finding.Severity.HINT, 1, 3, 5),
                rule("no_identity", Finding.Severity.RETURNED, 2, 9),
                rule("duplicate_row", Finding.Severity.RETURNED, 2, 4),
                rule("degree_unlisted", Finding.Severity.HINT, 1, 4)),
            folder);

    assertEquals(
        List.of(
            ROWS_HEADER,
            "2|10001_20250608_p2.csv|“=表”|4|“=列”|改 duplicate_row|mend duplicate_row"
                + "|退回(未计入) / returned, not counted|“-1”|duplicate_row",
            "2|10001_20250608_p2.csv|“=表”|9|“=列”|改 no_identity|mend no_identity"
                + "|退回(未计入) / returned, not counted|“-1”|no_identity",
            "1|10001_20250608_p1.csv|“=表”|3|“=列”|改 outcome_missing|mend outcome_missing"
                + "|提示(已计入) / hint, counted|“-1”|outcome_missing",
            "1|10001_20250608_p1.csv|“=表”|4|“=列”|改 degree_unlisted|mend degree_unlisted"
                + "|提示(已计入) / hint, counted|“-1”|degree_unlisted",
            "1|10001_20250608_p1.csv|“=表”|5|“=列”|改 outcome_missing|mend outcome_missing"
                + "|提示(已计入) / hint, counted|“-1”|outcome_missing"),
        SheetTexts.lines(file, 1));
    assertEquals(
        List.of(
            "规则 Rule|处理 Result|列 Column|行数 Rows|问题与改法|What is wrong and how to correct it",
            "duplicate_row|退回(未计入) / returned, not counted|“=列”|1|改 duplicate_row|mend duplicate_row",
            "no_identity|退回(未计入) / returned, not counted|“=列”|1|改 no_identity|mend no_identity",
            "outcome_missing|提示(已计入) / hint, counted|“=列”|2|改 outcome_missing|mend outcome_missing",
            "degree_unlisted|提示(已计入) / hint, counted|“=列”|1|改 degree_unlisted|mend degree_unlisted"),
        SheetTexts.lines(file, 2));
  }

  @Test
  void thousandRowsOfARuleAreListedAndTheOthersCounted() throws IOException {
    List<Finding> all =
        IntStream.rangeClosed(2, 1_235)
            .mapToObj(row -> finding("outcome_missing", Finding.Severity.HINT, 1, row))
            .toList();
    Path file = FeedbackWorkbook.write(feedback(new BrokenRule(all.size(), all)), folder);

    List<String> lines = SheetTexts.lines(file, 1);
    assertEquals(1 + 1_000 + 1, lines.size());
    assertTrue(lines.get(1_000).contains("|1001|"), lines.get(1_000));
    assertEquals(
        "1|10001_20250608_p1.csv|||“=列”|同一问题还有 234 行，未逐行列出；请在整个文件中检查。"
            + "|234 more rows have the same problem and are not listed; check the whole file for it."
            + "|提示(已计入) / hint, counted||outcome_missing",
        lines.get(1_001));
    assertTrue(SheetTexts.lines(file, 2).get(1).contains("|1234|"));
  }

  @Test
  void workbookOfTheSameNameIsReplacedAndNothingElseTouched() throws IOException {
    Feedback feedback = feedback(rule("no_identity", Finding.Severity.RETURNED, 1, 2));
    Files.writeString(folder.resolve(feedback.fileName()), "old");
    Files.writeString(folder.resolve("other.txt"), "mine");

    FeedbackWorkbook.write(feedback, folder);

    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of("10001_整改_20250608.xlsx", "other.txt"),
          files.map(path -> path.getFileName().toString()).sorted().toList());
    }
    assertEquals("mine", Files.readString(folder.resolve("other.txt")));
    assertEquals(2, SheetTexts.lines(folder.resolve(feedback.fileName()), 1).size());
  }

  @Test
  void universityHasSomethingToDoForRowsForRejectedAndForHeldFiles() {
    Received fine = accepted(1, "10001_20250608.csv", false, List.of("2025届：已被后来的文件取代"));
    Received held = accepted(1, "10001_20250608.csv", true, List.of());
    assertFalse(new Feedback("10001", "", List.of(fine), List.of()).asksForCorrection());
    assertTrue(new Feedback("10001", "", List.of(held), List.of()).asksForCorrection());
    assertTrue(feedback(rule("no_identity", Finding.Severity.RETURNED, 1, 2)).asksForCorrection());
  }

  @Test
  void codeThatIsNoCodeBecomesNoFileName() {
    List<Received> files = List.of(accepted(1, "10001_20250608.csv", false, List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Feedback("../..", "", files, List.of()));
  }

  private static Feedback feedback(BrokenRule... rules) {
    return new Feedback(
        "10001",
        "某大学",
        List.of(
            accepted(1, "10001_20250608_p1.csv", false, List.of()),
            accepted(2, "10001_20250608_p2.csv", false, List.of())),
        List.of(rules));
  }

  private static Received accepted(int number, String name, boolean held, List<String> notes) {
    return new Received(
        number,
        name,
        LocalDate.of(2025, 6, 8),
        Instant.parse("2025-06-08T01:00:00Z"),
        Received.Status.ACCEPTED,
        "",
        held,
        notes,
        Optional.of(new Received.Counts(10, 8, 2, 3)));
  }

  private static BrokenRule rule(String id, Finding.Severity severity, int file, int... rows) {
    return new BrokenRule(
        rows.length, IntStream.of(rows).mapToObj(row -> finding(id, severity, file, row)).toList());
  }

  private static Finding finding(String id, Finding.Severity severity, int file, int row) {
    return new Finding(file, "=表", row, id, "=列", "改 " + id, "mend " + id, severity, "-1");
  }
}
