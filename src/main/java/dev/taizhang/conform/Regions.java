package dev.taizhang.conform;

import java.util.regex.Pattern;

/** Codes of divisions. */
final class Regions {

  private static final Pattern SIX_DIGITS = Pattern.compile("^\\d{6}$");

  private Regions() {}

  /**
   * The division of the list, or else the cell where it has the form of a code, so that an unlisted
   * code stays visible.
   *
   * @param listed the division that code or name stand for; null where they stand for none
   * @param cell the cell of the code
   */
  static String code(String listed, String cell) {
    if (listed != null || cell == null) {
      return listed;
    }
    return SIX_DIGITS.matcher(cell).find() ? cell : null;
  }
}
