package dev.taizhang.landing.rows;

import dev.taizhang.tables.LedgerColumn;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Where in one table what is to be found.
 *
 * @param sheetName position of the sheet among those that are shown, from 1, as tables have it;
 *     empty for a text file
 * @param headerRow row of the header, from 1; the lower one of two
 * @param header the rows of the header, one or two, with their cells as they stand
 * @param columns which columns are read, by position from 0
 * @param template names the header
 * @param blankHardshipIsNone whether an empty cell says that there is no hardship
 */
public record SheetLayout(
    String sheetName,
    int headerRow,
    List<List<String>> header,
    Map<Integer, LedgerColumn> columns,
    String template,
    boolean blankHardshipIsNone)
    implements Serializable {

  public SheetLayout {
    header = List.copyOf(header);
    columns = Map.copyOf(columns);
  }

  /** Columns that the header has. */
  public int width() {
    return header.stream().mapToInt(List::size).max().orElse(0);
  }
}
