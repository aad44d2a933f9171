package dev.taizhang.cells;

import dev.taizhang.figures.Hardship;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.History;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/** The columns of the history that are counted. */
final class StateRows {

  private static final UTF8String FOLLOW_UP = UTF8String.fromString(History.FOLLOW_UP);

  private static final List<Field> READ =
      List.of(
          History.UNIVERSITY_CODE,
          History.GRADUATION_YEAR,
          History.VALID_FROM,
          History.VALID_TO,
          History.SOURCE_FEED,
          Entries.DEGREE_LEVEL,
          Entries.HARDSHIP_TAGS,
          Entries.HARDSHIP_DETAIL,
          Entries.MAJOR_CATALOGUE,
          Entries.MAJOR_CODE,
          Entries.ORIGIN_REGION_CODE,
          Entries.OUTCOME_CODE,
          History.CARRIED_FORWARD,
          History.BASELINE_TAGS,
          History.BASELINE_DETAIL);
  private static final int UNIVERSITY_CODE = READ.indexOf(History.UNIVERSITY_CODE);
  private static final int GRADUATION_YEAR = READ.indexOf(History.GRADUATION_YEAR);
  private static final int VALID_FROM = READ.indexOf(History.VALID_FROM);
  private static final int VALID_TO = READ.indexOf(History.VALID_TO);
  private static final int SOURCE_FEED = READ.indexOf(History.SOURCE_FEED);
  private static final int CARRIED_FORWARD = READ.indexOf(History.CARRIED_FORWARD);

  /** What a slice that carries a state forward says: its date, and that of the last good one. */
  private static final int CARRIED_SIZE = 2;

  private StateRows() {}

  /** What is to be read of the history. */
  static Column[] columns() {
    return READ.stream().map(Field::column).toArray(Column[]::new);
  }

  static UTF8String universityCode(InternalRow row) {
    return row.getUTF8String(UNIVERSITY_CODE);
  }

  static int graduationYear(InternalRow row) {
    return row.getInt(GRADUATION_YEAR);
  }

  /**
   * Whether the state holds on a date.
   *
   * @param day the date in days since 1970
   */
  static boolean holdsOn(InternalRow row, int day) {
    return row.getInt(VALID_FROM) <= day && (row.isNullAt(VALID_TO) || row.getInt(VALID_TO) > day);
  }

  /**
   * How old the state is on the date of a slice that names the graduate in no row that counts: the
   * days since a slice told it, or a follow-up list found it. 0 where the slice tells it.
   */
  static int carriedDays(InternalRow row, int day) {
    if (row.isNullAt(CARRIED_FORWARD)) {
      return 0;
    }
    ArrayData carried = row.getArray(CARRIED_FORWARD);
    for (int slice = 0; slice < carried.numElements(); slice++) {
      InternalRow dates = carried.getStruct(slice, CARRIED_SIZE);
      if (dates.getInt(0) == day) {
        boolean isFound = row.getUTF8String(SOURCE_FEED).equals(FOLLOW_UP);
        int told = isFound ? Math.max(dates.getInt(1), row.getInt(VALID_FROM)) : dates.getInt(1);
        return day - told;
      }
    }
    return 0;
  }

  /** The state, as far as it is counted. */
  static CountedState state(InternalRow row) {
    return new CountedState(
        text(row, Entries.DEGREE_LEVEL),
        hardship(row, Entries.HARDSHIP_TAGS, Entries.HARDSHIP_DETAIL),
        hardship(row, History.BASELINE_TAGS, History.BASELINE_DETAIL),
        text(row, Entries.MAJOR_CATALOGUE),
        text(row, Entries.MAJOR_CODE),
        text(row, Entries.ORIGIN_REGION_CODE),
        text(row, Entries.OUTCOME_CODE));
  }

  private static Hardship hardship(InternalRow row, Field tags, Field detail) {
    return new Hardship(texts(row.getArray(READ.indexOf(tags))), text(row, detail));
  }

  private static String text(InternalRow row, Field field) {
    UTF8String value = row.getUTF8String(READ.indexOf(field));
    return value == null ? null : value.toString();
  }

  static List<String> texts(ArrayData values) {
    List<String> texts = new ArrayList<>(values.numElements());
    for (int i = 0; i < values.numElements(); i++) {
      texts.add(values.getUTF8String(i).toString());
    }
    return texts;
  }
}
