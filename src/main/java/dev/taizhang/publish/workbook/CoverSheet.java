package dev.taizhang.publish.workbook;

import dev.taizhang.publish.SafeText;
import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionColumn;
import dev.taizhang.publish.edition.EditionRelease;
import dev.taizhang.publish.edition.KeyFinding;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.publish.edition.Symbol;
import dev.taizhang.publish.edition.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * The cover: which edition this is, what its figures say, where to find what, and what every symbol
 * and column means.
 */
final class CoverSheet {

  private static final int[] WIDTHS = {30, 30, 16, 34, 58, 64};
  private static final int LAST = WIDTHS.length - 1;
  private static final float LINE = 15;
  private static final float HEADING = 20;
  private static final Label SITE_HAS_WEEKS =
      new Label(
          "各校逐周的数据不在本工作簿中，请见网页的高校页。",
          "Figures of single universities week by week are not in this workbook: the site has them.");
  private static final Label SITE_HAS_THE_REST =
      new Label(
          "各校分学历、分专业、逐周的数据不在本工作簿中，请见网页的高校页。",
          "Figures of single universities by degree level, field and week are not in this workbook:"
              + " the site has them.");

  private final Edition edition;
  private final List<Question> questions;
  private final Page page;

  CoverSheet(Edition edition, List<Question> questions, Page page) {
    this.edition = edition;
    this.questions = questions;
    this.page = page;
  }

  void write() {
    for (int column = 0; column < WIDTHS.length; column++) {
      page.width(column, WIDTHS[column]);
    }
    page.head("高校毕业生去向落实情况 Placement of university graduates");
    addEdition();
    edition.release().ifPresent(this::addRelease);
    addFindings();
    addContents();
    addSymbols();
    addDefinitions();
    page.sheet().createFreezePane(0, 2);
    page.sheet().setRepeatingRows(new CellRangeAddress(0, 1, -1, -1));
  }

  private void addEdition() {
    page.newRow();
    labelled("版本", "Edition", Words.both(edition.kind().title()));
    labelled("使用范围", "Who may see it", Words.both(edition.kind().notice()));
    labelled("统计日期", "As-of date", edition.asOfDate().toString());
    labelled("数据的新旧", "Age of the data", age());
    labelled("程序与数据状态", "Program, state", edition.program() + " · " + edition.madeFrom());
  }

  private void labelled(String zh, String en, String text) {
    page.newRow();
    page.text(0, zh + " " + en, page.styles().head());
    page.text(1, SafeText.of(text), page.styles().text());
  }

  /** How old the ledgers are that the figures stand on: nobody's figure is of today. */
  private String age() {
    LongSummaryStatistics days =
        edition.tables().stream()
            .filter(table -> table.id().equals("as_of") && table.has("age_days"))
            .flatMap(
                table ->
                    table.rows().stream().map(row -> row.get(table.position("age_days")).value()))
            .filter(Long.class::isInstance)
            .mapToLong(Long.class::cast)
            .summaryStatistics();
    String limits =
        "超过 %1$d 天为过时 over %1$d days is stale，超过 %2$d 天为未覆盖 over %2$d days is not covered"
            .formatted(edition.staleDays(), edition.coveredDays());
    return days.getCount() == 0
        ? limits
        : "统计日期时各校数据为 %1$d 至 %2$d 天前 the ledgers are %1$d to %2$d days older than the as-of date；%3$s"
            .formatted(days.getMin(), days.getMax(), limits);
  }

  /** What the release is, and what moved since the one before it. */
  private void addRelease(EditionRelease release) {
    heading("发布 Release");
    for (EditionRelease.Fact fact : release.facts()) {
      labelled(fact.name().zh(), fact.name().en(), "");
      int row = page.next() - 1;
      String text = SafeText.of(Words.both(fact.text()));
      page.text(row, 1, text, page.styles().paragraph());
      page.sheet().addMergedRegionUnsafe(new CellRangeAddress(row, row, 1, LAST));
      page.sheet().getRow(row).setHeightInPoints(height(text, widthFrom(1)));
    }
    heading("与前次发布相比 Since the release before");
    release.changes().forEach(sentence -> across(Words.both(sentence)));
  }

  private static int widthFrom(int column) {
    int width = 0;
    for (int at = column; at < WIDTHS.length; at++) {
      width += WIDTHS[at];
    }
    return width;
  }

  private void addFindings() {
    for (int year : edition.graduationYears()) {
      heading("%d届要点 Findings, cohort of %d".formatted(year, year));
      for (KeyFinding finding : Objects.requireNonNull(edition.findings().get(year))) {
        Label sentence = finding.sentence();
        across(sentence.zh());
        if (!sentence.en().equals(sentence.zh())) {
          across(sentence.en());
        }
      }
    }
  }

  private void heading(String text) {
    page.newRow();
    page.newRow().setHeightInPoints(HEADING);
    page.text(0, text, page.styles().heading());
  }

  /** A text across the page, as high as it needs. */
  private void across(String text) {
    String safe = SafeText.of(text);
    int row = page.next();
    page.newRow().setHeightInPoints(height(safe, widthFrom(0)));
    page.text(0, safe, page.styles().paragraph());
    page.sheet().addMergedRegionUnsafe(new CellRangeAddress(row, row, 0, LAST));
  }

  private static float height(String text, int width) {
    // No row can be higher than 409 points.
    return Math.min(400, LINE * (1 + Words.width(text) / width) + 1);
  }

  private void addContents() {
    heading("目录 Contents");
    columnHeads("工作表 Sheet", "行数 Rows", "", "内容 What it answers");
    page.newRow();
    page.link(0, Question.CHARTS, Question.CHARTS);
    page.text(3, "最新一届的图 Charts of the newest cohort", page.styles().text());
    for (Question question : questions) {
      page.newRow();
      page.link(0, question.sheet(), question.sheet());
      page.value(1, Unit.COUNT, Shown.of(question.table().rows().size()));
      page.text(3, Words.both(question.table().title()), page.styles().text());
    }
    across(Words.both(edition.release().isPresent() ? SITE_HAS_WEEKS : SITE_HAS_THE_REST));
  }

  private void columnHeads(String... heads) {
    page.newRow();
    for (int column = 0; column < heads.length; column++) {
      page.text(column, heads[column], page.styles().head());
    }
  }

  private void addSymbols() {
    heading("符号 Symbols");
    columnHeads("符号 Symbol", "含义 Meaning", "代替数值 No value", "", "原因", "Why");
    for (Symbol symbol : Symbol.values()) {
      page.newRow();
      CellStyle text = page.styles().text();
      page.text(0, symbol.code(), text);
      page.text(1, Words.both(symbol.meaning()), text);
      page.text(2, Words.yesOrNo(symbol.replacesValue()), text);
      page.text(4, symbol.reason().zh(), text);
      page.text(5, symbol.reason().en(), text);
    }
  }

  private void addDefinitions() {
    heading("各列定义 Definitions of the columns");
    columnHeads("列", "Column", "单位 Unit", "算法与区间 Formula, interval", "定义", "Definition");
    Map<String, EditionColumn> columns = new LinkedHashMap<>();
    for (Question question : questions) {
      question.table().columns().forEach(column -> columns.putIfAbsent(column.id(), column));
    }
    for (EditionColumn column : columns.values()) {
      String zh = SafeText.of(column.definition().zh());
      String en = SafeText.of(column.definition().en());
      String formula = formula(column, columns);
      float height =
          Math.max(
              height(formula, WIDTHS[3]), Math.max(height(zh, WIDTHS[4]), height(en, WIDTHS[5])));
      page.newRow().setHeightInPoints(height);
      CellStyle paragraph = page.styles().paragraph();
      page.text(0, SafeText.of(column.name().zh()), paragraph);
      page.text(1, SafeText.of(column.name().en()), paragraph);
      page.text(2, unit(column.unit()), paragraph);
      page.text(3, formula, paragraph);
      page.text(4, zh, paragraph);
      page.text(5, en, paragraph);
    }
  }

  /** How a rate is computed, and between which columns its interval lies. */
  private static String formula(EditionColumn column, Map<String, EditionColumn> columns) {
    List<String> parts = new ArrayList<>();
    if (!column.numerator().isEmpty() && !column.denominator().isEmpty()) {
      parts.add(name(column.numerator(), columns) + " ÷ " + name(column.denominator(), columns));
    }
    if (!column.low().isEmpty() && !column.high().isEmpty()) {
      parts.add("95 %：" + name(column.low(), columns) + " – " + name(column.high(), columns));
    }
    return SafeText.of(String.join("；", parts));
  }

  private static String name(String id, Map<String, EditionColumn> columns) {
    EditionColumn column = columns.get(id);
    return column == null ? id : Words.both(column.name());
  }

  private static String unit(Unit unit) {
    return switch (unit) {
      case CODE -> "代码 code";
      case TEXT -> "文字 text";
      case COUNT -> "个 count";
      case DAYS -> "天 days";
      case RATE -> "百分比 percent";
      case POINTS -> "百分点 points";
      case DATE -> "日期 date";
      case TIME -> "时间 UTC time";
      case FLAG -> "是否 yes or no";
    };
  }
}
