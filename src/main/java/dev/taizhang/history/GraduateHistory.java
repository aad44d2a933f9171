package dev.taizhang.history;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
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

  private static final String STATE = "state";
  private static final String PREVIOUS_STATE = "previous_state";
  private static final String SLICE_NUMBER = "slice_number";
  private static final String PREVIOUS_SLICE = "previous_slice";
  private static final String FOLLOWING_SLICE = "following_slice";
  private static final String NEXT_DATE = "next_date";
  private static final String KNOWN_STUDENT = "known_student";
  private static final String POSITION = "position";

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
    Dataset<Row> strays = slices.filter(Slices.STATUS.column().equalTo(Slices.STRAY));
    Dataset<Row> sightings = withGraduate(sightings(entries, quarantine, inForce, strays));
    Dataset<Row> present = statePerSlice(sightings).join(numbered(inForce), names(SLICE), "inner");
    Dataset<Row> intervals = states(withNeighbours(present));
    return intervals
        .withColumn(
            History.VALID_TO.name(),
            lead(History.VALID_FROM.column(), 1)
                .over(GRADUATE.orderBy(History.VALID_FROM.column())))
        .withColumn(History.SOURCE_FEED.name(), lit("ledger"))
        .select(selection());
  }

  /** Each time that a slice in force names a graduate, with the state where the row was good. */
  private static Dataset<Row> sightings(
      Dataset<Row> entries, Dataset<Row> quarantine, Dataset<Row> inForce, Dataset<Row> strays) {
    Column[] identity = {
      Slices.SUBMISSION_ID.column(),
      Slices.UNIVERSITY_CODE.column(),
      Slices.GRADUATION_YEAR.column(),
      Slices.SNAPSHOT_DATE.column(),
      Entries.STUDENT_KEY.column(),
      Entries.PERSON_ID.column()
    };
    List<Column> state = new ArrayList<>(List.of(Entries.SUBMISSION_ID.column()));
    Entries.STATE.forEach(field -> state.add(field.column()));
    Column position =
        struct(
            Entries.SUBMISSION_ID.column(),
            Entries.SHEET_NAME.column(),
            Entries.ROW_NUMBER.column());
    Dataset<Row> accepted =
        entries.select(
            with(identity, struct(state.toArray(Column[]::new)).as(STATE), position.as(POSITION)));
    Column[] slice = {Slices.SUBMISSION_ID.column(), Slices.GRADUATION_YEAR.column()};
    Dataset<Row> mistyped =
        entries
            .join(strays.select(slice), names(slice), "left_semi")
            .withColumn(Quarantine.GRADUATION_YEAR.name(), lit(null).cast("int"));
    Dataset<Row> named =
        withKnownYears(
                quarantine
                    .filter(
                        coalesce(Entries.STUDENT_KEY.column(), Entries.PERSON_ID.column())
                            .isNotNull())
                    .select(identity)
                    .unionByName(mistyped.select(identity)),
                entries)
            .select(
                with(
                    identity,
                    lit(null).cast(accepted.schema().apply(STATE).dataType()).as(STATE),
                    lit(null).cast(accepted.schema().apply(POSITION).dataType()).as(POSITION)));
    return accepted.unionByName(named).join(inForce.select(slice), names(slice), "left_semi");
  }

  /**
   * Rows with the cohort that they name, or else every cohort that their university has the same
   * person in: whoever stands in a file has not left it.
   *
   * @param rows of quarantine, or with a cohort that was mistyped and so is none
   */
  private static Dataset<Row> withKnownYears(Dataset<Row> rows, Dataset<Row> entries) {
    Column year = Quarantine.GRADUATION_YEAR.column();
    String identity = "identity";
    Column ofRow = coalesce(Entries.STUDENT_KEY.column(), Entries.PERSON_ID.column());
    String[] person = {Entries.UNIVERSITY_CODE.name(), identity};
    Dataset<Row> withoutYear =
        rows.filter(year.isNull())
            .drop(Quarantine.GRADUATION_YEAR.name())
            .withColumn(identity, ofRow);
    // Few rows lack a cohort: all others of the entries go before anything is sorted.
    Dataset<Row> known =
        entries
            .select(
                Entries.UNIVERSITY_CODE.column(),
                ofRow.as(identity),
                Entries.GRADUATION_YEAR.column())
            .join(broadcast(withoutYear.select(person[0], person[1])), person, "left_semi")
            .distinct();
    return rows.filter(year.isNotNull())
        .unionByName(known.join(broadcast(withoutYear), person, "inner").drop(identity));
  }

  /**
   * The sightings with the graduate's id: the student key, or where a row has none the one that its
   * person is known with in the cohort, latest first, or else the person.
   */
  static Dataset<Row> withGraduate(Dataset<Row> sightings) {
    Column[] person = {
      Slices.UNIVERSITY_CODE.column(), Slices.GRADUATION_YEAR.column(), Entries.PERSON_ID.column()
    };
    Column student = Entries.STUDENT_KEY.column();
    Dataset<Row> known =
        sightings
            .filter(student.isNotNull().and(Entries.PERSON_ID.column().isNotNull()))
            .groupBy(person)
            .agg(max_by(student, struct(Slices.SNAPSHOT_DATE.column(), student)).as(KNOWN_STUDENT));
    Dataset<Row> withoutStudent =
        sightings
            .filter(student.isNull())
            .join(known, names(person), "left")
            .withColumn(
                History.GRADUATE_ID.name(),
                coalesce(col(KNOWN_STUDENT), Entries.PERSON_ID.column()))
            .drop(KNOWN_STUDENT);
    return sightings
        .filter(student.isNotNull())
        .withColumn(History.GRADUATE_ID.name(), student)
        .unionByName(withoutStudent);
  }

  /** One row per graduate and slice; the last good row of several, null where none was good. */
  private static Dataset<Row> statePerSlice(Dataset<Row> sightings) {
    return sightings
        .groupBy(with(SLICE, History.GRADUATE_ID.column()))
        .agg(max_by(col(STATE), col(POSITION)).as(STATE));
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
   * forward) and with the neighbouring slices in which the graduate is present too.
   */
  private static Dataset<Row> withNeighbours(Dataset<Row> present) {
    Column carried =
        last(col(STATE), true)
            .over(GRADUATE_BY_DATE.rowsBetween(Window.unboundedPreceding(), Window.currentRow()));
    return present
        .withColumn(STATE, carried)
        .filter(col(STATE).isNotNull())
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
                    lit(null).cast(neighbours.schema().apply(STATE).dataType()).as(STATE)));
    return begun.unionByName(left);
  }

  /** What begins at a slice; null where the state goes on. */
  private static Column changeKind() {
    return when(col(PREVIOUS_SLICE).isNull(), History.ENTERED)
        .when(col(PREVIOUS_SLICE).lt(col(SLICE_NUMBER).minus(1)), History.RETURNED)
        .when(not(sameState()), History.CHANGED);
  }

  private static Column sameState() {
    Column same = lit(true);
    for (Field field : Entries.STATE) {
      same =
          same.and(
              col(STATE)
                  .getField(field.name())
                  .eqNullSafe(col(PREVIOUS_STATE).getField(field.name())));
    }
    return same;
  }

  private static Column[] selection() {
    return History.TABLE.fields().stream()
        .map(
            field ->
                field.equals(History.SUBMISSION_ID) || History.STATE.contains(field)
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
