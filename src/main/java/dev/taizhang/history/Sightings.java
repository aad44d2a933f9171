package dev.taizhang.history;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.History;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Slices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Who stands in which slices in force, and in what state. */
final class Sightings {

  /** The state that a row gives: a struct of {@link Entries#STATE}, null where no row was good. */
  static final String STATE = "state";

  private static final String POSITION = "position";
  private static final String KNOWN_STUDENT = "known_student";

  /** What tells whom a row of a slice is about. */
  static final Column[] IDENTITY = {
    Slices.SUBMISSION_ID.column(),
    Slices.UNIVERSITY_CODE.column(),
    Slices.GRADUATION_YEAR.column(),
    Slices.SNAPSHOT_DATE.column(),
    Entries.STUDENT_KEY.column(),
    Entries.PERSON_ID.column()
  };

  private static final String[] SLICE = {
    Slices.SUBMISSION_ID.name(), Slices.GRADUATION_YEAR.name()
  };

  private Sightings() {}

  /**
   * One row per cohort, snapshot date in force and graduate who stands in it: the state of the last
   * good row, null where none was good, and the submission that named the graduate.
   *
   * @param entries {@link Entries}
   * @param quarantine {@link Quarantine}, whose rows keep the graduates that they name present
   * @param slices {@link Slices}
   */
  static Dataset<Row> ofSlices(Dataset<Row> entries, Dataset<Row> quarantine, Dataset<Row> slices) {
    Dataset<Row> inForce = slices.filter(Slices.STATUS.column().equalTo(Slices.IN_FORCE));
    Dataset<Row> strays = slices.filter(Slices.STATUS.column().equalTo(Slices.STRAY));
    Column submission = Slices.SUBMISSION_ID.column();
    return withGraduate(sightings(entries, quarantine, inForce, strays))
        .groupBy(
            Slices.UNIVERSITY_CODE.column(),
            Slices.GRADUATION_YEAR.column(),
            Slices.SNAPSHOT_DATE.column(),
            History.GRADUATE_ID.column())
        .agg(
            max_by(col(STATE), col(POSITION)).as(STATE),
            coalesce(max_by(submission, col(POSITION)), max(submission)).as(submission.toString()));
  }

  /** The columns of a state as a struct. */
  static Column state() {
    return struct(Entries.STATE.stream().map(Field::column).toArray(Column[]::new));
  }

  /** Where a row stands: of several rows of one graduate the last counts. */
  static Column position() {
    return struct(
        Entries.SUBMISSION_ID.column(), Entries.SHEET_NAME.column(), Entries.ROW_NUMBER.column());
  }

  /** Each time that a slice in force names a graduate, with the state where the row was good. */
  private static Dataset<Row> sightings(
      Dataset<Row> entries, Dataset<Row> quarantine, Dataset<Row> inForce, Dataset<Row> strays) {
    Dataset<Row> accepted = entries.select(identityAnd(state().as(STATE), position().as(POSITION)));
    Dataset<Row> mistyped =
        entries
            .join(broadcast(strays.select(SLICE[0], SLICE[1])), SLICE, "left_semi")
            .withColumn(Quarantine.GRADUATION_YEAR.name(), lit(null).cast("int"));
    Dataset<Row> named =
        withKnownYears(
                named(quarantine).select(IDENTITY).unionByName(mistyped.select(IDENTITY)), entries)
            .select(
                identityAnd(
                    lit(null).cast(accepted.schema().apply(STATE).dataType()).as(STATE),
                    lit(null).cast(accepted.schema().apply(POSITION).dataType()).as(POSITION)));
    return accepted
        .unionByName(named)
        .join(broadcast(inForce.select(SLICE[0], SLICE[1])), SLICE, "left_semi");
  }

  private static Column[] identityAnd(Column... more) {
    List<Column> all = new ArrayList<>(Arrays.asList(IDENTITY));
    all.addAll(Arrays.asList(more));
    return all.toArray(Column[]::new);
  }

  /** Rows that say whom they are about. */
  static Dataset<Row> named(Dataset<Row> rows) {
    return rows.filter(
        coalesce(Entries.STUDENT_KEY.column(), Entries.PERSON_ID.column()).isNotNull());
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
            .join(known, Arrays.stream(person).map(Column::toString).toArray(String[]::new), "left")
            .withColumn(
                History.GRADUATE_ID.name(),
                coalesce(col(KNOWN_STUDENT), Entries.PERSON_ID.column()))
            .drop(KNOWN_STUDENT);
    return sightings
        .filter(student.isNotNull())
        .withColumn(History.GRADUATE_ID.name(), student)
        .unionByName(withoutStudent);
  }
}
