package dev.taizhang.synthetic;

import java.util.List;

/** Does to the cells of a row what happened to its file, or to the row. */
final class CellDamage {

  private static final int KEPT_DIGITS = 15;
  private static final int ID_LENGTH = 18;
  private static final int WIDE = 0xFEE0;
  private static final String NO_BREAK_SPACE = "\u00A0";
  private static final String IDEOGRAPHIC_SPACE = "\u3000";
  private static final String NOTE = "请核对";

  private CellDamage() {}

  /** The row's cells, changed. */
  static String[] apply(Delivery.Damage damage, RowFault fault, Style style, String[] cells) {
    List<Style.Column> columns = style.columns();
    // Most files are whole.
    for (int i = 0; damage != Delivery.Damage.NONE && i < cells.length; i++) {
      cells[i] = apply(damage, columns.get(i).content(), cells[i]);
    }
    return fault == RowFault.SHIFTED ? shifted(cells, style) : cells;
  }

  private static String apply(Delivery.Damage damage, Content content, String cell) {
    return switch (damage) {
      case ID_NUMBERS_ROUNDED -> content == Content.ID_NUMBER ? rounded(cell) : cell;
      case ID_NUMBERS_SCIENTIFIC -> content == Content.ID_NUMBER ? scientific(cell) : cell;
      case ZEROS_LOST -> content.isZeroPadded() ? withoutZeros(cell) : cell;
      case WIDE_CHARACTERS -> wide(content, cell);
      case NONE, OUTCOME_HEADER_UNKNOWN, NOTHING_WRITTEN -> cell;
    };
  }

  /** A number that ends in X is text for a spreadsheet, which then leaves it alone. */
  static boolean isDestructible(String idNumber) {
    return idNumber.length() == ID_LENGTH && !idNumber.endsWith("X");
  }

  private static String rounded(String idNumber) {
    return isDestructible(idNumber) ? idNumber.substring(0, KEPT_DIGITS) + "000" : idNumber;
  }

  private static String scientific(String idNumber) {
    return isDestructible(idNumber)
        ? idNumber.charAt(0) + "." + idNumber.substring(1, 6) + "E+17"
        : idNumber;
  }

  private static String withoutZeros(String code) {
    return code.matches("\\d+") ? code.replaceFirst("^0+(?=\\d)", "") : code;
  }

  private static String wide(Content content, String cell) {
    return switch (content) {
      case STUDENT_NUMBER,
          ID_NUMBER,
          DEGREE_CODE,
          MAJOR_CODE,
          ORIGIN_CODE,
          OUTCOME_CODE,
          HARDSHIP_CODE ->
          wide(cell);
      case NAME -> cell.charAt(0) + IDEOGRAPHIC_SPACE + cell.substring(1);
      case OUTCOME, HARDSHIP, DEGREE -> cell.isEmpty() ? cell : cell + NO_BREAK_SPACE;
      default -> cell;
    };
  }

  private static String wide(String code) {
    StringBuilder wide = new StringBuilder(code.length());
    for (int i = 0; i < code.length(); i++) {
      wide.append((char) (code.charAt(i) + WIDE));
    }
    return wide.toString();
  }

  /** One cell too many where the employer is, and ink in the last cell, beyond the header. */
  private static String[] shifted(String[] cells, Style style) {
    int at = style.position(Content.EMPLOYER);
    String[] shifted = new String[cells.length + 1];
    System.arraycopy(cells, 0, shifted, 0, at);
    shifted[at] = NOTE;
    System.arraycopy(cells, at, shifted, at + 1, cells.length - at);
    if (shifted[cells.length].isEmpty()) {
      shifted[cells.length] = NOTE;
    }
    return shifted;
  }
}
