package dev.taizhang.landing.rows;

import java.io.Closeable;

/** The rows of one file below its headers, one after another, never all at once. */
public interface FileRows extends Closeable {

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
