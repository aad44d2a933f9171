package dev.taizhang.history;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import dev.taizhang.tables.Assistance;
import dev.taizhang.tables.AssistanceEntries;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.History;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Table;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds the graduates of rows that come from other lists than the ledger. */
public final class Identities {

  private static final String KEY = "key";
  private static final String GRADUATE = "graduate";
  private static final String KNOWN_STUDENT = "known_student";

  private Identities() {}

  /**
   * Rows of another feed with their graduates, matched by student number or ID number against the
   * slices in force; where the two name different graduates the student number wins. Whoever no
   * slice has keeps what the file says, with no graduate. Of several graduates with one ID number
   * the one of the university and cohort that the row names counts, else the one who graduated
   * last.
   *
   * @param rows {@link AssistanceEntries} or {@link dev.taizhang.tables.FollowUpEntries}, of the
   *     lists that count
   * @param entries {@link Entries}
   * @param slices {@link Slices}
   * @param output the table to make
   */
  public static Dataset<Row> matched(
      Dataset<Row> rows, Dataset<Row> entries, Dataset<Row> slices, Table output) {
    String[] key = names(output.keyColumns());
    Column stated = AssistanceEntries.STATED_UNIVERSITY_CODE.column();
    Column statedYear = AssistanceEntries.STATED_GRADUATION_YEAR.column();
    Dataset<Row> wanted = keys(rows);
    Dataset<Row> found =
        wanted
            .join(graduates(entries, slices), KEY, "inner")
            .groupBy(output.keyColumns())
            .agg(
                max_by(
                        struct(
                            Assistance.UNIVERSITY_CODE.column(),
                            Assistance.GRADUATION_YEAR.column(),
                            Assistance.GRADUATE_ID.column()),
                        struct(
                            coalesce(
                                col(KEY).equalTo(AssistanceEntries.STUDENT_KEY.column()),
                                lit(false)),
                            coalesce(
                                Assistance.UNIVERSITY_CODE.column().equalTo(stated), lit(false)),
                            coalesce(
                                Assistance.GRADUATION_YEAR.column().equalTo(statedYear),
                                lit(false)),
                            Assistance.GRADUATION_YEAR.column(),
                            Assistance.UNIVERSITY_CODE.column(),
                            Assistance.GRADUATE_ID.column()))
                    .as(GRADUATE));
    Column graduate = col(GRADUATE);
    return rows.join(found, key, "left")
        .withColumn(
            Assistance.UNIVERSITY_CODE.name(),
            coalesce(graduate.getField(Assistance.UNIVERSITY_CODE.name()), stated))
        .withColumn(
            Assistance.GRADUATION_YEAR.name(),
            coalesce(graduate.getField(Assistance.GRADUATION_YEAR.name()), statedYear))
        .withColumn(Assistance.GRADUATE_ID.name(), graduate.getField(Assistance.GRADUATE_ID.name()))
        .select(output.columns());
  }

  /** The rows once for each key that they have. */
  private static Dataset<Row> keys(Dataset<Row> rows) {
    return rows.withColumn(
        KEY,
        explode(
            array_compact(
                array(
                    AssistanceEntries.STUDENT_KEY.column(),
                    AssistanceEntries.PERSON_ID.column()))));
  }

  /** Every key of every graduate of the slices in force. */
  private static Dataset<Row> graduates(Dataset<Row> entries, Dataset<Row> slices) {
    Column[] slice = {Slices.SUBMISSION_ID.column(), Slices.GRADUATION_YEAR.column()};
    Dataset<Row> inForce =
        slices.filter(Slices.STATUS.column().equalTo(Slices.IN_FORCE)).select(slice);
    return withGraduate(
            entries
                .join(inForce, names(slice), "left_semi")
                .select(
                    Entries.UNIVERSITY_CODE.column(),
                    Entries.GRADUATION_YEAR.column(),
                    Entries.SNAPSHOT_DATE.column(),
                    Entries.STUDENT_KEY.column(),
                    Entries.PERSON_ID.column()))
        .select(
            Entries.UNIVERSITY_CODE.column(),
            Entries.GRADUATION_YEAR.column(),
            History.GRADUATE_ID.column(),
            explode(array_compact(array(Entries.STUDENT_KEY.column(), Entries.PERSON_ID.column())))
                .as(KEY))
        .distinct();
  }

  /**
   * The sightings with the graduate's id: the student key, or where a row has none the one that its
   * person is known with in the cohort, latest first, or else the person.
   */
  private static Dataset<Row> withGraduate(Dataset<Row> sightings) {
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

  private static String[] names(Column[] columns) {
    return Arrays.stream(columns).map(Column::toString).toArray(String[]::new);
  }
}
