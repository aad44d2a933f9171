package dev.taizhang.conform;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.taizhang.tables.Entries;
import dev.taizhang.tables.MajorNames;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the rows of submissions call their majors. */
public final class NamesOfMajors {

  private NamesOfMajors() {}

  /**
   * {@link MajorNames#TABLE}.
   *
   * @param entries {@link Entries} of the submissions
   */
  public static Dataset<Row> build(Dataset<Row> entries) {
    return entries
        .filter(
            Entries.MAJOR_CODE.column().isNotNull().and(Entries.MAJOR_NAME.column().isNotNull()))
        .groupBy(
            MajorNames.SUBMISSION_ID.column(),
            MajorNames.UNIVERSITY_CODE.column(),
            MajorNames.GRADUATION_YEAR.column(),
            MajorNames.SNAPSHOT_DATE.column(),
            MajorNames.MAJOR_CATALOGUE.column(),
            MajorNames.MAJOR_CODE.column(),
            MajorNames.MAJOR_NAME.column())
        .agg(count(lit(1)).as(MajorNames.ROW_COUNT.name()))
        .select(MajorNames.TABLE.columns());
  }
}
