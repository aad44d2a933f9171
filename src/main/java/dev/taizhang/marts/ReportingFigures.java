package dev.taizhang.marts;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.next_day;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import dev.taizhang.config.Thresholds;
import dev.taizhang.reference.ExpectedGraduates;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Reporting;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Submissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * How each university reported its ledger, week by week. A file belongs to the week of its snapshot
 * date, not of its arrival, so that a warehouse made anew says the same.
 *
 * @see <a href="../../../../../docs/definitions.md">definitions.md, "Reporting"</a>
 */
public final class ReportingFigures {

  private static final String LEDGER = "ledger";
  private static final String NEWEST = "newest_date";
  private static final String PARTS = "parts";
  private static final String LAST_IN_FORCE = "last_in_force";

  private static final String[] UNIVERSITY_DAY = {
    Slices.UNIVERSITY_CODE.name(), Slices.SNAPSHOT_DATE.name()
  };
  private static final String[] UNIVERSITY_WEEK = {
    Reporting.UNIVERSITY_CODE.name(), Reporting.WEEK_ENDING.name()
  };
  private static final String[] UNIVERSITY_AS_OF = {
    Reporting.UNIVERSITY_CODE.name(), Reporting.AS_OF_DATE.name()
  };

  /** What is added up from days to weeks. */
  private static final List<Field> COUNTS =
      List.of(
          Reporting.SNAPSHOTS,
          Reporting.SNAPSHOTS_IN_FORCE,
          Reporting.ACCEPTED_FILES,
          Reporting.RESUBMISSIONS,
          Reporting.ROWS_READ,
          Reporting.ROWS_QUARANTINED,
          Reporting.ROWS_FLAGGED,
          Reporting.HELD_SLICES,
          Reporting.STRAY_SLICES,
          Reporting.REJECTED_FILES);

  private ReportingFigures() {}

  /**
   * {@link Reporting#TABLE}.
   *
   * @param submissions {@link Submissions}
   * @param slices {@link Slices}
   * @param asOf {@link AsOf}, for the newest date and for who speaks at the end of each week
   * @param reference for the graduates that the roster expects
   */
  public static Dataset<Row> build(
      Dataset<Row> submissions,
      Dataset<Row> slices,
      Dataset<Row> asOf,
      Names names,
      ReferenceData reference,
      Thresholds thresholds) {
    Dataset<Row> speaking =
        asOf.filter(AsOf.IN_TREND.column().and(AsOf.AS_OF_KIND.column().equalTo("plain")));
    Dataset<Row> newest =
        speaking.agg(max(AsOf.AS_OF_DATE.column()).as(NEWEST)).filter(col(NEWEST).isNotNull());
    Dataset<Row> weeks = weeks(slices, newest);
    Dataset<Row> reported =
        withDays(
            weeks.join(perWeek(submissions, slices, newest), UNIVERSITY_WEEK, "left"), thresholds);
    Dataset<Row> coverage = coverage(weeks, rowsInForce(speaking, slices), reference);
    return names
        .withUniversityNames(reported.join(coverage, UNIVERSITY_AS_OF, "left"))
        .withColumn(
            Reporting.QUARANTINED_SHARE.name(),
            try_divide(Reporting.ROWS_QUARANTINED.column(), Reporting.ROWS_READ.column()))
        .withColumn(
            Reporting.FLAGGED_SHARE.name(),
            try_divide(Reporting.ROWS_FLAGGED.column(), Reporting.ROWS_READ.column()))
        .select(Reporting.TABLE.columns());
  }

  /**
   * The weeks of each university from its first slice to the newest date, with their as-of date. A
   * university whose first slice comes after the newest date has none yet.
   */
  private static Dataset<Row> weeks(Dataset<Row> slices, Dataset<Row> newest) {
    String first = "first_date";
    return slices
        .groupBy(Slices.UNIVERSITY_CODE.column())
        .agg(min(Slices.SNAPSHOT_DATE.column()).as(first))
        .crossJoin(broadcast(newest))
        .filter(col(first).leq(col(NEWEST)))
        .withColumn(
            Reporting.WEEK_ENDING.name(),
            explode(
                sequence(weekEnding(col(first)), weekEnding(col(NEWEST)), expr("INTERVAL 7 DAYS"))))
        .select(
            Reporting.UNIVERSITY_CODE.column(),
            Reporting.WEEK_ENDING.column(),
            least(Reporting.WEEK_ENDING.column(), col(NEWEST)).as(Reporting.AS_OF_DATE.name()));
  }

  /** The Sunday on or after a date. */
  private static Column weekEnding(Column date) {
    return next_day(date_sub(date, 1), "SUN");
  }

  /** Counts of each week in which something was sent, with the newest dates of what was. */
  private static Dataset<Row> perWeek(
      Dataset<Row> submissions, Dataset<Row> slices, Dataset<Row> newest) {
    Column date = Slices.SNAPSHOT_DATE.column();
    List<Column> sums = new ArrayList<>();
    COUNTS.forEach(count -> sums.add(sum(coalesce(count.column(), lit(0L))).as(count.name())));
    sums.add(max(when(Reporting.SNAPSHOTS_IN_FORCE.column().equalTo(1), date)).as(LAST_IN_FORCE));
    return filesPerDay(submissions)
        .join(slicesPerDay(slices), UNIVERSITY_DAY, "left")
        .crossJoin(broadcast(newest))
        .filter(date.leq(col(NEWEST)))
        .groupBy(
            Reporting.UNIVERSITY_CODE.column(), weekEnding(date).as(Reporting.WEEK_ENDING.name()))
        .agg(
            max(when(Reporting.SNAPSHOTS.column().equalTo(1), date))
                .as(Reporting.LAST_SNAPSHOT_DATE.name()),
            sums.toArray(Column[]::new));
  }

  private static Dataset<Row> filesPerDay(Dataset<Row> submissions) {
    Column accepted = Submissions.STATUS.column().equalTo(Submissions.ACCEPTED);
    Column files = Reporting.ACCEPTED_FILES.column();
    return submissions
        .filter(Submissions.FEED.column().equalTo(LEDGER))
        .groupBy(Submissions.UNIVERSITY_CODE.column(), Submissions.SNAPSHOT_DATE.column())
        .agg(
            count_if(accepted).as(Reporting.ACCEPTED_FILES.name()),
            countDistinct(when(accepted, Submissions.PART.column())).as(PARTS),
            sumOf(accepted, Submissions.ROW_COUNT, Reporting.ROWS_READ),
            sumOf(accepted, Submissions.QUARANTINED_COUNT, Reporting.ROWS_QUARANTINED),
            sumOf(accepted, Submissions.FLAGGED_COUNT, Reporting.ROWS_FLAGGED),
            count_if(Submissions.STATUS.column().equalTo(Submissions.REJECTED))
                .as(Reporting.REJECTED_FILES.name()))
        .withColumn(Reporting.SNAPSHOTS.name(), least(files, lit(1L)))
        .withColumn(
            Reporting.RESUBMISSIONS.name(),
            greatest(files.minus(greatest(col(PARTS), lit(1L))), lit(0L)));
  }

  private static Column sumOf(Column condition, Field count, Field sum) {
    return sum(when(condition, count.column())).as(sum.name());
  }

  private static Dataset<Row> slicesPerDay(Dataset<Row> slices) {
    Column status = Slices.STATUS.column();
    return slices
        .groupBy(Slices.UNIVERSITY_CODE.column(), Slices.SNAPSHOT_DATE.column())
        .agg(
            max(when(status.equalTo(Slices.IN_FORCE), 1L).otherwise(0L))
                .as(Reporting.SNAPSHOTS_IN_FORCE.name()),
            count_if(status.equalTo(Slices.HELD)).as(Reporting.HELD_SLICES.name()),
            count_if(status.equalTo(Slices.STRAY)).as(Reporting.STRAY_SLICES.name()));
  }

  /** Weeks with counts of 0 where nothing was sent, and with the days since the last snapshots. */
  private static Dataset<Row> withDays(Dataset<Row> weeks, Thresholds thresholds) {
    WindowSpec soFar =
        Window.partitionBy(Reporting.UNIVERSITY_CODE.column())
            .orderBy(Reporting.WEEK_ENDING.column())
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    Column asOf = Reporting.AS_OF_DATE.column();
    Column lastSnapshot = Reporting.LAST_SNAPSHOT_DATE.column();
    Dataset<Row> counted = weeks;
    for (Field count : COUNTS) {
      counted = counted.withColumn(count.name(), coalesce(count.column(), lit(0L)));
    }
    return counted
        .withColumn(Reporting.LAST_SNAPSHOT_DATE.name(), max(lastSnapshot).over(soFar))
        .withColumn(Reporting.DAYS_SINCE_SNAPSHOT.name(), datediff(asOf, lastSnapshot))
        .withColumn(
            Reporting.ON_TIME.name(),
            Reporting.DAYS_SINCE_SNAPSHOT.column().lt(thresholds.reportingCadenceDays()))
        .withColumn(Reporting.AGE_DAYS.name(), datediff(asOf, max(col(LAST_IN_FORCE)).over(soFar)));
  }

  /** Accepted rows of the slices that speak: one row per university, as-of date and cohort. */
  private static Dataset<Row> rowsInForce(Dataset<Row> speaking, Dataset<Row> slices) {
    String[] slice = {
      AsOf.UNIVERSITY_CODE.name(), AsOf.GRADUATION_YEAR.name(), AsOf.SNAPSHOT_DATE.name()
    };
    return speaking
        .join(slices.filter(Slices.STATUS.column().equalTo(Slices.IN_FORCE)), slice, "inner")
        .groupBy(
            Reporting.UNIVERSITY_CODE.column(),
            Reporting.AS_OF_DATE.column(),
            Slices.GRADUATION_YEAR.column())
        .agg(sum(Slices.GRADUATES.column()).as(Reporting.ROWS_IN_FORCE.name()));
  }

  /**
   * Rows against the roster, per university and as-of date: of the cohorts that a slice speaks for,
   * and of the cohort of the year, whether one does or not.
   */
  private static Dataset<Row> coverage(
      Dataset<Row> weeks, Dataset<Row> rowsInForce, ReferenceData reference) {
    Column rows = Reporting.ROWS_IN_FORCE.column();
    Column expected = Reporting.EXPECTED_GRADUATES.column();
    String[] cohort = {Reporting.UNIVERSITY_CODE.name(), Dimensions.GRADUATION_YEAR.name()};
    Dataset<Row> cohortsOfTheYear =
        weeks.select(
            Reporting.UNIVERSITY_CODE.column(),
            Reporting.AS_OF_DATE.column(),
            year(Reporting.AS_OF_DATE.column()).as(Dimensions.GRADUATION_YEAR.name()),
            lit(0L).as(Reporting.ROWS_IN_FORCE.name()));
    return rowsInForce
        .unionByName(cohortsOfTheYear)
        .groupBy(
            Reporting.UNIVERSITY_CODE.column(),
            Reporting.AS_OF_DATE.column(),
            Dimensions.GRADUATION_YEAR.column())
        .agg(sum(rows).as(Reporting.ROWS_IN_FORCE.name()))
        .join(broadcast(expected(weeks.sparkSession(), reference)), cohort, "left")
        .groupBy(Reporting.UNIVERSITY_CODE.column(), Reporting.AS_OF_DATE.column())
        .agg(
            sum(when(expected.isNotNull(), rows).otherwise(0L)).as(Reporting.COMPARED_ROWS.name()),
            sum(rows).as(Reporting.ROWS_IN_FORCE.name()),
            sum(expected).as(Reporting.EXPECTED_GRADUATES.name()))
        .withColumn(
            Reporting.COVERAGE_SHARE.name(),
            try_divide(Reporting.COMPARED_ROWS.column(), expected));
  }

  /** The roster's number for each university and cohort. */
  private static Dataset<Row> expected(SparkSession spark, ReferenceData reference) {
    List<Row> rows =
        reference.expectedGraduates().stream()
            .collect(
                Collectors.groupingBy(one -> List.of(one.universityCode(), one.graduationYear())))
            .values()
            .stream()
            .map(
                levels ->
                    RowFactory.create(
                        levels.get(0).universityCode(),
                        levels.get(0).graduationYear(),
                        ofAllLevels(levels)))
            .toList();
    return spark.createDataFrame(
        rows,
        new StructType(
            Stream.of(
                    Reporting.UNIVERSITY_CODE,
                    Dimensions.GRADUATION_YEAR,
                    Reporting.EXPECTED_GRADUATES)
                .map(Field::structField)
                .toArray(StructField[]::new)));
  }

  /** The number for all levels together, or else the sum of those for single levels. */
  private static long ofAllLevels(Collection<ExpectedGraduates> levels) {
    return levels.stream()
        .filter(one -> one.degreeLevel().equals(ExpectedGraduates.ALL_LEVELS))
        .findFirst()
        .map(one -> (long) one.graduates())
        .orElseGet(() -> levels.stream().mapToLong(ExpectedGraduates::graduates).sum());
  }
}
