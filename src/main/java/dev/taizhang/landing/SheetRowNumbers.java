package dev.taizhang.landing;

import org.dhatim.fastexcel.reader.Row;

/** Numbers the rows of one sheet as a person sees them, from 1. */
final class SheetRowNumbers {

  private int previous;
  private int rows;

  /**
   * The number of the next row. A row without one follows the row before; the parser then gives how
   * many rows came before it, which is less than the number that it has.
   *
   * @throws ReadingStopped when it is not greater than the one before, so that rows would share one
   */
  int of(Row row) {
    int number = row.getRowNum();
    if (number == rows && number <= previous) {
      number = previous + 1;
    }
    if (number <= previous) {
      throw new ReadingStopped(Rejection.unreadable("RowsOutOfOrder"));
    }
    previous = number;
    rows++;
    return number;
  }
}
