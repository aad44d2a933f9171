package dev.taizhang.history;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.History;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Slices;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Makes the states of each graduate over time from the slices in force. */
public final class GraduateHistory {

  private static final String STATE = Sightings.STATE;
  private static final Field CARRIED = History.CARRIED_FORWARD;
  private static final String LAST_GOOD = "last_good";
  private static final String PREVIOUS_STATE = "previous_state";
  private static final String SLICE_NUMBER = "slice_number";
  private static final String PREVIOUS_SLICE = "previous_slice";
  private static final String FOLLOWING_SLICE = "following_slice";
  private static final String NEXT_DATE = "next_date";

  private static final Column[] SLICE = {
    Slices.UNIVERSITY_CODE.column(), Slices.GRADUATION_YEAR.column(), Slices.SNAPSHOT_DATE.column()
  };

  private static final WindowSpec GRADUATE =
      Window.partitionBy(
          History.UNIVERSITY_CODE.column(),
          History.GRADUATION_YEAR.column(),
          History.GRADUATE_ID.column());
  private static final WindowSpec GRADUATE_BY_DATE =
      GRADUATE.orderBy(Slices.SNAPSHOT_DATE.column());

  private GraduateHistory() {}

  /**
   * The history of every graduate, as {@link History#TABLE}.
   *
   * @param entries {@link Entries}
   * @param quarantine {@link Quarantine}, whose rows keep the graduates that they name present
   * @param slices {@link Slices}
   */
  public static Dataset<Row> build(
      Dataset<Row> entries, Dataset<Row> quarantine, Dataset<Row> slices) {
    Dataset<Row> inForce = slices.filter(Slices.STATUS.column().equalTo(Slices.IN_FORCE));
    Dataset<Row> present =
        Sightings.ofSlices(entries, quarantine, slices)
            .join(broadcast(numbered(inForce)), names(SLICE), "inner");
    Dataset<Row> intervals = states(withNeighbours(present));
    return intervals
        .withColumn(
            History.VALID_TO.name(),
            lead(History.VALID_FROM.column(), 1)
                .over(GRADUATE.orderBy(History.VALID_FROM.column())))
        .withColumn(
            CARRIED.name(),
            expr(
                "filter(%1$s, one -> one.%2$s >= valid_from AND coalesce(one.%2$s < valid_to, true))"
                    .formatted(CARRIED.name(), History.SLICE_DATE)))
        .withColumn(CARRIED.name(), when(size(CARRIED.column()).gt(0), CARRIED.column()))
        .withColumn(History.SOURCE_FEED.name(), lit(History.LEDGER))
        .select(selection());
  }

  /** The dates of each cohort's slices, numbered, each with the date of the next. */
  private static Dataset<Row> numbered(Dataset<Row> inForce) {
    WindowSpec cohort =
        Window.partitionBy(Slices.UNIVERSITY_CODE.column(), Slices.GRADUATION_YEAR.column())
            .orderBy(Slices.SNAPSHOT_DATE.column());
    return inForce
        .select(SLICE)
        .distinct()
        .withColumn(SLICE_NUMBER, row_number().over(cohort))
        .withColumn(NEXT_DATE, lead(Slices.SNAPSHOT_DATE.column(), 1).over(cohort));
  }

  /**
   * The slices in which each graduate is present, with the state (the last good one carried
   * forward), with the slices in which it was carried, and with the neighbouring slices in which
   * the graduate is present too.
   */
  private static Dataset<Row> withNeighbours(Dataset<Row> present) {
    WindowSpec untilNow =
        GRADUATE_BY_DATE.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    WindowSpec always =
        GRADUATE_BY_DATE.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    Column date = Slices.SNAPSHOT_DATE.column();
    Column lastGood = last(when(col(STATE).isNotNull(), date), true).over(untilNow);
    return present
        .withColumn(LAST_GOOD, lastGood)
        .withColumn(STATE, last(col(STATE), true).over(untilNow))
        .filter(col(STATE).isNotNull())
        .withColumn(
            CARRIED.name(),
            collect_list(
                    when(
                        date.notEqual(col(LAST_GOOD)),
                        struct(
                            date.as(History.SLICE_DATE),
                            col(LAST_GOOD).as(History.LAST_GOOD_DATE))))
                .over(always))
        .withColumn(PREVIOUS_STATE, lag(col(STATE), 1).over(GRADUATE_BY_DATE))
        .withColumn(PREVIOUS_SLICE, lag(col(SLICE_NUMBER), 1).over(GRADUATE_BY_DATE))
        .withColumn(FOLLOWING_SLICE, lead(col(SLICE_NUMBER), 1).over(GRADUATE_BY_DATE));
  }

  /** The beginnings of states, and the departures. */
  private static Dataset<Row> states(Dataset<Row> neighbours) {
    Column[] graduate = {
      History.UNIVERSITY_CODE.column(),
      History.GRADUATION_YEAR.column(),
      History.GRADUATE_ID.column()
    };
    Dataset<Row> begun =
        neighbours
            .withColumn(History.CHANGE_KIND.name(), changeKind())
            .filter(History.CHANGE_KIND.column().isNotNull())
            .select(
                with(
                    graduate,
                    Slices.SNAPSHOT_DATE.column().as(History.VALID_FROM.name()),
                    History.CHANGE_KIND.column(),
                    History.SUBMISSION_ID.column(),
                    CARRIED.column(),
                    col(STATE)));
    Column absentNext =
        col(NEXT_DATE)
            .isNotNull()
            .and(coalesce(col(FOLLOWING_SLICE).gt(col(SLICE_NUMBER).plus(1)), lit(true)));
    Dataset<Row> left =
        neighbours
            .filter(absentNext)
            .select(
                with(
                    graduate,
                    col(NEXT_DATE).as(History.VALID_FROM.name()),
                    lit(History.LEFT).as(History.CHANGE_KIND.name()),
                    lit(null).cast("string").as(History.SUBMISSION_ID.name()),
                    lit(null).cast(CARRIED.type()).as(CARRIED.name()),
                    lit(null).cast(neighbours.schema().apply(STATE).dataType()).as(STATE)));
    return begun.unionByName(left);
  }

  /** What begins at a slice; null where the state goes on. */
  private static Column changeKind() {
    return when(col(PREVIOUS_SLICE).isNull(), History.ENTERED)
        .when(col(PREVIOUS_SLICE).lt(col(SLICE_NUMBER).minus(1)), History.RETURNED)
        .when(not(col(STATE).eqNullSafe(col(PREVIOUS_STATE))), History.CHANGED);
  }

  private static Column[] selection() {
    return History.TABLE.fields().stream()
        .map(
            field ->
                History.STATE.contains(field)
                    ? col(STATE).getField(field.name()).as(field.name())
                    : field.column())
        .toArray(Column[]::new);
  }

  private static Column[] with(Column[] columns, Column... more) {
    List<Column> all = new ArrayList<>(List.of(columns));
    all.addAll(List.of(more));
    return all.toArray(Column[]::new);
  }

  private static String[] names(Column[] columns) {
    String[] names = new String[columns.length];
    for (int i = 0; i < columns.length; i++) {
      names[i] = columns[i].toString();
    }
    return names;
  }
}
