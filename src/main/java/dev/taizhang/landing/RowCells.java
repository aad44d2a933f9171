package dev.taizhang.landing;

import dev.taizhang.reference.NormalForm;
import dev.taizhang.tables.LedgerColumn;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Takes the cells of one row after another from a parser; only the columns that are read become
 * text. The same object stands for each row of a table in turn.
 */
final class RowCells {

  private static final long HASH_BASIS = 0xcbf29ce484222325L;
  private static final long HASH_PRIME = 0x100000001b3L;
  // Names of firms may hold spaces, and a date is parted from its time of day by one; all else are
  // codes, numbers and Chinese names.
  private static final Set<LedgerColumn> WITH_SPACES =
      EnumSet.of(
          LedgerColumn.EMPLOYER_NAME,
          LedgerColumn.MAJOR_NAME,
          LedgerColumn.GRADUATION_DATE,
          LedgerColumn.OUTCOME_DATE);

  private final UTF8String sheetName;
  private final LedgerColumn[] columns;
  private final Limits limits;
  private final Map<LedgerColumn, CellText> cells = new EnumMap<>(LedgerColumn.class);
  private final Set<LedgerColumn> filled = EnumSet.noneOf(LedgerColumn.class);
  private final CellText another = new CellText();
  private int rowNumber;
  private boolean blank;
  private boolean surplus;
  private long hash;

  RowCells(SheetLayout layout, Limits limits) {
    this.sheetName = UTF8String.fromString(layout.sheetName());
    this.columns = new LedgerColumn[layout.width()];
    layout.columns().forEach((position, column) -> columns[position] = column);
    this.limits = limits;
    for (LedgerColumn column : LedgerColumn.values()) {
      cells.put(column, new CellText());
    }
  }

  /** Begins a row, by its number as a person sees it, from 1. */
  void begin(int number) {
    for (LedgerColumn column : filled) {
      cells.get(column).clear();
    }
    filled.clear();
    rowNumber = number;
    blank = true;
    surplus = false;
    hash = HASH_BASIS;
  }

  /**
   * Takes a cell of the row; cells come from left to right, also those that are empty.
   *
   * @param index column from 0
   * @throws ReadingStopped when the cell exceeds a limit or contradicts another one
   */
  void take(int index, char[] buffer, int offset, int length) {
    if (length > limits.cellCharacters()) {
      throw new ReadingStopped(
          sheetName.numBytes() == 0
              ? Rejection.cellTooLong(rowNumber, limits.cellCharacters())
              : Rejection.workbookCellTooLong(rowNumber, limits.cellCharacters()));
    }
    if (index >= limits.columns()) {
      throw new ReadingStopped(Rejection.tooManyColumns(limits.columns()));
    }
    boolean inked = addToHash(buffer, offset, length);
    blank &= !inked;
    if (index >= columns.length) {
      surplus |= inked;
    } else if (columns[index] != null) {
      fill(columns[index], buffer, offset, length);
    }
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

  private static boolean isInk(char character) {
    char normal = NormalForm.of(character);
    return normal != ' ' && normal != '\0';
  }

  private void fill(LedgerColumn column, char[] buffer, int offset, int length) {
    boolean keepSpaces = WITH_SPACES.contains(column);
    CellText cell = cells.get(column);
    if (filled.add(column)) {
      cell.set(buffer, offset, length, keepSpaces);
      return;
    }
    another.set(buffer, offset, length, keepSpaces);
    if (column == LedgerColumn.HARDSHIP || cell.isEmpty()) {
      // Kinds of hardship stand in several columns side by side; a person has all of them.
      cell.addItem(another);
    } else if (!another.isEmpty() && !another.sameAs(cell)) {
      throw new ReadingStopped(Rejection.ambiguousColumn(column.id()));
    }
  }

  /** Name of the row's sheet; empty for a text file. */
  UTF8String sheetName() {
    return sheetName;
  }

  /** Row in the sheet as a person sees it, from 1. */
  int rowNumber() {
    return rowNumber;
  }

  /** Whether all cells are blank. */
  boolean isBlank() {
    return blank;
  }

  /** Whether there is ink beyond the last column of the header. */
  boolean hasSurplus() {
    return surplus;
  }

  /** Whether a cell that is read holds bytes that are no character of the file's encoding. */
  boolean isUndecodable() {
    for (LedgerColumn column : filled) {
      if (cells.get(column).isUndecodable()) {
        return true;
      }
    }
    return false;
  }

  /** Hash of all cells as they stand. */
  long hash() {
    return hash;
  }

  CellText cell(LedgerColumn column) {
    return cells.get(column);
  }
}
