package dev.taizhang.warehouse;

import dev.taizhang.tables.Field;
import dev.taizhang.tables.RecordType;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The tables of one warehouse folder. A table lies at {@code <warehouse>/<schema>/<table>}; every
 * write is one atomic commit that conforms to the contract.
 */
public final class Warehouse {

  /** Version of the contract that this release writes. */
  public static final int CONTRACT_VERSION = 2;

  private final SparkSession spark;
  private final Path root;
  private final Consumer<Table> beforeWrite;
  private final Runnable fence;
  private final Map<Table, TableFiles> files;

  /**
   * The warehouse of a folder, which may not be there: good for a look, and to write in not yet.
   */
  public static Warehouse at(SparkSession spark, String location) {
    return new Warehouse(spark, location);
  }

  private Warehouse(SparkSession spark, String location) {
    this.spark = spark;
    Path path = new Path(location);
    this.root = fileSystem(path).makeQualified(path);
    this.beforeWrite = table -> {};
    this.fence = () -> {};
    this.files = new ConcurrentHashMap<>();
  }

  private Warehouse(Warehouse same, Consumer<Table> beforeWrite, Runnable fence) {
    this.spark = same.spark;
    this.root = same.root;
    this.beforeWrite = beforeWrite;
    this.fence = fence;
    this.files = same.files;
  }

  /**
   * The same warehouse, which asks before each write.
   *
   * @param asked is given the table, and throws where nothing may be written
   */
  public Warehouse asking(Consumer<Table> asked) {
    return new Warehouse(this, beforeWrite.andThen(asked), fence);
  }

  /** The same warehouse, which is written to only while a run holds it. */
  public Warehouse heldBy(WriterLock lock) {
    return new Warehouse(this, beforeWrite, lock::requireHeld);
  }

  /** Asks whether the table may be written to now. */
  void requireWritable(Table table) {
    beforeWrite.accept(table);
    fence.run();
  }

  /** Makes a view known under its name for as long as the session lives. */
  public void defineView(Table view, String select) {
    new Definitions(spark, this).view(view, select);
  }

  /** Whether the table is there: its folder may be left of a run that ended before it was made. */
  public boolean exists(Table table) {
    return of(table, Commits::areThere);
  }

  /** The table as it is now. */
  public Dataset<Row> read(Table table) {
    return TableLog.of(spark, location(table)).rows();
  }

  /** All rows of a small table, read by this process. */
  public <R extends Record> List<R> records(RecordType<R> type) {
    Path location = location(type.table());
    return StoredRows.read(spark, type, location, TableLog.of(spark, location).files());
  }

  /** Those rows of a table that are wanted, read by this process: a small part of many. */
  public <R extends Record> List<R> records(RecordType<R> type, Predicate<R> wanted) {
    Path location = location(type.table());
    return StoredRows.read(spark, type, location, TableLog.of(spark, location).files(), wanted);
  }

  /**
   * Those rows of a table that are wanted, read by this process, as bare values in the order of the
   * columns: of tables that are made column by column.
   */
  public List<Object[]> values(Table table, Predicate<Object[]> wanted) {
    Path location = location(table);
    return StoredRows.read(spark, table, location, TableLog.of(spark, location).files(), wanted);
  }

  /**
   * Those rows of a table that have one of some texts in a column, as bare values. Files that have
   * none, as the log tells, are not opened.
   */
  public List<Object[]> values(Table table, Field column, Set<String> texts) {
    Path location = location(table);
    int at = table.structType().fieldIndex(column.name());
    return StoredRows.read(
        spark, table, location, files(table, column, texts), row -> texts.contains(row[at]));
  }

  /** The same as records. */
  public <R extends Record> List<R> records(RecordType<R> type, Field column, Set<String> texts) {
    int at = type.table().structType().fieldIndex(column.name());
    return StoredRows.read(
        spark,
        type,
        location(type.table()),
        files(type.table(), column, texts),
        row -> texts.contains(type.values(row)[at]));
  }

  /**
   * Shows the rows of a small table one by one, read by this process.
   *
   * @param columns which of its columns a row has, in order
   * @param shown is given each row, which is gone with the next
   */
  public void show(Table table, List<Field> columns, Consumer<InternalRow> shown) {
    Path location = location(table);
    StoredRows.show(
        spark,
        table,
        new StructType(columns.stream().map(Field::structField).toArray(StructField[]::new)),
        new StoredRows.Stored(location, TableLog.of(spark, location).files()),
        shown);
  }

  /**
   * How many rows a table has, as its log says; empty where the log does not say it, or where rows
   * that are gone are in their files still.
   */
  public OptionalLong rowCount(Table table) {
    return StoredRows.count(TableLog.of(spark, location(table)).files());
  }

  private List<AddFile> files(Table table, Field column, Set<String> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    String list =
        texts.stream()
            .sorted()
            .map(text -> "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'")
            .collect(Collectors.joining(", "));
    FileCondition condition = FileCondition.of(spark, "%s IN (%s)".formatted(column.name(), list));
    return TableLog.of(spark, location(table)).files().stream()
        .filter(file -> condition.in(Optional.ofNullable(file.stats())) != FileCondition.Share.NONE)
        .toList();
  }

  /** All rows of a small table as it was at a version, read by this process. */
  public <R extends Record> List<R> records(RecordType<R> type, long version) {
    Path location = location(type.table());
    return StoredRows.read(spark, type, location, TableLog.of(spark, location).files(version));
  }

  /** All rows of a small table as it was. */
  <R extends Record> List<R> records(RecordType<R> type, Snapshot snapshot) {
    return StoredRows.read(spark, type, location(type.table()), TableLog.files(snapshot));
  }

  /** The table as it was. */
  public Dataset<Row> read(Table table, long version) {
    return spark
        .read()
        .format("delta")
        .option("versionAsOf", version)
        .load(location(table).toString());
  }

  /** The table's newest version. */
  public long version(Table table) {
    return DeltaLog.forTable(spark, location(table))
        .update(false, scala.Option.empty(), scala.Option.empty())
        .version();
  }

  /** Rows that the last write put in, as its commit says; 0 where it says nothing. */
  public long rowsWritten(Table table) {
    return of(table, Commits::rowsWritten);
  }

  /** The stamp of a table's newest commit; empty where that commit has none. */
  public Optional<Stamp> newestStamp(Table table) {
    return of(table, Commits::newestStamp);
  }

  /** The stamp of one of a table's commits; empty where that commit has none. */
  Optional<Stamp> stampOf(Table table, long version) {
    return of(table, (fileSystem, location) -> Commits.stamp(fileSystem, location, version));
  }

  /** How many commits a table has had; what a look at the folder tells, without Spark. */
  public long commits(Table table) {
    return of(table, Commits::count);
  }

  /**
   * Tells the state of a table from every other one, also from those of a table that was made anew
   * in its place and has had as many commits. Without Spark; empty for a table that is not there.
   */
  public String state(Table table) {
    return of(table, Commits::newestCommit);
  }

  /** Looks at a table's log. */
  private <T> T of(Table table, Look<T> look) {
    try {
      return look.at(fileSystem(), location(table));
    } catch (IOException e) {
      throw new UncheckedIOException("The log of " + table.name() + " cannot be read", e);
    }
  }

  /** What a table's log is asked. */
  @FunctionalInterface
  private interface Look<T> {
    T at(FileSystem fileSystem, Path table) throws IOException;
  }

  /** What the table was made from, as its last write said. */
  public Optional<Stamp> stamp(Table table) {
    return of(table, Commits::stamp);
  }

  /** Where tasks, or this process, write files that are to become a table's. */
  public TableFiles files(Table table) {
    return files.computeIfAbsent(table, one -> TableFiles.of(spark, one, location(one)));
  }

  /** Replaces all rows of a table. */
  public void replace(Table table, Dataset<Row> rows, String stamp) {
    replace(table, TableRows.of(rows), Stamp.of(stamp));
  }

  /**
   * Replaces all rows of a table that is made part by part.
   *
   * @return how many rows were written
   */
  public long replace(Table table, TableRows rows, Stamp stamp) {
    return write(table, rows, (write, written) -> write.replace(written, Commits.metadata(stamp)));
  }

  /**
   * Replaces the rows that fulfil a condition by those that fulfil it, too.
   *
   * @param condition SQL over the table's columns
   */
  public void replaceWhere(Table table, Dataset<Row> rows, String condition, String stamp) {
    replaceWhere(table, TableRows.of(rows), condition, Stamp.of(stamp));
  }

  /**
   * Replaces the rows that fulfil a condition, in a table that is made part by part, by those that
   * fulfil it, too; others among the new ones are left out.
   *
   * @param condition SQL over the table's columns
   * @return how many rows were written
   */
  public long replaceWhere(Table table, TableRows rows, String condition, Stamp stamp) {
    return replaceWhere(table, rows, condition, condition, stamp);
  }

  /**
   * Takes the rows away that fulfil a condition, and those that {@code rows} say are gone, and puts
   * others in.
   *
   * @param replaced SQL over the table's columns
   * @param wanted SQL of the new rows that are put in; others are left out
   * @return how many rows were written
   */
  public long replaceWhere(
      Table table, TableRows rows, String replaced, String wanted, Stamp stamp) {
    return write(
        table,
        files -> rows.write(files.only(spark, wanted)),
        (write, written) -> write.replaceWhere(written, replaced, wanted, Commits.metadata(stamp)));
  }

  /** Adds rows to a table. */
  public void append(Table table, Dataset<Row> rows, String stamp) {
    append(table, TableRows.of(rows), stamp);
  }

  /** Adds rows to a table. */
  public void append(Table table, TableRows rows, String stamp) {
    write(
        table, rows, (write, written) -> write.append(written, Commits.metadata(Stamp.of(stamp))));
  }

  private long write(Table table, TableRows rows, BiConsumer<TableWrite, Written> commit) {
    // Once before the work, which may take minutes, and once when its rows are to become visible.
    requireWritable(table);
    try {
      TableFiles all = files(table);
      Written written = rows.write(all);
      TableWrite write = new TableWrite(spark, table, location(table), all);
      CommitFence.around(fence, () -> commit.accept(write, written));
      return written.rowCount();
    } catch (Exception | FSError e) {
      // Spark throws checked exceptions that it does not declare.
      throw told(table, e);
    }
  }

  /** A write that failed, as it is told. */
  public RuntimeException told(Table table, Throwable failure) {
    return FailedWrite.told(spark, root, table, failure);
  }

  /**
   * Removes what is left of earlier versions of a table: nobody can read them after it.
   *
   * @throws IllegalStateException when files cannot be removed, as {@link EarlierVersions#remove}
   */
  public void removeEarlierVersions(Table table) {
    requireWritable(table);
    if (table.storage().deletionVectors()) {
      purge(table);
    }
    try {
      new EarlierVersions(fileSystem(), location(table))
          .remove(TableLog.of(spark, location(table)).files());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Earlier versions of " + table.name() + " cannot be removed", e);
    }
  }

  /** Rows that were taken out of files that stay are in them still. */
  private void purge(Table table) {
    TableWrite write = new TableWrite(spark, table, location(table), files(table));
    String metadata = stamp(table).map(Commits::metadata).orElse("");
    try {
      CommitFence.around(fence, () -> write.purge(metadata));
    } catch (Exception | FSError e) {
      // Spark throws checked exceptions that it does not declare.
      throw told(table, e);
    }
  }

  /** The table's folder. */
  public Path location(Table table) {
    return new Path(new Path(root, table.schemaName()), table.shortName());
  }

  SparkSession spark() {
    return spark;
  }

  /** The folder of all tables. */
  Path root() {
    return root;
  }

  /** Where the warehouse lies. */
  FileSystem fileSystem() {
    return fileSystem(root);
  }

  /** Where another folder lies. */
  FileSystem fileSystem(Path path) {
    try {
      return path.getFileSystem(spark.sparkContext().hadoopConfiguration());
    } catch (IOException e) {
      throw new UncheckedIOException("There is no such file system: " + path, e);
    }
  }
}
