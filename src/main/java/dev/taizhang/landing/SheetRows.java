package dev.taizhang.landing;

import java.io.Closeable;
import java.util.Iterator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

/** The rows of one sheet below its header that are not blank. */
final class SheetRows implements Closeable {

  private final Stream<Row> rows;
  private final Iterator<Row> iterator;
  private final RowCells cells;
  private final WorkbookCellText cellText;
  private final int headerRow;
  private final SheetRowNumbers numbers = new SheetRowNumbers();
  private char[] buffer = new char[64];
  private long noteCount;

  SheetRows(Stream<Row> rows, SheetLayout layout, WorkbookCellText cellText, Limits limits) {
    this.rows = rows;
    this.iterator = rows.iterator();
    this.cells = new RowCells(layout, limits);
    this.cellText = cellText;
    this.headerRow = layout.headerRow();
  }

  /** The next row, or null at the end. */
  RowCells next() {
    while (iterator.hasNext()) {
      Row row = iterator.next();
      int number = numbers.of(row);
      if (number > headerRow) {
        take(number, row);
        if (!cells.isBlank() && !cells.isNote()) {
          return cells;
        }
        noteCount += cells.isBlank() ? 0 : 1;
      }
    }
    return null;
  }

  /** Rows that were passed over so far, since they are notes. */
  long noteCount() {
    return noteCount;
  }

  private void take(int number, Row row) {
    cells.begin(number);
    // Cells at the end that have a style and no content are not part of the row.
    int count = row.getCellCount();
    while (count > 0 && isBlank(row.getCell(count - 1))) {
      count--;
    }
    for (int i = 0; i < count; i++) {
      String text = cellText.text(row.getCell(i));
      int length = text.length();
      if (length > buffer.length) {
        buffer = new char[length];
      }
      text.getChars(0, length, buffer, 0);
      cells.take(i, buffer, 0, length);
    }
  }

  private static boolean isBlank(Cell cell) {
    return cell == null || cell.getType() == CellType.EMPTY || "".equals(cell.getValue());
  }

  @Override
  public void close() {
    rows.close();
  }
}
