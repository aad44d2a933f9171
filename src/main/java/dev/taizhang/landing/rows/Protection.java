package dev.taizhang.landing.rows;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What keeps a spreadsheet from turning a code into a number, and is no part of the value: the
 * formula of a text, {@code ="0123"}, and an apostrophe before it.
 */
public final class Protection {

  private static final String QUOTATION_MARKS = "\"\u201C\u201D";
  private static final String APOSTROPHES = "'`\u2018\u2019\u2032";
  private static final char OPENING = '\u2018';
  private static final char CLOSING = '\u2019';
  private static final Pattern FORMULA =
      Pattern.compile("= *[" + QUOTATION_MARKS + "](.*)[" + QUOTATION_MARKS + "]", Pattern.DOTALL);
  // =0123 without quotation marks; anything else after the sign is a formula whose value is lost.
  private static final Pattern BARE_FORMULA = Pattern.compile("= *(\\d+[Xx]?)");

  private Protection() {}

  /** Whether a text can be protected, told by its first character in normal form. */
  public static boolean mayBegin(char character) {
    return character == '=' || APOSTROPHES.indexOf(character) >= 0;
  }

  /**
   * A text without what protects it.
   *
   * @param text in normal form, without white space at its ends
   */
  public static String without(String text) {
    String bare = text;
    // An export can protect what was protected before.
    while (!bare.isEmpty() && mayBegin(bare.charAt(0))) {
      String inner = bare.charAt(0) == '=' ? withoutFormula(bare) : withoutApostrophe(bare);
      if (inner.equals(bare)) {
        return bare;
      }
      bare = inner.strip();
    }
    return bare;
  }

  private static String withoutFormula(String text) {
    Matcher formula = FORMULA.matcher(text);
    if (formula.matches()) {
      return formula.group(1).replace("\"\"", "\"");
    }
    Matcher bare = BARE_FORMULA.matcher(text);
    return bare.matches() ? bare.group(1) : text;
  }

  private static String withoutApostrophe(String text) {
    int closing = text.indexOf(CLOSING, 1);
    if (text.charAt(0) == OPENING && closing > 0 && closing < text.length() - 1) {
      // A word in quotation marks at the beginning of a name.
      return text;
    }
    String inner = text.substring(1);
    boolean enclosed =
        inner.length() > 1 && APOSTROPHES.indexOf(inner.charAt(inner.length() - 1)) >= 0;
    return enclosed ? inner.substring(0, inner.length() - 1) : inner;
  }
}
