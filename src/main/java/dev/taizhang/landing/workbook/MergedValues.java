package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.SheetLayout;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * Gives each row of a sheet the values that are merged over it from rows above. Only columns that
 * are read take part, and only below the header; a row without anything of its own stays blank, and
 * a cell with something of its own keeps it.
 */
final class MergedValues {

  private final MergedRanges ranges;
  private final int headerRow;
  private final Set<Integer> columns;
  private final Map<Integer, Value> values = new HashMap<>();
  private int next;

  /**
   * A value that holds for rows below its own.
   *
   * @param text the value
   * @param lastRow the last of these rows
   */
  private record Value(String text, int lastRow) {}

  MergedValues(MergedRanges ranges, SheetLayout layout) {
    this.ranges = ranges;
    this.headerRow = layout.headerRow();
    this.columns = layout.columns().keySet();
    ranges.sort();
  }

  /** Fills in what is merged over a row; rows come in their order. */
  void fill(SheetRow row) {
    if (!values.isEmpty()) {
      boolean blank = row.isBlank();
      for (Iterator<Map.Entry<Integer, Value>> all = values.entrySet().iterator();
          all.hasNext(); ) {
        Map.Entry<Integer, Value> value = all.next();
        if (value.getValue().lastRow() < row.number()) {
          all.remove();
        } else if (!blank && row.isBlank(value.getKey())) {
          row.beginCell(value.getKey());
          char[] text = value.getValue().text().toCharArray();
          row.append(text, 0, text.length);
          row.end();
        }
      }
    }
    begin(row);
  }

  /** Takes up the ranges that begin in a row, or began in one that has no cell at all. */
  private void begin(SheetRow row) {
    for (; next < ranges.count() && ranges.firstRow(next) <= row.number(); next++) {
      int column = ranges.column(next);
      // What begins in the header or above it is a title, whatever it reaches over.
      if (ranges.firstRow(next) == row.number()
          && row.number() > headerRow
          && columns.contains(column)
          && !row.isBlank(column)) {
        values.put(column, new Value(row.text(column), ranges.lastRow(next)));
      }
    }
  }
}
