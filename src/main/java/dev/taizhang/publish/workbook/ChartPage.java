package dev.taizhang.publish.workbook;

import dev.taizhang.publish.edition.CodeName;
import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.Shown;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A page with charts on the left and, beside each, the figures that it draws. */
final class ChartPage {

  /** The columns under the charts. */
  static final int CHART_COLUMNS = 12;

  /** The first column of the figures. */
  static final int TABLE = CHART_COLUMNS + 1;

  /** A chart is at least so many rows high. */
  static final int LEAST_ROWS = 20;

  static final float HEADING_HEIGHT = 20;
  private static final int COLUMNS = 13;
  private static final int NUMBER = 11;
  private static final int LABEL = 40;
  private static final int SHORT_LABEL = 26;

  private final Edition edition;
  private final Words words;
  private final Page page;

  ChartPage(Edition edition, Words words, Page page) {
    this.edition = edition;
    this.words = words;
    this.page = page;
    for (int column = 0; column < CHART_COLUMNS; column++) {
      page.width(column, NUMBER);
    }
    page.width(TABLE - 1, 2);
    page.width(TABLE, LABEL);
    page.width(TABLE + 1, SHORT_LABEL);
    for (int column = TABLE + 2; column < TABLE + COLUMNS; column++) {
      page.width(column, NUMBER);
    }
  }

  /** The rows of a cohort, all degree levels together; empty where there are none. */
  Optional<Cuts> cuts(String table, String part, int year) {
    return edition.tables().stream()
        .filter(one -> one.id().equals(table) && one.part().equals(part))
        .findFirst()
        .map(Cuts::new)
        .map(cuts -> cuts.where("graduation_year", (long) year))
        .map(cuts -> cuts.where("degree_level", "all"))
        .filter(cuts -> !cuts.rows().isEmpty());
  }

  /** A chart between two rows and two columns. */
  NativeChart chart(int begin, int end, int left, int right, String title) {
    return new NativeChart(page, title, left, begin, right, end);
  }

  /** The figures beside a chart; gives the row in which they begin. */
  int addTable(String note, Cuts cuts, List<String> columns) {
    int begin = page.next();
    page.newRow().setHeightInPoints(HEADING_HEIGHT);
    page.text(TABLE, note, page.styles().heading());
    List<SheetColumn> shapes = cuts.columns(columns, words);
    page.newRow().setHeightInPoints(48);
    for (int column = 0; column < shapes.size(); column++) {
      page.text(TABLE + column, shapes.get(column).head(), page.styles().head());
    }
    for (List<Shown> cells : cuts.rows()) {
      page.newRow();
      for (int column = 0; column < shapes.size(); column++) {
        SheetColumn shape = shapes.get(column);
        write(TABLE + column, shape, cells.get(shape.position()));
      }
    }
    return begin;
  }

  private void write(int column, SheetColumn shape, Shown shown) {
    if (shape.isText(shown)) {
      page.text(column, shape.text(shown, words), page.styles().text());
    } else {
      page.value(column, shape.column().unit(), shown);
    }
  }

  /** One of the cells that are withheld, for its symbol. */
  static Shown withheldOf(List<Shown> cells) {
    return cells.stream()
        .filter(cell -> cell.value() == null && cell.symbol() != null)
        .findFirst()
        .orElse(Shown.NOTHING);
  }

  /** The codes of a column, in the order of the edition's list. */
  List<String> inOrder(String column, Cuts cuts) {
    List<String> order =
        edition.lists().getOrDefault(column, List.of()).stream().map(CodeName::code).toList();
    return cuts.rows().stream()
        .map(cells -> (String) cuts.cell(cells, column).value())
        .distinct()
        .sorted(
            Comparator.comparing(code -> order.contains(code) ? order.indexOf(code) : order.size()))
        .toList();
  }

  /** What is printed ends with the cells otherwise, in the middle of a chart. */
  void printWhole() {
    SXSSFWorkbook workbook = page.sheet().getWorkbook();
    workbook.setPrintArea(
        workbook.getSheetIndex(page.sheet()), 0, TABLE + COLUMNS - 1, 0, page.next());
  }

  void skipTo(int row) {
    while (page.next() < row) {
      page.newRow();
    }
  }
}
