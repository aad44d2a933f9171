package dev.taizhang.history;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.tables.Dimensions;
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

  /** Where a row stands, see {@link #position}. */
  static final String POSITION = "position";

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
    return withGraduate(sightings(entries, quarantine, inForce, strays))
        .groupBy(
            Slices.UNIVERSITY_CODE.column(),
            Slices.GRADUATION_YEAR.column(),
            Slices.SNAPSHOT_DATE.column(),
            History.GRADUATE_ID.column())
        .agg(lastGood().as(STATE), lastSubmission().as(Slices.SUBMISSION_ID.name()));
  }

  /** The state of the last good row of a group. */
  static Column lastGood() {
    return max_by(col(STATE), goodPosition());
  }

  /** The submission of the last good row of a group, or else of the last row. */
  static Column lastSubmission() {
    Column submission = Slices.SUBMISSION_ID.column();
    return coalesce(max_by(submission, goodPosition()), max_by(submission, col(POSITION)));
  }

  private static Column goodPosition() {
    return when(col(STATE).isNotNull(), col(POSITION));
  }

  /** The columns of a state as a struct. */
  static Column state() {
    return struct(Entries.STATE.stream().map(Field::column).toArray(Column[]::new));
  }

  /**
   * Where a row stands among those of its date: of several rows of one graduate the last counts.
   *
   * <p>Rows together with {@link Slices#ORDER_IN_DATE} of their slice.
   */
  static Column position() {
    return struct(Slices.ORDER_IN_DATE.column(), Dimensions.placeInFile().as("place"));
  }

  /** Each time that a slice in force names a graduate, with the state where the row was good. */
  private static Dataset<Row> sightings(
      Dataset<Row> entries, Dataset<Row> quarantine, Dataset<Row> inForce, Dataset<Row> strays) {
    Dataset<Row> slices =
        broadcast(inForce.select(col(SLICE[0]), col(SLICE[1]), Slices.ORDER_IN_DATE.column()));
    Dataset<Row> mistyped = broadcast(strays.select(SLICE[0], SLICE[1]));
    Dataset<Row> accepted =
        entries
            .join(slices, SLICE, "inner")
            .select(identityAnd(state().as(STATE), position().as(POSITION)));
    Dataset<Row> named = withCertainYear(named(quarantine), entries);
    Dataset<Row> doubtful =
        rows(named.filter(Quarantine.GRADUATION_YEAR.column().isNull()))
            .unionByName(rows(named.join(mistyped, SLICE, "left_semi")))
            .unionByName(rows(entries.join(mistyped, SLICE, "left_semi")))
            .drop(SLICE[1])
            .join(slices, SLICE[0], "inner");
    return accepted.unionByName(
        rows(named)
            .join(slices, SLICE, "inner")
            .unionByName(doubtful)
            .select(
                identityAnd(
                    lit(null).cast(accepted.schema().apply(STATE).dataType()).as(STATE),
                    position().as(POSITION))));
  }

  /** Whom rows are about, and where they stand. */
  private static Dataset<Row> rows(Dataset<Row> rows) {
    return rows.select(identityAnd(Quarantine.SHEET_NAME.column(), Quarantine.ROW_NUMBER.column()));
  }

  private static Column[] identityAnd(Column... more) {
    List<Column> all = new ArrayList<>(Arrays.asList(IDENTITY));
    all.addAll(Arrays.asList(more));
    return all.toArray(Column[]::new);
  }

  /**
   * Quarantined rows that say whom they are about. A student number that several people share names
   * whoever had it and each of those whose ID numbers stand beside it.
   */
  static Dataset<Row> named(Dataset<Row> quarantine) {
    Column student = Entries.STUDENT_KEY.column();
    Column person = Entries.PERSON_ID.column();
    Column shared =
        Quarantine.RULE_ID
            .column()
            .equalTo(Quarantine.STUDENT_NUMBER_SHARED)
            .and(student.isNotNull())
            .and(person.isNotNull());
    Column nobody = lit(null).cast("string");
    Column both = numbers(student, person);
    Column named = col("named");
    return quarantine
        .filter(coalesce(student, person).isNotNull())
        .withColumn(
            named.toString(),
            explode(
                when(shared, array(numbers(student, nobody), numbers(nobody, person)))
                    .otherwise(array(both))))
        .withColumn(Entries.STUDENT_KEY.name(), named.getField(Entries.STUDENT_KEY.name()))
        .withColumn(Entries.PERSON_ID.name(), named.getField(Entries.PERSON_ID.name()))
        .drop(named);
  }

  private static Column numbers(Column student, Column person) {
    return struct(student.as(Entries.STUDENT_KEY.name()), person.as(Entries.PERSON_ID.name()));
  }

  /**
   * Quarantined rows with the cohort that they name where their file has accepted rows of it, and
   * with none where it has not: such a year says as little as none.
   *
   * @param accepted rows with the files and cohorts of accepted rows, among others
   */
  static Dataset<Row> withCertainYear(Dataset<Row> quarantine, Dataset<Row> accepted) {
    Column year = Quarantine.GRADUATION_YEAR.column();
    String certain = "certain_year";
    Dataset<Row> named = quarantine.filter(year.isNotNull()).select(SLICE[0], SLICE[1]).distinct();
    Dataset<Row> found =
        accepted
            .select(SLICE[0], SLICE[1])
            .join(broadcast(named), SLICE, "left_semi")
            .distinct()
            .withColumn(certain, year);
    return quarantine
        .join(broadcast(found), SLICE, "left")
        .withColumn(SLICE[1], col(certain))
        .drop(certain);
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
