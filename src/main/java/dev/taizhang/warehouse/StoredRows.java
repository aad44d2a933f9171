package dev.taizhang.warehouse;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.tables.RecordType;
import dev.taizhang.tables.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.paths.SparkPath;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.execution.datasources.FileFormat$;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;
import scala.Function1;
import scala.collection.Iterator;

/**
 * Reads the data files of a small table in this process with Spark's own Parquet reader, without a
 * job. A column that a file of an earlier release lacks is null.
 */
final class StoredRows {

  private StoredRows() {}

  /** The rows of some files as records. */
  static <R extends Record> List<R> read(
      SparkSession spark, RecordType<R> type, Path table, List<AddFile> files) {
    return read(spark, type, table, files, row -> true);
  }

  /** Those rows of some files that are wanted; of the others none is kept. */
  static <R extends Record> List<R> read(
      SparkSession spark,
      RecordType<R> type,
      Path table,
      List<AddFile> files,
      Predicate<R> wanted) {
    return read(
        spark, type.table(), CatalystValues.of(type), type::row, new Stored(table, files), wanted);
  }

  /** Those rows of some files that are wanted, as bare values in the order of the columns. */
  static List<Object[]> read(
      SparkSession spark, Table type, Path table, List<AddFile> files, Predicate<Object[]> wanted) {
    return read(spark, type, CatalystValues.of(type), row -> row, new Stored(table, files), wanted);
  }

  /**
   * Shows some columns of the rows of some files, row by row; each is gone with the next.
   *
   * @param columns which, and in which order
   */
  static void show(
      SparkSession spark,
      Table type,
      StructType columns,
      Stored stored,
      Consumer<InternalRow> shown) {
    if (stored.files().isEmpty()) {
      return;
    }
    requireWholeFiles(type, stored.files());
    Function1<PartitionedFile, Iterator<InternalRow>> reader = reader(spark, columns);
    for (AddFile file : stored.files()) {
      Iterator<InternalRow> found =
          reader.apply(whole(new Path(stored.table(), file.toPath()), file));
      while (found.hasNext()) {
        shown.accept(found.next());
      }
    }
  }

  /** How many rows some files have, as the log says; empty where it does not, or some are gone. */
  static OptionalLong count(List<AddFile> files) {
    long rows = 0;
    for (AddFile file : files) {
      if (file.deletionVector() != null || file.numLogicalRecords().isEmpty()) {
        return OptionalLong.empty();
      }
      rows += (Long) file.numLogicalRecords().get();
    }
    return OptionalLong.of(rows);
  }

  /** Files of a table. */
  record Stored(Path table, List<AddFile> files) {}

  private static <R> List<R> read(
      SparkSession spark,
      Table type,
      CatalystValues values,
      Function<Object[], R> made,
      Stored stored,
      Predicate<R> wanted) {
    List<R> rows = new ArrayList<>();
    show(
        spark,
        type,
        type.structType(),
        stored,
        found -> {
          R row = made.apply(values.values(found));
          if (wanted.test(row)) {
            rows.add(row);
          }
        });
    return rows;
  }

  /** Rows that another program marked as deleted would be read as if they were there. */
  private static void requireWholeFiles(Table type, List<AddFile> files) {
    if (files.stream().anyMatch(file -> file.deletionVector() != null)) {
      throw new InvalidUsage(
          "Another program deleted rows of %s but left them in their files (deletion vectors). What to do: rewrite the files with REORG TABLE delta.`<warehouse>/%s` APPLY (PURGE), and start the command again."
              .formatted(type.name(), type.name().replace('.', '/')));
    }
  }

  private static Function1<PartitionedFile, Iterator<InternalRow>> reader(
      SparkSession spark, StructType columns) {
    return new ParquetFileFormat()
        .buildReaderWithPartitionValues(
            (org.apache.spark.sql.classic.SparkSession) spark,
            columns,
            new StructType(),
            columns,
            TableLog.scala(List.<Filter>of()),
            TableLog.scala(Map.of(FileFormat$.MODULE$.OPTION_RETURNING_BATCH(), "false")),
            new Configuration(spark.sparkContext().hadoopConfiguration()));
  }

  private static PartitionedFile whole(Path path, AddFile file) {
    return new PartitionedFile(
        InternalRow.empty(),
        SparkPath.fromPath(path),
        0,
        file.size(),
        new String[0],
        file.modificationTime(),
        file.size(),
        TableLog.scala(Map.of()));
  }
}
