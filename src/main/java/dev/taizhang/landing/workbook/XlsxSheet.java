package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.landing.rows.Spreadsheet;
import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.typed.TypedValueDecoder;

/** The rows of one sheet of a workbook of the newer format. */
final class XlsxSheet implements SheetReader {

  private final XmlPart part;
  private final NumberStyle[] styles;
  private final SharedStrings strings;
  private final WorkbookCellText cellText;
  private final AttributeValue value = new AttributeValue();
  private SheetRow row;
  private final XmlPart.Characters toRow =
      (buffer, offset, length) -> row.append(buffer, offset, length);
  private boolean begun;
  private boolean ended;
  private int rowNumber;

  XlsxSheet(XmlPart part, NumberStyle[] styles, SharedStrings strings, WorkbookCellText cellText) {
    this.part = part;
    this.styles = styles;
    this.strings = strings;
    this.cellText = cellText;
  }

  /** The kinds of cells, by what they say of themselves. */
  private enum Kind {
    NUMBER,
    SHARED,
    FORMULA_TEXT,
    INLINE,
    TRUTH,
    ERROR,
    DATE
  }

  /** The value of an attribute, without an object of its own. */
  private static final class AttributeValue extends TypedValueDecoder {

    private static final int LETTERS = 26;
    // Beyond it no column can be; it keeps the sum from running over.
    private static final int MOST_COLUMNS = 1 << 20;

    private char[] buffer;
    private int start;
    private int end;

    @Override
    public void decode(String text) {
      decode(text.toCharArray(), 0, text.length());
    }

    @Override
    public void decode(char[] characters, int from, int to) {
      buffer = characters;
      start = from;
      end = to;
    }

    @Override
    public void handleEmptyValue() {
      start = 0;
      end = 0;
    }

    /** A whole number; -1 where it is none. */
    int number() {
      long number = start == end ? -1 : 0;
      for (int i = start; i < end; i++) {
        int digit = buffer[i] - '0';
        if (digit < 0 || digit > 9 || number > Integer.MAX_VALUE) {
          return -1;
        }
        number = number * 10 + digit;
      }
      return number > Integer.MAX_VALUE ? -1 : (int) number;
    }

    /** The column of a reference such as AB12, from 0; -1 where it is none. */
    int column() {
      int column = 0;
      int i = start;
      for (; i < end && buffer[i] >= 'A'; i++) {
        int letter = (buffer[i] & ~0x20) - 'A';
        if (letter < 0 || letter >= LETTERS) {
          return -1;
        }
        column = Math.min(column * LETTERS + letter + 1, MOST_COLUMNS);
      }
      return i == end ? -1 : column - 1;
    }

    Kind kind() {
      // The most frequent kind needs no text.
      if (end - start == 1 && buffer[start] == 's') {
        return Kind.SHARED;
      }
      String name = start == end ? "" : new String(buffer, start, end - start);
      return switch (name) {
        case "s" -> Kind.SHARED;
        case "n" -> Kind.NUMBER;
        case "str" -> Kind.FORMULA_TEXT;
        case "inlineStr" -> Kind.INLINE;
        case "b" -> Kind.TRUTH;
        case "e" -> Kind.ERROR;
        case "d" -> Kind.DATE;
        default -> throw new ReadingStopped(Rejection.unreadable("UnknownKindOfCell"));
      };
    }
  }

  @Override
  public boolean next(SheetRow target) {
    row = target;
    while (!ended) {
      int event = part.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (begun && part.name().equals("row")) {
          readRow();
          return true;
        }
        if (part.name().equals("sheetData")) {
          begun = true;
        } else if (begun) {
          part.skip();
        }
      } else if (event == XMLStreamConstants.END_DOCUMENT
          || (begun && event == XMLStreamConstants.END_ELEMENT)) {
        // The end of the data: what follows are merged cells, filters and the like.
        ended = true;
      }
    }
    return false;
  }

  private void readRow() {
    rowNumber = nextRowNumber();
    row.begin(rowNumber);
    int column = -1;
    for (int event; (event = part.next()) != XMLStreamConstants.END_ELEMENT; ) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (part.name().equals("c")) {
          column = readCell(column + 1);
        } else {
          part.skip();
        }
      }
    }
  }

  /**
   * The number of the row that has begun. One without a number follows the row before.
   *
   * @throws ReadingStopped when it is not greater than the one before, so that rows would share one
   */
  private int nextRowNumber() {
    for (int i = 0; i < part.attributes(); i++) {
      if (part.attributeName(i).equals("r")) {
        read(i);
        int number = value.number();
        if (number <= rowNumber) {
          throw new ReadingStopped(Rejection.unreadable("RowsOutOfOrder"));
        }
        return number;
      }
    }
    return rowNumber + 1;
  }

  private void read(int attribute) {
    try {
      part.attribute(attribute, value);
    } catch (XMLStreamException e) {
      throw WorkbookFile.stopped(e);
    }
  }

  /** Reads a cell that has begun, and returns its column. */
  private int readCell(int expectedColumn) {
    int column = expectedColumn;
    Kind kind = Kind.NUMBER;
    NumberStyle style = NumberStyle.PLAIN;
    for (int i = 0; i < part.attributes(); i++) {
      String name = part.attributeName(i);
      char letter = name.length() == 1 ? name.charAt(0) : 0;
      if (letter == 'r') {
        read(i);
        column = value.column();
      } else if (letter == 't') {
        read(i);
        kind = value.kind();
      } else if (letter == 's') {
        read(i);
        int number = value.number();
        style = number >= 0 && number < styles.length ? styles[number] : NumberStyle.PLAIN;
      }
    }
    if (column < 0) {
      throw new ReadingStopped(Rejection.unreadable("CellReference"));
    }
    row.beginCell(column);
    boolean formula = readContent(kind);
    finish(kind, style, formula);
    return column;
  }

  /** Appends the content of the cell, and tells whether it is that of a formula. */
  private boolean readContent(Kind kind) {
    boolean formula = false;
    for (int event; (event = part.next()) != XMLStreamConstants.END_ELEMENT; ) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = part.name();
        if (name.equals("v")) {
          part.text(toRow);
        } else if (name.equals("is") && kind == Kind.INLINE) {
          RichText.read(part, toRow);
        } else {
          formula |= name.equals("f");
          part.skip();
        }
      }
    }
    return formula;
  }

  private void finish(Kind kind, NumberStyle style, boolean formula) {
    switch (kind) {
      case SHARED -> {
        if (row.cellLength() > 0) {
          value.decode(row.buffer(), row.cellStart(), row.cellStart() + row.cellLength());
          int index = value.number();
          row.clearCell();
          strings.give(index, row);
          return;
        }
      }
      case NUMBER -> cellText.number(row, style);
      case FORMULA_TEXT, INLINE -> {
        if (formula && Spreadsheet.isError(stored())) {
          row.clearCell();
        }
        row.unescape();
      }
      case TRUTH -> {
        String stored = stored();
        row.clearCell();
        if (!stored.isEmpty()) {
          row.append(WorkbookCellText.truth(stored.equals("1") || stored.equals("true")));
        }
      }
      case ERROR -> row.clearCell();
      case DATE -> {
        String date = WorkbookCellText.isoDate(stored(), style);
        row.clearCell();
        row.append(date);
      }
    }
    row.end();
  }

  private String stored() {
    return new String(row.buffer(), row.cellStart(), row.cellLength());
  }

  @Override
  public void close() throws IOException {
    part.close();
  }
}
