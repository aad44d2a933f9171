package dev.taizhang.conform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Numbers as ledgers write them. */
final class WrittenNumbers {

  private static final Pattern YUAN_MARKS = Pattern.compile("[,元]|\\.0+$");
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
  // More is a slip: the best-paid graduates of a year earn a tenth of it.
  private static final int HIGHEST_SALARY = 1_000_000;
  private static final int LONGEST_SALARY = 11;

  private static final Pattern YEAR_MARKS = Pattern.compile("年?制?$");
  static final int DIGITS_OF_YEARS = 3;
  // Those of the longest number in a table.
  private static final int MOST_DIGITS = 38;

  private WrittenNumbers() {}

  /** Monthly pay in whole yuan; null where the cell gives none between 1 and a million. */
  static Integer salary(String cell) {
    if (cell == null || cell.codePointCount(0, cell.length()) > LONGEST_SALARY) {
      return null;
    }
    String digits = trimmed(YUAN_MARKS.matcher(cell).replaceAll(""));
    if (!WHOLE.matcher(digits).matches()) {
      return null;
    }
    long yuan = Long.parseLong(digits);
    return yuan >= 1 && yuan <= HIGHEST_SALARY ? (int) yuan : null;
  }

  /** Length of a course in years, to a tenth; null where the cell gives none below 100. */
  static BigDecimal programmeYears(String cell) {
    if (cell == null) {
      return null;
    }
    BigDecimal years;
    try {
      years = new BigDecimal(YEAR_MARKS.matcher(cell).replaceAll("").trim());
    } catch (NumberFormatException e) {
      return null;
    }
    // 1E99999999 and its like would take minutes to round.
    int wholeDigits = years.precision() - years.scale();
    if (wholeDigits > MOST_DIGITS || (wholeDigits >= DIGITS_OF_YEARS && years.signum() != 0)) {
      return null;
    }
    if (wholeDigits < -1) {
      return BigDecimal.valueOf(0, 1);
    }
    BigDecimal rounded = years.setScale(1, RoundingMode.HALF_UP);
    return rounded.precision() > DIGITS_OF_YEARS ? null : rounded;
  }

  /** Without white space and control characters around it. */
  private static String trimmed(String text) {
    int first = 0;
    int end = text.length();
    while (first < end && isBlank(text.charAt(first))) {
      first++;
    }
    while (end > first && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(first, end);
  }

  private static boolean isBlank(char character) {
    return character <= ' ' || character == '\u007F';
  }
}
