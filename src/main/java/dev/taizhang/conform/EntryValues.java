package dev.taizhang.conform;

import dev.taizhang.tables.AssistanceEntries;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.FollowUpEntries;
import dev.taizhang.tables.Rows;
import dev.taizhang.tables.Table;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** Makes readings entries: which of them an entry keeps, and what follows from several. */
public enum EntryValues {
  /** Graduates of a ledger. Rules look at the date of the outcome as it is written. */
  LEDGER(
      Entries.TABLE,
      Map.of(Entries.OUTCOME_DATE, readings -> past(readings, Reading.OUTCOME_DATE))),
  /** What a survey found of people. */
  FOLLOW_UP(
      FollowUpEntries.TABLE,
      Map.of(
          FollowUpEntries.STATE_DATE, EntryValues::stateDate,
          FollowUpEntries.EMPLOYMENT_STATUS, EntryValues::employmentStatus,
          FollowUpEntries.SERVICES_RECEIVED, EntryValues::servicesReceived)),
  /** Measures, one each. Rules look at the date of the measure as it is written. */
  ASSISTANCE(
      AssistanceEntries.TABLE,
      Map.of(AssistanceEntries.MEASURE_DATE, readings -> past(readings, Reading.MEASURE_DATE)));

  private static final int SNAPSHOT_DATE = Readings.position(Rows.SNAPSHOT_DATE);
  private static final int EMPLOYER_STATED = Readings.position(Rows.EMPLOYER_STATED);

  @SuppressWarnings("ImmutableEnumChecker") // A contract never changes.
  private final Table table;

  @SuppressWarnings("ImmutableEnumChecker") // Filled once, and never given out.
  private final Value[] values;

  private final int flags;

  EntryValues(Table table, Map<Field, Value> made) {
    this.table = table;
    this.flags = table.fields().indexOf(Entries.FLAGS);
    this.values =
        table.fields().stream()
            .map(field -> made.containsKey(field) ? made.get(field) : kept(field))
            .toArray(Value[]::new);
  }

  private static Value kept(Field field) {
    if (field.equals(Entries.FLAGS)) {
      return readings -> null;
    }
    int position = Readings.position(field);
    DataType type = field.type();
    return readings -> readings.isNullAt(position) ? null : readings.get(position, type);
  }

  /** The table whose rows are made. */
  public Table table() {
    return table;
  }

  /**
   * The entry of a row, with the values of {@link #table} in order; a new row each time.
   *
   * @param readings as {@link Readings#SCHEMA}
   * @param rules the rules that the row breaks, sorted
   */
  public InternalRow of(InternalRow readings, ArrayData rules) {
    Object[] entry = new Object[values.length];
    for (int i = 0; i < entry.length; i++) {
      entry[i] = i == flags ? rules : values[i].of(readings);
    }
    return new GenericInternalRow(entry);
  }

  /** A date that is not after the list that tells it; what lies ahead of it has not happened. */
  private static Integer past(InternalRow readings, Reading date) {
    int position = date.position();
    return readings.isNullAt(position)
            || readings.getInt(position) > readings.getInt(SNAPSHOT_DATE) + 1
        ? null
        : (Integer) readings.getInt(position);
  }

  private static Integer stateDate(InternalRow readings) {
    Integer survey = past(readings, Reading.SURVEY_DATE);
    return survey == null ? (Integer) readings.getInt(SNAPSHOT_DATE) : survey;
  }

  private static UTF8String employmentStatus(InternalRow readings) {
    UTF8String outcome = readings.getUTF8String(Reading.OUTCOME_CODE.position());
    boolean wordsOfUnplaced =
        !readings.isNullAt(Reading.UNPLACED_REASON.position())
            || !readings.isNullAt(Reading.JOB_INTENTION.position());
    return UTF8String.fromString(
        Outcomes.employmentStatus(
            outcome == null ? null : outcome.toString(),
            readings.getBoolean(EMPLOYER_STATED),
            wordsOfUnplaced));
  }

  /** The services that are known, each once, in the order of their codes. */
  private static ArrayData servicesReceived(InternalRow readings) {
    int position = Reading.SERVICES_ITEMS.position();
    Object[] items =
        readings.isNullAt(position)
            ? new Object[0]
            : readings.getArray(position).toObjectArray(DataTypes.StringType);
    return new GenericArrayData(
        Arrays.stream(items).filter(Objects::nonNull).distinct().sorted().toArray());
  }

  /** What stands in one column of an entry, in Spark's form. */
  private interface Value {
    Object of(InternalRow readings);
  }
}
