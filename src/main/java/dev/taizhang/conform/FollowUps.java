package dev.taizhang.conform;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.config.Thresholds;
import dev.taizhang.reference.Outcome;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.FollowUpEntries;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Rows;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Makes rows of partial lists entries: what a survey found of a person. */
public final class FollowUps {

  private static final String FOLLOW_UP = "follow_up";

  private FollowUps() {}

  /**
   * The entries of all rows that are not quarantined, as {@link FollowUpEntries#TABLE}.
   *
   * @param rows {@link Rows}, one per row of a follow-up list
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
    Dataset<Row> readings =
        Conform.readings(rows, facts, quarantine, lookups, thresholds)
            .withColumn(
                FollowUpEntries.STATE_DATE.name(),
                coalesce(Conform.past(col("survey_date")), Rows.SNAPSHOT_DATE.column()))
            .withColumn(FollowUpEntries.EMPLOYMENT_STATUS.name(), employmentStatus())
            .withColumn(FollowUpEntries.SERVICES_RECEIVED.name(), servicesReceived());
    return readings
        .withColumn(FollowUpEntries.FLAGS.name(), expectations.flags(FOLLOW_UP, readings))
        .select(FollowUpEntries.TABLE.columns());
  }

  /**
   * The outcome decides where the list has one. Without it an employer stands for work, and a
   * reason or a wish to work for none.
   */
  private static Column employmentStatus() {
    Column outcome = FollowUpEntries.OUTCOME_CODE.column();
    return when(outcome.isin(codes(true)), FollowUpEntries.EMPLOYED)
        .when(outcome.isin(codes(false)), FollowUpEntries.UNPLACED)
        .when(Rows.EMPLOYER_STATED.column(), FollowUpEntries.EMPLOYED)
        .when(
            coalesce(
                    FollowUpEntries.UNPLACED_REASON.column(),
                    FollowUpEntries.JOB_INTENTION.column())
                .isNotNull(),
            FollowUpEntries.UNPLACED)
        .otherwise(Dimensions.UNKNOWN);
  }

  private static Object[] codes(boolean placed) {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> outcome.component().placed() == placed)
        .map(Outcome::code)
        .toArray();
  }

  private static Column servicesReceived() {
    Column none = array().cast(FollowUpEntries.SERVICES_RECEIVED.type());
    return array_sort(array_distinct(array_compact(coalesce(col("services_items"), none))));
  }
}
