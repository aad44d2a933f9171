package dev.taizhang.landing.person;

/**
 * Whether a cell holds the name of the person in whose row it stands. Both are compared by their
 * letters alone: dots, spaces and brackets are written in many ways (买买提·示例, 买买提．示例), and a note in
 * brackets behind a name is no part of it (示例甲(班长)).
 */
public final class OwnName {

  // A shorter text is found in many others that have nothing to do with it.
  private static final int FEWEST_IDEOGRAPHS = 2;
  private static final int FEWEST_LATIN_LETTERS = 4;
  private static final String NOTE = "([{<【〔〈《（［｛＜";

  private OwnName() {}

  /** Whether one of the two is in the other; never where one of them has no letters. */
  public static boolean isIn(CharSequence cell, CharSequence name) {
    if (cell.length() == 0 || name.length() == 0) {
      return false;
    }
    String letters = letters(cell, cell.length());
    return isEitherIn(letters, letters(name, name.length()))
        || isEitherIn(letters, letters(name, beginOfNote(name)));
  }

  private static boolean isEitherIn(String one, String other) {
    return contains(one, other) || contains(other, one);
  }

  private static int beginOfNote(CharSequence name) {
    int index = 0;
    while (index < name.length() && NOTE.indexOf(name.charAt(index)) < 0) {
      index++;
    }
    return index;
  }

  private static boolean contains(String text, String part) {
    return part.equals(text)
        ? !part.isEmpty()
        : part.length() >= fewest(part) && text.contains(part);
  }

  private static int fewest(String part) {
    return part.chars().allMatch(letter -> letter < 0x250)
        ? FEWEST_LATIN_LETTERS
        : FEWEST_IDEOGRAPHS;
  }

  private static String letters(CharSequence text, int end) {
    StringBuilder letters = new StringBuilder(end);
    for (int i = 0; i < end; i++) {
      char character = text.charAt(i);
      if (Character.isLetterOrDigit(character) || Character.isSurrogate(character)) {
        letters.append(Character.toUpperCase(character));
      }
    }
    return letters.toString();
  }
}
