package dev.taizhang.landing.rows;

import dev.taizhang.reference.NormalForm;

/**
 * What stands in the cells of one row, whatever they mean: a hash of them all, whether there is
 * anything to be seen, and the beginning of the first text. The same object stands for each row in
 * turn.
 */
final class RowInk {

  private static final long HASH_BASIS = 0xcbf29ce484222325L;
  private static final long HASH_PRIME = 0x100000001b3L;
  private static final int NONE = -1;
  // #GETTING_DATA, and what protects an empty text.
  private static final int LONGEST_OF_NOTHING = 16;

  private final CellText protectedText = new CellText();
  private final StringBuilder beginning = new StringBuilder();
  private int first;
  private long hash;

  /** Begins a row. */
  void begin() {
    beginning.setLength(0);
    first = NONE;
    hash = HASH_BASIS;
  }

  /**
   * Adds a cell to the row and tells whether it says something.
   *
   * @param index column from 0
   */
  boolean take(int index, char[] buffer, int offset, int length) {
    boolean inked = addToHash(buffer, offset, length) && !saysNothing(buffer, offset, length);
    if (inked && first == NONE) {
      first = index;
      keepBeginning(buffer, offset, length);
    }
    return inked;
  }

  /** Adds a cell to the row's hash and tells whether there is ink in it. */
  private boolean addToHash(char[] buffer, int offset, int length) {
    boolean inked = false;
    long sum = hash;
    for (int i = offset; i < offset + length; i++) {
      inked = inked || isInk(buffer[i]);
      sum = (sum ^ buffer[i]) * HASH_PRIME;
    }
    hash = (sum ^ 0xFFFF) * HASH_PRIME;
    return inked;
  }

  /** Whether there is nothing in a cell but an error, or the protection of an empty text. */
  private boolean saysNothing(char[] buffer, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (isInk(buffer[i])) {
        char character = NormalForm.of(buffer[i]);
        if (length > LONGEST_OF_NOTHING || (character != '#' && !Protection.mayBegin(character))) {
          return false;
        }
        protectedText.set(buffer, offset, length, false);
        protectedText.unprotect();
        return protectedText.isEmpty() || Placeholder.isError(protectedText.toString());
      }
    }
    return true;
  }

  /** Keeps as much of the row's first text as tells whether it is a note. */
  private void keepBeginning(char[] buffer, int offset, int length) {
    for (int i = offset; i < offset + length && beginning.length() < NoteWords.LONGEST; i++) {
      char character = NormalForm.of(buffer[i]);
      if (isInk(character) && (beginning.length() > 0 || Character.isLetterOrDigit(character))) {
        beginning.append(character);
      }
    }
  }

  /** Whether there is ink in a cell. */
  static boolean isIn(char[] buffer, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (isInk(buffer[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInk(char character) {
    char normal = NormalForm.of(character);
    return normal != ' ' && normal != '\0';
  }

  /** Whether all cells are blank. */
  boolean isBlank() {
    return first == NONE;
  }

  /** The first column that says something, from 0; only where the row is not blank. */
  int first() {
    return first;
  }

  /** How the first text of the row begins, as far as that tells whether it is a note. */
  String beginning() {
    return beginning.toString();
  }

  /** Hash of all cells as they stand. */
  long hash() {
    return hash;
  }
}
