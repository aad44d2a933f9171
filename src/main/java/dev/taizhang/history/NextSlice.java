package dev.taizhang.history;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
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
  private static final String POSITION = "position";
  private static final String PRESENT = "present";
  private static final String LAST_GOOD = "last_good";
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
   * @param slices {@link Slices} of one date per cohort, later than what the history knows; only
   *     cohorts with a slice in force have rows in the result
   */
  public static Dataset<Row> build(
      Dataset<Row> history, Dataset<Row> entries, Dataset<Row> quarantine, Dataset<Row> slices) {
    Dataset<Row> dates =
        broadcast(
            slices
                .filter(Slices.STATUS.column().equalTo(Slices.IN_FORCE))
                .select(
                    Slices.UNIVERSITY_CODE.column(),
                    Slices.GRADUATION_YEAR.column(),
                    Slices.SNAPSHOT_DATE.column().as(DATE))
                .distinct());
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
                .select(slice[0], slice[1]));
    Column student = Entries.STUDENT_KEY.column().as(History.GRADUATE_ID.name());
    Column[] named = {col(COHORT[0]), col(COHORT[1]), student, submission};
    Dataset<Row> good =
        entries.select(and(named, Sightings.state().as(STATE), Sightings.position().as(POSITION)));
    Dataset<Row> bad =
        Sightings.named(quarantine)
            .select(
                and(
                    named,
                    lit(null).cast(good.schema().apply(STATE).dataType()).as(STATE),
                    lit(null).cast(good.schema().apply(POSITION).dataType()).as(POSITION)));
    return good.unionByName(bad)
        .join(inForce, slice, "left_semi")
        .groupBy(col(GRADUATE[0]), col(GRADUATE[1]), col(GRADUATE[2]))
        .agg(
            struct(
                    max_by(col(STATE), col(POSITION)).as(STATE),
                    coalesce(max_by(submission, col(POSITION)), max(submission))
                        .as(submission.toString()))
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
            .join(dates.drop(DATE), COHORT, "left_semi");
    return history
        .filter(History.VALID_TO.column().isNotNull())
        .join(broadcast(away), GRADUATE, "inner")
        .filter(History.VALID_TO.column().equalTo(leftAt))
        .select(with(GRADUATE, Sightings.state().as(LAST_GOOD)));
  }

  /** The state on the new date; null for whoever is not there, or was never in a good row. */
  private static Column carriedState() {
    return when(
        col(PRESENT).isNotNull(),
        coalesce(col(PRESENT).getField(STATE), when(wasThere(), openState()), col(LAST_GOOD)));
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
    return when(
        col(OPEN).isNotNull(),
        row(
            field ->
                field.equals(History.VALID_TO)
                    ? when(col(KIND).isNotNull(), col(DATE))
                    : col(OPEN).getField(field.name())));
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
