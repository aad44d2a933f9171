package dev.taizhang.landing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * Reads a workbook's cells as the text that a person means: numbers with the 15 digits that a
 * spreadsheet keeps, without exponent or superfluous zeros; dates as {@code yyyy-MM-dd}; formulas
 * by their stored value; errors as blank.
 */
final class WorkbookCellText {

  private static final int SPREADSHEET_DIGITS = 15;
  private static final MathContext SPREADSHEET_PRECISION =
      new MathContext(SPREADSHEET_DIGITS, RoundingMode.HALF_UP);
  // Longer numbers are no codes, and written out they could fill the memory.
  private static final int LONGEST_NUMBER = 30;
  private static final int LAST_DAY = 2_958_465; // 31 December 9999
  private static final long EPOCH_1900 = 25_569;
  private static final long EPOCH_1904 = 24_107;
  // Spreadsheets believe that 1900 had a 29 February; before it, days are off by one.
  private static final int FIRST_RIGHT_DAY = 60;
  private static final Set<String> ERRORS =
      Set.of(
          "#NULL!",
          "#DIV/0!",
          "#VALUE!",
          "#REF!",
          "#NAME?",
          "#NUM!",
          "#N/A",
          "#GETTING_DATA",
          "#SPILL!",
          "#CALC!",
          "#FIELD!",
          "#BLOCKED!",
          "#CONNECT!",
          "#UNKNOWN!");
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final boolean date1904;
  private final Map<Integer, NumberStyle> styles = new HashMap<>();

  /**
   * Text of the cells of one workbook.
   *
   * @param date1904 whether its days are counted from 1904
   */
  WorkbookCellText(boolean date1904) {
    this.date1904 = date1904;
  }

  /** The text of a cell; empty where it is blank or absent. */
  String text(Cell cell) {
    if (cell == null) {
      return "";
    }
    Object value = cell.getValue();
    if (value instanceof String string) {
      return isError(cell, string) ? "" : unescaped(string);
    }
    if (value instanceof BigDecimal number) {
      return numberText(cell, number);
    }
    if (value instanceof Boolean truth) {
      return truth ? "TRUE" : "FALSE";
    }
    // What stands in a cell of numbers and is none.
    return cell.getType() == CellType.ERROR ? cell.getRawValue() : "";
  }

  private static boolean isError(Cell cell, String text) {
    return cell.getType() != CellType.STRING && ERRORS.contains(text);
  }

  /** Characters that XML cannot hold stand in a workbook as {@code _xHHHH_}. */
  private static String unescaped(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    Character.toString((char) Integer.parseInt(escape.group(1), 16))));
  }

  private String numberText(Cell cell, BigDecimal number) {
    Integer format = cell.getDataFormatId();
    NumberStyle style =
        format == null
            ? NumberStyle.PLAIN
            : styles.computeIfAbsent(format, id -> NumberStyle.of(id, cell.getDataFormatString()));
    if (style.kind() != NumberStyle.Kind.NUMBER && isDay(number)) {
      LocalDate date = date(number.longValue());
      return style.kind() == NumberStyle.Kind.YEAR
          ? Integer.toString(date.getYear())
          : date.toString();
    }
    String plain = plainText(cell.getRawValue(), number);
    return style.digits() > plain.length() && isDigits(plain)
        ? "0".repeat(style.digits() - plain.length()) + plain
        : plain;
  }

  private static boolean isDay(BigDecimal number) {
    return number.compareTo(BigDecimal.ONE) >= 0
        && number.compareTo(BigDecimal.valueOf(LAST_DAY)) <= 0;
  }

  private LocalDate date(long day) {
    if (date1904) {
      return LocalDate.ofEpochDay(day - EPOCH_1904);
    }
    return LocalDate.ofEpochDay(day - EPOCH_1900 + (day < FIRST_RIGHT_DAY ? 1 : 0));
  }

  private static String plainText(String raw, BigDecimal number) {
    if (raw.length() <= SPREADSHEET_DIGITS && isDigits(raw) && raw.charAt(0) != '0') {
      return raw;
    }
    BigDecimal kept = number.round(SPREADSHEET_PRECISION);
    if (kept.signum() == 0) {
      return "0";
    }
    BigDecimal bare = kept.stripTrailingZeros();
    int exponent = bare.precision() - bare.scale();
    return Math.abs(exponent) > LONGEST_NUMBER ? bare.toString() : bare.toPlainString();
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
