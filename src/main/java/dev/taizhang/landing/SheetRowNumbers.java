package dev.taizhang.landing;

import org.dhatim.fastexcel.reader.Row;

/** Numbers the rows of one sheet as a person sees them, from 1. */
final class SheetRowNumbers {

  private static final int UNSET = -1;

  private int previous;
  private int shift = UNSET;

  /**
   * The number of the next row. A sheet may leave out the numbers of its rows; the parser then
   * counts them from 0.
   *
   * @throws ReadingStopped when it is not greater than the one before, so that rows would share one
   */
  int of(Row row) {
    if (shift == UNSET) {
      shift = row.getRowNum() == 0 ? 1 : 0;
    }
    int number = row.getRowNum() + shift;
    if (number <= previous) {
      throw new ReadingStopped(Rejection.unreadable("RowsOutOfOrder"));
    }
    previous = number;
    return number;
  }
}
