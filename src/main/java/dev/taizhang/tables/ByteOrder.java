package dev.taizhang.tables;

import java.util.Comparator;

/**
 * The order of texts in tables: that of their bytes in UTF-8. Java's own order of strings has the
 * characters beyond the first plane, such as rare ones of names, before some of the first.
 */
public final class ByteOrder {

  /** Compares texts by their bytes. */
  public static final Comparator<String> OF_TEXTS = ByteOrder::compare;

  private ByteOrder() {}

  private static int compare(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        return Integer.compare(rank(a), rank(b));
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  /** Surrogates come after all characters of the first plane, as their bytes in UTF-8 do. */
  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + Character.MAX_VALUE : unit;
  }
}
