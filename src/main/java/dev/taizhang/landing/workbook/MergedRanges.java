package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import java.util.Arrays;

/**
 * The cells of a sheet that are merged over several rows. Of a range over several columns only the
 * first has the value; the others have none.
 */
public final class MergedRanges {

  static final MergedRanges NONE = new MergedRanges();

  // A spreadsheet has no more rows and columns; each range is one number of 58 bits.
  private static final int MOST_ROWS = 1 << 20;
  private static final int ROW_BITS = 21;
  private static final int COLUMN_BITS = 16;
  // Each of a million rows in a range of two, or each graduate of a province in ten; 8 MiB.
  private static final int MOST_RANGES = 1 << 20;

  private long[] ranges = new long[16];
  private int count;

  /**
   * Adds a range; one of a single row is passed over.
   *
   * @param firstRow row of the value as a person sees it, from 1
   * @param lastRow last row that has it
   * @param column from 0
   * @throws ReadingStopped when the ranges are too many
   */
  void add(int firstRow, int lastRow, int column) {
    int last = Math.min(lastRow, MOST_ROWS);
    if (firstRow < 1 || firstRow >= last || column < 0 || column >= 1 << COLUMN_BITS) {
      return;
    }
    if (count == MOST_RANGES) {
      throw new ReadingStopped(Rejection.tooManyMergedCells(MOST_RANGES));
    }
    if (count == ranges.length) {
      ranges = Arrays.copyOf(ranges, count * 2);
    }
    ranges[count++] =
        (long) firstRow << (ROW_BITS + COLUMN_BITS) | (long) last << COLUMN_BITS | column;
  }

  public boolean isEmpty() {
    return count == 0;
  }

  int count() {
    return count;
  }

  /** Sorts the ranges by their first rows. */
  void sort() {
    Arrays.sort(ranges, 0, count);
  }

  int firstRow(int index) {
    return (int) (ranges[index] >>> (ROW_BITS + COLUMN_BITS));
  }

  int lastRow(int index) {
    return (int) (ranges[index] >>> COLUMN_BITS) & ((1 << ROW_BITS) - 1);
  }

  int column(int index) {
    return (int) ranges[index] & ((1 << COLUMN_BITS) - 1);
  }
}
