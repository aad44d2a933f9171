package dev.taizhang.landing;

import java.util.Arrays;

/**
 * The texts of one row of a sheet, by column. The same object stands for each row of a sheet in
 * turn; what it takes from a file is bounded by the limits, whatever the file holds.
 */
final class SheetRow {

  // The last column of a spreadsheet is XFD.
  private static final int SPREADSHEET_COLUMNS = 16_384;

  private final Limits limits;
  private int number;
  private int width;
  private boolean tooWide;
  private char[][] sources = new char[64][];
  private int[] starts = new int[64];
  private int[] lengths = new int[64];
  // The texts that stand nowhere else, one after another.
  private char[] own = new char[1024];
  private int ownEnd;
  private int column;
  private int cellStart;

  SheetRow(Limits limits) {
    this.limits = limits;
  }

  /** Begins a row, by its number as a person sees it, from 1. */
  void begin(int rowNumber) {
    number = rowNumber;
    width = 0;
    tooWide = false;
    ownEnd = 0;
    cellStart = 0;
  }

  /**
   * Begins a cell, whose text is appended; to be ended by {@link #end} or {@link #refer}.
   *
   * @throws ReadingStopped when no spreadsheet has such a column
   */
  void beginCell(int index) {
    if (index >= SPREADSHEET_COLUMNS) {
      throw new ReadingStopped(Rejection.tooManyColumns(limits.columns()));
    }
    column = index;
    cellStart = ownEnd;
  }

  /** Appends to the text of the cell; what exceeds the limit is cut off but for one character. */
  void append(char[] buffer, int offset, int length) {
    int taken = Math.min(length, limits.cellCharacters() + 1 - (ownEnd - cellStart));
    if (ownEnd + taken > own.length) {
      own = Arrays.copyOf(own, Math.max(own.length * 2, ownEnd + taken));
    }
    System.arraycopy(buffer, offset, own, ownEnd, taken);
    ownEnd += taken;
  }

  /** Appends to the text of the cell. */
  void append(String text) {
    append(text.toCharArray(), 0, text.length());
  }

  /** Takes back what was appended to the cell. */
  void clearCell() {
    ownEnd = cellStart;
  }

  /** Buffer in which the text of the cell that is being read stands, from {@link #cellStart}. */
  char[] buffer() {
    return own;
  }

  int cellStart() {
    return cellStart;
  }

  int cellLength() {
    return ownEnd - cellStart;
  }

  /** Puts the characters that stand escaped in the cell in their place. */
  void unescape() {
    // A text that was cut off must stay too long.
    if (cellLength() <= limits.cellCharacters()) {
      ownEnd = cellStart + WorkbookCellText.unescape(own, cellStart, cellLength());
    }
  }

  /** Ends the cell, with what was appended. */
  void end() {
    put(null, cellStart, ownEnd - cellStart);
  }

  /** Ends the cell, with a text that stands elsewhere and stays there. */
  void refer(char[] source, int start, int length) {
    put(source, start, length);
  }

  private void put(char[] source, int start, int length) {
    if (column >= limits.columns()) {
      tooWide |= length > 0;
      return;
    }
    if (column >= lengths.length) {
      int room = Math.min(limits.columns(), Math.max(lengths.length * 2, column + 1));
      sources = Arrays.copyOf(sources, room);
      starts = Arrays.copyOf(starts, room);
      lengths = Arrays.copyOf(lengths, room);
    }
    while (width <= column) {
      lengths[width++] = 0;
    }
    sources[column] = source;
    starts[column] = start;
    lengths[column] = length;
  }

  /** The row as a person sees it, from 1. */
  int number() {
    return number;
  }

  /** Columns up to the last one that has a cell. */
  int width() {
    return width;
  }

  /** Columns up to the last one that has a text. */
  int textWidth() {
    int last = width;
    while (last > 0 && lengths[last - 1] == 0) {
      last--;
    }
    return last;
  }

  /** Whether there is text beyond the limit of columns. */
  boolean isTooWide() {
    return tooWide;
  }

  /** Hands the text of a cell to the row that is made of it. */
  void give(int index, RowCells cells) {
    char[] source = sources[index];
    cells.take(index, source == null ? own : source, starts[index], lengths[index]);
  }

  /** The text of a cell. */
  String text(int index) {
    char[] source = sources[index];
    return lengths[index] == 0
        ? ""
        : new String(source == null ? own : source, starts[index], lengths[index]);
  }
}
