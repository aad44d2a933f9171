package dev.taizhang.conform;

import java.util.regex.Pattern;

/** Which university a row is about. */
final class Universities {

  // Five digits, or a national identification code that ends in them.
  private static final Pattern CODE = Pattern.compile("^\\d{5}(\\d{5})?$");
  private static final int DIGITS = 5;

  private Universities() {}

  /**
   * The university that the row names by code or name, or else the submitter where it is one; null
   * where neither tells it.
   *
   * @param cell the cell of the code
   * @param ofName the code of the university of that name
   * @param submitter who sends the file: a university, or an office with a longer code
   */
  static String stated(String cell, String ofName, String submitter) {
    if (cell != null && CODE.matcher(cell).find()) {
      return lastDigits(cell);
    }
    if (ofName != null) {
      return ofName;
    }
    return submitter.codePointCount(0, submitter.length()) == DIGITS ? submitter : null;
  }

  private static String lastDigits(String cell) {
    return cell.substring(cell.length() - DIGITS);
  }
}
