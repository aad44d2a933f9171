package dev.taizhang.history;

import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.History;
import dev.taizhang.tables.InternalRows;
import dev.taizhang.tables.RowChange;
import dev.taizhang.tables.Slices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

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

  /**
   * What a history becomes by one later slice of each of its cohorts.
   *
   * @param folder where the history is to lie as files, as it does in a warehouse
   */
  static Next next(
      Path folder,
      Dataset<Row> history,
      Dataset<Row> entries,
      Dataset<Row> quarantine,
      Dataset<Row> slices) {
    history.write().parquet(folder.toString());
    Dataset<Row> stored = SharedSpark.session().read().parquet(folder.toString());
    List<RowChange> changes =
        LedgerHistory.of(
                SharedSpark.session(), CohortSlices.of(List.of(), records(slices), List.of()))
            .withFiles(entries, quarantine)
            .carryingOn(stored, quarantine)
            .changes()
            .map(HistoryTables::copied)
            .collect();
    Set<String> gone =
        changes.stream()
            .filter(RowChange.Gone.class::isInstance)
            .map(RowChange.Gone.class::cast)
            .map(one -> one.file() + " " + one.place())
            .collect(Collectors.toSet());
    List<Row> kept = new ArrayList<>();
    stored
        .withColumn("file", RowChange.fileName())
        .withColumn("place", RowChange.place())
        .collectAsList()
        .stream()
        .filter(row -> !gone.contains(row.getAs("file") + " " + row.getAs("place")))
        .map(
            row ->
                new GenericRowWithSchema(
                    IntStream.range(0, row.size() - 2).mapToObj(row::get).toArray(),
                    History.TABLE.structType()))
        .forEach(kept::add);
    List<InternalRow> added =
        changes.stream()
            .filter(RowChange.Added.class::isInstance)
            .map(change -> ((RowChange.Added) change).row())
            .toList();
    JavaRDD<InternalRow> rows =
        JavaSparkContext.fromSparkContext(SharedSpark.session().sparkContext())
            .parallelize(added, 1);
    return new Next(
        kept,
        InternalRows.dataset(SharedSpark.session(), rows, History.TABLE.structType())
            .collectAsList());
  }

  /**
   * A history after one slice more.
   *
   * @param kept rows that stay as they are
   * @param added rows that come
   */
  record Next(List<Row> kept, List<Row> added) {}

  private static RowChange copied(RowChange change) {
    return change instanceof RowChange.Added added
        ? new RowChange.Added(added.row().copy())
        : change;
  }

  private static Dataset<Row> table(LedgerHistory history) {
    return InternalRows.dataset(
        SharedSpark.session(),
        history.changes().map(change -> ((RowChange.Added) change).row()),
        History.TABLE.structType());
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
