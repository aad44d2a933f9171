package dev.taizhang.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class RowCountsTest {

  private static Map<String, Object> row(Integer year, String student, String person) {
    Map<String, Object> values = new HashMap<>();
    values.put("submission_id", "a");
    values.put("graduation_year", year);
    values.put("student_key", student);
    values.put("person_id", person);
    values.put("flags", new String[0]);
    return values;
  }

  private static Dataset<Row> rows(Table table, List<Map<String, Object>> values) {
    String[] columns = table.structType().fieldNames();
    List<Row> rows =
        values.stream()
            .map(row -> RowFactory.create(Arrays.stream(columns).map(row::get).toArray()))
            .toList();
    // No more than the counted columns is filled.
    StructType type = table.structType().asNullable();
    return SharedSpark.session().createDataFrame(rows, type);
  }

  private static RowCounts counts(
      List<Map<String, Object>> entries, List<Map<String, Object>> quarantined) {
    return RowCounts.bySubmission(
            table ->
                rows(
                    table,
                    table.equals(Entries.TABLE)
                        ? entries
                        : table.equals(Quarantine.TABLE) ? quarantined : List.of()))
        .get("a");
  }

  @Test
  void quarantinedRowCountsInTheCohortThatItNames() {
    assertEquals(
        new RowCounts(2, 1, 0, List.of(new CohortCount(2025, 2, 1))),
        counts(List.of(row(2025, "s", "p"), row(2025, null, "q")), List.of(row(2025, "s", "p"))));
  }

  @Test
  void quarantinedRowOfSomebodyWithoutYearIsOfNoCohort() {
    assertEquals(
        new RowCounts(0, 1, 0, List.of(new CohortCount(null, 0, 0))),
        counts(List.of(), List.of(row(null, "s", null))));
  }

  @Test
  void quarantinedRowOfNobodyIsOfNoCohortAndChangesNone() {
    assertEquals(
        new RowCounts(0, 1, 0, List.of()), counts(List.of(), List.of(row(null, null, null))));
  }
}
