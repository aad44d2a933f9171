package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import java.util.Arrays;

/**
 * Texts of a workbook that stay in memory, by their numbers from 0, side by side in blocks of
 * characters.
 */
final class KeptTexts {

  // What an entry takes besides its characters, in characters.
  private static final int ENTRY_CHARACTERS = 8;
  private static final int BLOCK_CHARACTERS = 1 << 16;

  private final int mostCharacters;
  private char[][] blocks = new char[16][];
  private int blockCount;
  private int blockEnd;
  // Block and offset of each text, and its length.
  private long[] places = new long[256];
  private int[] lengths = new int[256];
  private int count;
  private long characters;

  /**
   * No texts yet.
   *
   * @param mostCharacters what all may take together, in characters
   */
  KeptTexts(int mostCharacters) {
    this.mostCharacters = mostCharacters;
  }

  int count() {
    return count;
  }

  /**
   * Adds a text.
   *
   * @throws ReadingStopped when the texts are too many to be kept
   */
  void add(char[] text, int length) {
    characters += length + ENTRY_CHARACTERS;
    if (characters > mostCharacters) {
      throw new ReadingStopped(Rejection.textsTooLarge(mostCharacters));
    }
    if (blockCount == 0 || blockEnd + length > blocks[blockCount - 1].length) {
      if (blockCount == blocks.length) {
        blocks = Arrays.copyOf(blocks, blockCount * 2);
      }
      blocks[blockCount++] = new char[Math.max(BLOCK_CHARACTERS, length)];
      blockEnd = 0;
    }
    if (count == lengths.length) {
      places = Arrays.copyOf(places, count * 2);
      lengths = Arrays.copyOf(lengths, count * 2);
    }
    System.arraycopy(text, 0, blocks[blockCount - 1], blockEnd, length);
    places[count] = (long) (blockCount - 1) << 32 | blockEnd;
    lengths[count++] = length;
    blockEnd += length;
  }

  /**
   * Ends the cell that is being read with a text.
   *
   * @throws ReadingStopped when there is no such text
   */
  void give(int index, SheetRow row) {
    if (index < 0 || index >= count) {
      throw new ReadingStopped(Rejection.unreadable("SharedStringMissing"));
    }
    row.refer(blocks[(int) (places[index] >>> 32)], (int) places[index], lengths[index]);
  }
}
