package dev.taizhang.warehouse;

import dev.taizhang.tables.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.actions.AddFile;

/** Makes files that are written those of a table, in place of others. */
final class TableWrite {

  // A file of fewer rows takes longer to find than to read.
  private static final long FEW_ROWS = 5_000;
  private static final int MANY_FILES = 100;

  private final SparkSession spark;
  private final Table table;
  private final Path location;
  private final TableFiles files;

  TableWrite(SparkSession spark, Table table, Path location, TableFiles files) {
    this.spark = spark;
    this.table = table;
    this.location = location;
    this.files = files;
  }

  void append(Written written, String metadata) {
    TableLog.Change change = log().change();
    written.files().forEach(change::add);
    change.commit(SaveMode.Append, Optional.empty(), metadata);
  }

  void replace(Written written, String metadata) {
    TableLog.Change change = log().change();
    change.files().forEach(change::remove);
    written.files().forEach(change::add);
    change.commit(SaveMode.Overwrite, Optional.empty(), metadata);
  }

  /**
   * Takes the rows away that fulfil a condition, and those that are said to be gone. Of files with
   * rows that stay, those that fulfil the condition are left out by writing the file anew; those
   * that are gone are marked as such, until that is most of the file.
   *
   * @param touched SQL of all rows that the write may be about, which the commit tells
   */
  void replaceWhere(Written written, String condition, String touched, String metadata) {
    TableLog.Change change = log().change();
    FileCondition replaced = FileCondition.of(spark, condition);
    List<AddFile> mixed = new ArrayList<>();
    Map<AddFile, RowPlaces> losing = new LinkedHashMap<>();
    for (AddFile file : change.files()) {
      RowPlaces gone = written.gone().get(file.path());
      FileCondition.Share share = replaced.in(Optional.ofNullable(file.stats()));
      if (share == FileCondition.Share.ALL) {
        change.remove(file);
        continue;
      }
      if (gone != null) {
        losing.put(file, gone);
      }
      if (share == FileCondition.Share.SOME_OR_NONE) {
        mixed.add(file);
      }
    }
    if (!mixed.isEmpty() && table.storage().changeFeed()) {
      replaceByQuery(written.files(), condition, metadata);
      return;
    }
    if (table.storage().deletionVectors()) {
      mixed.addAll(tooManySmall(change.files(), mixed));
    }
    Map<AddFile, AddFile> marked = deletionVectors().without(losing);
    marked.forEach(
        (file, left) -> {
          if (!mixed.contains(file) && isMostlyGone(left)) {
            mixed.add(file);
          }
        });
    if (!mixed.isEmpty()) {
      replaceIn(mixed, marked, condition, change);
    }
    marked.forEach(
        (file, left) -> {
          if (!mixed.contains(file)) {
            change.remove(file);
            change.add(left);
          }
        });
    written.files().forEach(change::add);
    change.commit(SaveMode.Overwrite, Optional.of(touched), metadata);
  }

  /**
   * Each write leaves small files; once there are many, reading them costs more than writing them
   * once more as few.
   */
  private static List<AddFile> tooManySmall(List<AddFile> files, List<AddFile> besides) {
    List<AddFile> small =
        files.stream()
            .filter(file -> !besides.contains(file) && rowCount(file) < FEW_ROWS)
            .toList();
    return small.size() < MANY_FILES ? List.of() : small;
  }

  private DeletionVectors deletionVectors() {
    return new DeletionVectors(location, spark.sparkContext().hadoopConfiguration());
  }

  /** Whether reading past what is gone costs more than writing what is left once more. */
  private static boolean isMostlyGone(AddFile file) {
    return 2 * file.numDeletedRecords() > (Long) file.numPhysicalRecords().get();
  }

  /**
   * Writes files anew without the rows that fulfil a condition.
   *
   * @param marked some of the files without rows that are gone
   */
  private void replaceIn(
      List<AddFile> mixed, Map<AddFile, AddFile> marked, String condition, TableLog.Change change) {
    List<AddFile> left = mixed.stream().map(file -> marked.getOrDefault(file, file)).toList();
    Dataset<Row> staying =
        log().rows(left).filter("NOT coalesce((%s), false)".formatted(condition));
    Written rest = TableRows.of(staying).write(files);
    long rows = mixed.stream().mapToLong(TableWrite::rowCount).sum();
    if (rest.rowCount() == rows) {
      rest.files().forEach(files::delete);
      return;
    }
    mixed.forEach(change::remove);
    rest.files().forEach(change::add);
  }

  /**
   * Writes files anew that rows were taken out of, so that nothing is left of these but in earlier
   * versions.
   */
  void purge(String metadata) {
    TableLog.Change change = log().change();
    List<AddFile> marked =
        change.files().stream().filter(file -> file.deletionVector() != null).toList();
    if (!marked.isEmpty()) {
      Written rest = TableRows.of(log().rows(marked)).write(files);
      marked.forEach(change::remove);
      rest.files().forEach(change::add);
      change.commit(SaveMode.Overwrite, Optional.of("false"), metadata);
    }
  }

  /** Rows of a file whose log tells them; no number of rows where it does not. */
  private static long rowCount(AddFile file) {
    return file.numLogicalRecords().isEmpty() ? -1 : (Long) file.numLogicalRecords().get();
  }

  /** Where readers follow what changes, rows that stay are not to look as if they came anew. */
  private void replaceByQuery(List<DataFile> written, String condition, String metadata) {
    String[] paths =
        written.stream()
            .map(file -> new Path(location, file.path()).toString())
            .toArray(String[]::new);
    Dataset<Row> rows =
        paths.length == 0
            ? spark.createDataFrame(List.<Row>of(), table.structType())
            : spark.read().schema(table.structType()).parquet(paths);
    rows.write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .option("userMetadata", metadata)
        .option("replaceWhere", condition)
        .save(location.toString());
    written.forEach(files::delete);
  }

  private TableLog log() {
    return TableLog.of(spark, location);
  }
}
