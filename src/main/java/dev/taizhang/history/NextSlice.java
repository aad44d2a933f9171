package dev.taizhang.history;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.History;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Slices;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Carries the history of cohorts on by one slice, which is later than all that they had, by
 * comparing it with the states that are open. What comes out is what {@link GraduateHistory} makes
 * of all slices, as long as every row has a student number, so that nobody of an earlier slice can
 * turn out to be somebody else.
 *
 * @see <a href="../../../../../docs/adr/0018-only-what-changed.md">ADR 0018</a>
 */
public final class NextSlice {

  private static final String STATE = Sightings.STATE;
  private static final String DATE = "slice_date";
  private static final String OPEN = "open";
  private static final String POSITION = Sightings.POSITION;
  private static final String PRESENT = "present";
  private static final String LAST_GOOD = "last_good";
  private static final String DATES = "slice_dates";
  private static final String CARRIED_NOW = "carried_now";
  private static final String CARRIED = History.CARRIED_FORWARD.name();
  private static final String VALID_TO = History.VALID_TO.name();
  private static final String KIND = "kind";

  private static final String[] COHORT = {
    History.UNIVERSITY_CODE.name(), History.GRADUATION_YEAR.name()
  };
  private static final String[] GRADUATE = {
    History.UNIVERSITY_CODE.name(), History.GRADUATION_YEAR.name(), History.GRADUATE_ID.name()
  };

  private NextSlice() {}

  /**
   * The rows of {@link History#TABLE} that are open before the slices, as they are after them, and
   * those that the slices begin.
   *
   * @param history {@link History} of the cohorts, as it is
   * @param entries {@link Entries} of the slices
   * @param quarantine {@link Quarantine} of their files
   * @param slices {@link Slices} of these cohorts, with those that the history knows and those of
   *     one later date, of which one is in force
   */
  public static Dataset<Row> build(
      Dataset<Row> history, Dataset<Row> entries, Dataset<Row> quarantine, Dataset<Row> slices) {
    Dataset<Row> dates =
        broadcast(
            slices
                .filter(Slices.STATUS.column().equalTo(Slices.IN_FORCE))
                .groupBy(Slices.UNIVERSITY_CODE.column(), Slices.GRADUATION_YEAR.column())
                .agg(
                    max(Slices.SNAPSHOT_DATE.column()).as(DATE),
                    collect_set(Slices.SNAPSHOT_DATE.column()).as(DATES)));
    Dataset<Row> open =
        history
            .filter(History.VALID_TO.column().isNull())
            .select(with(GRADUATE, struct(History.TABLE.columns()).as(OPEN)));
    Dataset<Row> present = present(entries, quarantine, slices);
    Dataset<Row> compared =
        open.join(present, GRADUATE, "full")
            .join(dates, COHORT, "inner")
            .join(broadcast(lastGood(history, quarantine, dates)), GRADUATE, "left")
            .withColumn(STATE, carriedState())
            .withColumn(CARRIED_NOW, carriedNow())
            .withColumn(KIND, kind());
    return compared
        .select(explode(array(before(), begun())).as(OPEN))
        .filter(col(OPEN).isNotNull())
        .select(col(OPEN + ".*"))
        .select(History.TABLE.columns());
  }

  /** Everybody whom the slices in force name, with the last good state. */
  private static Dataset<Row> present(
      Dataset<Row> entries, Dataset<Row> quarantine, Dataset<Row> slices) {
    Column submission = History.SUBMISSION_ID.column();
    String[] slice = {submission.toString(), History.GRADUATION_YEAR.name()};
    Dataset<Row> inForce =
        broadcast(
            slices
                .filter(Slices.STATUS.column().equalTo(Slices.IN_FORCE))
                .select(col(slice[0]), col(slice[1]), Slices.ORDER_IN_DATE.column()));
    Column student = Entries.STUDENT_KEY.column().as(History.GRADUATE_ID.name());
    Column[] named = {
      col(COHORT[0]), col(COHORT[1]), student, submission, Sightings.position().as(POSITION)
    };
    Dataset<Row> good =
        entries.join(inForce, slice, "inner").select(and(named, Sightings.state().as(STATE)));
    Dataset<Row> bad =
        Sightings.named(quarantine)
            .join(inForce, slice, "inner")
            .select(and(named, lit(null).cast(good.schema().apply(STATE).dataType()).as(STATE)));
    return good.unionByName(bad)
        .groupBy(col(GRADUATE[0]), col(GRADUATE[1]), col(GRADUATE[2]))
        .agg(
            struct(
                    Sightings.lastGood().as(STATE),
                    Sightings.lastSubmission().as(submission.toString()))
                .as(PRESENT));
  }

  /**
   * The last state of those who had left and are named by rows that were not good. Hardly anybody,
   * so that hardly ever the closed rows are read.
   */
  private static Dataset<Row> lastGood(
      Dataset<Row> history, Dataset<Row> quarantine, Dataset<Row> dates) {
    Column leftAt = col("left_at");
    Dataset<Row> named =
        Sightings.named(quarantine)
            .select(
                Quarantine.UNIVERSITY_CODE.column(),
                Quarantine.GRADUATION_YEAR.column(),
                Entries.STUDENT_KEY.column().as(History.GRADUATE_ID.name()))
            .distinct();
    Dataset<Row> away =
        history
            .filter(
                History.VALID_TO
                    .column()
                    .isNull()
                    .and(History.CHANGE_KIND.column().equalTo(History.LEFT)))
            .select(with(GRADUATE, History.VALID_FROM.column().as(leftAt.toString())))
            .join(broadcast(named), GRADUATE, "left_semi")
            .join(dates.drop(DATE, DATES), COHORT, "left_semi");
    return history
        .filter(History.VALID_TO.column().isNotNull())
        .join(broadcast(away), GRADUATE, "inner")
        .filter(History.VALID_TO.column().equalTo(leftAt))
        .select(
            with(
                GRADUATE,
                struct(
                        Sightings.state().as(STATE),
                        History.CARRIED_FORWARD.column(),
                        History.VALID_TO.column())
                    .as(LAST_GOOD)));
  }

  /** The state on the new date; null for whoever is not there, or was never in a good row. */
  private static Column carriedState() {
    return when(
        col(PRESENT).isNotNull(),
        coalesce(
            col(PRESENT).getField(STATE),
            when(wasThere(), openState()),
            col(LAST_GOOD).getField(STATE)));
  }

  /** The new slice and the last one that told the state, where the new one does not. */
  private static Column carriedNow() {
    Column lastGood =
        when(wasThere(), lastGoodDate(col(OPEN), col(DATE)))
            .otherwise(lastGoodDate(col(LAST_GOOD), col(LAST_GOOD).getField(VALID_TO)));
    return when(
        col(STATE).isNotNull().and(col(PRESENT).getField(STATE).isNull()),
        array(struct(col(DATE).as(History.SLICE_DATE), lastGood.as(History.LAST_GOOD_DATE))));
  }

  /**
   * The last slice that told the state of an interval: the last slice in it, unless that carried
   * the state forward.
   *
   * @param interval a row of the history, which has a state
   * @param end the first date after it
   */
  private static Column lastGoodDate(Column interval, Column end) {
    Column lastDate = array_max(filter(col(DATES), date -> date.lt(end)));
    Column carried = try_element_at(interval.getField(CARRIED), lit(-1));
    return when(
            carried.getField(History.SLICE_DATE).equalTo(lastDate),
            carried.getField(History.LAST_GOOD_DATE))
        .otherwise(lastDate);
  }

  private static Column wasThere() {
    return col(OPEN)
        .isNotNull()
        .and(col(OPEN).getField(History.CHANGE_KIND.name()).notEqual(History.LEFT));
  }

  private static Column openState() {
    return struct(
        Entries.STATE.stream()
            .map(field -> col(OPEN).getField(field.name()).as(field.name()))
            .toArray(Column[]::new));
  }

  /** What begins on the new date; null where what was goes on. */
  private static Column kind() {
    Column there = col(STATE).isNotNull();
    return when(col(OPEN).isNull().and(there), History.ENTERED)
        .when(wasThere().and(not(there)), History.LEFT)
        .when(wasThere().and(not(col(STATE).eqNullSafe(openState()))), History.CHANGED)
        .when(col(OPEN).isNotNull().and(not(wasThere())).and(there), History.RETURNED);
  }

  /** The row that was open, closed where something begins. */
  private static Column before() {
    return when(col(OPEN).isNotNull(), row(NextSlice::ofOpen));
  }

  private static Column ofOpen(Field field) {
    Column known = col(OPEN).getField(field.name());
    if (field.equals(History.VALID_TO)) {
      return when(col(KIND).isNotNull(), col(DATE));
    }
    return field.equals(History.CARRIED_FORWARD)
        ? when(
                col(KIND).isNull().and(col(CARRIED_NOW).isNotNull()),
                concat(coalesce(known, array().cast(field.type())), col(CARRIED_NOW)))
            .otherwise(known)
        : known;
  }

  /** The row that begins; null where none does. */
  private static Column begun() {
    return when(col(KIND).isNotNull(), row(NextSlice::ofBegun));
  }

  private static Column ofBegun(Field field) {
    if (field.equals(History.VALID_FROM)) {
      return col(DATE);
    }
    if (field.equals(History.VALID_TO)) {
      return lit(null).cast(field.type());
    }
    if (field.equals(History.CHANGE_KIND)) {
      return col(KIND);
    }
    if (field.equals(History.CARRIED_FORWARD)) {
      return col(CARRIED_NOW);
    }
    if (field.equals(History.SOURCE_FEED)) {
      return lit(History.LEDGER);
    }
    if (field.equals(History.SUBMISSION_ID)) {
      return when(
          col(KIND).notEqual(History.LEFT), col(PRESENT).getField(History.SUBMISSION_ID.name()));
    }
    return History.STATE.contains(field) ? col(STATE).getField(field.name()) : field.column();
  }

  private static Column row(Function<Field, Column> value) {
    return struct(
        History.TABLE.fields().stream()
            .map(field -> value.apply(field).as(field.name()))
            .toArray(Column[]::new));
  }

  private static Column[] with(String[] names, Column more) {
    return and(Stream.of(names).map(name -> col(name)).toArray(Column[]::new), more);
  }

  private static Column[] and(Column[] columns, Column... more) {
    return Stream.concat(Stream.of(columns), Stream.of(more)).toArray(Column[]::new);
  }
}
