package dev.taizhang.marts;

import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.next_day;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.config.Thresholds;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Slices;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which dates figures speak of, and which slice speaks for whom on each. */
public final class AsOfDates {

  private AsOfDates() {}

  /**
   * The map from as-of dates to slices, as {@link AsOf#TABLE}: the newest plain date and the dates
   * asked for (in the rates), the Sundays since the first slice and the newest plain date (in the
   * trend). Only live cohorts have rows.
   *
   * @param slices {@link Slices}
   * @param decisions {@link Decisions}
   */
  public static Dataset<Row> build(
      Dataset<Row> slices, Dataset<Row> decisions, Thresholds thresholds) {
    Dataset<Row> inForce = SliceDates.inForce(slices);
    Dataset<Row> dates = dates(inForce, decisions, thresholds);
    return dates
        .join(inForce, live().and(notLater()), "inner")
        .groupBy(
            AsOf.AS_OF_DATE.column(), AsOf.UNIVERSITY_CODE.column(), AsOf.GRADUATION_YEAR.column())
        .agg(
            max(Slices.SNAPSHOT_DATE.column()).as(AsOf.SNAPSHOT_DATE.name()),
            max(AsOf.IN_RATES.column()).as(AsOf.IN_RATES.name()),
            max(AsOf.IN_TREND.column()).as(AsOf.IN_TREND.name()))
        .withColumn(AsOf.AS_OF_KIND.name(), lit("plain"))
        .withColumn(
            AsOf.AGE_DAYS.name(), datediff(AsOf.AS_OF_DATE.column(), AsOf.SNAPSHOT_DATE.column()))
        .withColumn(AsOf.COVERED.name(), AsOf.AGE_DAYS.column().leq(thresholds.coveredDays()))
        .select(AsOf.TABLE.columns());
  }

  /** From 1 September before the cohort's year to 31 December two years after it. */
  private static Column live() {
    Column year = Slices.GRADUATION_YEAR.column();
    return AsOf.AS_OF_DATE
        .column()
        .between(
            make_date(year.minus(1), lit(9), lit(1)), make_date(year.plus(2), lit(12), lit(31)));
  }

  private static Column notLater() {
    return Slices.SNAPSHOT_DATE.column().leq(AsOf.AS_OF_DATE.column());
  }

  /** One row per as-of date, with the tables that keep it. */
  private static Dataset<Row> dates(
      Dataset<Row> inForce, Dataset<Row> decisions, Thresholds thresholds) {
    Dataset<Row> newest = newest(inForce, thresholds);
    Dataset<Row> asked =
        decisions
            .filter(Decisions.KIND.column().equalTo(Decisions.AS_OF))
            .select(kept(Decisions.AS_OF_DATE.column(), true, false));
    return newest
        .select(kept(AsOf.AS_OF_DATE.column(), true, true))
        .unionByName(asked)
        .unionByName(sundays(inForce, newest))
        .groupBy(AsOf.AS_OF_DATE.column())
        .agg(
            max(AsOf.IN_RATES.column()).as(AsOf.IN_RATES.name()),
            max(AsOf.IN_TREND.column()).as(AsOf.IN_TREND.name()));
  }

  private static Column[] kept(Column date, boolean inRates, boolean inTrend) {
    return new Column[] {
      date.as(AsOf.AS_OF_DATE.name()),
      lit(inRates).as(AsOf.IN_RATES.name()),
      lit(inTrend).as(AsOf.IN_TREND.name())
    };
  }

  /**
   * The newest date on which enough of the universities reported that were active, that is, had
   * reported within the days of coverage before it. At most one row.
   */
  private static Dataset<Row> newest(Dataset<Row> inForce, Thresholds thresholds) {
    Dataset<Row> candidates =
        inForce.select(Slices.SNAPSHOT_DATE.column().as(AsOf.AS_OF_DATE.name())).distinct();
    Column reported = Slices.SNAPSHOT_DATE.column();
    Column date = AsOf.AS_OF_DATE.column();
    Column university = Slices.UNIVERSITY_CODE.column();
    return candidates
        .join(inForce, reported.between(date_sub(date, thresholds.coveredDays()), date), "inner")
        .groupBy(date)
        .agg(
            countDistinct(when(reported.equalTo(date), university)).as("reporting"),
            countDistinct(university).as("active"))
        .filter(expr("reporting >= " + thresholds.reportingShare() + " * active"))
        .agg(max(date).as(AsOf.AS_OF_DATE.name()))
        .filter(date.isNotNull());
  }

  /** The ends of the weeks from the first slice to the newest date. */
  private static Dataset<Row> sundays(Dataset<Row> inForce, Dataset<Row> newest) {
    Column firstSunday = next_day(date_sub(Slices.SNAPSHOT_DATE.column(), 1), "SUN");
    Dataset<Row> first =
        inForce.agg(min(firstSunday).as("first_sunday")).filter("first_sunday IS NOT NULL");
    return first
        .crossJoin(newest)
        .filter(AsOf.AS_OF_DATE.column().geq(expr("first_sunday")))
        .select(
            explode(
                    sequence(
                        expr("first_sunday"), AsOf.AS_OF_DATE.column(), expr("INTERVAL 7 DAYS")))
                .as("sunday"))
        .select(kept(expr("sunday"), false, true));
  }
}
