package dev.taizhang.landing;

import dev.taizhang.tables.LedgerColumn;
import java.io.Serializable;
import java.util.Map;

/**
 * Where in one table what is to be found.
 *
 * @param sheetName name of the sheet; empty for a text file
 * @param headerRow row of the header, from 1
 * @param width columns that the header has
 * @param columns which of them are read, by position from 0
 * @param template names the header
 */
public record SheetLayout(
    String sheetName, int headerRow, int width, Map<Integer, LedgerColumn> columns, String template)
    implements Serializable {

  public SheetLayout {
    columns = Map.copyOf(columns);
  }
}
