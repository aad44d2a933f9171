package dev.taizhang.landing;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.landing.rows.FileRows;
import dev.taizhang.landing.rows.Layout;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.landing.rows.RowCells;
import dev.taizhang.landing.text.TextRows;
import dev.taizhang.landing.workbook.WorkbookRows;
import dev.taizhang.tables.Rows;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Reads files, whatever their headers, as {@link Rows}, in which people are pseudonyms.
 *
 * @param key under which people become pseudonyms
 * @param limits what a file may be at most
 * @param configuration of the file system
 * @see <a href="../../../../../docs/adr/0032-one-reading.md">ADR 0032</a>
 */
public record LedgerRows(PseudonymKey key, Limits limits, Configuration configuration) {

  /**
   * Reads the rows of one file, one after another and never all at once. Whatever is wrong with the
   * file ends its reading and is told; it is never an exception, which would end the reading of
   * others.
   *
   * @param plan how to read it
   * @param each takes each row below the header that is neither blank nor a note, as {@link Rows};
   *     the same object for each in turn
   */
  public FileReading read(FilePlan plan, Consumer<InternalRow> each) {
    FileRows rows = null;
    try {
      rows = open(plan, limits, configuration);
      RowWriter writer = new RowWriter(plan, key, Rows.TABLE.structType());
      for (RowCells cells = rows.next(); cells != null; cells = rows.next()) {
        each.accept(writer.write(cells));
      }
      return reading(rows, null);
    } catch (ReadingStopped stopped) {
      return reading(rows, stopped.rejection());
    } catch (IOException | FSError e) {
      return reading(rows, Rejection.readFault(Surveyor.kind(e)));
    } catch (OutOfMemoryError e) {
      // Beyond this file it would end the run of all files.
      return reading(rows, Rejection.outOfMemory());
    } finally {
      close(rows);
    }
  }

  /**
   * Opens a file.
   *
   * @throws ReadingStopped when its content cannot be read
   */
  static FileRows open(FilePlan plan, Limits limits, Configuration configuration)
      throws IOException {
    if (plan.layout() instanceof Layout.Workbook workbook) {
      return WorkbookRows.open(plan.location(), workbook, limits, configuration);
    }
    return TextRows.open(plan.location(), (Layout.Text) plan.layout(), limits, configuration);
  }

  private static FileReading reading(FileRows rows, Rejection stopped) {
    return rows == null
        ? new FileReading(0, 0, stopped)
        : new FileReading(rows.rowCount(), rows.noteCount(), stopped);
  }

  private static void close(FileRows rows) {
    try {
      if (rows != null) {
        rows.close();
      }
    } catch (IOException e) {
      // What was read of the file is read, and it is not written.
      return;
    }
  }
}
