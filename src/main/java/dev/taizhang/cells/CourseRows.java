package dev.taizhang.cells;

import dev.taizhang.figures.FieldCode;
import dev.taizhang.figures.Hardship;
import dev.taizhang.figures.courses.CourseInterval;
import dev.taizhang.figures.courses.State;
import dev.taizhang.figures.courses.Traits;
import dev.taizhang.figures.rates.Disciplines;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.FollowUpEntries;
import dev.taizhang.tables.History;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What goes to whoever folds courses: intervals of the history, days of findings, and what was
 * counted where it was read.
 */
final class CourseRows {

  private static final List<Field> READ =
      List.of(
          History.UNIVERSITY_CODE,
          History.GRADUATION_YEAR,
          History.GRADUATE_ID,
          History.VALID_FROM,
          History.VALID_TO,
          History.CHANGE_KIND,
          Entries.OUTCOME_CODE,
          Entries.OUTCOME_DATE,
          Entries.DEGREE_LEVEL,
          Entries.MAJOR_CATALOGUE,
          Entries.MAJOR_CODE,
          Entries.GRADUATION_DATE,
          History.CARRIED_FORWARD,
          History.BASELINE_TAGS,
          History.BASELINE_DETAIL);

  /** Counts of one task, serialised; null in all rows that are somebody's. */
  private static final String COUNTED = "counted";

  private static final int UNIVERSITY_CODE = READ.indexOf(History.UNIVERSITY_CODE);
  private static final int GRADUATION_YEAR = READ.indexOf(History.GRADUATION_YEAR);
  private static final int GRADUATE_ID = READ.indexOf(History.GRADUATE_ID);
  private static final int VALID_FROM = READ.indexOf(History.VALID_FROM);
  private static final int VALID_TO = READ.indexOf(History.VALID_TO);
  private static final int CHANGE_KIND = READ.indexOf(History.CHANGE_KIND);
  private static final int OUTCOME_DATE = READ.indexOf(Entries.OUTCOME_DATE);
  private static final int GRADUATION_DATE = READ.indexOf(Entries.GRADUATION_DATE);
  private static final int CARRIED_FORWARD = READ.indexOf(History.CARRIED_FORWARD);
  private static final int BASELINE_TAGS = READ.indexOf(History.BASELINE_TAGS);
  private static final int COUNTS = READ.size();

  private static final UTF8String ENTERED = UTF8String.fromString(History.ENTERED);
  private static final UTF8String LEFT = UTF8String.fromString(History.LEFT);

  private static final InternalRow NOT_COUNTED = new GenericInternalRow(1);

  /** A slice that carries a state forward: its date, and that of the last good one. */
  private static final int CARRIED_SIZE = 2;

  private CourseRows() {}

  /** What is read of the history. */
  static Column[] ofHistory() {
    return READ.stream().map(Field::column).toArray(Column[]::new);
  }

  /** What is read of the lists that name graduates, in the same shape: a row without a kind. */
  static Column[] ofFindings() {
    List<Column> columns = new ArrayList<>();
    for (Field field : READ) {
      if (field.equals(History.VALID_FROM)) {
        columns.add(FollowUpEntries.STATE_DATE.column().as(field.name()));
      } else if (columns.size() < VALID_FROM) {
        columns.add(field.column());
      } else {
        columns.add(functions.lit(null).cast(field.type()).as(field.name()));
      }
    }
    return columns.toArray(Column[]::new);
  }

  static StructType schema() {
    StructType schema = new StructType();
    for (Field field : READ) {
      schema = schema.add(field.name(), field.type(), true);
    }
    return schema.add(COUNTED, DataTypes.BinaryType, true);
  }

  /** By what rows of a graduate come together. */
  static Column[] graduate() {
    return new Column[] {
      History.UNIVERSITY_CODE.column(),
      History.GRADUATION_YEAR.column(),
      History.GRADUATE_ID.column()
    };
  }

  /** In which order they come. */
  static Column[] inOrder() {
    return new Column[] {
      History.UNIVERSITY_CODE.column(),
      History.GRADUATION_YEAR.column(),
      History.GRADUATE_ID.column(),
      History.VALID_FROM.column()
    };
  }

  /** A row that is read, as it is given on. */
  static InternalRow givenOn(InternalRow row) {
    return new JoinedRow(row, NOT_COUNTED);
  }

  /** A row of what a task has counted. */
  static InternalRow counted(byte[] counts) {
    Object[] values = new Object[COUNTS + 1];
    values[COUNTS] = counts;
    return new GenericInternalRow(values);
  }

  /** What a task has counted; null in rows that are somebody's. */
  static byte[] counted(InternalRow row) {
    return row.isNullAt(COUNTS) ? null : row.getBinary(COUNTS);
  }

  static UTF8String universityCode(InternalRow row) {
    return row.getUTF8String(UNIVERSITY_CODE);
  }

  static int graduationYear(InternalRow row) {
    return row.getInt(GRADUATION_YEAR);
  }

  static UTF8String graduateId(InternalRow row) {
    return row.getUTF8String(GRADUATE_ID);
  }

  /** Whether the row is the day of a list that names the graduate. */
  static boolean isFinding(InternalRow row) {
    return row.isNullAt(CHANGE_KIND);
  }

  /** Whether nothing was told of the graduate before. */
  static boolean isFirst(InternalRow row) {
    return ENTERED.equals(row.getUTF8String(CHANGE_KIND));
  }

  static int from(InternalRow row) {
    return row.getInt(VALID_FROM);
  }

  static int to(InternalRow row) {
    return row.isNullAt(VALID_TO) ? CourseInterval.OPEN : row.getInt(VALID_TO);
  }

  /** The interval of a row of the history. */
  static CourseInterval interval(InternalRow row) {
    boolean isAbsent = LEFT.equals(row.getUTF8String(CHANGE_KIND));
    return new CourseInterval(
        from(row),
        to(row),
        isAbsent ? State.ABSENT : State.of(text(row, Entries.OUTCOME_CODE)),
        day(row, OUTCOME_DATE),
        carried(row),
        isAbsent ? null : traits(row));
  }

  private static Traits traits(InternalRow row) {
    String catalogue = text(row, Entries.MAJOR_CATALOGUE);
    return new Traits(
        text(row, Entries.DEGREE_LEVEL),
        new FieldCode(
            Disciplines.catalogue(catalogue),
            Disciplines.code(catalogue, text(row, Entries.MAJOR_CODE))),
        day(row, GRADUATION_DATE),
        new Hardship(
            StateRows.texts(row.getArray(BASELINE_TAGS)), text(row, History.BASELINE_DETAIL)));
  }

  private static Map<Integer, Integer> carried(InternalRow row) {
    if (row.isNullAt(CARRIED_FORWARD)) {
      return Map.of();
    }
    ArrayData slices = row.getArray(CARRIED_FORWARD);
    Map<Integer, Integer> carried = new HashMap<>();
    for (int slice = 0; slice < slices.numElements(); slice++) {
      InternalRow dates = slices.getStruct(slice, CARRIED_SIZE);
      carried.put(dates.getInt(0), dates.getInt(1));
    }
    return carried;
  }

  private static Integer day(InternalRow row, int column) {
    return row.isNullAt(column) ? null : row.getInt(column);
  }

  private static String text(InternalRow row, Field field) {
    UTF8String value = row.getUTF8String(READ.indexOf(field));
    return value == null ? null : value.toString();
  }
}
