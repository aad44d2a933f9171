package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;

/** The rows of one sheet of an XML Spreadsheet 2003. */
final class XmlSpreadsheetSheet implements SheetReader {

  private static final String DEFAULT_STYLE = "Default";

  private final XmlPart part;
  private final Map<String, NumberStyle> styles;
  private final WorkbookCellText cellText;
  private final MergedCells merged = new MergedCells();
  private SheetRow row;
  private final XmlPart.Characters toRow =
      (buffer, offset, length) -> row.append(buffer, offset, length);
  private boolean ended;
  // The last row that has been taken, with those that are said to look the same.
  private int lastRow;

  XmlSpreadsheetSheet(XmlPart part, Map<String, NumberStyle> styles, WorkbookCellText cellText) {
    this.part = part;
    this.styles = styles;
    this.cellText = cellText;
  }

  @Override
  public boolean next(SheetRow target) {
    row = target;
    while (!ended) {
      int event = part.next();
      if (XmlSpreadsheetFile.endsSheet(event, part)) {
        ended = true;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        switch (part.name()) {
          case "Row" -> {
            readRow();
            return true;
          }
          case "Table" -> {
            // The rows are in it.
          }
          default -> part.skip();
        }
      }
    }
    return false;
  }

  private void readRow() {
    long number = placed("Index", lastRow, "RowsOutOfOrder");
    long last = number + Math.max(0, part.number("Span"));
    if (last > Integer.MAX_VALUE) {
      throw new ReadingStopped(Rejection.unreadable("RowsOutOfOrder"));
    }
    row.begin((int) number);
    lastRow = (int) last;
    String style = part.attribute("StyleID");
    int column = -1;
    for (int event; (event = part.next()) != XMLStreamConstants.END_ELEMENT; ) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (part.name().equals("Cell")) {
          column = readCell(column, style);
        } else {
          part.skip();
        }
      }
    }
    merged.fill(row);
  }

  /** The number that an element says, or the next one; from 1. */
  private long placed(String attribute, int last, String otherwise) {
    if (part.attribute(attribute).isEmpty()) {
      return last + 1L;
    }
    int number = part.number(attribute);
    if (number <= last) {
      throw new ReadingStopped(Rejection.unreadable(otherwise));
    }
    return number;
  }

  /** Reads a cell that has begun, and returns the last column that it takes, from 0. */
  private int readCell(int lastColumn, String styleOfRow) {
    long column = placed("Index", lastColumn + 1, "CellReference") - 1;
    String own = part.attribute("StyleID");
    String style = own.isEmpty() ? styleOfRow : own;
    int across = Math.max(0, part.number("MergeAcross"));
    int down = Math.max(0, part.number("MergeDown"));
    row.beginCell((int) Math.min(Integer.MAX_VALUE, column));
    readContent(styles.getOrDefault(style.isEmpty() ? DEFAULT_STYLE : style, NumberStyle.PLAIN));
    row.end();
    if (down > 0) {
      String text = column < row.width() ? row.text((int) column) : "";
      merged.add((int) column, (long) row.number() + down, text);
    }
    return (int) Math.min(Integer.MAX_VALUE - 2L, column + across);
  }

  private void readContent(NumberStyle style) {
    for (int event; (event = part.next()) != XMLStreamConstants.END_ELEMENT; ) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (part.name().equals("Data")) {
          String kind = part.attribute("Type");
          part.wholeText(toRow);
          finish(kind, style);
        } else {
          // Comments have data of their own.
          part.skip();
        }
      }
    }
  }

  private void finish(String kind, NumberStyle style) {
    switch (kind) {
      case "Number" -> cellText.number(row, style);
      case "Error" -> row.clearCell();
      case "Boolean" -> {
        String stored = stored();
        row.clearCell();
        if (!stored.isEmpty()) {
          row.append(WorkbookCellText.truth(stored.equals("1")));
        }
      }
      case "DateTime" -> {
        String date = WorkbookCellText.isoDate(stored(), style);
        row.clearCell();
        row.append(date);
      }
      default -> {
        // A text is what it is.
      }
    }
  }

  private String stored() {
    return new String(row.buffer(), row.cellStart(), row.cellLength());
  }

  @Override
  public void close() {
    // The document is the file's, and is read on.
  }
}
