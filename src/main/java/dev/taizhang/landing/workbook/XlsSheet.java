package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.landing.rows.Spreadsheet;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.StringRecord;

/** The rows of one sheet of a workbook of Excel 97, which stores cells row by row. */
final class XlsSheet implements SheetReader {

  // Beyond it a double does not tell whole numbers apart.
  private static final double WHOLE_NUMBERS = 1e15;
  private static final int NONE = -1;

  private final InputStream stream;
  private final RecordInputStream records;
  private final KeptTexts strings;
  private final NumberStyle[] styles;
  private final WorkbookCellText cellText;
  private SheetRow row;
  private int depth;
  private int rowIndex = NONE;
  // A cell that has been read and belongs to the next row.
  private CellValueRecordInterface waiting;
  private MulRKRecord waitingNumbers;
  // A formula whose text stands in a record of its own.
  private int textColumn = NONE;

  XlsSheet(InputStream stream, KeptTexts strings, NumberStyle[] styles, WorkbookCellText cellText) {
    this.stream = stream;
    this.records = new RecordInputStream(stream);
    this.strings = strings;
    this.styles = styles;
    this.cellText = cellText;
    XlsFile.nextRecord(records);
    // Sheets of charts and macros have no cells.
    if (records.getSid() == BOFRecord.sid
        && new BOFRecord(records).getType() == BOFRecord.TYPE_WORKSHEET) {
      depth = 1;
    }
  }

  @Override
  public boolean next(SheetRow target) {
    row = target;
    try {
      return readRow();
    } catch (RuntimeException e) {
      throw XlsFile.stopped(e);
    }
  }

  private boolean readRow() {
    boolean begun = takeWaiting();
    while (depth > 0) {
      XlsFile.nextRecord(records);
      readRecord();
      if (waiting != null || waitingNumbers != null) {
        if (begun) {
          return true;
        }
        begun = takeWaiting();
      }
    }
    return begun;
  }

  /** Begins a row with the cell that was read before it; false where there is none. */
  private boolean takeWaiting() {
    if (waiting == null && waitingNumbers == null) {
      return false;
    }
    int next = waiting == null ? waitingNumbers.getRow() : waiting.getRow();
    if (next <= rowIndex) {
      throw new ReadingStopped(Rejection.unreadable("RowsOutOfOrder"));
    }
    rowIndex = next;
    row.begin(rowIndex + 1);
    if (waiting != null) {
      put(waiting);
    } else {
      put(waitingNumbers);
    }
    waiting = null;
    waitingNumbers = null;
    return true;
  }

  private void readRecord() {
    int kind = records.getSid();
    if (kind == EOFRecord.sid) {
      depth--;
    } else if (kind == BOFRecord.sid) {
      // A chart within the sheet.
      depth++;
    } else if (depth == 1) {
      readCell(kind);
    }
  }

  private void readCell(int kind) {
    switch (kind) {
      case LabelSSTRecord.sid -> take(new LabelSSTRecord(records));
      case NumberRecord.sid -> take(new NumberRecord(records));
      case RKRecord.sid -> take(new RKRecord(records));
      case LabelRecord.sid -> take(new LabelRecord(records));
      case BoolErrRecord.sid -> take(new BoolErrRecord(records));
      case FormulaRecord.sid -> take(new FormulaRecord(records));
      case MulRKRecord.sid -> {
        MulRKRecord numbers = new MulRKRecord(records);
        if (numbers.getRow() == rowIndex) {
          put(numbers);
        } else {
          waitingNumbers = numbers;
        }
      }
      case StringRecord.sid -> {
        String text = new StringRecord(records).getString();
        if (textColumn != NONE) {
          put(textColumn, Spreadsheet.isError(text) ? "" : text);
          textColumn = NONE;
        }
      }
      default -> {
        // Heights, styles without content and the like.
      }
    }
  }

  private void take(CellValueRecordInterface cell) {
    if (cell.getRow() == rowIndex) {
      put(cell);
    } else {
      waiting = cell;
    }
  }

  private void put(MulRKRecord numbers) {
    for (int i = 0; i < numbers.getNumColumns(); i++) {
      put(
          column(numbers.getFirstColumn()) + i,
          number(numbers.getRKNumberAt(i), numbers.getXFAt(i)));
    }
  }

  private void put(CellValueRecordInterface cell) {
    textColumn = NONE;
    int column = column(cell.getColumn());
    if (cell instanceof LabelSSTRecord label) {
      putShared(column, label.getSSTIndex());
    } else if (cell instanceof NumberRecord number) {
      put(column, number(number.getValue(), number.getXFIndex()));
    } else if (cell instanceof RKRecord number) {
      put(column, number(number.getRKNumber(), number.getXFIndex()));
    } else if (cell instanceof LabelRecord label) {
      put(column, label.getValue());
    } else if (cell instanceof BoolErrRecord truth && truth.isBoolean()) {
      put(column, WorkbookCellText.truth(truth.getBooleanValue()));
    } else if (cell instanceof FormulaRecord formula) {
      put(column, formula);
    } else {
      put(column, "");
    }
  }

  private void put(int column, FormulaRecord formula) {
    switch (formula.getCachedResultTypeEnum()) {
      case NUMERIC -> put(column, number(formula.getValue(), formula.getXFIndex()));
      case BOOLEAN -> put(column, WorkbookCellText.truth(formula.getCachedBooleanValue()));
      case STRING -> textColumn = formula.hasCachedResultString() ? column : NONE;
      default -> put(column, "");
    }
  }

  private void put(int column, String text) {
    row.beginCell(column);
    row.append(text);
    row.end();
  }

  private static int column(short stored) {
    return stored & 0xFFFF;
  }

  private void putShared(int column, int index) {
    if (strings == null) {
      throw new ReadingStopped(Rejection.unreadable("SharedStringMissing"));
    }
    row.beginCell(column);
    strings.give(index, row);
  }

  private String number(double value, short style) {
    int index = style & 0xFFFF;
    boolean whole = value == Math.rint(value) && Math.abs(value) < WHOLE_NUMBERS;
    return cellText.number(
        whole ? Long.toString((long) value) : Double.toString(value),
        index < styles.length ? styles[index] : NumberStyle.PLAIN);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
