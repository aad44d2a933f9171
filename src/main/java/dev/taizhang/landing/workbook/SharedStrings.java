package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/**
 * The texts that cells of a workbook share, by their numbers from 0. They are read as far as they
 * are asked for, and kept.
 */
final class SharedStrings implements Closeable {

  private final XmlPart part;
  private final int longest;
  private final KeptTexts texts;
  private boolean ended;
  private char[] current = new char[256];
  private int currentLength;

  /**
   * Texts of a workbook.
   *
   * @param part where they stand; null when there are none
   * @param limits characters of a text, longer ones are cut off but for one more; and of all texts
   */
  SharedStrings(XmlPart part, Limits limits) {
    this.part = part;
    this.longest = limits.cellCharacters();
    this.texts = new KeptTexts(limits.workbookCharacters());
    this.ended = part == null;
  }

  /**
   * Ends the cell that is being read with a text.
   *
   * @throws ReadingStopped when there is no such text, or the texts are too many
   */
  void give(int index, SheetRow row) {
    while (index >= texts.count() && !ended) {
      readNext();
    }
    texts.give(index, row);
  }

  private void readNext() {
    while (part.nextElement()) {
      if (part.name().equals("si")) {
        currentLength = 0;
        RichText.read(part, this::take);
        // A text that was cut off must stay too long.
        texts.add(
            current,
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

  @Override
  public void close() throws IOException {
    if (part != null) {
      part.close();
    }
  }
}
