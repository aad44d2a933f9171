package dev.taizhang.cells;

import dev.taizhang.tables.Slices;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The dates on which a university's cohort has a slice in force, however many parts it has. */
final class SliceDates {

  private SliceDates() {}

  /**
   * One row per university, cohort and snapshot date.
   *
   * @param slices {@link Slices}
   */
  static Dataset<Row> inForce(Dataset<Row> slices) {
    return slices
        .filter(Slices.STATUS.column().equalTo(Slices.IN_FORCE))
        .select(
            Slices.UNIVERSITY_CODE.column(),
            Slices.GRADUATION_YEAR.column(),
            Slices.SNAPSHOT_DATE.column())
        .distinct();
  }
}
