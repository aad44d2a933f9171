package dev.taizhang.publish.workbook;

import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionKind;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.publish.edition.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A sheet, written from top to bottom. Every sheet says on the screen and on paper which edition it
 * is of; texts come in a form that cells may hold ({@link Words}).
 */
final class Page {

  // Units of 1/256 of a digit's width, with room for the edges.
  private static final int DIGIT = 256;
  private static final int WIDEST = 255;
  private static final float TITLE_HEIGHT = 24;
  private static final float LINE_HEIGHT = 17;

  // How the file writes characters that XML cannot hold: a text that looks like it is none, and
  // says so by the code of its own first character.
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
  private static final String ESCAPED = "_x005F_";

  private final Edition edition;
  private final Styles styles;
  private final SXSSFSheet sheet;
  private Row row;
  private int next;

  Page(SXSSFWorkbook workbook, String name, Edition edition, Styles styles) {
    this.edition = edition;
    this.styles = styles;
    this.sheet = workbook.createSheet(name);
    setUpPrint();
  }

  SXSSFSheet sheet() {
    return sheet;
  }

  Styles styles() {
    return styles;
  }

  /** The number of the row that comes next. */
  int next() {
    return next;
  }

  Row newRow() {
    row = sheet.createRow(next++);
    return row;
  }

  /** The title of the sheet, and which edition it is of. */
  void head(String title) {
    newRow().setHeightInPoints(TITLE_HEIGHT);
    text(0, title, styles.title());
    newRow().setHeightInPoints(LINE_HEIGHT);
    text(0, notice(), styles.notice());
  }

  /** What every sheet says: which edition, who may see it, and of which date it speaks. */
  private String notice() {
    EditionKind kind = edition.kind();
    return "%s · %s · 统计日期 As of %s"
        .formatted(Words.both(kind.title()), Words.both(kind.notice()), edition.asOfDate());
  }

  /** A text in the row that was begun last. */
  void text(int column, String text, CellStyle style) {
    text(row, column, text, style);
  }

  /** A text in one of the last rows. */
  void text(int number, int column, String text, CellStyle style) {
    text(sheet.getRow(number), column, text, style);
  }

  private static void text(Row row, int column, String text, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellValue(ESCAPE.matcher(text).replaceAll(ESCAPED));
    cell.setCellStyle(style);
  }

  /** A link to another sheet. */
  void link(int column, String text, String target) {
    text(column, text, styles.link());
    Hyperlink link =
        sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
    link.setAddress("'" + target.replace("'", "''") + "'!A1");
    row.getCell(column).setHyperlink(link);
  }

  /**
   * A number or time of the edition, or the symbol in its place; no cell where there is neither.
   */
  void value(int column, Unit unit, Shown shown) {
    value(row, column, unit, shown);
  }

  /** The same in one of the last rows. */
  void value(int number, int column, Unit unit, Shown shown) {
    value(sheet.getRow(number), column, unit, shown);
  }

  private void value(Row row, int column, Unit unit, Shown shown) {
    if (shown.value() == null) {
      if (shown.symbol() != null) {
        text(row, column, shown.symbol().code(), styles.symbol());
      }
      return;
    }
    Cell cell = row.createCell(column);
    if (shown.value() instanceof LocalDate date) {
      cell.setCellValue(date);
    } else if (shown.value() instanceof Instant time) {
      cell.setCellValue(time.atOffset(ZoneOffset.UTC).toLocalDateTime());
    } else {
      cell.setCellValue(number(unit, shown.value()));
    }
    cell.setCellStyle(styles.value(unit, shown.symbol()));
  }

  /** A difference of rates is told in points, of which one is a hundredth. */
  static double number(Unit unit, Object value) {
    if (value instanceof BigDecimal share) {
      return (unit == Unit.POINTS ? share.movePointRight(2) : share).doubleValue();
    }
    return ((Long) value).doubleValue();
  }

  void width(int column, int digits) {
    sheet.setColumnWidth(column, Math.min(digits + 1, WIDEST) * DIGIT);
  }

  private void setUpPrint() {
    PrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
    setup.setLandscape(true);
    fitToPages(1);
    String title = forPrint(Words.both(edition.kind().title()));
    sheet.getHeader().setLeft("&B" + title + "&B  " + forPrint(edition.kind().notice().zh()));
    sheet.getHeader().setRight(forPrint("统计日期 As of " + edition.asOfDate()));
    sheet.getFooter().setLeft(title + "  " + forPrint(edition.kind().notice().en()));
    sheet.getFooter().setRight("&A  &P / &N");
  }

  /** How many pages the sheet is wide; it is as long as it is. */
  void fitToPages(int wide) {
    sheet.setFitToPage(true);
    sheet.setAutobreaks(true);
    sheet.getPrintSetup().setFitWidth((short) wide);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  /** The sign that begins a code of a header is doubled. */
  private static String forPrint(String text) {
    return text.replace("&", "&&");
  }
}
