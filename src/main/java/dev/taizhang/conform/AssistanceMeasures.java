package dev.taizhang.conform;

import dev.taizhang.config.Thresholds;
import dev.taizhang.tables.AssistanceEntries;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Rows;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Makes rows of assistance ledgers entries: a measure each. */
public final class AssistanceMeasures {

  private static final String ASSISTANCE = "assistance";

  private AssistanceMeasures() {}

  /**
   * The entries of all rows that are not quarantined, as {@link AssistanceEntries#TABLE}.
   *
   * @param rows {@link Rows}, one per row of an assistance ledger
   * @param facts {@link FileFacts}, one per file
   * @param quarantine {@link Quarantine}, one per row left out
   */
  public static Dataset<Row> build(
      Dataset<Row> rows,
      Dataset<Row> facts,
      Dataset<Row> quarantine,
      Lookups lookups,
      Thresholds thresholds,
      Expectations expectations) {
    Dataset<Row> readings = Conform.readings(rows, facts, quarantine, lookups, thresholds);
    return readings
        .withColumn(AssistanceEntries.FLAGS.name(), expectations.flags(ASSISTANCE, readings))
        // Rules look at the date as it is written.
        .withColumn(
            AssistanceEntries.MEASURE_DATE.name(),
            Conform.past(AssistanceEntries.MEASURE_DATE.column()))
        .select(AssistanceEntries.TABLE.columns());
  }
}
