package dev.taizhang.inspection;

import static java.util.stream.Collectors.toMap;

import dev.taizhang.intake.IntakeRows;
import dev.taizhang.intake.Taken;
import dev.taizhang.reference.Expectation;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;

/**
 * What the rows of one file would become, as tables to show: how many, what is wrong with them, and
 * some of them, masked. Of the rows no more is kept than is shown.
 */
final class InspectedRows implements IntakeRows {

  private static final int SAMPLE_ROWS = 5;
  private static final int SHOWN_DIGITS = 6;
  // These stand at one place in all tables of rows.
  private static final int SHEET_NAME = Entries.TABLE.fields().indexOf(Entries.SHEET_NAME);
  private static final int ROW_NUMBER = Entries.TABLE.fields().indexOf(Entries.ROW_NUMBER);
  private static final int RULE_ID = Quarantine.TABLE.fields().indexOf(Quarantine.RULE_ID);

  private final Map<String, Expectation> rules;
  private final Table table;
  private final int flags;
  private final Map<String, Broken> leftOut = new TreeMap<>();
  private final Map<String, Broken> flagged = new TreeMap<>();
  private final TreeMap<Place, InternalRow> sample = new TreeMap<>();

  /**
   * No rows yet.
   *
   * @param rules the rules that they are held against
   * @param table what accepted ones become
   */
  InspectedRows(List<Expectation> rules, Table table) {
    this.rules = rules.stream().collect(toMap(Expectation::id, rule -> rule));
    this.table = table;
    this.flags = table.fields().indexOf(Entries.FLAGS);
  }

  /** Where a row stands in its file: the sheet's position, then the row. */
  private record Place(String sheetName, int rowNumber) implements Comparable<Place> {

    static Place of(InternalRow row) {
      return new Place(row.getUTF8String(SHEET_NAME).toString(), row.getInt(ROW_NUMBER));
    }

    private long position() {
      long sheet = sheetName.isEmpty() ? 0 : Integer.parseInt(sheetName);
      return (sheet << Integer.SIZE) | rowNumber;
    }

    @Override
    public int compareTo(Place other) {
      return Long.compare(position(), other.position());
    }

    @Override
    public String toString() {
      return sheetName.isEmpty() ? "" + rowNumber : sheetName + "!" + rowNumber;
    }
  }

  /** The rows that break a rule. */
  private record Broken(long rows, Place first) {

    Broken and(Broken more) {
      return new Broken(rows + more.rows, first.compareTo(more.first) <= 0 ? first : more.first);
    }
  }

  @Override
  public void add(Table of, InternalRow row) {
    if (of.equals(Quarantine.TABLE)) {
      count(leftOut, row.getUTF8String(RULE_ID).toString(), Place.of(row));
    } else if (of.equals(table)) {
      ArrayData broken = row.getArray(flags);
      for (int i = 0; i < broken.numElements(); i++) {
        count(flagged, broken.getUTF8String(i).toString(), Place.of(row));
      }
      sample.put(Place.of(row), row);
      if (sample.size() > SAMPLE_ROWS) {
        sample.pollLastEntry();
      }
    }
  }

  private static void count(Map<String, Broken> counts, String rule, Place place) {
    counts.merge(rule, new Broken(1, place), Broken::and);
  }

  /** One line per rule that is broken: what becomes of the rows, how many, the first, the words. */
  List<List<Object>> problems() {
    return Stream.concat(
            leftOut.entrySet().stream().map(one -> problem("quarantined", one)),
            flagged.entrySet().stream().map(one -> problem("flag", one)))
        .toList();
  }

  private List<Object> problem(String kind, Map.Entry<String, Broken> broken) {
    Expectation rule = rules.get(broken.getKey());
    return List.of(
        kind,
        rule.id(),
        broken.getValue().rows(),
        broken.getValue().first().toString(),
        rule.messageZh() + " / " + rule.messageEn());
  }

  /** How many rows there are of each kind. */
  static Inspection.Section counts(Taken.Counts counts) {
    return new Inspection.Section(
        "rows",
        List.of("item", "value"),
        List.of(
            List.of("read", counts.read()),
            List.of("notes", counts.notes()),
            List.of("accepted", counts.kept().accepted()),
            List.of("quarantined", counts.kept().quarantined()),
            List.of("flagged", counts.kept().flagged())));
  }

  /** The first accepted rows, each as a column, since an entry has many values. */
  Optional<Inspection.Section> sample() {
    if (sample.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>(List.of("column"));
    sample.keySet().forEach(place -> names.add("row " + place));
    List<Row> rows =
        sample.values().stream()
            .map(row -> (Row) CatalystTypeConverters.convertToScala(row, table.structType()))
            .toList();
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
                                rows.stream().map(row -> masked(field, row)))
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
