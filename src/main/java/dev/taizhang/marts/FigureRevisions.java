package dev.taizhang.marts;

import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.config.Thresholds;
import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Measures;
import dev.taizhang.tables.Revisions;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Submissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Which figures of as-of dates that had figures before were moved, and by what.
 *
 * <p>A figure here is graduates and placed of a university's cohort at an as-of date of {@link
 * AsOf}. Dates that are new, and dates that are no longer kept, are no revisions. A file moves
 * figures of its own date and of later ones, and official ones up to a window before it.
 */
public final class FigureRevisions {

  private static final String FIRST_DATE = "first_date";
  private static final String IDS_BEFORE = "ids_before";
  private static final String IDS_NOW = "ids_now";

  private static final Field[] DATE_AND_COHORT = {
    AsOf.AS_OF_DATE, AsOf.AS_OF_KIND, AsOf.GRADUATION_YEAR
  };

  private FigureRevisions() {}

  /**
   * The tables at one time.
   *
   * @param submissions {@link Submissions}
   * @param slices {@link Slices}
   * @param asOf {@link AsOf}
   * @param cells {@link Cells#BY_MAJOR}
   */
  public record Known(
      Dataset<Row> submissions, Dataset<Row> slices, Dataset<Row> asOf, Dataset<Row> cells) {}

  /**
   * The figures that may have moved: another slice speaks, or something about a file of the
   * university's changed that reaches to the date. Small tables are enough to tell.
   *
   * @return as-of date, kind, university, cohort, and the dates of both slices
   */
  public static Dataset<Row> candidates(Known before, Known now) {
    Dataset<Row> kept =
        before
            .asOf()
            .select(names(DATE_AND_COHORT))
            .intersect(now.asOf().select(names(DATE_AND_COHORT)));
    Column spoke = Revisions.SNAPSHOT_DATE_BEFORE.column();
    Column speaks = Revisions.SNAPSHOT_DATE_NOW.column();
    // A slice may speak on an official date before its own.
    Column daysBack =
        when(
                AsOf.AS_OF_KIND.column().equalTo(Decisions.OFFICIAL),
                Thresholds.GREATEST_OFFICIAL_WINDOW_DAYS)
            .otherwise(0);
    Column reaches = AsOf.AS_OF_DATE.column().geq(date_sub(col(FIRST_DATE), daysBack));
    return speaking(before, Revisions.SNAPSHOT_DATE_BEFORE)
        .join(speaking(now, Revisions.SNAPSHOT_DATE_NOW), key(), "full")
        .join(kept, fieldNames(DATE_AND_COHORT), "left_semi")
        .join(broadcast(touched(before, now)), new String[] {AsOf.UNIVERSITY_CODE.name()}, "left")
        .filter(not(spoke.eqNullSafe(speaks)).or(coalesce(reaches, lit(false))))
        .drop(FIRST_DATE);
  }

  /**
   * {@link Revisions#TABLE}: the candidates whose slice, submissions or counts changed.
   *
   * @param candidates as {@link #candidates} gives them; few
   */
  public static Dataset<Row> build(
      Dataset<Row> candidates, Known before, Known now, String runId, Instant revisedAt) {
    Dataset<Row> moved =
        withFigures(
            withFigures(
                candidates,
                before,
                Revisions.SNAPSHOT_DATE_BEFORE,
                Revisions.GRADUATES_BEFORE,
                Revisions.PLACED_BEFORE,
                IDS_BEFORE),
            now,
            Revisions.SNAPSHOT_DATE_NOW,
            Revisions.GRADUATES_NOW,
            Revisions.PLACED_NOW,
            IDS_NOW);
    Column same =
        Revisions.GRADUATES_BEFORE
            .column()
            .equalTo(Revisions.GRADUATES_NOW.column())
            .and(Revisions.PLACED_BEFORE.column().equalTo(Revisions.PLACED_NOW.column()))
            .and(col(IDS_BEFORE).equalTo(col(IDS_NOW)));
    return moved
        .filter(not(same))
        .withColumn(
            Revisions.SUBMISSION_IDS.name(),
            array_sort(array_except(col(IDS_NOW), col(IDS_BEFORE))))
        .withColumn(Revisions.RUN_ID.name(), lit(runId))
        .withColumn(Revisions.REVISED_AT.name(), lit(revisedAt))
        .select(Revisions.TABLE.columns());
  }

  private static Dataset<Row> speaking(Known known, Field snapshotDate) {
    return known
        .asOf()
        .select(
            AsOf.AS_OF_DATE.column(),
            AsOf.AS_OF_KIND.column(),
            AsOf.UNIVERSITY_CODE.column(),
            AsOf.GRADUATION_YEAR.column(),
            AsOf.SNAPSHOT_DATE.column().as(snapshotDate.name()));
  }

  /** The first date of each university about which a file or a slice is not as it was. */
  private static Dataset<Row> touched(Known before, Known now) {
    Field[] ofFile = {
      Submissions.UNIVERSITY_CODE,
      Submissions.SNAPSHOT_DATE,
      Submissions.SUBMISSION_ID,
      Submissions.CONFIGURATION,
      Submissions.STATUS
    };
    Field[] ofSlice = {
      Slices.UNIVERSITY_CODE,
      Slices.SNAPSHOT_DATE,
      Slices.SUBMISSION_ID,
      Slices.GRADUATION_YEAR,
      Slices.GRADUATES,
      Slices.STATUS
    };
    return differing(before.submissions(), now.submissions(), ofFile)
        .unionByName(differing(before.slices(), now.slices(), ofSlice))
        .groupBy(Slices.UNIVERSITY_CODE.column())
        .agg(min(Slices.SNAPSHOT_DATE.column()).as(FIRST_DATE));
  }

  private static Dataset<Row> differing(Dataset<Row> before, Dataset<Row> now, Field... fields) {
    Dataset<Row> was = before.select(names(fields));
    Dataset<Row> is = now.select(names(fields));
    return was.except(is)
        .unionByName(is.except(was))
        .select(Slices.UNIVERSITY_CODE.column(), Slices.SNAPSHOT_DATE.column());
  }

  /** Counts and submissions of the slices that candidates name; none where they name none. */
  private static Dataset<Row> withFigures(
      Dataset<Row> candidates,
      Known known,
      Field snapshotDate,
      Field graduates,
      Field placed,
      String ids) {
    String[] slice = {
      AsOf.UNIVERSITY_CODE.name(), AsOf.GRADUATION_YEAR.name(), snapshotDate.name()
    };
    Dataset<Row> named =
        candidates.select(
            AsOf.UNIVERSITY_CODE.column(), AsOf.GRADUATION_YEAR.column(), snapshotDate.column());
    Dataset<Row> counts =
        known
            .cells()
            .withColumnRenamed(AsOf.SNAPSHOT_DATE.name(), snapshotDate.name())
            .join(broadcast(named.distinct()), slice, "left_semi")
            .groupBy(columns(slice))
            .agg(
                sum(counted(component -> component != OutcomeComponent.OUTSIDE)
                        .plus(Measures.OUTCOME_UNKNOWN.column()))
                    .as(graduates.name()),
                sum(counted(OutcomeComponent::placed)).as(placed.name()));
    Dataset<Row> submissions =
        known
            .slices()
            .filter(Slices.STATUS.column().equalTo(Slices.IN_FORCE))
            .withColumnRenamed(AsOf.SNAPSHOT_DATE.name(), snapshotDate.name())
            .groupBy(columns(slice))
            .agg(array_sort(collect_set(Slices.SUBMISSION_ID.column())).as(ids));
    return candidates
        .join(counts, slice, "left")
        .join(submissions, slice, "left")
        .withColumn(graduates.name(), coalesce(graduates.column(), lit(0L)))
        .withColumn(placed.name(), coalesce(placed.column(), lit(0L)))
        .withColumn(ids, coalesce(col(ids), lit(new String[0])));
  }

  private static Column counted(Predicate<OutcomeComponent> wanted) {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> wanted.test(outcome.component()))
        .map(outcome -> Measures.outcome(outcome).column())
        .reduce(lit(0L), Column::plus);
  }

  private static String[] key() {
    return new String[] {
      AsOf.AS_OF_DATE.name(),
      AsOf.AS_OF_KIND.name(),
      AsOf.UNIVERSITY_CODE.name(),
      AsOf.GRADUATION_YEAR.name()
    };
  }

  private static Column[] names(Field... fields) {
    return Arrays.stream(fields).map(Field::column).toArray(Column[]::new);
  }

  private static String[] fieldNames(Field... fields) {
    return Arrays.stream(fields).map(Field::name).toArray(String[]::new);
  }

  private static Column[] columns(String... names) {
    return Arrays.stream(names).map(functions::col).toArray(Column[]::new);
  }
}
