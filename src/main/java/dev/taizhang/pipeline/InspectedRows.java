package dev.taizhang.pipeline;

import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;

import dev.taizhang.landing.ReadingReport;
import dev.taizhang.reference.Expectation;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;

/**
 * What the rows of one file would become, as tables to show: how many, what is wrong with them, and
 * some of them, masked.
 */
final class InspectedRows {

  private static final int SAMPLE_ROWS = 5;
  private static final int SHOWN_DIGITS = 6;
  private static final String ROW_COUNT = "row_count";
  private static final String FIRST_ROW = "first_row";

  private final Map<String, Expectation> rules;
  private final Dataset<Row> quarantine;
  private final Table table;
  private final Dataset<Row> entries;

  /**
   * The rows of a file.
   *
   * @param rules the rules that they were held against
   * @param quarantine {@link Quarantine}, the rows left out
   * @param table what the others become
   * @param entries the others
   */
  InspectedRows(
      List<Expectation> rules, Dataset<Row> quarantine, Table table, Dataset<Row> entries) {
    this.rules = rules.stream().collect(toMap(Expectation::id, rule -> rule));
    this.quarantine = quarantine;
    this.table = table;
    this.entries = entries;
  }

  /** One line per rule that is broken: what becomes of the rows, how many, the first, the words. */
  List<List<Object>> problems() {
    Column rule = Quarantine.RULE_ID.column();
    Dataset<Row> flags =
        entries.select(
            explode(Entries.FLAGS.column()).as(Quarantine.RULE_ID.name()),
            Entries.SHEET_NAME.column(),
            Entries.ROW_NUMBER.column());
    return Stream.concat(
            counted(quarantine.groupBy(rule)).stream().map(row -> problem("quarantined", row)),
            counted(flags.groupBy(rule)).stream().map(row -> problem("flag", row)))
        .toList();
  }

  /** How many rows there are of each kind. */
  Inspection.Section counts(ReadingReport.FileReading reading) {
    return new Inspection.Section(
        "rows",
        List.of("item", "value"),
        List.of(
            List.of("read", reading.rowCount()),
            List.of("notes", reading.noteCount()),
            List.of("accepted", entries.count()),
            List.of("quarantined", quarantine.count()),
            List.of("flagged", entries.filter(size(Entries.FLAGS.column()).gt(0)).count())));
  }

  private static List<Row> counted(RelationalGroupedDataset byRule) {
    return byRule
        .agg(
            count(lit(1)).as(ROW_COUNT),
            min(struct(Dimensions.placeInFile(), Entries.SHEET_NAME.column())).as(FIRST_ROW))
        .orderBy(Quarantine.RULE_ID.column())
        .collectAsList();
  }

  private List<Object> problem(String kind, Row row) {
    Row first = row.getStruct(row.fieldIndex(FIRST_ROW));
    Expectation rule = rules.get(row.getString(0));
    return List.of(
        kind,
        rule.id(),
        row.getLong(row.fieldIndex(ROW_COUNT)),
        place(first.getString(1), first.getStruct(0).getInt(1)),
        rule.messageZh() + " / " + rule.messageEn());
  }

  private static String place(String sheetName, int rowNumber) {
    return sheetName.isEmpty() ? "" + rowNumber : sheetName + "!" + rowNumber;
  }

  /** The first accepted rows, each as a column, since an entry has many values. */
  Optional<Inspection.Section> sample() {
    List<Row> sample = entries.orderBy(Dimensions.placeInFile()).limit(SAMPLE_ROWS).collectAsList();
    if (sample.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>(List.of("column"));
    sample.forEach(
        row ->
            names.add(
                "row "
                    + place(
                        row.getAs(Entries.SHEET_NAME.name()),
                        row.<Integer>getAs(Entries.ROW_NUMBER.name()))));
    List<Field> left =
        List.of(
            Entries.SUBMISSION_ID,
            Entries.SHEET_NAME,
            Entries.ROW_NUMBER,
            Entries.UNIVERSITY_CODE,
            Entries.SNAPSHOT_DATE);
    return Optional.of(
        new Inspection.Section(
            "sample",
            names,
            table.fields().stream()
                .filter(field -> !left.contains(field))
                .map(
                    field ->
                        Stream.concat(
                                Stream.<Object>of(field.name()),
                                sample.stream().map(row -> masked(field, row)))
                            .toList())
                .toList()));
  }

  private static Object masked(Field field, Row row) {
    Object value = row.getAs(field.name());
    if (value == null) {
      return "";
    }
    if (field.equals(Entries.STUDENT_KEY) || field.equals(Entries.PERSON_ID)) {
      return value.toString().substring(0, SHOWN_DIGITS);
    }
    // Names stand as the file has them, and what a file has there can be anything.
    if (field.name().endsWith("_name")) {
      return "(%d 个字符 / characters)"
          .formatted(value.toString().codePointCount(0, value.toString().length()));
    }
    return value;
  }
}
