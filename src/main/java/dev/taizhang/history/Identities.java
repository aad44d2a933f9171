package dev.taizhang.history;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import dev.taizhang.history.Sightings.Part;
import dev.taizhang.tables.Assistance;
import dev.taizhang.tables.AssistanceEntries;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.InternalRows;
import dev.taizhang.tables.KeySketch;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import dev.taizhang.tables.Table;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.sketch.BloomFilter;

/** Finds the graduates of rows that come from other lists than the ledger. */
public final class Identities {

  private static final String GRADUATE = "graduate";
  private static final String PERSON = "person";

  /** What a row says of whom it is about; whom it is found to be about depends on no more. */
  private static final List<Field> SAID =
      List.of(
          AssistanceEntries.STUDENT_KEY,
          AssistanceEntries.PERSON_ID,
          AssistanceEntries.STATED_UNIVERSITY_CODE,
          AssistanceEntries.STATED_GRADUATION_YEAR);

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
   * @param slices of {@link Slices}
   * @param output the table to make
   */
  public static Dataset<Row> matched(
      Dataset<Row> rows, Dataset<Row> entries, List<Slice> slices, Table output) {
    Column[] said = SAID.stream().map(Field::column).toArray(Column[]::new);
    Dataset<Row> saying = rows.withColumn(PERSON, struct(said));
    Dataset<Row> found =
        found(saying.select(col(PERSON)).distinct(), graduates(entries, slices, rows.select(said)));
    Column graduate = col(GRADUATE);
    return saying
        .join(found, new String[] {PERSON}, "left")
        .withColumn(
            Assistance.UNIVERSITY_CODE.name(),
            coalesce(
                graduate.getField(Assistance.UNIVERSITY_CODE.name()),
                AssistanceEntries.STATED_UNIVERSITY_CODE.column()))
        .withColumn(
            Assistance.GRADUATION_YEAR.name(),
            coalesce(
                graduate.getField(Assistance.GRADUATION_YEAR.name()),
                AssistanceEntries.STATED_GRADUATION_YEAR.column()))
        .withColumn(Assistance.GRADUATE_ID.name(), graduate.getField(Assistance.GRADUATE_ID.name()))
        .select(output.columns());
  }

  /**
   * The lists that may name somebody whom entries have, by student number or ID number: none that
   * does is missed.
   *
   * @param rows {@link AssistanceEntries} or {@link dev.taizhang.tables.FollowUpEntries}
   * @param entries {@link Entries}
   * @return submission ids
   */
  public static Set<String> naming(Dataset<Row> rows, Dataset<Row> entries) {
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(rows.sparkSession().sparkContext());
    Broadcast<BloomFilter> known =
        context.broadcast(
            KeySketch.of(
                InternalRows.of(
                    entries.select(Entries.STUDENT_KEY.column(), Entries.PERSON_ID.column())),
                0,
                1));
    return Set.copyOf(
        InternalRows.of(
                rows.select(
                    AssistanceEntries.STUDENT_KEY.column(),
                    AssistanceEntries.PERSON_ID.column(),
                    AssistanceEntries.SUBMISSION_ID.column()))
            .mapPartitions(some -> naming(some, known.value()).iterator())
            .distinct()
            .collect());
  }

  private static Set<String> naming(Iterator<InternalRow> rows, BloomFilter known) {
    Set<String> lists = new HashSet<>();
    rows.forEachRemaining(
        row -> {
          if (KeySketch.mayHold(known, row, 0) || KeySketch.mayHold(known, row, 1)) {
            lists.add(row.getUTF8String(2).toString());
          }
        });
    return lists;
  }

  /**
   * Whom people are found to be.
   *
   * @param people what rows say of them, once each
   * @param graduates {@link NamedGraduates}
   */
  private static Dataset<Row> found(Dataset<Row> people, Dataset<Row> graduates) {
    Column person = col(PERSON);
    Column student = person.getField(AssistanceEntries.STUDENT_KEY.name());
    return people
        .withColumn(
            NamedGraduates.KEY.name(),
            explode(
                array_compact(array(student, person.getField(AssistanceEntries.PERSON_ID.name())))))
        .join(graduates, new String[] {NamedGraduates.KEY.name()}, "inner")
        .groupBy(person)
        .agg(
            max_by(
                    struct(
                        Assistance.UNIVERSITY_CODE.column(),
                        Assistance.GRADUATION_YEAR.column(),
                        Assistance.GRADUATE_ID.column()),
                    struct(
                        coalesce(NamedGraduates.KEY.column().equalTo(student), lit(false)),
                        isStated(
                            person,
                            Assistance.UNIVERSITY_CODE,
                            AssistanceEntries.STATED_UNIVERSITY_CODE),
                        isStated(
                            person,
                            Assistance.GRADUATION_YEAR,
                            AssistanceEntries.STATED_GRADUATION_YEAR),
                        Assistance.GRADUATION_YEAR.column(),
                        Assistance.UNIVERSITY_CODE.column(),
                        Assistance.GRADUATE_ID.column()))
                .as(GRADUATE));
  }

  private static Column isStated(Column person, Field found, Field stated) {
    return coalesce(found.column().equalTo(person.getField(stated.name())), lit(false));
  }

  /**
   * Whom the slices in force know by the keys of some people, who are {@link #SAID}. Entries of a
   * whole season are looked through for the people of some lists: what is not theirs is left where
   * it is read.
   */
  private static Dataset<Row> graduates(
      Dataset<Row> entries, List<Slice> slices, Dataset<Row> people) {
    SparkSession spark = entries.sparkSession();
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<BloomFilter> named =
        context.broadcast(
            KeySketch.of(
                InternalRows.of(people),
                SAID.indexOf(AssistanceEntries.STUDENT_KEY),
                SAID.indexOf(AssistanceEntries.PERSON_ID)));
    Broadcast<Set<Part>> inForce = context.broadcast(Part.inForce(slices));
    Dataset<Row> sightings =
        InternalRows.dataset(
                spark,
                InternalRows.of(entries.select(Sightings.columns()))
                    .mapPartitions(some -> new Sightings(some, inForce.value(), named.value())),
                Sightings.schema())
            .repartition(Sightings.cohort())
            .sortWithinPartitions(Sightings.cohort());
    return InternalRows.dataset(
        spark,
        InternalRows.of(sightings).mapPartitions(NamedGraduates::new),
        NamedGraduates.schema());
  }
}
