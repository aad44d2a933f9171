package dev.taizhang.landing;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The rows of one text file below its header, one after another, never all at once. */
final class TextRows implements Closeable {

  private final CloseableIterator<RowCells> records;
  private final int headerRow;
  private long rowCount;

  private TextRows(CloseableIterator<RowCells> records, int headerRow) {
    this.records = records;
    this.headerRow = headerRow;
  }

  static TextRows open(FilePlan plan, Limits limits, Configuration configuration)
      throws IOException {
    Path path = new Path(plan.location());
    FilePlan.Layout layout = plan.layout();
    InputStream stream = path.getFileSystem(configuration).open(path);
    try {
      stream.skipNBytes(layout.byteOrderMark());
    } catch (IOException e) {
      stream.close();
      throw e;
    }
    CsvReader<RowCells> reader =
        csv(layout.delimiter())
            .build(new RowCells(layout, limits), new InputStreamReader(stream, layout.charset()));
    return new TextRows(reader.iterator(), layout.headerRow());
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

  /**
   * The next row that is not blank, or null at the end.
   *
   * @throws ReadingStopped when the rest of the file cannot be read
   */
  RowCells next() {
    try {
      while (records.hasNext()) {
        RowCells row = records.next();
        if (row.rowNumber() > headerRow && !row.isBlank()) {
          rowCount++;
          return row;
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

  /** Rows that were given out so far. */
  long rowCount() {
    return rowCount;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
