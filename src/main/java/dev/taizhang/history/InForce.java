package dev.taizhang.history;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Submissions;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Which slices count. */
public final class InForce {

  /** Place of a file among those that compete: modification time as first seen, then name. */
  static final String ARRIVAL = "arrival";

  private static final String WHY_SUPERSEDED =
      "同一天的较新文件已取代它；若是分部分报送，请命名为 _p1、_p2。 / A later file of the same date replaces it; if"
          + " they are parts, name them _p1, _p2.";

  private InForce() {}

  /**
   * The slices of all accepted submissions, as {@link Slices#TABLE}. Per university, cohort and
   * date the last file counts; parts count together, each part's last file, from the last whole
   * file on.
   *
   * @param submissions {@link Submissions}
   * @param entries {@link Entries}
   */
  public static Dataset<Row> build(Dataset<Row> submissions, Dataset<Row> entries) {
    Dataset<Row> counted =
        entries
            .groupBy(
                Slices.SUBMISSION_ID.column(),
                Slices.UNIVERSITY_CODE.column(),
                Slices.GRADUATION_YEAR.column(),
                Slices.SNAPSHOT_DATE.column())
            .agg(count(lit(1)).as(Slices.GRADUATES.name()));
    Dataset<Row> slices = counted.join(arrivals(submissions), Slices.SUBMISSION_ID.name(), "inner");
    return withStatus(slices).select(Slices.TABLE.columns());
  }

  /** Accepted submissions with part and place of arrival. */
  private static Dataset<Row> arrivals(Dataset<Row> submissions) {
    return submissions
        .filter(Submissions.STATUS.column().equalTo(Submissions.ACCEPTED))
        .select(
            Submissions.SUBMISSION_ID.column(),
            Submissions.PART.column(),
            struct(
                    Submissions.MODIFIED_AT.column(),
                    Submissions.FILE_NAME.column(),
                    Submissions.SUBMISSION_ID.column())
                .as(ARRIVAL));
  }

  private static Dataset<Row> withStatus(Dataset<Row> slices) {
    WindowSpec rivals =
        Window.partitionBy(
            Slices.UNIVERSITY_CODE.column(),
            Slices.GRADUATION_YEAR.column(),
            Slices.SNAPSHOT_DATE.column());
    WindowSpec samePart =
        Window.partitionBy(
            Slices.UNIVERSITY_CODE.column(),
            Slices.GRADUATION_YEAR.column(),
            Slices.SNAPSHOT_DATE.column(),
            Submissions.PART.column());
    Column arrival = col(ARRIVAL);
    Column whole = Submissions.PART.column().isNull();
    Column lastWhole = max(when(whole, arrival)).over(rivals);
    Column counts =
        when(whole, arrival.equalTo(max(arrival).over(rivals)))
            .otherwise(
                arrival
                    .equalTo(max(arrival).over(samePart))
                    .and(not(coalesce(lastWhole.gt(arrival), lit(false)))));
    return slices
        .withColumn(
            Slices.STATUS.name(), when(counts, Slices.IN_FORCE).otherwise(Slices.SUPERSEDED))
        .withColumn(Slices.WHY.name(), when(not(counts), WHY_SUPERSEDED));
  }
}
