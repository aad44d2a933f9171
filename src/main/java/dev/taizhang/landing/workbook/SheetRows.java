package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.landing.rows.RowCells;
import dev.taizhang.landing.rows.SheetLayout;
import java.io.Closeable;
import java.io.IOException;

/** The rows of one sheet below its header that are not blank. */
final class SheetRows implements Closeable {

  private final SheetReader reader;
  private final SheetRow row;
  private final RowCells cells;
  private final MergedValues merged;
  private final int headerRow;
  private final int mostColumns;
  private long noteCount;

  /**
   * Rows of a sheet.
   *
   * @param merged which of its cells are merged over several rows
   * @param from1904 whether its days are counted from 1904
   */
  SheetRows(
      SheetReader reader,
      SheetLayout layout,
      Limits limits,
      MergedRanges merged,
      boolean from1904) {
    this.reader = reader;
    this.row = new SheetRow(limits);
    this.cells = new RowCells(layout, limits, from1904);
    this.merged = merged.isEmpty() ? null : new MergedValues(merged, layout);
    this.headerRow = layout.headerRow();
    this.mostColumns = limits.columns();
  }

  /** The next row, or null at the end. */
  RowCells next() throws IOException {
    while (reader.next(row)) {
      if (merged != null) {
        merged.fill(row);
      }
      if (row.number() > headerRow) {
        take();
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

  private void take() {
    if (row.isTooWide()) {
      throw new ReadingStopped(Rejection.tooManyColumns(mostColumns));
    }
    cells.begin(row.number());
    // Cells at the end that have a style and no content are not part of the row.
    int width = row.textWidth();
    for (int i = 0; i < width; i++) {
      row.give(i, cells);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
