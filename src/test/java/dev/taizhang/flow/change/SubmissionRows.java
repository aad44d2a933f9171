package dev.taizhang.flow.change;

import dev.taizhang.intake.CohortCount;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/** What a run knows of files, as rows in memory. */
final class SubmissionRows {

  private SubmissionRows() {}

  /** An accepted ledger of university 90001. */
  static Row ledger(String id, LocalDate date, CohortCount... counts) {
    Map<Field, Object> values = new HashMap<>();
    values.put(Submissions.SUBMISSION_ID, id);
    values.put(Submissions.UNIVERSITY_CODE, "90001");
    values.put(Submissions.SNAPSHOT_DATE, date);
    values.put(Submissions.MODIFIED_AT, Instant.EPOCH);
    values.put(Submissions.STATUS, Submissions.ACCEPTED);
    values.put(
        Submissions.ACCEPTED_COUNT, Arrays.stream(counts).mapToLong(CohortCount::accepted).sum());
    values.put(Submissions.COHORTS, CohortCount.column(List.of(counts)));
    return row(Submissions.TABLE, values);
  }

  /** An accepted ledger of a release that did not count the rows of each cohort. */
  static Row ledgerOfUnknownCohorts(String id) {
    return row(
        Submissions.TABLE,
        Map.of(Submissions.SUBMISSION_ID, id, Submissions.STATUS, Submissions.ACCEPTED));
  }

  /** A row with some fields; the others are null. */
  static Row row(Table table, Map<Field, Object> values) {
    return new GenericRowWithSchema(
        table.fields().stream().map(values::get).toArray(), table.structType());
  }
}
