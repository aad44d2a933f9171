package dev.taizhang.publish;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;

/**
 * The workbook that a university gets back (退回整改): what came in, what is wrong row by row, and how
 * often each rule is broken.
 */
public final class FeedbackWorkbook {

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final double[] OVERVIEW_WIDTHS = {30, 26, 14, 18, 24, 60, 15, 15, 15, 15};
  private static final double[] ROWS_WIDTHS = {9, 24, 16, 9, 34, 56, 62, 28, 20, 30};
  private static final double[] SUMMARY_WIDTHS = {30, 16, 18, 10, 56, 56};
  private static final double LINE_HEIGHT = 16;

  private final Feedback feedback;

  private FeedbackWorkbook(Feedback feedback) {
    this.feedback = feedback;
  }

  /**
   * Writes a university's workbook; one of the same name is replaced as a whole.
   *
   * @param folder made where it is missing
   * @return the file
   */
  public static Path write(Feedback feedback, Path folder) throws IOException {
    return ReplacedWorkbook.write(
        folder, feedback.fileName(), new FeedbackWorkbook(feedback)::fill);
  }

  private void fill(Workbook workbook) {
    addOverview(new SheetWriter(workbook, "情况 Overview", OVERVIEW_WIDTHS));
    addRows(new SheetWriter(workbook, "逐行整改 Rows", ROWS_WIDTHS));
    addSummary(new SheetWriter(workbook, "按规则汇总 Summary", SUMMARY_WIDTHS));
  }

  private void addOverview(SheetWriter sheet) {
    sheet.title("就业台账整改通知 Corrections to the employment ledger");
    sheet.labelled("院校代码 University code", feedback.universityCode());
    sheet.labelled("院校名称 University name", feedback.universityName());
    sheet.labelled("最新快照日期 Newest snapshot", feedback.newestSnapshot().toString());
    sheet.blank();
    sheet.header(
        "文件序号 File no.",
        "文件名 File name",
        "快照日期 Snapshot date",
        "收到时间(北京) Received (Beijing)",
        "处理结果 Result",
        "说明 Why, and what to do",
        "读取行数 Rows read",
        "计入行数 Rows counted",
        "退回行数 Rows returned",
        "提示行数 Rows with hints");
    feedback.files().forEach(file -> addFile(sheet, file));
    sheet.blank();
    sheet.title("怎样使用 How to use this workbook");
    for (String paragraph : instructions()) {
      sheet.paragraph(paragraph, OVERVIEW_WIDTHS.length, 2 * LINE_HEIGHT);
    }
  }

  private static void addFile(SheetWriter sheet, Received file) {
    List<Object> cells =
        new ArrayList<>(
            List.of(
                file.number(),
                file.fileName(),
                file.snapshotDate().toString(),
                TIME.format(file.receivedAt().atZone(BEIJING)),
                file.status().text(),
                String.join(
                    " ",
                    Stream.concat(Stream.of(file.reason()), file.notes().stream())
                        .filter(text -> !text.isEmpty())
                        .toList())));
    file.counts()
        .ifPresentOrElse(
            counts ->
                cells.addAll(
                    List.of(
                        counts.read(), counts.accepted(), counts.quarantined(), counts.flagged())),
            () -> cells.addAll(List.of("", "", "", "")));
    sheet.line(cells.toArray());
  }

  private List<String> instructions() {
    String example = feedback.universityCode() + "_" + "yyyymmdd";
    return List.of(
        "1. “逐行整改”一页逐行列出问题，行号就是所报文件中的行号。“退回(未计入)”的行没有计入统计，请先改正；"
            + "“提示(已计入)”的行已经计入，但有问题的内容按“未知”统计。",
        "   The sheet 'Rows' lists every problem, with row numbers as in the file you"
            + " sent. Rows marked 'returned' do not count: correct them first. Rows marked 'hint'"
            + " count, with the wrong values as 'unknown'.",
        "2. 请在本校台账中改正，再导出完整的台账（包括没有问题的行）重新报送；不要报送本工作簿，也不要只报送改正的行。",
        "   Correct them in your own ledger, export the complete ledger (including the"
            + " rows that are right) and send that; do not send this workbook or the corrected"
            + " rows alone.",
        "3. 文件名：改正原来的数据，用原来的日期；数据更新到了新的日期，用新的日期：%s.xlsx（或 .csv）。分几个文件报送的，".formatted(example)
            + "加 _p1、_p2。同一日期以最后收到的文件为准。",
        "   File name: %s.xlsx (or .csv), with the same date if you correct the same data, and a new date"
                .formatted(example)
            + " for newer data; _p1, _p2 for parts. For each date, the last file received counts.",
        "4. 确认原内容无误的，请向省级就业主管部门说明。",
        "   If a value is right as it is, tell the provincial office.");
  }

  private void addRows(SheetWriter sheet) {
    sheet.header(
        "文件序号 File no.",
        "文件名 File name",
        "工作表 Sheet",
        "行号 Row",
        "列 Column",
        "问题与改法",
        "What is wrong and how to correct it",
        "处理 Result",
        "原值 Value",
        "规则 Rule");
    for (Finding.Severity severity : Finding.Severity.values()) {
      for (Received file : feedback.files()) {
        List<BrokenRule> rules =
            feedback.brokenRules().stream()
                .filter(rule -> rule.first().severity() == severity)
                .filter(rule -> rule.first().file() == file.number())
                .toList();
        rules.stream()
            .flatMap(rule -> rule.findings().stream())
            .sorted(Finding.IN_ORDER)
            .forEach(finding -> addFinding(sheet, file, finding));
        rules.stream()
            .filter(rule -> rule.unlisted() > 0)
            .forEach(rule -> addUnlisted(sheet, file, rule));
      }
    }
    sheet.asTable(ROWS_WIDTHS.length);
  }

  private static void addFinding(SheetWriter sheet, Received file, Finding finding) {
    sheet.line(
        file.number(),
        file.fileName(),
        finding.sheet(),
        finding.row(),
        finding.column(),
        finding.messageZh(),
        finding.messageEn(),
        finding.severity().text(),
        finding.value(),
        finding.rule());
  }

  private static void addUnlisted(SheetWriter sheet, Received file, BrokenRule rule) {
    Finding first = rule.first();
    sheet.line(
        file.number(),
        file.fileName(),
        "",
        "",
        first.column(),
        "同一问题还有 %d 行，未逐行列出；请在整个文件中检查。".formatted(rule.unlisted()),
        "%d more rows have the same problem and are not listed; check the whole file for it."
            .formatted(rule.unlisted()),
        first.severity().text(),
        "",
        first.rule());
  }

  private void addSummary(SheetWriter sheet) {
    sheet.header(
        "规则 Rule",
        "处理 Result",
        "列 Column",
        "行数 Rows",
        "问题与改法",
        "What is wrong and how to correct it");
    Map<String, Long> rows =
        feedback.brokenRules().stream()
            .collect(groupingBy(rule -> rule.first().rule(), summingLong(BrokenRule::rows)));
    Map<String, Finding> examples = new LinkedHashMap<>();
    feedback.brokenRules().forEach(rule -> examples.putIfAbsent(rule.first().rule(), rule.first()));
    examples.values().stream()
        .sorted(
            Comparator.comparing(Finding::severity)
                .thenComparing(finding -> rows.get(finding.rule()), Comparator.reverseOrder())
                .thenComparing(Finding::rule))
        .forEach(
            finding ->
                sheet.line(
                    finding.rule(),
                    finding.severity().text(),
                    finding.column(),
                    rows.get(finding.rule()),
                    finding.messageZh(),
                    finding.messageEn()));
    sheet.asTable(SUMMARY_WIDTHS.length);
  }
}
