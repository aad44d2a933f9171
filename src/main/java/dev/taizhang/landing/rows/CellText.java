package dev.taizhang.landing.rows;

import dev.taizhang.reference.NormalForm;
import java.util.Arrays;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One cell, kept in normal form in a buffer that is used again for the next row: white space at
 * both ends gone, one space between words (none at all in cells that hold codes).
 */
public final class CellText implements CharSequence {

  private static final char UNDECODABLE = '\uFFFD';
  // UTF-8 takes at most three bytes for a character of a pair or alone.
  private static final int MOST_BYTES = 3;

  private char[] characters = new char[32];
  private int length;
  private boolean undecodable;

  void clear() {
    length = 0;
    undecodable = false;
  }

  /** Takes a cell's characters as they stand in the file. */
  void set(char[] buffer, int offset, int count, boolean keepSpaces) {
    clear();
    append(buffer, offset, count, keepSpaces);
  }

  private void append(char[] buffer, int offset, int count, boolean keepSpaces) {
    if (characters.length < length + count + 1) {
      characters = Arrays.copyOf(characters, Math.max(length + count + 1, characters.length * 2));
    }
    boolean spacePending = false;
    for (int i = offset; i < offset + count; i++) {
      char character = NormalForm.of(buffer[i]);
      if (character == ' ') {
        spacePending = keepSpaces && length > 0;
      } else if (character != '\0') {
        if (spacePending) {
          characters[length++] = ' ';
          spacePending = false;
        }
        undecodable |= character == UNDECODABLE;
        characters[length++] = character;
      }
    }
  }

  /** Adds another cell of the same column, after a mark that separates list items. */
  void addItem(CellText other) {
    if (other.length > 0) {
      char[] item = Arrays.copyOf(other.characters, other.length);
      if (length > 0) {
        append(new char[] {'、'}, 0, 1, true);
      }
      append(item, 0, item.length, true);
    }
  }

  /** Takes off what protects the text from spreadsheets. */
  void unprotect() {
    if (length > 0 && Protection.mayBegin(characters[0])) {
      String bare = Protection.without(toString());
      bare.getChars(0, bare.length(), characters, 0);
      length = bare.length();
    }
  }

  boolean isUndecodable() {
    return undecodable;
  }

  /** Whether both have the same text. */
  boolean sameAs(CellText other) {
    return Arrays.equals(characters, 0, length, other.characters, 0, other.length);
  }

  /** Whether both have the same text, but for spaces. */
  boolean sameBareTextAs(CellText other) {
    return sameAs(other) || bare().toString().contentEquals(other.bare());
  }

  /** The text without its spaces; the cell itself where there are none. */
  public CharSequence bare() {
    for (int i = 0; i < length; i++) {
      if (characters[i] == ' ') {
        return toString().replace(" ", "");
      }
    }
    return this;
  }

  /** Whether the cell has this text, which has no spaces, but for spaces. */
  boolean isText(String text) {
    int matched = 0;
    for (int i = 0; i < length; i++) {
      if (characters[i] != ' ') {
        if (matched == text.length() || characters[i] != text.charAt(matched)) {
          return false;
        }
        matched++;
      }
    }
    return matched == text.length();
  }

  /** The text for Spark; null when the cell is blank. */
  public UTF8String utf8() {
    if (length == 0) {
      return null;
    }
    byte[] bytes = new byte[length * MOST_BYTES];
    int size = 0;
    for (int i = 0; i < length; i++) {
      char character = characters[i];
      if (character < 0x80) {
        bytes[size++] = (byte) character;
      } else if (Character.isSurrogate(character)) {
        // Rare characters of names and places; the platform's encoder knows how.
        return UTF8String.fromString(toString());
      } else {
        if (character < 0x800) {
          bytes[size++] = (byte) (0xC0 | (character >> 6));
        } else {
          bytes[size++] = (byte) (0xE0 | (character >> 12));
          bytes[size++] = (byte) (0x80 | ((character >> 6) & 0x3F));
        }
        bytes[size++] = (byte) (0x80 | (character & 0x3F));
      }
    }
    return UTF8String.fromBytes(bytes, 0, size);
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return characters[index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new String(characters, start, end - start);
  }

  @Override
  public String toString() {
    return new String(characters, 0, length);
  }
}
