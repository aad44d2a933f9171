package dev.taizhang.landing.workbook;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a cell's number format makes of its number, as far as a ledger is concerned. Money,
 * percentages and all else are plain numbers.
 *
 * @param kind what the number stands for
 * @param digits digits that a whole number is filled up to with zeros; 0 when it is not
 */
record NumberStyle(Kind kind, int digits) {

  /** What a number can stand for. */
  enum Kind {
    NUMBER,
    DATE,
    YEAR
  }

  static final NumberStyle PLAIN = new NumberStyle(Kind.NUMBER, 0);
  private static final NumberStyle DATE = new NumberStyle(Kind.DATE, 0);
  private static final NumberStyle YEAR = new NumberStyle(Kind.YEAR, 0);

  // Dates and times among the formats of all languages.
  private static final int FIRST_DATE = 14;
  private static final int LAST_DATE = 22;
  // Text in quotation marks, escaped characters, fillers, and brackets with colours and languages.
  private static final Pattern LITERALS =
      Pattern.compile(
          "\"[^\"]*\"|\\\\.|[_*].|\\[[^\\]]*\\]|AM/PM|A/P|General", Pattern.CASE_INSENSITIVE);
  private static final Pattern ZEROS = Pattern.compile("0{2,}");

  /** Whether numbers are shown as they are. */
  boolean isPlain() {
    return kind == Kind.NUMBER && digits == 0;
  }

  /**
   * The style of a format.
   *
   * @param id its number, by which a workbook names the formats that every spreadsheet knows
   * @param format its text; null where the workbook does not have it
   */
  static NumberStyle of(int id, String format) {
    if (id >= FIRST_DATE && id <= LAST_DATE) {
      return DATE;
    }
    if (format == null) {
      return isEastAsianDate(id) ? DATE : PLAIN;
    }
    String codes =
        LITERALS.matcher(format).replaceAll("").split(";", 2)[0].toLowerCase(Locale.ROOT);
    boolean year = codes.indexOf('y') >= 0;
    boolean day = codes.indexOf('d') >= 0;
    boolean month = codes.indexOf('m') >= 0;
    boolean clock = codes.indexOf('h') >= 0 || codes.indexOf('s') >= 0;
    if (year && !month && !day) {
      return YEAR;
    }
    // An m beside hours or seconds alone is minutes.
    if (year || day || (month && !clock)) {
      return DATE;
    }
    return ZEROS.matcher(codes).matches() ? new NumberStyle(Kind.NUMBER, codes.length()) : PLAIN;
  }

  /** The dates among the formats of East Asia, whose text is not in the file. */
  private static boolean isEastAsianDate(int id) {
    return (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  }
}
