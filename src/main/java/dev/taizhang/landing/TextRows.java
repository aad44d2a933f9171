package dev.taizhang.landing;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The rows of a text file. */
final class TextRows implements FileRows {

  private final CloseableIterator<RowCells> records;
  private final int headerRow;
  private long rowCount;
  private long noteCount;

  private TextRows(CloseableIterator<RowCells> records, int headerRow) {
    this.records = records;
    this.headerRow = headerRow;
  }

  static TextRows open(
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
    CsvReader<RowCells> reader =
        csv(layout.delimiter())
            .build(
                new Fields(new RowCells(layout.sheet(), limits)),
                new InputStreamReader(stream, layout.charset()));
    return new TextRows(reader.iterator(), layout.sheet().headerRow());
  }

  /** How ledgers are parsed: no comments, and rows as wide as they come. */
  static CsvReader.CsvReaderBuilder csv(char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true);
  }

  /** Hands each field of the parser to the row; nothing is copied on the way. */
  private static final class Fields extends AbstractBaseCsvCallbackHandler<RowCells> {

    private final RowCells row;
    private int rowNumber;

    Fields(RowCells row) {
      this.row = row;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
      row.begin(++rowNumber);
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      row.take(index, buffer, offset, length);
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
      // The parser's own message repeats cells.
      throw new ReadingStopped(Rejection.unreadable(e.getClass().getSimpleName()));
    }
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
