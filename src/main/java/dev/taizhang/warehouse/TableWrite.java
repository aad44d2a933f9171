package dev.taizhang.warehouse;

import dev.taizhang.tables.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.actions.AddFile;

/** Makes files that are written those of a table, in place of others. */
final class TableWrite {

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

  void append(List<DataFile> written, String metadata) {
    TableLog.Change change = log().change();
    written.forEach(change::add);
    change.commit(SaveMode.Append, Optional.empty(), metadata);
  }

  void replace(List<DataFile> written, String metadata) {
    TableLog.Change change = log().change();
    change.files().forEach(change::remove);
    written.forEach(change::add);
    change.commit(SaveMode.Overwrite, Optional.empty(), metadata);
  }

  /** Files with rows that stay are written anew without those that do not. */
  void replaceWhere(List<DataFile> written, String condition, String metadata) {
    TableLog.Change change = log().change();
    FileCondition replaced = FileCondition.of(spark, condition);
    List<AddFile> mixed = new ArrayList<>();
    for (AddFile file : change.files()) {
      switch (replaced.in(Optional.ofNullable(file.stats()))) {
        case ALL -> change.remove(file);
        case SOME_OR_NONE -> mixed.add(file);
        case NONE -> {}
      }
    }
    if (!mixed.isEmpty() && table.changeFeed()) {
      replaceByQuery(written, condition, metadata);
      return;
    }
    if (!mixed.isEmpty()) {
      replaceIn(mixed, condition, change);
    }
    written.forEach(change::add);
    change.commit(SaveMode.Overwrite, Optional.of(condition), metadata);
  }

  private void replaceIn(List<AddFile> mixed, String condition, TableLog.Change change) {
    Dataset<Row> staying =
        log().rows(mixed).filter("NOT coalesce((%s), false)".formatted(condition));
    List<DataFile> rest = TableRows.of(staying).write(files);
    long rows = mixed.stream().mapToLong(TableWrite::rowCount).sum();
    if (rest.stream().mapToLong(DataFile::rowCount).sum() == rows) {
      rest.forEach(file -> files.delete(file));
      return;
    }
    mixed.forEach(change::remove);
    rest.forEach(change::add);
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
