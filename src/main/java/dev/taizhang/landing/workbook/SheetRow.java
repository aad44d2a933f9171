package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.landing.rows.RowCells;
import dev.taizhang.landing.rows.Spreadsheet;
import dev.taizhang.reference.NormalForm;
import java.util.Arrays;

/**
 * The texts of one row of a sheet, by column. The same object stands for each row of a sheet in
 * turn; what it takes from a file is bounded by the limits, whatever the file holds.
 */
public final class SheetRow {

  private final Limits limits;
  private int number;
  private int width;
  // Texts beyond the limit of columns.
  private int strays;
  private char[][] sources = new char[64][];
  private int[] starts = new int[64];
  private int[] lengths = new int[64];
  // The texts that stand nowhere else, one after another.
  private char[] own = new char[1024];
  private int ownEnd;
  private int column;
  private int cellStart;

  public SheetRow(Limits limits) {
    this.limits = limits;
  }

  /** Begins a row, by its number as a person sees it, from 1. */
  void begin(int rowNumber) {
    number = rowNumber;
    width = 0;
    strays = 0;
    ownEnd = 0;
    cellStart = 0;
  }

  /**
   * Begins a cell, whose text is appended; to be ended by {@link #end} or {@link #refer}.
   *
   * @throws ReadingStopped when no spreadsheet has such a column
   */
  void beginCell(int index) {
    if (index >= Spreadsheet.COLUMNS) {
      throw new ReadingStopped(Rejection.tooManyColumns(limits.columns()));
    }
    column = index;
    cellStart = ownEnd;
  }

  /**
   * Appends to the text of the cell; what exceeds the limit is cut off but for one character.
   *
   * @throws ReadingStopped when a row has more text than its columns can hold
   */
  void append(char[] buffer, int offset, int length) {
    int taken = Math.min(length, limits.cellCharacters() + 1 - (ownEnd - cellStart));
    if (ownEnd + taken > (limits.columns() + 1L) * (limits.cellCharacters() + 1L)) {
      throw new ReadingStopped(Rejection.unreadable("CellsOfOneColumn"));
    }
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
      strays += hasInk(source == null ? own : source, start, length) ? 1 : 0;
      ownEnd = cellStart;
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

  private static boolean hasInk(char[] text, int start, int length) {
    for (int i = start; i < start + length; i++) {
      char normal = NormalForm.of(text[i]);
      if (normal != ' ' && normal != '\0') {
        return true;
      }
    }
    return false;
  }

  /** Whether a cell is blank, or there is none. */
  boolean isBlank(int index) {
    return index >= width
        || !hasInk(sources[index] == null ? own : sources[index], starts[index], lengths[index]);
  }

  /** Whether all cells are blank. */
  boolean isBlank() {
    for (int i = 0; i < width; i++) {
      if (!isBlank(i)) {
        return false;
      }
    }
    return true;
  }

  /** The row as a person sees it, from 1. */
  public int number() {
    return number;
  }

  /** Columns up to the last one that has a cell. */
  public int width() {
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

  /**
   * Texts of the row, also those beyond the limit of columns. One that strayed far from its table
   * is not part of it; more than there may be columns are a table that is too wide.
   */
  public int texts() {
    int texts = strays;
    for (int i = 0; i < width; i++) {
      texts += lengths[i] > 0 ? 1 : 0;
    }
    return texts;
  }

  /** Whether there are more texts than there may be columns. */
  boolean isTooWide() {
    return strays > 0 && texts() > limits.columns();
  }

  /** Hands the text of a cell to the row that is made of it. */
  void give(int index, RowCells cells) {
    char[] source = sources[index];
    cells.take(index, source == null ? own : source, starts[index], lengths[index]);
  }

  /** The text of a cell. */
  public String text(int index) {
    char[] source = sources[index];
    return lengths[index] == 0
        ? ""
        : new String(source == null ? own : source, starts[index], lengths[index]);
  }
}
