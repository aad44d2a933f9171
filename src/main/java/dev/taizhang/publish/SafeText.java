package dev.taizhang.publish;

import java.util.regex.Pattern;

/**
 * Text from a file, in a form that a cell of a workbook may hold.
 *
 * <p>Cells are written as text, so that no spreadsheet program computes them. A value that begins
 * like a formula is put in quotation marks besides, so that it stays text when somebody edits the
 * cell, copies it, or saves the sheet as CSV.
 *
 * @see <a href="../../../../../docs/adr/0013-feedback.md">ADR 0013</a>
 */
public final class SafeText {

  // A cell of a spreadsheet holds 32,767 characters; nobody reads more than these.
  private static final int LONGEST = 2_000;
  private static final Pattern SPACES = Pattern.compile("[\\t\\r\\n\\u0085\\u2028\\u2029]+");
  // XML cannot hold the first kinds; marks of direction make a text look like another.
  private static final Pattern UNWANTED =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");
  // Spreadsheet programs take the full-width signs for the others in some languages, and skip what
  // takes no room; a tab or an end of line at the front begins another cell for some.
  private static final Pattern LIKE_A_FORMULA =
      Pattern.compile("(?s)^(?:[\\t\\r\\n]|[\\s\\p{Z}\\p{Cc}\\p{Cf}]*[=+\\-@＝＋－＠﹣−﹢﹦﹫]).*");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");

  private SafeText() {}

  /** The text in its safe form; empty for null. */
  public static String of(String text) {
    if (text == null) {
      return "";
    }
    String plain = UNWANTED.matcher(SPACES.matcher(text).replaceAll(" ")).replaceAll("").strip();
    String shown =
        plain.codePointCount(0, plain.length()) > LONGEST
            ? plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "…"
            : plain;
    return beginsLikeAFormula(shown) ? quoted(shown) : shown;
  }

  /**
   * The whole text, in quotation marks where a spreadsheet program that opens a CSV file would
   * compute it. A number stays a number, also a negative one.
   */
  public static String inCsv(String text) {
    return beginsLikeAFormula(text) && !NUMBER.matcher(text).matches() ? quoted(text) : text;
  }

  private static boolean beginsLikeAFormula(String text) {
    return LIKE_A_FORMULA.matcher(text).matches();
  }

  private static String quoted(String text) {
    return "“" + text + "”";
  }
}
