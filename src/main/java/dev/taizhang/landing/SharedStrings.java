package dev.taizhang.landing;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/**
 * The texts that cells of a workbook share, by their numbers from 0. They are read as far as they
 * are asked for, and kept side by side in blocks of characters.
 */
final class SharedStrings implements Closeable {

  // Fewer than a million rows of fifty columns have in different texts; 256 MiB of memory.
  static final int MOST_CHARACTERS = 1 << 27;
  // What an entry takes besides its characters, in characters.
  private static final int ENTRY_CHARACTERS = 8;
  private static final int BLOCK_CHARACTERS = 1 << 16;

  private final XmlPart part;
  private final int longest;
  private char[][] blocks = new char[16][];
  private int blockCount;
  private int blockEnd;
  // Block and offset of each text, and its length.
  private long[] places = new long[256];
  private int[] lengths = new int[256];
  private int count;
  private long characters;
  private boolean ended;
  private char[] current = new char[256];
  private int currentLength;

  /**
   * Texts of a workbook.
   *
   * @param part where they stand; null when there are none
   * @param longest characters of a text; longer ones are cut off but for one more
   */
  SharedStrings(XmlPart part, int longest) {
    this.part = part;
    this.longest = longest;
    this.ended = part == null;
  }

  /**
   * Ends the cell that is being read with a text.
   *
   * @throws ReadingStopped when there is no such text, or the texts are too many
   */
  void give(int index, SheetRow row) {
    while (index >= count && !ended) {
      readNext();
    }
    if (index < 0 || index >= count) {
      throw new ReadingStopped(Rejection.unreadable("SharedStringMissing"));
    }
    row.refer(blocks[(int) (places[index] >>> 32)], (int) places[index], lengths[index]);
  }

  private void readNext() {
    while (part.nextElement()) {
      if (part.name().equals("si")) {
        currentLength = 0;
        RichText.read(part, this::take);
        // A text that was cut off must stay too long.
        add(
            currentLength > longest
                ? currentLength
                : WorkbookCellText.unescape(current, 0, currentLength));
        return;
      }
    }
    ended = true;
  }

  private void take(char[] buffer, int offset, int length) {
    int taken = Math.min(length, longest + 1 - currentLength);
    if (currentLength + taken > current.length) {
      current = Arrays.copyOf(current, Math.max(current.length * 2, currentLength + taken));
    }
    System.arraycopy(buffer, offset, current, currentLength, taken);
    currentLength += taken;
  }

  private void add(int length) {
    characters += length + ENTRY_CHARACTERS;
    if (characters > MOST_CHARACTERS) {
      throw new ReadingStopped(Rejection.textsTooLarge(MOST_CHARACTERS));
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
    System.arraycopy(current, 0, blocks[blockCount - 1], blockEnd, length);
    places[count] = (long) (blockCount - 1) << 32 | blockEnd;
    lengths[count++] = length;
    blockEnd += length;
  }

  @Override
  public void close() throws IOException {
    if (part != null) {
      part.close();
    }
  }
}
