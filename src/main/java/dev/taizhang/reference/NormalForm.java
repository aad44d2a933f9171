package dev.taizhang.reference;

import java.util.Locale;

/**
 * The form in which texts are compared: full-width characters as half-width ones, white space
 * folded, invisible characters gone. One definition, so that cells, headers and code lists meet.
 */
public final class NormalForm {

  private static final char IDEOGRAPHIC_SPACE = '\u3000';
  private static final char FULL_WIDTH_FIRST = '\uFF01';
  private static final char FULL_WIDTH_LAST = '\uFF5E';
  private static final int FULL_TO_HALF = 0xFEE0;
  private static final String HEADER_MARKS = "*()[]【】〔〕{}:";

  private NormalForm() {}

  /**
   * The normal form of one character.
   *
   * @return the character, {@code ' '} for any white space or control character, or {@code '\0'}
   *     for one that is invisible and has no width
   */
  public static char of(char character) {
    if (character < 0x7F) {
      // A stray NUL has no width; all other control characters part words.
      return character > ' ' || character == '\0' ? character : ' ';
    }
    if (character >= FULL_WIDTH_FIRST && character <= FULL_WIDTH_LAST) {
      return (char) (character - FULL_TO_HALF);
    }
    if (character <= 0xA0 || character == IDEOGRAPHIC_SPACE) {
      return ' ';
    }
    if (character >= 0x2000 && character <= 0x206F) {
      return ofGeneralPunctuation(character);
    }
    if (character == '\u00AD' || character == '\uFEFF') {
      return '\0';
    }
    return character;
  }

  private static char ofGeneralPunctuation(char character) {
    if (character <= 0x200A || character == 0x2028 || character == 0x2029 || character == 0x202F) {
      return ' ';
    }
    boolean invisible = character <= 0x200F || (character >= 0x202A && character != 0x205F);
    boolean visible = character >= 0x2030 && character <= 0x205E;
    return invisible && !visible ? '\0' : character == 0x205F ? ' ' : character;
  }

  /** The normal form of a text, without any white space. */
  public static String withoutSpaces(String text) {
    StringBuilder normal = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char character = of(text.charAt(i));
      if (character != ' ' && character != '\0') {
        normal.append(character);
      }
    }
    return normal.toString();
  }

  /** The normal form of a header: no white space, brackets or marks, lower case. */
  public static String header(String text) {
    String bare = withoutSpaces(text);
    StringBuilder normal = new StringBuilder(bare.length());
    for (int i = 0; i < bare.length(); i++) {
      if (HEADER_MARKS.indexOf(bare.charAt(i)) < 0) {
        normal.append(bare.charAt(i));
      }
    }
    return normal.toString().toLowerCase(Locale.ROOT);
  }
}
