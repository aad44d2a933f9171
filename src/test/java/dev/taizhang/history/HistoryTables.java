package dev.taizhang.history;

import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.History;
import dev.taizhang.tables.InternalRows;
import dev.taizhang.tables.Slices;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Histories as tables, of tables. */
final class HistoryTables {

  private HistoryTables() {}

  /** Of all slices. */
  static Dataset<Row> ofAllSlices(
      Dataset<Row> entries, Dataset<Row> quarantine, Dataset<Row> slices) {
    List<NamedCohorts.Named> accepted =
        SliceCounts.added(SliceCounts.of(entries).collect()).stream()
            .map(one -> new NamedCohorts.Named(one.submissionId(), one.graduationYear()))
            .toList();
    return table(
        LedgerHistory.of(
                SharedSpark.session(), CohortSlices.of(records(slices), List.of(), accepted))
            .withFiles(entries, quarantine));
  }

  /** Of a history and one later slice of each of its cohorts: what was open, and what begins. */
  static Dataset<Row> ofNextSlice(
      Dataset<Row> history, Dataset<Row> entries, Dataset<Row> quarantine, Dataset<Row> slices) {
    return table(
        LedgerHistory.of(
                SharedSpark.session(), CohortSlices.of(List.of(), records(slices), List.of()))
            .withFiles(entries, quarantine)
            .carryingOn(history, quarantine));
  }

  private static Dataset<Row> table(LedgerHistory history) {
    return InternalRows.dataset(SharedSpark.session(), history.rows(), History.TABLE.structType());
  }

  private static List<Slices.Slice> records(Dataset<Row> slices) {
    return slices.collectAsList().stream()
        .map(
            row ->
                new Slices.Slice(
                    row.getAs(Slices.SUBMISSION_ID.name()),
                    row.getAs(Slices.UNIVERSITY_CODE.name()),
                    row.<Integer>getAs(Slices.GRADUATION_YEAR.name()),
                    row.getAs(Slices.SNAPSHOT_DATE.name()),
                    row.<Long>getAs(Slices.GRADUATES.name()),
                    row.getAs(Slices.STATUS.name()),
                    row.getAs(Slices.WHY.name()),
                    row.getAs(Slices.ORDER_IN_DATE.name())))
        .toList();
  }
}
