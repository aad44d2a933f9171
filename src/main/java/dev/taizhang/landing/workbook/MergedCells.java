package dev.taizhang.landing.workbook;

import java.util.Arrays;

/**
 * The cells of a table that reach down over several rows. What such a cell holds, holds for each of
 * its rows, and stands in the first of them alone.
 */
final class MergedCells {

  private int[] lastRows = new int[16];
  private String[] texts = new String[16];

  /**
   * Notes that a cell reaches down.
   *
   * @param column from 0
   * @param lastRow the last row that it reaches, by its number
   * @param text what it holds
   */
  void add(int column, long lastRow, String text) {
    if (column >= lastRows.length) {
      int room = Math.max(lastRows.length * 2, column + 1);
      lastRows = Arrays.copyOf(lastRows, room);
      texts = Arrays.copyOf(texts, room);
    }
    lastRows[column] = (int) Math.min(Integer.MAX_VALUE, lastRow);
    texts[column] = text;
  }

  /** Whether a cell of a row above reaches down to this one. */
  boolean cover(int column, int row) {
    return column < lastRows.length && lastRows[column] >= row;
  }

  /** Forgets all of them, since none reaches further. */
  void clear() {
    Arrays.fill(lastRows, 0);
  }

  /** Puts into a row what reaches down to it; a row without any text of its own stays blank. */
  void fill(SheetRow row) {
    int width = row.textWidth();
    if (width == 0) {
      return;
    }
    for (int column = 0; column < lastRows.length; column++) {
      if (lastRows[column] >= row.number()
          && !texts[column].isEmpty()
          && (column >= width || row.text(column).isEmpty())) {
        row.beginCell(column);
        row.append(texts[column]);
        row.end();
      }
    }
  }
}
