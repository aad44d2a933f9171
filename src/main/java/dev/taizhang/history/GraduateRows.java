package dev.taizhang.history;

import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.FollowUpEntries;
import dev.taizhang.tables.RowChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The rows that Spark brings together by graduate: sightings, findings of follow-up lists, and what
 * the history knows of cohorts that are carried on.
 */
final class GraduateRows {

  /** What a row is. */
  enum Kind {
    SIGHTING,
    FINDING,
    OPEN,
    LAST_TOLD
  }

  /** The columns of a finding besides its place in the file, as {@link #SCHEMA} nests them. */
  static final List<Field> FOUND =
      List.of(
          FollowUpEntries.STATE_DATE,
          FollowUpEntries.SNAPSHOT_DATE,
          FollowUpEntries.SUBMISSION_ID,
          FollowUpEntries.OUTCOME_CODE,
          FollowUpEntries.EMPLOYER_KIND_CODE,
          FollowUpEntries.EMPLOYER_REGION_CODE,
          FollowUpEntries.JOB_INTENTION,
          FollowUpEntries.UNPLACED_REASON);

  static final StructType STATE_TYPE = type(Entries.STATE);

  /** Number of the task. */
  static final String PART = "part";

  /** In the order in which a task is to see the rows: whoever has no student key first. */
  static final List<String> ORDER = List.of("cohort", "student", "date", "file", "sheet", "row");

  static final StructType SCHEMA =
      new StructType()
          .add(PART, DataTypes.IntegerType, false)
          .add("cohort", DataTypes.IntegerType, false)
          .add("student", DataTypes.StringType, true)
          .add("person", DataTypes.StringType, true)
          .add("date", DataTypes.IntegerType, false)
          .add("file", DataTypes.IntegerType, false)
          .add("sheet", DataTypes.IntegerType, false)
          .add("row", DataTypes.IntegerType, false)
          .add("kind", DataTypes.IntegerType, false)
          .add("slice", DataTypes.IntegerType, false)
          .add("state", STATE_TYPE, true)
          .add("interval", type(HistoryRows.INTERVAL), true)
          .add("found", type(FOUND), true)
          .add("stored_in", DataTypes.StringType, true)
          .add("stored_at", DataTypes.LongType, false);

  private static final int PART_AT = SCHEMA.fieldIndex(PART);
  private static final int COHORT_AT = SCHEMA.fieldIndex("cohort");
  private static final int STUDENT_AT = SCHEMA.fieldIndex("student");
  private static final int PERSON_AT = SCHEMA.fieldIndex("person");
  private static final int DATE_AT = SCHEMA.fieldIndex("date");
  private static final int FILE_AT = SCHEMA.fieldIndex("file");
  private static final int SHEET_AT = SCHEMA.fieldIndex("sheet");
  private static final int ROW_AT = SCHEMA.fieldIndex("row");
  private static final int KIND_AT = SCHEMA.fieldIndex("kind");
  private static final int SLICE_AT = SCHEMA.fieldIndex("slice");
  private static final int STATE_AT = SCHEMA.fieldIndex("state");
  private static final int INTERVAL_AT = SCHEMA.fieldIndex("interval");
  private static final int FOUND_AT = SCHEMA.fieldIndex("found");
  private static final int STORED_IN = SCHEMA.fieldIndex("stored_in");
  private static final int STORED_AT = SCHEMA.fieldIndex("stored_at");

  private static final int[] NO_PLACE = {DATE_AT, FILE_AT, SHEET_AT, ROW_AT, SLICE_AT};
  private static final Kind[] KINDS = Kind.values();

  private GraduateRows() {}

  private static StructType type(List<Field> fields) {
    return new StructType(
        fields.stream().map(field -> field.orNull().structField()).toArray(StructField[]::new));
  }

  /** Some columns as one. */
  static Column together(List<Field> fields) {
    return functions.struct(fields.stream().map(Field::column).toArray(Column[]::new));
  }

  /** A row that names a graduate: of a slice, with a state where it tells one. */
  static InternalRow sighting(
      CohortSlices slices,
      int slice,
      UTF8String student,
      UTF8String person,
      int sheet,
      int row,
      InternalRow state) {
    CohortSlices.Numbered of = slices.slice(slice);
    GenericInternalRow made = row(slices, of.cohort(), Kind.SIGHTING, student);
    made.update(PERSON_AT, person);
    made.setInt(DATE_AT, of.date());
    made.setInt(FILE_AT, of.file());
    made.setInt(SHEET_AT, sheet);
    made.setInt(ROW_AT, row);
    made.setInt(SLICE_AT, slice);
    made.update(STATE_AT, state);
    return made;
  }

  /** A row of a follow-up list. */
  static InternalRow finding(
      CohortSlices slices,
      int cohort,
      UTF8String graduate,
      int arrival,
      int sheet,
      int row,
      InternalRow found) {
    GenericInternalRow made = row(slices, cohort, Kind.FINDING, graduate);
    made.setInt(FILE_AT, arrival);
    made.setInt(SHEET_AT, sheet);
    made.setInt(ROW_AT, row);
    made.update(FOUND_AT, found);
    return made;
  }

  /**
   * A row of the history as it is.
   *
   * @param storedIn the name of the file that holds it
   * @param storedAt its place there
   */
  static InternalRow known(
      CohortSlices slices,
      int cohort,
      Kind kind,
      UTF8String graduate,
      InternalRow interval,
      InternalRow state,
      UTF8String storedIn,
      long storedAt) {
    GenericInternalRow made = row(slices, cohort, kind, graduate);
    made.update(INTERVAL_AT, interval);
    made.update(STATE_AT, state);
    made.update(STORED_IN, storedIn);
    made.setLong(STORED_AT, storedAt);
    return made;
  }

  private static GenericInternalRow row(
      CohortSlices slices, int cohort, Kind kind, UTF8String student) {
    GenericInternalRow made = new GenericInternalRow(SCHEMA.size());
    made.setInt(PART_AT, slices.cohort(cohort).part());
    made.setInt(COHORT_AT, cohort);
    made.update(STUDENT_AT, student);
    made.setInt(KIND_AT, kind.ordinal());
    made.setLong(STORED_AT, 0);
    for (int place : NO_PLACE) {
      made.setInt(place, 0);
    }
    return made;
  }

  /** The number of the cohort. */
  static int cohort(InternalRow row) {
    return row.getInt(COHORT_AT);
  }

  /** The student key, or of what is known of graduates their id; null where there is none. */
  static UTF8String student(InternalRow row) {
    return row.getUTF8String(STUDENT_AT);
  }

  /** What stands beside it; null where nothing does. */
  static UTF8String person(InternalRow row) {
    return row.getUTF8String(PERSON_AT);
  }

  static Kind kind(InternalRow row) {
    return KINDS[row.getInt(KIND_AT)];
  }

  /**
   * The state of a row, to be kept; null where it has none.
   *
   * @param before a state that is kept already, which is taken where it is the same
   */
  static UnsafeRow state(InternalRow row, UnsafeRow before) {
    if (row.isNullAt(STATE_AT)) {
      return null;
    }
    UnsafeRow state = (UnsafeRow) row.getStruct(STATE_AT, STATE_TYPE.size());
    return state.equals(before) ? before : state.copy();
  }

  /** The same, where any of those that are kept is taken that is the same. */
  static UnsafeRow state(InternalRow row, Map<UnsafeRow, UnsafeRow> kept) {
    if (row.isNullAt(STATE_AT)) {
      return null;
    }
    UnsafeRow state = state(row, kept.get((UnsafeRow) row.getStruct(STATE_AT, STATE_TYPE.size())));
    kept.put(state, state);
    return state;
  }

  /** The sighting that a row is. */
  static Sighting<UnsafeRow> sighting(CohortSlices slices, InternalRow row, UnsafeRow state) {
    return new Sighting<>(
        row.getInt(DATE_AT),
        new Sighting.Place(row.getInt(FILE_AT), row.getInt(SHEET_AT), row.getInt(ROW_AT)),
        slices.slice(row.getInt(SLICE_AT)).submission(),
        state);
  }

  /** The interval that a row is. */
  static Interval<UnsafeRow> interval(InternalRow row, UnsafeRow state) {
    return HistoryRows.interval(row.getStruct(INTERVAL_AT, HistoryRows.INTERVAL.size()), state);
  }

  /** The baseline tags of the row of the history that a row is. */
  static BaselineTags baseline(InternalRow row) {
    return HistoryRows.baseline(row.getStruct(INTERVAL_AT, HistoryRows.INTERVAL.size()));
  }

  /** The same row of the history, as one that is there no more. */
  static RowChange.Gone gone(InternalRow row) {
    return new RowChange.Gone(row.getUTF8String(STORED_IN).toString(), row.getLong(STORED_AT));
  }

  /** The finding that a row is. */
  static Finding finding(InternalRow row) {
    InternalRow found = row.getStruct(FOUND_AT, FOUND.size());
    return new Finding(
        date(found, FollowUpEntries.STATE_DATE),
        new Finding.Place(
            date(found, FollowUpEntries.SNAPSHOT_DATE),
            row.getInt(FILE_AT),
            row.getInt(SHEET_AT),
            row.getInt(ROW_AT)),
        text(found, FollowUpEntries.SUBMISSION_ID),
        new Finding.Told(
            text(found, FollowUpEntries.OUTCOME_CODE),
            text(found, FollowUpEntries.EMPLOYER_KIND_CODE),
            text(found, FollowUpEntries.EMPLOYER_REGION_CODE),
            text(found, FollowUpEntries.JOB_INTENTION),
            text(found, FollowUpEntries.UNPLACED_REASON)));
  }

  private static LocalDate date(InternalRow found, Field field) {
    return LocalDate.ofEpochDay(found.getInt(FOUND.indexOf(field)));
  }

  private static String text(InternalRow found, Field field) {
    UTF8String value = found.getUTF8String(FOUND.indexOf(field));
    return value == null ? null : value.toString();
  }
}
