package dev.taizhang.warehouse;

import dev.taizhang.tables.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.classic.Dataset$;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.Format;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation$;
import org.apache.spark.sql.execution.metric.SQLMetric;
import org.apache.spark.sql.execution.metric.SQLMetrics;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The log of one table: which files are its rows, and the commits that change that. Delta's own
 * transactions, without a query around them.
 */
final class TableLog {

  private final SparkSession spark;
  private final DeltaLog log;

  private TableLog(SparkSession spark, DeltaLog log) {
    this.spark = spark;
    this.log = log;
  }

  static TableLog of(SparkSession spark, Path location) {
    return new TableLog(spark, DeltaLog.forTable(spark, location));
  }

  /** Makes a table without rows, by a transaction. */
  void create(Table table, Map<String, String> properties) {
    OptimisticTransaction transaction = new FirstCommit(log);
    Metadata metadata =
        new Metadata(
            UUID.randomUUID().toString(),
            null,
            table.grain(),
            new Format("parquet", scala(Map.of())),
            table.structType().json(),
            scala(List.<String>of()),
            scala(properties),
            Option.apply(System.currentTimeMillis()));
    transaction.updateMetadataForNewTable(metadata);
    transaction.commit(
        scala(List.of()),
        new DeltaOperations.CreateTable(metadata, true, false, Option.empty()),
        scala(Map.of()));
  }

  /**
   * The rows as they are now. With the files told the query needs no job that finds them; where the
   * checksum file does not tell them, Delta's own index finds them.
   */
  Dataset<Row> rows() {
    Snapshot snapshot = now();
    Optional<List<AddFile>> files = fromChecksum(snapshot);
    return files.isEmpty()
        ? spark.read().format("delta").load(log.dataPath().toString())
        : rows(snapshot, files.get());
  }

  /** The rows of some files of the table as it is now. */
  Dataset<Row> rows(List<AddFile> files) {
    return rows(now(), files);
  }

  private Dataset<Row> rows(Snapshot snapshot, List<AddFile> files) {
    HadoopFsRelation relation =
        log.buildHadoopFsRelationWithFileIndex(
            snapshot, new KnownFileIndex(spark, log, snapshot, files), Option.empty(), false);
    return Dataset$.MODULE$.ofRows(
        (org.apache.spark.sql.classic.SparkSession) spark,
        LogicalRelation$.MODULE$.apply(relation, false));
  }

  /** The files as they are now. */
  List<AddFile> files() {
    return files(now());
  }

  /** The files as they were at a version. */
  List<AddFile> files(long version) {
    Snapshot newest = now();
    return files(
        newest.version() == version
            ? newest
            : log.getSnapshotAt(version, Option.empty(), Option.empty(), false));
  }

  private Snapshot now() {
    return log.update(false, Option.empty(), Option.empty());
  }

  /** The files of a version; told by its checksum file where that has them, without a job. */
  static List<AddFile> files(Snapshot snapshot) {
    if (snapshot.version() < 0) {
      return List.of();
    }
    return fromChecksum(snapshot)
        .orElseGet(() -> Arrays.asList((AddFile[]) snapshot.allFiles().collect()));
  }

  /** The files of a version, where its checksum file tells them. */
  static Optional<List<AddFile>> fromChecksum(Snapshot snapshot) {
    return snapshot.checksumOpt().isEmpty() || snapshot.checksumOpt().get().allFiles().isEmpty()
        ? Optional.empty()
        : Optional.of(
            List.copyOf(
                CollectionConverters.asJava(snapshot.checksumOpt().get().allFiles().get())));
  }

  /** A change of the table that is being made. */
  Change change() {
    return new Change(Option.empty());
  }

  /** A change of the table as it was seen; it fails where another came first. */
  Change changeFrom(Snapshot seen) {
    return new Change(Option.apply(seen));
  }

  /** Files that come and go in one commit. */
  final class Change {

    private final OptimisticTransaction transaction;
    private final List<Action> actions = new ArrayList<>();
    private final long now = System.currentTimeMillis();
    private long rows;
    private long files;
    private long bytes;

    private Change(Option<Snapshot> seen) {
      transaction = log.startTransaction(Option.empty(), seen);
    }

    /** The files before it. */
    List<AddFile> files() {
      return TableLog.files(transaction.snapshot());
    }

    void add(DataFile file) {
      actions.add(
          AddFile.apply(
              file.path(),
              scala(Map.of()),
              file.byteSize(),
              now,
              true,
              file.statistics(),
              scala(Map.of()),
              null,
              Option.empty(),
              Option.empty(),
              Option.empty(),
              Option.empty(),
              Option.empty()));
      rows += file.rowCount();
      files++;
      bytes += file.byteSize();
    }

    /** A file of the table as it is from now on. */
    void add(AddFile file) {
      actions.add(file);
    }

    void remove(AddFile file) {
      actions.add(file.removeWithTimestamp(now, true));
    }

    /**
     * Makes it so.
     *
     * @param predicate SQL of the rows that are replaced; empty where it is all, or none
     * @param userMetadata what the commit says of itself
     */
    void commit(SaveMode mode, Optional<String> predicate, String userMetadata) {
      transaction.registerSQLMetrics(
          spark,
          scala(
              Map.of(
                  "numOutputRows", metric(rows),
                  "numFiles", metric(files),
                  "numOutputBytes", metric(bytes))));
      transaction.readWholeTable();
      transaction.commit(
          scala(actions),
          new DeltaOperations.Write(
              mode,
              Option.empty(),
              Option.apply(predicate.orElse(null)),
              Option.apply(userMetadata),
              Option.empty(),
              Option.empty(),
              Option.empty(),
              Option.empty(),
              Option.empty()),
          scala(Map.of()));
    }

    private SQLMetric metric(long value) {
      SQLMetric metric = SQLMetrics.createMetric(spark.sparkContext(), "written");
      metric.set(value);
      return metric;
    }
  }

  static <V> scala.collection.immutable.Map<String, V> scala(Map<String, V> map) {
    return scala.collection.immutable.Map$.MODULE$.from(CollectionConverters.asScala(map));
  }

  static <A> scala.collection.immutable.Seq<A> scala(List<A> list) {
    return CollectionConverters.asScala(list).toSeq();
  }
}
