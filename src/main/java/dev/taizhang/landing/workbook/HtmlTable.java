package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.Spreadsheet;
import java.util.Objects;
import org.jsoup.nodes.Element;

/** A table of a page, how far its rows have come, and where the cells of a row lie. */
final class HtmlTable {

  // Of what a browser takes.
  private static final int WIDEST_CELL = 1_000;

  private final MergedCells merged = new MergedCells();
  private Element group;
  // 0 as long as it has had no row with two filled cells.
  private int number;
  private int width;
  private int rows;

  /** Its place among the tables from 1; 0 as long as nothing shows that it is more than layout. */
  int number() {
    return number;
  }

  /** Its width in columns; only where it has a number. */
  int width() {
    return width;
  }

  /** Takes note of its next row. */
  void begin(Element row) {
    if (!Objects.equals(group, row.parent())) {
      // No cell reaches beyond its group of rows.
      merged.clear();
      group = row.parent();
    }
    rows++;
  }

  /** Gives it its number, with the first row that has two filled cells. */
  void count(int place, int columns) {
    number = place;
    width = columns;
  }

  /** Makes it the same table as one that has ended before it, as wide. */
  void goOn(HtmlTable before) {
    count(before.number, before.width);
    rows += before.rows;
  }

  /** Lays the cells of its row side by side, below those that reach down from above. */
  void lay(Element row, HtmlPage page, SheetRow target) {
    target.begin(rows);
    int column = 0;
    for (Element cell = row.firstElementChild(); cell != null; cell = cell.nextElementSibling()) {
      if (!HtmlPage.isCell(cell)) {
        continue;
      }
      while (merged.cover(column, rows)) {
        column++;
      }
      String content = page.text(cell);
      if (!content.isEmpty()) {
        target.beginCell(column);
        target.append(content);
        target.end();
      }
      int across = across(cell);
      reachDown(cell, column, Math.min(across, Spreadsheet.COLUMNS - column), content);
      column = Math.min(Spreadsheet.COLUMNS, column + across);
    }
    merged.fill(target);
  }

  private void reachDown(Element cell, int column, int across, String content) {
    int down = span(cell, "rowspan", Integer.MAX_VALUE);
    for (int i = 0; down > 1 && i < across; i++) {
      merged.add(column + i, (long) rows + down - 1, i == 0 ? content : "");
    }
  }

  /** The columns that a cell reaches over. */
  static int across(Element cell) {
    return Math.min(WIDEST_CELL, span(cell, "colspan", 1));
  }

  private static int span(Element cell, String attribute, int ofZero) {
    try {
      int span = Integer.parseInt(cell.attr(attribute).strip());
      return span == 0 ? ofZero : Math.max(1, span);
    } catch (NumberFormatException e) {
      return 1;
    }
  }
}
