package dev.taizhang.conform;

import dev.taizhang.config.Thresholds;
import java.io.Serializable;

/**
 * How rows are read. Goes to Spark's tasks, each of which opens a reader of its own.
 *
 * @param lookups the code lists
 * @param cohortStartMonth first month whose graduations count for the next year's cohort
 * @param minimumWageYuan local minimum wage a month; null where none is set, so that nothing is
 *     below it
 */
public record RowReading(Lookups lookups, int cohortStartMonth, Integer minimumWageYuan)
    implements Serializable {

  /** Version of the reading; raising it makes earlier submissions old, to be read again. */
  public static final int VERSION = 3;

  /** The reading by these lists and thresholds. */
  public static RowReading of(Lookups lookups, Thresholds thresholds) {
    int wage = thresholds.minimumWageYuan();
    return new RowReading(lookups, thresholds.cohortStartMonth(), wage == 0 ? null : wage);
  }

  /** A reader for the rows of one task. */
  public RowReader open() {
    return new RowReader(this);
  }
}
