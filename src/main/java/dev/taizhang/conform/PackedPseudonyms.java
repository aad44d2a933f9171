package dev.taizhang.conform;

import java.util.BitSet;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Pseudonyms of many rows, 16 bytes each. The text of one is 32 hex digits; any other, as tests
 * write them, is known by a hash of its own.
 */
final class PackedPseudonyms {

  private static final int DIGITS = 32;

  private final long[] high;
  private final long[] low;
  private final BitSet present;

  PackedPseudonyms(int rows) {
    this.high = new long[rows];
    this.low = new long[rows];
    this.present = new BitSet(rows);
  }

  void put(int row, UTF8String pseudonym) {
    if (pseudonym != null) {
      String text = pseudonym.toString();
      String digits = isHex(text) ? text : Forgotten.tombstoneOf(text);
      high[row] = Long.parseUnsignedLong(digits, 0, DIGITS / 2, 16);
      low[row] = Long.parseUnsignedLong(digits, DIGITS / 2, DIGITS, 16);
      present.set(row);
    }
  }

  private static boolean isHex(String text) {
    return text.length() == DIGITS
        && text.chars().allMatch(digit -> Character.digit(digit, 16) >= 0);
  }

  boolean isPresent(int row) {
    return present.get(row);
  }

  boolean areEqual(int one, int other) {
    return areEqual(one, this, other);
  }

  boolean areEqual(int one, PackedPseudonyms others, int other) {
    return high[one] == others.high[other] && low[one] == others.low[other];
  }

  long hash(int row) {
    return high[row] ^ Long.rotateLeft(low[row], 1);
  }
}
