package dev.taizhang.pipeline;

import dev.taizhang.marts.FigureRevisions;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Revisions;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.Warehouse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records which figures a run moved, by comparing the tables before it with those after it. A run
 * that is killed between its figures and this record leaves no record.
 */
final class Revising {

  private static final Logger LOGGER = LoggerFactory.getLogger(Revising.class);

  private static final List<Table> COMPARED =
      List.of(Submissions.TABLE, Slices.TABLE, AsOf.TABLE, Cells.BY_MAJOR);

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Map<Table, Long> versionsBefore;

  private Revising(SparkSession spark, Warehouse warehouse, Map<Table, Long> versionsBefore) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.versionsBefore = versionsBefore;
  }

  /** Remembers the tables as they are before a run changes them. */
  static Revising before(SparkSession spark, Warehouse warehouse) {
    Map<Table, Long> versions = new HashMap<>();
    COMPARED.forEach(table -> versions.put(table, warehouse.version(table)));
    return new Revising(spark, warehouse, versions);
  }

  /** Records what moved since. Where nothing did, nothing is written. */
  void record(String runId, Instant startedAt) {
    if (!mayHaveMoved()) {
      return;
    }
    Instant start = Instant.now();
    FigureRevisions.Known before = known(table -> warehouse.read(table, versionsBefore.get(table)));
    FigureRevisions.Known now = known(warehouse::read);
    // Most runs move nothing, which the small tables tell: the cells are left alone then.
    Dataset<Row> candidates = onDriver(FigureRevisions.candidates(before, now));
    List<Row> revisions =
        candidates.isEmpty()
            ? List.of()
            : FigureRevisions.build(candidates, before, now, runId, startedAt).collectAsList();
    if (!revisions.isEmpty()) {
      warehouse.append(
          Revisions.TABLE,
          spark.createDataFrame(revisions, Revisions.TABLE.structType()).coalesce(1),
          runId);
    }
    LOGGER.info(
        "{}: {} rows, {} s, version {}",
        Revisions.TABLE.name(),
        revisions.size(),
        Runner.seconds(start),
        warehouse.version(Revisions.TABLE));
  }

  /** A table that was only just made had no figures. */
  private boolean mayHaveMoved() {
    return versionsBefore.get(AsOf.TABLE) > 0
        && (hasChanged(AsOf.TABLE) || hasChanged(Cells.BY_MAJOR) || hasChanged(Slices.TABLE));
  }

  private boolean hasChanged(Table table) {
    return warehouse.version(table) != versionsBefore.get(table);
  }

  private static FigureRevisions.Known known(Function<Table, Dataset<Row>> tables) {
    return new FigureRevisions.Known(
        tables.apply(Submissions.TABLE),
        tables.apply(Slices.TABLE),
        tables.apply(AsOf.TABLE),
        tables.apply(Cells.BY_MAJOR));
  }

  private Dataset<Row> onDriver(Dataset<Row> rows) {
    return spark.createDataFrame(rows.collectAsList(), rows.schema());
  }
}
