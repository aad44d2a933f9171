package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.Spreadsheet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;

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
  // No program stores a number in more characters; reading them takes the square of their count.
  private static final int MOST_STORED_CHARACTERS = 400;
  private static final int LAST_DAY = 2_958_465; // 31 December 9999
  private static final long EPOCH_1900 = 25_569;
  // Spreadsheets believe that 1900 had a 29 February; before it, days are off by one.
  private static final int FIRST_RIGHT_DAY = 60;
  private static final int ESCAPE_LENGTH = "_xHHHH_".length();
  private static final int HEXADECIMAL = 16;

  private final boolean date1904;

  /**
   * Text of the cells of one workbook.
   *
   * @param date1904 whether its days are counted from 1904
   */
  WorkbookCellText(boolean date1904) {
    this.date1904 = date1904;
  }

  static String truth(boolean value) {
    return value ? "TRUE" : "FALSE";
  }

  /** Makes text of the number that stands in the cell that is being read, as it is stored. */
  void number(SheetRow row, NumberStyle style) {
    int length = row.cellLength();
    if (style.isPlain() && isPlain(row.buffer(), row.cellStart(), length)) {
      return;
    }
    String stored = new String(row.buffer(), row.cellStart(), length);
    row.clearCell();
    row.append(number(stored, style));
  }

  /**
   * The text of a number as it is stored; what stands in a cell of numbers and is none is kept as
   * it is.
   */
  String number(String stored, NumberStyle style) {
    if (stored.isEmpty() || stored.length() > MOST_STORED_CHARACTERS) {
      return stored;
    }
    try {
      return number(stored, new BigDecimal(stored), style);
    } catch (NumberFormatException | ArithmeticException e) {
      return stored;
    }
  }

  private String number(String stored, BigDecimal number, NumberStyle style) {
    if (style.kind() != NumberStyle.Kind.NUMBER && isDay(number)) {
      LocalDate date = date(number.longValue());
      return style.kind() == NumberStyle.Kind.YEAR
          ? Integer.toString(date.getYear())
          : date.toString();
    }
    String plain = plainText(stored, number);
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
      return LocalDate.ofEpochDay(day - Spreadsheet.EPOCH_1904);
    }
    return LocalDate.ofEpochDay(day - EPOCH_1900 + (day < FIRST_RIGHT_DAY ? 1 : 0));
  }

  private static String plainText(String stored, BigDecimal number) {
    if (isPlain(stored.toCharArray(), 0, stored.length())) {
      return stored;
    }
    BigDecimal kept = number.round(SPREADSHEET_PRECISION);
    if (kept.signum() == 0) {
      return "0";
    }
    BigDecimal bare = kept.stripTrailingZeros();
    long exponent = (long) bare.precision() - bare.scale();
    return Math.abs(exponent) > LONGEST_NUMBER ? bare.toString() : bare.toPlainString();
  }

  /** Whether a number is stored as it is shown: some digits, no more than can be kept. */
  private static boolean isPlain(char[] buffer, int start, int length) {
    if (length == 0 || length > SPREADSHEET_DIGITS || buffer[start] == '0') {
      return false;
    }
    for (int i = start; i < start + length; i++) {
      if (buffer[i] < '0' || buffer[i] > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** A date as ISO 8601 writes it, without its time of day; any other text as it is. */
  static String isoDate(String stored, NumberStyle style) {
    if (!stored.matches("\\d{4}-\\d{2}-\\d{2}(T.*)?")) {
      return stored;
    }
    return stored.substring(0, style.kind() == NumberStyle.Kind.YEAR ? 4 : 10);
  }

  /**
   * Puts the characters that XML cannot hold, which stand in a workbook as {@code _xHHHH_}, in
   * their place.
   *
   * @return length of the text, which may become shorter
   */
  static int unescape(char[] buffer, int start, int length) {
    int end = start + length;
    int to = start;
    for (int from = start; from < end; to++) {
      int character = buffer[from] == '_' ? escaped(buffer, from, end) : -1;
      buffer[to] = character < 0 ? buffer[from] : (char) character;
      from += character < 0 ? 1 : ESCAPE_LENGTH;
    }
    return to - start;
  }

  /** The character that an escape at this place stands for; -1 where there is none. */
  private static int escaped(char[] buffer, int at, int end) {
    if (at + ESCAPE_LENGTH > end
        || buffer[at + 1] != 'x'
        || buffer[at + ESCAPE_LENGTH - 1] != '_') {
      return -1;
    }
    int character = 0;
    for (int i = at + 2; i < at + ESCAPE_LENGTH - 1; i++) {
      int digit = buffer[i] < 0x7F ? Character.digit(buffer[i], HEXADECIMAL) : -1;
      if (digit < 0) {
        return -1;
      }
      character = character * HEXADECIMAL + digit;
    }
    return character;
  }
}
