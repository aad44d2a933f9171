package dev.taizhang.publish.workbook;

import dev.taizhang.publish.edition.Symbol;
import dev.taizhang.publish.edition.Unit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** How cells look. Each look is made once: a workbook holds but some thousands of them. */
final class Styles {

  private static final String FONT = "微软雅黑";
  private static final short SIZE = 10;

  private record Look(Unit unit, Symbol mark) {}

  private final Workbook workbook;
  private final Map<Look, CellStyle> values = new HashMap<>();
  private final CellStyle title;
  private final CellStyle heading;
  private final CellStyle notice;
  private final CellStyle head;
  private final CellStyle link;
  private final CellStyle text;
  private final CellStyle paragraph;
  private final CellStyle symbol;

  Styles(Workbook workbook) {
    this.workbook = workbook;
    Font standard = workbook.getFontAt(0);
    standard.setFontName(FONT);
    standard.setFontHeightInPoints(SIZE);
    title = style(font(14, true, IndexedColors.AUTOMATIC), made -> {});
    heading = style(font(12, true, IndexedColors.AUTOMATIC), made -> {});
    notice = style(font(SIZE, true, IndexedColors.DARK_RED), made -> {});
    link = style(underlined(), made -> {});
    head = style(font(SIZE, true, IndexedColors.WHITE), Styles::makeHead);
    text = style(standard, made -> made.setQuotePrefixed(true));
    paragraph =
        style(
            standard,
            made -> {
              made.setQuotePrefixed(true);
              made.setWrapText(true);
            });
    symbol =
        style(
            font(SIZE, false, IndexedColors.GREY_50_PERCENT),
            made -> made.setAlignment(HorizontalAlignment.RIGHT));
  }

  CellStyle title() {
    return title;
  }

  CellStyle heading() {
    return heading;
  }

  /** What every sheet says of the edition. */
  CellStyle notice() {
    return notice;
  }

  CellStyle head() {
    return head;
  }

  CellStyle link() {
    return link;
  }

  /** A text in one line. */
  CellStyle text() {
    return text;
  }

  /** A text in as many lines as it needs. */
  CellStyle paragraph() {
    return paragraph;
  }

  /** A symbol in place of a value. */
  CellStyle symbol() {
    return symbol;
  }

  /**
   * A value of a unit.
   *
   * @param mark the symbol beside it, which the format writes; null for none
   */
  CellStyle value(Unit unit, Symbol mark) {
    return values.computeIfAbsent(new Look(unit, mark), this::valueStyle);
  }

  private CellStyle valueStyle(Look look) {
    IndexedColors color =
        look.mark() == Symbol.UNRELIABLE ? IndexedColors.GREY_50_PERCENT : IndexedColors.AUTOMATIC;
    return style(
        font(SIZE, false, color),
        made -> {
          made.setDataFormat(
              workbook.createDataFormat().getFormat(format(look.unit(), look.mark())));
          boolean isKey =
              look.unit() == Unit.DATE || look.unit() == Unit.TIME || look.unit() == Unit.CODE;
          made.setAlignment(isKey ? HorizontalAlignment.LEFT : HorizontalAlignment.RIGHT);
        });
  }

  /** The format of numbers; a symbol stands behind each of its sections. */
  static String format(Unit unit, Symbol mark) {
    String beside = mark == null ? "" : "\" " + mark.code() + "\"";
    return switch (unit) {
      case RATE -> "0.00%" + beside;
      case POINTS -> "+0.00%s;-0.00%s;0.00%s".formatted(beside, beside, beside);
      case COUNT -> "#,##0" + beside;
      case DAYS, CODE -> "0" + beside;
      case DATE -> "yyyy-mm-dd";
      case TIME -> "yyyy-mm-dd hh:mm";
      case TEXT, FLAG -> "General";
    };
  }

  private static void makeHead(CellStyle head) {
    head.setFillForegroundColor(IndexedColors.DARK_BLUE.getIndex());
    head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    head.setWrapText(true);
    head.setVerticalAlignment(VerticalAlignment.CENTER);
    head.setBorderLeft(BorderStyle.THIN);
    head.setLeftBorderColor(IndexedColors.GREY_25_PERCENT.getIndex());
  }

  private CellStyle style(Font font, Consumer<CellStyle> change) {
    CellStyle style = workbook.createCellStyle();
    style.setFont(font);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    change.accept(style);
    return style;
  }

  private Font underlined() {
    Font font = font(SIZE, false, IndexedColors.BLUE);
    font.setUnderline(Font.U_SINGLE);
    return font;
  }

  private Font font(int size, boolean isBold, IndexedColors color) {
    Font font = workbook.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints((short) size);
    font.setBold(isBold);
    if (color != IndexedColors.AUTOMATIC) {
      font.setColor(color.getIndex());
    }
    return font;
  }
}
