package dev.taizhang.history;

import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.History;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/** Rows of {@link History#TABLE} as Spark holds them, from intervals and back. */
final class HistoryRows {

  /** The columns of an interval besides its state. */
  static final List<Field> INTERVAL =
      List.of(
          History.VALID_FROM,
          History.VALID_TO,
          History.CHANGE_KIND,
          History.SOURCE_FEED,
          History.SUBMISSION_ID,
          History.CARRIED_FORWARD,
          History.BASELINE_TAGS,
          History.BASELINE_DETAIL);

  private static final List<Field> FIELDS = History.TABLE.fields();
  private static final int UNIVERSITY_CODE = FIELDS.indexOf(History.UNIVERSITY_CODE);
  private static final int GRADUATION_YEAR = FIELDS.indexOf(History.GRADUATION_YEAR);
  private static final int GRADUATE_ID = FIELDS.indexOf(History.GRADUATE_ID);
  private static final int VALID_FROM = FIELDS.indexOf(History.VALID_FROM);
  private static final int VALID_TO = FIELDS.indexOf(History.VALID_TO);
  private static final int CHANGE_KIND = FIELDS.indexOf(History.CHANGE_KIND);
  private static final int SOURCE_FEED = FIELDS.indexOf(History.SOURCE_FEED);
  private static final int SUBMISSION_ID = FIELDS.indexOf(History.SUBMISSION_ID);
  private static final int FIRST_OF_STATE = FIELDS.indexOf(History.STATE.get(0));
  private static final int CARRIED_FORWARD = FIELDS.indexOf(History.CARRIED_FORWARD);

  private static final int BASELINE_TAGS = FIELDS.indexOf(History.BASELINE_TAGS);
  private static final int BASELINE_DETAIL = FIELDS.indexOf(History.BASELINE_DETAIL);

  private static final int CARRIED_SIZE = 2;

  private HistoryRows() {}

  /** The row of an interval of a graduate. */
  static InternalRow row(
      CohortSlices.Cohort cohort,
      UTF8String graduate,
      Interval<UnsafeRow> interval,
      BaselineTags baseline) {
    Object[] values = new Object[FIELDS.size()];
    values[UNIVERSITY_CODE] = text(cohort.universityCode());
    values[GRADUATION_YEAR] = cohort.graduationYear();
    values[GRADUATE_ID] = graduate;
    values[VALID_FROM] = day(interval.from());
    values[VALID_TO] = interval.to() == null ? null : day(interval.to());
    values[CHANGE_KIND] = text(interval.kind());
    values[SOURCE_FEED] = text(interval.feed());
    values[SUBMISSION_ID] = text(interval.submission());
    values[CARRIED_FORWARD] = carried(interval.carried());
    values[BASELINE_TAGS] = baseline.tags();
    values[BASELINE_DETAIL] = baseline.detail();
    UnsafeRow state = interval.state();
    for (int field = 0; state != null && field < Entries.STATE.size(); field++) {
      values[FIRST_OF_STATE + field] = state.get(field, Entries.STATE.get(field).type());
    }
    return new GenericInternalRow(values);
  }

  private static UTF8String text(String value) {
    return UTF8String.fromString(value);
  }

  private static int day(LocalDate date) {
    return (int) date.toEpochDay();
  }

  private static ArrayData carried(List<Interval.Carried> carried) {
    return carried.isEmpty()
        ? null
        : new GenericArrayData(
            carried.stream()
                .map(
                    one ->
                        new GenericInternalRow(
                            new Object[] {day(one.slice()), day(one.lastGood())}))
                .toArray());
  }

  /**
   * The interval of a row.
   *
   * @param row of {@link #INTERVAL}
   * @param state the interval's state, which is kept; null where the graduate is away
   */
  static Interval<UnsafeRow> interval(InternalRow row, UnsafeRow state) {
    int to = INTERVAL.indexOf(History.VALID_TO);
    return new Interval<>(
        date(row.getInt(INTERVAL.indexOf(History.VALID_FROM))),
        row.isNullAt(to) ? null : date(row.getInt(to)),
        string(row, History.CHANGE_KIND),
        string(row, History.SOURCE_FEED),
        string(row, History.SUBMISSION_ID),
        carried(row),
        string(row, History.CHANGE_KIND).equals(History.LEFT) ? null : state);
  }

  /**
   * The baseline tags of a row, which are kept.
   *
   * @param row of {@link #INTERVAL}
   */
  static BaselineTags baseline(InternalRow row) {
    return new BaselineTags(
        row.getArray(INTERVAL.indexOf(History.BASELINE_TAGS)).copy(),
        row.getUTF8String(INTERVAL.indexOf(History.BASELINE_DETAIL)).clone());
  }

  private static String string(InternalRow row, Field field) {
    UTF8String value = row.getUTF8String(INTERVAL.indexOf(field));
    return value == null ? null : value.toString();
  }

  private static LocalDate date(int day) {
    return LocalDate.ofEpochDay(day);
  }

  private static List<Interval.Carried> carried(InternalRow row) {
    int at = INTERVAL.indexOf(History.CARRIED_FORWARD);
    List<Interval.Carried> carried = new ArrayList<>();
    if (!row.isNullAt(at)) {
      ArrayData slices = row.getArray(at);
      for (int slice = 0; slice < slices.numElements(); slice++) {
        InternalRow dates = slices.getStruct(slice, CARRIED_SIZE);
        carried.add(new Interval.Carried(date(dates.getInt(0)), date(dates.getInt(1))));
      }
    }
    return carried;
  }
}
