package dev.taizhang.landing.rows;

import dev.taizhang.reference.NormalForm;
import dev.taizhang.tables.LedgerColumn;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the cells of one row after another from a parser; only the columns that are read become
 * text. The same object stands for each row of a table in turn.
 */
public final class RowCells {

  private static final Set<LedgerColumn> OF_A_PERSON =
      EnumSet.of(LedgerColumn.STUDENT_NUMBER, LedgerColumn.ID_NUMBER, LedgerColumn.NAME);
  private final SheetLayout layout;
  private final LedgerColumn[] columns;
  private final String[][] headerTexts;
  private final boolean blankHardshipIsNone;
  private final Limits limits;
  private final boolean from1904;
  private final Map<LedgerColumn, CellText> cells = new EnumMap<>(LedgerColumn.class);
  private final Set<LedgerColumn> filled = EnumSet.noneOf(LedgerColumn.class);
  private final Set<LedgerColumn> contradicted = EnumSet.noneOf(LedgerColumn.class);
  private final CellText another = new CellText();
  private final RowInk ink = new RowInk();
  private int rowNumber;
  private int texts;
  private boolean surplus;
  private boolean undecodable;
  private boolean readAny;
  private boolean repeatsHeader;

  /** A needed column that stands twice and differs in what is the header so far; null for none. */
  private LedgerColumn ambiguousInHeader;

  public RowCells(SheetLayout layout, Limits limits) {
    this(layout, limits, false);
  }

  /**
   * Rows of a table.
   *
   * @param from1904 whether days are counted from 1904, also those that stand as plain numbers
   */
  public RowCells(SheetLayout layout, Limits limits, boolean from1904) {
    this.from1904 = from1904;
    this.layout = layout;
    this.columns = new LedgerColumn[layout.width()];
    this.headerTexts = new String[layout.width()][];
    layout
        .columns()
        .forEach(
            (position, column) -> {
              columns[position] = column;
              headerTexts[position] = headerTexts(layout.header(), position);
            });
    this.blankHardshipIsNone = layout.blankHardshipIsNone();
    this.limits = limits;
    for (LedgerColumn column : LedgerColumn.values()) {
      cells.put(column, new CellText());
    }
  }

  private static String[] headerTexts(List<List<String>> header, int position) {
    return header.stream()
        .filter(row -> position < row.size())
        .map(row -> NormalForm.withoutSpaces(row.get(position)))
        .toArray(String[]::new);
  }

  /** Begins a row, by its number as a person sees it, from 1. */
  public void begin(int number) {
    for (LedgerColumn column : filled) {
      cells.get(column).clear();
    }
    filled.clear();
    contradicted.clear();
    ink.begin();
    rowNumber = number;
    texts = 0;
    surplus = false;
    undecodable = false;
    readAny = false;
    repeatsHeader = true;
    ambiguousInHeader = null;
  }

  /**
   * Takes a cell of the row; cells come from left to right, also those that are empty.
   *
   * @param index column from 0
   * @throws ReadingStopped when the cell exceeds a limit or contradicts another one
   */
  public void take(int index, char[] buffer, int offset, int length) {
    if (length > limits.cellCharacters()) {
      throw new ReadingStopped(
          layout.sheetName().isEmpty()
              ? Rejection.cellTooLong(rowNumber, limits.cellCharacters())
              : Rejection.workbookCellTooLong(rowNumber, limits.cellCharacters()));
    }
    if (index >= limits.columns()) {
      takeStray(index, buffer, offset, length);
      return;
    }
    boolean inked = ink.take(index, buffer, offset, length);
    texts += inked ? 1 : 0;
    if (index >= columns.length) {
      surplus |= inked;
    } else if (columns[index] != null) {
      fill(index, buffer, offset, length);
    }
  }

  /**
   * Takes a cell so far to the right that it belongs to no table: alone it means nothing, and many
   * of them are a table that is too wide.
   */
  private void takeStray(int index, char[] buffer, int offset, int length) {
    if (index >= Spreadsheet.COLUMNS) {
      throw new ReadingStopped(Rejection.tooManyColumns(limits.columns()));
    }
    if (RowInk.isIn(buffer, offset, length) && ++texts > limits.columns()) {
      throw new ReadingStopped(Rejection.tooManyColumns(limits.columns()));
    }
  }

  private void fill(int index, char[] buffer, int offset, int length) {
    LedgerColumn column = columns[index];
    CellText cell = cells.get(column);
    boolean first = filled.add(column);
    CellText taken = first ? cell : another;
    taken.set(buffer, offset, length, ColumnTraits.holdsSpaces(column));
    taken.unprotect();
    if (!taken.isUndecodable() && Placeholder.is(column, taken)) {
      taken.clear();
    } else if (from1904 && ColumnTraits.isDate(column)) {
      Spreadsheet.dayFrom1904(taken)
          .ifPresent(date -> taken.set(date.toCharArray(), 0, date.length(), true));
    }
    if (taken.isEmpty()) {
      return;
    }
    readAny = true;
    undecodable |= taken.isUndecodable();
    repeatsHeader = repeatsHeader && isHeaderText(index, taken);
    if (!repeatsHeader && ambiguousInHeader != null) {
      throw new ReadingStopped(Rejection.ambiguousColumn(ambiguousInHeader.id()));
    }
    if (!first) {
      takeAnother(column, cell);
    }
  }

  /** Takes a second cell with ink of one column. */
  private void takeAnother(LedgerColumn column, CellText cell) {
    if (column == LedgerColumn.HARDSHIP || (cell.isEmpty() && !contradicted.contains(column))) {
      // Kinds of hardship stand in several columns side by side; a person has all of them.
      cell.addItem(another);
    } else if (!(ColumnTraits.isName(column)
        ? another.sameAs(cell)
        : another.sameBareTextAs(cell))) {
      if (ColumnTraits.isNeeded(column) && repeatsHeader) {
        // Two headers of one column are two words for it, and no contradiction.
        ambiguousInHeader = column;
        return;
      }
      if (ColumnTraits.isNeeded(column)) {
        throw new ReadingStopped(Rejection.ambiguousColumn(column.id()));
      }
      contradicted.add(column);
      cell.clear();
    }
  }

  /** Where in the row's table what is to be found. */
  public SheetLayout layout() {
    return layout;
  }

  /** The columns that the row has a cell of, blank or not. */
  public Set<LedgerColumn> filled() {
    return filled;
  }

  private boolean isHeaderText(int index, CellText cell) {
    for (String text : headerTexts[index]) {
      if (cell.isText(text)) {
        return true;
      }
    }
    return false;
  }

  /** Row in the sheet as a person sees it, from 1. */
  public int rowNumber() {
    return rowNumber;
  }

  /** Whether all cells are blank. */
  public boolean isBlank() {
    return ink.isBlank();
  }

  /**
   * Whether the row is about the table and about nobody in it: a total, a note, a signature, or the
   * header once more. A row with a student number, an ID number, a name or an outcome is none, but
   * for the first of its cells, which may hold the note itself.
   *
   * @see <a href="../../../../../../docs/adr/0012-what-is-a-row.md">ADR 0012</a>
   */
  public boolean isNote() {
    if (readAny && repeatsHeader) {
      return true;
    }
    String words = ink.beginning();
    // A total's number may stand below any header; whoever has an outcome is a person otherwise.
    if (!NoteWords.isTotal(words)
        && (hasInk(LedgerColumn.OUTCOME_CODE) || hasInk(LedgerColumn.OUTCOME))) {
      return false;
    }
    LedgerColumn first = ink.first() < columns.length ? columns[ink.first()] : null;
    for (LedgerColumn column : OF_A_PERSON) {
      if (column != first && hasInk(column)) {
        return false;
      }
    }
    return NoteWords.begin(words);
  }

  private boolean hasInk(LedgerColumn column) {
    return !cells.get(column).isEmpty() || contradicted.contains(column);
  }

  /** Columns that the header has more than once and whose cells differ; their cell is blank. */
  public Set<LedgerColumn> contradicted() {
    return contradicted;
  }

  /** Whether the row says by empty cells that there is no hardship. */
  public boolean saysNoHardship() {
    return blankHardshipIsNone
        && !hasInk(LedgerColumn.HARDSHIP)
        && !hasInk(LedgerColumn.HARDSHIP_CODE);
  }

  /** Whether there is ink beyond the last column of the header. */
  public boolean hasSurplus() {
    return surplus;
  }

  /** Whether a cell that is read holds bytes that are no character of the file's encoding. */
  public boolean isUndecodable() {
    return undecodable;
  }

  /** Hash of all cells as they stand. */
  public long hash() {
    return ink.hash();
  }

  public CellText cell(LedgerColumn column) {
    return cells.get(column);
  }
}
