package dev.taizhang.flow.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.conform.TableRows;
import dev.taizhang.flow.Stage;
import dev.taizhang.intake.CohortCount;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.History;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Three weeks of one university; the rates keep the newest date, the trend all of them. */
class TouchedDatesTest {

  private static final LocalDate FIRST = LocalDate.of(2025, 6, 1);
  private static final LocalDate NEWEST = FIRST.plusWeeks(2);

  private static Stream<LocalDate> weeks() {
    return Stream.iterate(FIRST, date -> date.plusWeeks(1)).limit(3);
  }

  private static CohortFiles files() {
    return CohortFiles.of(
        weeks()
            .map(date -> SubmissionRows.ledger("of " + date, date, new CohortCount(2025, 100, 0)))
            .toList(),
        List.of(),
        0.01);
  }

  private static List<Speaking> asOf() {
    return weeks()
        .map(
            date ->
                new Speaking(
                    date, "plain", "90001", 2025, date, 0, true, date.equals(NEWEST), true))
        .toList();
  }

  private static TouchedDates touched(
      Stage.Scope scope, CohortFiles files, Map<String, String> known) {
    return TouchedDates.of(asOf(), scope, files, known);
  }

  /** The dates of the slices that are looked at. */
  private static List<LocalDate> lookedAt(TouchedDates touched) {
    Dataset<Row> rows =
        SharedSpark.session()
            .createDataFrame(
                weeks().map(RowFactory::create).toList(),
                new StructType(new StructField[] {AsOf.SNAPSHOT_DATE.structField()}));
    return touched.needed(Entries.TABLE, rows).collectAsList().stream()
        .map(row -> row.<LocalDate>getAs(0))
        .sorted()
        .toList();
  }

  @Test
  void newDateInPlaceOfTheOneBeforeLooksAtItsOwnSlicesOnly() {
    TouchedDates touched =
        touched(Stage.Scope.DATES_OF_RATES, files(), Map.of("2025-06-08", "of last week"));
    assertTrue(touched.isEverything());
    assertEquals(List.of(NEWEST), lookedAt(touched));
  }

  @Test
  void dateThatIsAskedForNoMoreIsEmptied() {
    Map<String, String> known =
        Map.of(
            NEWEST.toString(),
            touched(Stage.Scope.DATES_OF_RATES, files(), Map.of()).marks().get(NEWEST.toString()),
            "2025-06-08",
            "of last week");
    TouchedDates touched = touched(Stage.Scope.DATES_OF_RATES, files(), known);
    assertFalse(touched.isEverything());
    assertEquals("as_of_date IN (DATE'2025-06-08')", touched.written(Entries.TABLE));
    assertEquals(List.of(), lookedAt(touched));
  }

  @Test
  void stepToADateLooksAtTheOneBeforeToo() {
    Map<String, String> known = touched(Stage.Scope.WEEKLY_STEPS, files(), Map.of()).marks();
    known.remove(NEWEST.toString());
    assertEquals(
        List.of(NEWEST.minusWeeks(1), NEWEST),
        lookedAt(touched(Stage.Scope.WEEKLY_STEPS, files(), known)));
    known.clear();
    assertEquals(weeks().toList(), lookedAt(touched(Stage.Scope.WEEKLY_STEPS, files(), known)));
  }

  @Test
  void coursesLookAtStatesThatEndedBeforeAnySliceThatSpeaks() {
    Dataset<Row> history =
        TableRows.of(History.TABLE)
            .row(History.VALID_FROM, FIRST, History.VALID_TO, FIRST.plusWeeks(1))
            .row(History.VALID_FROM, FIRST.plusWeeks(1))
            .dataset();
    Map<String, String> known = Map.of("2025-06-08", "of last week");
    assertEquals(
        2,
        touched(Stage.Scope.DATES_OF_COURSES, files(), known)
            .needed(History.TABLE, history)
            .count());
    assertEquals(
        1,
        touched(Stage.Scope.DATES_OF_RATES, files(), known).needed(History.TABLE, history).count());
  }

  @Test
  void filesWithUnknownCohortsMakeAllSlicesNeeded() {
    CohortFiles unknown =
        CohortFiles.of(List.of(SubmissionRows.ledgerOfUnknownCohorts("old")), List.of(), 0.01);
    TouchedDates touched = touched(Stage.Scope.DATES_OF_RATES, unknown, Map.of());
    assertTrue(touched.isEverything());
    assertEquals(weeks().toList(), lookedAt(touched));
  }
}
