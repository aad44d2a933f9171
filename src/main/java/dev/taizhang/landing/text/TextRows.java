package dev.taizhang.landing.text;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.taizhang.landing.rows.FileRows;
import dev.taizhang.landing.rows.Layout;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.landing.rows.RowCells;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The rows of a text file. */
public final class TextRows implements FileRows {

  // What the parser reads ahead of a cell.
  private static final int READ_AHEAD = 1 << 16;

  private final CloseableIterator<RowCells> records;
  private final Fields fields;
  private final int headerRow;
  private final int mostCharacters;
  private long rowCount;
  private long noteCount;

  private TextRows(
      CloseableIterator<RowCells> records, Fields fields, int headerRow, int mostCharacters) {
    this.records = records;
    this.fields = fields;
    this.headerRow = headerRow;
    this.mostCharacters = mostCharacters;
  }

  public static TextRows open(
      String location, Layout.Text layout, Limits limits, Configuration configuration)
      throws IOException {
    Path path = new Path(location);
    InputStream stream = path.getFileSystem(configuration).open(path);
    try {
      stream.skipNBytes(layout.byteOrderMark());
    } catch (IOException e) {
      stream.close();
      throw e;
    }
    Fields fields = new Fields(new RowCells(layout.sheet(), limits), layout);
    CsvReader<RowCells> reader =
        csv(layout.delimiter())
            // A cell that is not closed ends here; a quotation mark in a cell is written as two.
            .maxBufferSize(2 * limits.cellCharacters() + READ_AHEAD)
            .build(fields, new InputStreamReader(stream, layout.charset()));
    try {
      reader.skipLines(layout.titleLines());
    } catch (CsvParseException e) {
      reader.close();
      throw new ReadingStopped(Rejection.readFault("ChangedSinceSurvey"));
    }
    return new TextRows(
        reader.iterator(), fields, layout.sheet().headerRow(), limits.cellCharacters());
  }

  /** How ledgers are parsed: no comments, and rows as wide as they come. */
  public static CsvReader.CsvReaderBuilder csv(char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true);
  }

  /** Hands each field of the parser to the row; nothing is copied on the way. */
  private static final class Fields extends AbstractBaseCsvCallbackHandler<RowCells> {

    // Fewer parts can be chance.
    private static final int FEW_COLUMNS = 3;

    private final RowCells row;
    private final char delimiter;
    private final int width;
    private int rowNumber;

    Fields(RowCells row, Layout.Text layout) {
      this.row = row;
      this.delimiter = layout.delimiter();
      this.width = layout.sheet().width();
      this.rowNumber = layout.titleLines();
    }

    int rowNumber() {
      return rowNumber;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
      row.begin(++rowNumber);
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      if (quoted && holdsRow(buffer, offset, length)) {
        throw new ReadingStopped(Rejection.unclosedQuote(rowNumber));
      }
      row.take(index, buffer, offset, length);
    }

    /** Whether a line within the cell has as many parts as the header: a row was swallowed. */
    private boolean holdsRow(char[] buffer, int offset, int length) {
      int parts = 0;
      boolean laterLine = false;
      for (int i = offset; i < offset + length; i++) {
        if (buffer[i] == '\n' || buffer[i] == '\r') {
          if (laterLine && parts + 1 == width && width >= FEW_COLUMNS) {
            return true;
          }
          laterLine = true;
          parts = 0;
        } else if (buffer[i] == delimiter) {
          parts++;
        }
      }
      return laterLine && parts + 1 == width && width >= FEW_COLUMNS;
    }

    @Override
    protected RowCells buildRecord() {
      return row;
    }
  }

  @Override
  public RowCells next() {
    try {
      while (records.hasNext()) {
        RowCells row = records.next();
        if (row.rowNumber() > headerRow && !row.isBlank()) {
          if (!row.isNote()) {
            rowCount++;
            return row;
          }
          noteCount++;
        }
      }
      return null;
    } catch (CsvParseException | UncheckedIOException e) {
      if (e.getCause() instanceof ReadingStopped stopped) {
        throw stopped;
      }
      if (isOfTheBuffer(e)) {
        throw new ReadingStopped(Rejection.cellTooLong(fields.rowNumber(), mostCharacters));
      }
      // The parser's own message repeats cells.
      String kind = e.getClass().getSimpleName();
      throw new ReadingStopped(
          e instanceof UncheckedIOException
              ? Rejection.readFault(kind)
              : Rejection.unreadable(kind));
    }
  }

  /** Whether a cell was larger than the parser's buffer, which only its message says. */
  private static boolean isOfTheBuffer(RuntimeException exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).contains("maximum buffer size")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public long rowCount() {
    return rowCount;
  }

  @Override
  public long noteCount() {
    return noteCount;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
