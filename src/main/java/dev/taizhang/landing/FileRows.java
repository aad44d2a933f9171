package dev.taizhang.landing;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;

/** The rows of one file below its headers, one after another, never all at once. */
interface FileRows extends Closeable {

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

  /**
   * The next row that is neither blank nor a note, or null at the end.
   *
   * @throws ReadingStopped when the rest of the file cannot be read
   */
  RowCells next();

  /** Rows that were given out so far. */
  long rowCount();

  /** Rows that were passed over so far, since they are notes; see {@link RowCells#isNote}. */
  long noteCount();
}
