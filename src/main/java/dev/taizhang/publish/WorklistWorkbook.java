package dev.taizhang.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;

/**
 * The workbook that a university's counsellors work by: whom to call next, and where they stand.
 */
public final class WorklistWorkbook {

  private static final double[] OVERVIEW_WIDTHS = {46, 30, 22, 22, 22};
  private static final double[] ROWS_WIDTHS = {9, 28, 15, 9, 8, 34, 18, 15, 26, 14, 20, 12, 18};
  private static final double LINE_HEIGHT = 16;

  private final Worklist worklist;

  private WorklistWorkbook(Worklist worklist) {
    this.worklist = worklist;
  }

  /**
   * Writes a university's workbook; one of the same name is replaced as a whole.
   *
   * @param folder made where it is missing
   * @return the file
   */
  public static Path write(Worklist worklist, Path folder) throws IOException {
    return ReplacedWorkbook.write(
        folder, worklist.fileName(), new WorklistWorkbook(worklist)::fill);
  }

  private void fill(Workbook workbook) {
    addOverview(new SheetWriter(workbook, "说明 Overview", OVERVIEW_WIDTHS));
    addRows(new SheetWriter(workbook, "待帮扶 Worklist", ROWS_WIDTHS));
  }

  private void addOverview(SheetWriter sheet) {
    sheet.title("重点群体未落实去向毕业生待帮扶名单 Key-group graduates waiting for help");
    sheet.labelled("院校代码 University code", worklist.universityCode());
    sheet.labelled("院校名称 University name", worklist.universityName());
    sheet.labelled("截至日期 As of (newest file)", worklist.date().toString());
    sheet.labelled("未联系天数 Days without help", Integer.toString(worklist.days()));
    sheet.labelled("人数 Graduates", Integer.toString(worklist.waiting().size()));
    sheet.labelled(
        "本校最新帮扶台账 Own newest assistance ledger",
        worklist.newestAssistance().map(LocalDate::toString).orElse("无 none"));
    sheet.blank();
    if (!worklist.hasAssistance()) {
      sheet.paragraph(
          "从未收到任何帮扶台账：重点群体中所有未落实去向的毕业生都列在名单中，不表示没有帮扶过。请报送帮扶台账。",
          OVERVIEW_WIDTHS.length,
          2 * LINE_HEIGHT);
      sheet.paragraph(
          "No assistance ledger was ever read: every unplaced graduate of a key group is listed,"
              + " which does not mean that nobody was helped. Send assistance ledgers.",
          OVERVIEW_WIDTHS.length,
          2 * LINE_HEIGHT);
      sheet.blank();
    }
    sheet.title("怎样使用 How to use this workbook");
    for (String paragraph : instructions()) {
      sheet.paragraph(paragraph, OVERVIEW_WIDTHS.length, 2 * LINE_HEIGHT);
    }
  }

  private List<String> instructions() {
    return List.of(
        "1. “待帮扶”一页列出重点群体中未落实去向、%d 天内没有联系也没有一对一帮扶的毕业生。名单中没有姓名和号码：请按文件名、工作表和行号在本校所报文件中查找本人。"
            .formatted(worklist.days()),
        "   The sheet 'Worklist' has the graduates of key groups who are unplaced and had neither"
            + " contact nor help one to one for %d days. It has no names and no numbers: find them"
                .formatted(worklist.days())
            + " by file, sheet and row in the file that you sent.",
        "2. 没有注明日期的联系或一对一帮扶的排在最前，其后按距上次帮扶的天数排列。集中推送、未注明方式或没有日期的措施不算联系，但列为最近一次措施。",
        "   Whoever has no dated contact or help one to one comes first, then by days since help. Help"
            + " to many at once, and measures without a mode or a date, are no contact; they are"
            + " shown as the last measure.",
        "3. 联系后请把措施记入帮扶台账报送：assistance/%s_yyyymmdd.xlsx（或 .csv），每行一项，写明学号、届别、帮扶措施、帮扶日期和帮扶方式（一对一、联系）。"
            .formatted(worklist.universityCode()),
        "   After that, send an assistance ledger, assistance/%s_yyyymmdd.xlsx (or .csv), one measure per row"
                .formatted(worklist.universityCode())
            + " with student number, year, measure, date and mode (one to one, contact).",
        "4. 已经落实去向或标签有误的，请在就业台账中更正并重新报送。名单含敏感信息，只供本校帮扶使用，用后删除。",
        "   Whoever is placed by now, or has a wrong tag: correct it in the ledger and send that"
            + " again. The list is sensitive: for help at this university only; delete it after"
            + " use.");
  }

  private void addRows(SheetWriter sheet) {
    sheet.header(
        "届 Year",
        "文件名 File name",
        "快照日期 Snapshot date",
        "工作表 Sheet",
        "行号 Row",
        "困难类别 Hardship",
        "毕业去向 Outcome",
        "未落实天数 Days unplaced",
        "最近联系或一对一 Last contact or one-to-one",
        "距今天数 Days since",
        "最近一次措施 Last measure",
        "方式 Mode",
        "措施日期 Date of measure");
    for (Waiting one : worklist.waiting()) {
      Optional<Waiting.LastMeasure> measure = one.lastMeasure();
      sheet.line(
          one.graduationYear(),
          one.fileName(),
          one.snapshotDate().toString(),
          one.sheet(),
          one.row(),
          one.hardship(),
          one.outcome(),
          one.daysUnplaced(),
          one.lastHelp().map(LocalDate::toString).orElse("无 none"),
          one.daysSinceHelp().map(Object.class::cast).orElse(""),
          measure.map(Waiting.LastMeasure::name).orElse("无 none"),
          measure.map(Waiting.LastMeasure::mode).orElse(""),
          measure
              .map(last -> last.date().map(LocalDate::toString).orElse("不明 unknown"))
              .orElse(""));
    }
    sheet.asTable(ROWS_WIDTHS.length);
  }
}
