package dev.taizhang.marts;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.next_day;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

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
   * The map from as-of dates to slices, as {@link AsOf#TABLE}.
   *
   * <p>Plain dates: the newest one and the dates asked for (in the rates), the Sundays since the
   * first slice and the newest date (in the trend). The newest slice on or before the date speaks.
   * Only live cohorts have rows. The Sundays are there whether or not the weekly trend was asked
   * for.
   *
   * <p>Official dates (in the rates): those asked for. A locked date is among them, since only
   * figures that are there can be locked and no request is taken back. An official date speaks of
   * the cohort of its own year. The slice nearest to the date within the window speaks, the earlier
   * of two that are equally near; a university without one has no row. A plain date keeps its rows
   * beside an official one.
   *
   * @param slices {@link Slices}
   * @param decisions {@link Decisions}
   */
  public static Dataset<Row> build(
      Dataset<Row> slices, Dataset<Row> decisions, Thresholds thresholds) {
    Dataset<Row> inForce = SliceDates.inForce(slices);
    return plain(inForce, decisions, thresholds)
        .unionByName(official(inForce, decisions, thresholds))
        .withColumn(
            AsOf.AGE_DAYS.name(), datediff(AsOf.AS_OF_DATE.column(), AsOf.SNAPSHOT_DATE.column()))
        .withColumn(AsOf.COVERED.name(), AsOf.AGE_DAYS.column().leq(thresholds.coveredDays()))
        .select(AsOf.TABLE.columns());
  }

  private static Dataset<Row> plain(
      Dataset<Row> inForce, Dataset<Row> decisions, Thresholds thresholds) {
    return dates(inForce, decisions, thresholds)
        .join(inForce, live().and(notLater()), "inner")
        .groupBy(
            AsOf.AS_OF_DATE.column(), AsOf.UNIVERSITY_CODE.column(), AsOf.GRADUATION_YEAR.column())
        .agg(
            max(Slices.SNAPSHOT_DATE.column()).as(AsOf.SNAPSHOT_DATE.name()),
            max(AsOf.IN_RATES.column()).as(AsOf.IN_RATES.name()),
            max(AsOf.IN_TREND.column()).as(AsOf.IN_TREND.name()))
        .withColumn(AsOf.AS_OF_KIND.name(), lit(Decisions.PLAIN));
  }

  private static Dataset<Row> official(
      Dataset<Row> inForce, Dataset<Row> decisions, Thresholds thresholds) {
    Column date = AsOf.AS_OF_DATE.column();
    Column snapshot = Slices.SNAPSHOT_DATE.column();
    Column window = Decisions.WINDOW_DAYS.column();
    Column distance = abs(datediff(date, snapshot));
    Column lastAsked = max_by(window, Decisions.DECIDED_AT.column());
    return decisions
        .filter(asksFor(Decisions.OFFICIAL))
        .groupBy(date)
        .agg(
            coalesce(lastAsked, lit(thresholds.officialWindowDays()))
                .as(Decisions.WINDOW_DAYS.name()))
        .join(
            inForce,
            Slices.GRADUATION_YEAR.column().equalTo(year(date)).and(distance.leq(window)),
            "inner")
        .groupBy(date, AsOf.UNIVERSITY_CODE.column(), AsOf.GRADUATION_YEAR.column())
        .agg(min_by(snapshot, struct(distance, snapshot)).as(AsOf.SNAPSHOT_DATE.name()))
        .withColumn(AsOf.IN_RATES.name(), lit(true))
        .withColumn(AsOf.IN_TREND.name(), lit(false))
        .withColumn(AsOf.AS_OF_KIND.name(), lit(Decisions.OFFICIAL));
  }

  /** Decisions that ask for dates of a kind; those of releases without kinds are plain. */
  private static Column asksFor(String kind) {
    return Decisions.KIND
        .column()
        .equalTo(Decisions.AS_OF)
        .and(coalesce(Decisions.AS_OF_KIND.column(), lit(Decisions.PLAIN)).equalTo(kind));
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
            .filter(asksFor(Decisions.PLAIN))
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
