package dev.taizhang.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.tables.AssistanceEntries;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.FollowUpEntries;
import dev.taizhang.tables.Rows;
import java.time.LocalDate;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryValuesTest {

  private static final int SNAPSHOT = (int) LocalDate.of(2025, 6, 8).toEpochDay();

  private final GenericInternalRow readings = new GenericInternalRow(Readings.SCHEMA.size());

  EntryValuesTest() {
    readings.update(Readings.position(Rows.SNAPSHOT_DATE), SNAPSHOT);
    readings.update(Readings.position(Rows.EMPLOYER_STATED), false);
  }

  @Test
  void flagsAreThoseGiven() {
    GenericArrayData flags = array("a", "b");

    assertEquals(flags, value(EntryValues.LEDGER, Entries.FLAGS, flags));
    assertEquals(flags, value(EntryValues.FOLLOW_UP, FollowUpEntries.FLAGS, flags));
    assertEquals(flags, value(EntryValues.ASSISTANCE, AssistanceEntries.FLAGS, flags));
  }

  @Test
  void whatLiesAheadOfTheListHasNoDate() {
    put(Reading.OUTCOME_DATE, SNAPSHOT + 2);
    put(Reading.MEASURE_DATE, SNAPSHOT + 1);

    assertEquals(null, value(EntryValues.LEDGER, Entries.OUTCOME_DATE));
    assertEquals(SNAPSHOT + 1, value(EntryValues.ASSISTANCE, AssistanceEntries.MEASURE_DATE));
  }

  @Test
  void stateIsThatOfTheSurveyOrElseOfTheList() {
    assertEquals(SNAPSHOT, value(EntryValues.FOLLOW_UP, FollowUpEntries.STATE_DATE));
    put(Reading.SURVEY_DATE, SNAPSHOT - 30);
    assertEquals(SNAPSHOT - 30, value(EntryValues.FOLLOW_UP, FollowUpEntries.STATE_DATE));
    put(Reading.SURVEY_DATE, SNAPSHOT + 2);
    assertEquals(SNAPSHOT, value(EntryValues.FOLLOW_UP, FollowUpEntries.STATE_DATE));
  }

  @Test
  void servicesAreThoseKnownEachOnceInOrder() {
    assertEquals(array(), value(EntryValues.FOLLOW_UP, FollowUpEntries.SERVICES_RECEIVED));
    put(Reading.SERVICES_ITEMS, array("training", null, "fair", "training"));
    assertEquals(
        array("fair", "training"), value(EntryValues.FOLLOW_UP, FollowUpEntries.SERVICES_RECEIVED));
  }

  @ParameterizedTest
  @CsvSource({
    // outcome, employer, reason, wish | status
    "10,, true,, employed",
    "80,, false,, employed",
    "70,, true,, unplaced",
    "72,, true,, unplaced",
    "65,, true,, unplaced",
    ",, true, yes, employed",
    ", other, false,, unplaced",
    ",, false, no, unplaced",
    ",, false,, unknown",
  })
  void outcomeDecidesOnWorkAndThenTheEmployer(
      String outcome, String reason, boolean employerStated, String intention, String status) {
    put(Reading.OUTCOME_CODE, UTF8String.fromString(outcome));
    put(Reading.UNPLACED_REASON, UTF8String.fromString(reason));
    put(Reading.JOB_INTENTION, UTF8String.fromString(intention));
    readings.update(Readings.position(Rows.EMPLOYER_STATED), employerStated);

    assertEquals(
        UTF8String.fromString(status),
        value(EntryValues.FOLLOW_UP, FollowUpEntries.EMPLOYMENT_STATUS));
  }

  private void put(Reading reading, Object value) {
    readings.update(reading.position(), value);
  }

  private Object value(EntryValues kind, Field field) {
    return value(kind, field, array());
  }

  private Object value(EntryValues kind, Field field, GenericArrayData flags) {
    InternalRow entry = kind.of(readings, flags);
    int position = kind.table().fields().indexOf(field);
    return entry.isNullAt(position) ? null : entry.get(position, field.type());
  }

  private static GenericArrayData array(String... texts) {
    Object[] array = new Object[texts.length];
    for (int i = 0; i < texts.length; i++) {
      array[i] = UTF8String.fromString(texts[i]);
    }
    return new GenericArrayData(array);
  }
}
