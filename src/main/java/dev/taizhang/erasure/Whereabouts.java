package dev.taizhang.erasure;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.taizhang.conform.Forgotten;
import dev.taizhang.intake.RowCounts;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.Tombstones;
import dev.taizhang.warehouse.Warehouse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Finds people in the rows of files. Rows are looked for by tombstones, so that no plan of a query
 * holds a pseudonym.
 */
final class Whereabouts {

  private static final String PSEUDONYM = "pseudonym";
  private static final StructType PSEUDONYMS =
      new StructType()
          .add(PSEUDONYM, DataTypes.StringType, false)
          .add(Tombstones.KIND.name(), DataTypes.StringType, false);

  private final SparkSession spark;
  private final Warehouse warehouse;

  Whereabouts(SparkSession spark, Warehouse warehouse) {
    this.spark = spark;
    this.warehouse = warehouse;
  }

  /**
   * A row of a file, as a table has it.
   *
   * @param table the table's name
   * @param hasAnother whether the row has a number of somebody else, too
   */
  record Sighting(
      String table, String submission, String sheetName, int rowNumber, boolean hasAnother) {}

  /**
   * The tombstones of people, and what each is a hash of.
   *
   * @param students student keys that were given
   * @param persons person ids that were given
   */
  Map<String, String> tombstones(Set<String> students, Set<String> persons) {
    Set<String> near = new HashSet<>(students);
    links(students, persons).forEach(link -> near.add(link.student()));
    Identified people = Identified.of(students, persons, links(near, persons));
    return hashed(people.students(), people.persons());
  }

  private Map<String, String> hashed(Set<String> students, Set<String> persons) {
    List<Row> pseudonyms =
        Stream.concat(
                students.stream().map(one -> RowFactory.create(one, Tombstones.STUDENT)),
                persons.stream().map(one -> RowFactory.create(one, Tombstones.PERSON)))
            .toList();
    return spark
        .createDataFrame(pseudonyms, PSEUDONYMS)
        .select(expr(Forgotten.tombstone(PSEUDONYM)), Tombstones.KIND.column())
        .collectAsList()
        .stream()
        .collect(toMap(row -> row.getString(0), row -> row.getString(1)));
  }

  /** What accepted rows connect with these; in others a number may be another thing. */
  private Set<Identified.Link> links(Set<String> students, Set<String> persons) {
    Column student = Entries.STUDENT_KEY.column();
    Column person = Entries.PERSON_ID.column();
    Column isOfThem =
        new Forgotten(hashed(students, persons).keySet())
            .names(Entries.STUDENT_KEY, Entries.PERSON_ID);
    return RowCounts.ENTRIES.stream()
        .map(table -> warehouse.read(table).select(Entries.SUBMISSION_ID.column(), student, person))
        .reduce(Dataset::unionByName)
        .orElseThrow()
        .filter(student.isNotNull().and(person.isNotNull()).and(isOfThem))
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> new Identified.Link(row.getString(0), row.getString(1), row.getString(2)))
        .collect(toSet());
  }

  /** Every row of these people, in whatever state its file is. */
  List<Sighting> sightings(Forgotten forgotten) {
    Column student = Entries.STUDENT_KEY.column();
    Column person = Entries.PERSON_ID.column();
    Column hasAnother =
        student
            .isNotNull()
            .and(not(forgotten.names(Entries.STUDENT_KEY)))
            .or(person.isNotNull().and(not(forgotten.names(Entries.PERSON_ID))));
    return RowCounts.OF_FILES.stream()
        .map(
            table ->
                warehouse
                    .read(table)
                    .filter(forgotten.names(Entries.STUDENT_KEY, Entries.PERSON_ID))
                    .select(
                        lit(table.name()).as("found_in"),
                        Quarantine.SUBMISSION_ID.column(),
                        Quarantine.SHEET_NAME.column(),
                        Quarantine.ROW_NUMBER.column(),
                        hasAnother.as("has_another")))
        .reduce(Dataset::unionByName)
        .orElseThrow()
        .collectAsList()
        .stream()
        .map(
            row ->
                new Sighting(
                    row.getString(0),
                    row.getString(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getBoolean(4)))
        .toList();
  }

  /** The rows of a table that are of nobody of these. */
  Dataset<Row> without(Table table, Forgotten forgotten) {
    return warehouse
        .read(table)
        .filter(not(forgotten.names(Entries.STUDENT_KEY, Entries.PERSON_ID)));
  }
}
