package dev.taizhang.conform;

import org.apache.spark.sql.catalyst.InternalRow;

/** Reads rows one after another; remembers words that it has met, and is for one thread. */
public final class RowReader {

  RowReader(RowReading reading) {}

  /**
   * The readings of a row, as {@link Readings#SCHEMA}; a new row each time, which shares the values
   * of the row that it is read from.
   *
   * @param row values of {@link dev.taizhang.tables.Rows#TABLE} in its order
   * @param idNumbersDestroyed whether a spreadsheet has rounded the ID numbers of the row's file
   */
  public InternalRow read(InternalRow row, boolean idNumbersDestroyed) {
    throw new UnsupportedOperationException();
  }

  /** The cohort that a row names; null where it names none. */
  public Integer graduationYear(InternalRow row) {
    throw new UnsupportedOperationException();
  }
}
