package dev.taizhang.warehouse;

import dev.taizhang.expressions.BoundExpressions;
import dev.taizhang.tables.Rule;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BasePredicate;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Predicate$;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Writes data files of one table with Spark's own Parquet writer, in this process or in tasks. What
 * is written is in no version of the table until {@link Warehouse} commits it.
 *
 * <p>Rows have the table's columns in order, in Catalyst's own types. Each is held against the
 * contract before it is written.
 *
 * @see <a href="../../../../../docs/adr/0036-rows-are-written-where-they-are-made.md">ADR 0036</a>
 */
public final class TableFiles implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int NO_COLUMN = -1;

  private final String tableName;
  private final String location;
  private final StructType schema;
  private final OutputWriterFactory writers;
  private final SerializableConfiguration configuration;
  private final ArrayList<String> told;
  private final RowCheck check;

  /** Where the date stands whose values have files of their own; none where files hold any. */
  private final int fileColumn;

  /** The condition of the rows that are written; null for all. */
  private final Expression wanted;

  private TableFiles(
      String tableName,
      String location,
      StructType schema,
      OutputWriterFactory writers,
      SerializableConfiguration configuration,
      List<String> told,
      RowCheck check,
      int fileColumn,
      Expression wanted) {
    this.tableName = tableName;
    this.location = location;
    this.schema = schema;
    this.writers = writers;
    this.configuration = configuration;
    this.told = new ArrayList<>(told);
    this.check = check;
    this.fileColumn = fileColumn;
    this.wanted = wanted;
  }

  /** Files of a table that lies in a folder. */
  static TableFiles of(SparkSession spark, Table table, Path location) {
    StructType schema = table.structType();
    try {
      Job job = Job.getInstance(spark.sparkContext().hadoopConfiguration());
      OutputWriterFactory writers =
          new ParquetFileFormat()
              .prepareWrite(
                  (org.apache.spark.sql.classic.SparkSession) spark,
                  job,
                  scala.collection.immutable.Map$.MODULE$.empty(),
                  schema);
      return new TableFiles(
          table.name(),
          location.toString(),
          schema,
          writers,
          new SerializableConfiguration(job.getConfiguration()),
          Ddl.skippingColumns(table),
          RowCheck.of(spark, table.name(), schema, table.rules().toArray(Rule[]::new)),
          table.storage().fileField() == null
              ? NO_COLUMN
              : table.fields().indexOf(table.storage().fileField()),
          null);
    } catch (IOException e) {
      throw new UncheckedIOException("A file of " + table.name() + " cannot be prepared", e);
    }
  }

  /**
   * The same files, with the rows alone that fulfil a condition.
   *
   * @param condition SQL over the table's columns
   */
  TableFiles only(SparkSession spark, String condition) {
    return new TableFiles(
        tableName,
        location,
        schema,
        writers,
        configuration,
        told,
        check,
        fileColumn,
        BoundExpressions.of(spark, schema, List.of(functions.expr(condition))).get(0));
  }

  /** The columns of the rows. */
  StructType schema() {
    return schema;
  }

  /** Takes a file away that no version of the table is to have. */
  void delete(DataFile written) {
    Path file = new Path(location, written.path());
    try {
      file.getFileSystem(configuration.value()).delete(file, false);
    } catch (IOException e) {
      // It is in no version of the table; forgetting takes it away, and so does vacuuming.
    }
  }

  /** A writer, which makes each file with its first row. */
  public Writer open() {
    return new Writer();
  }

  /** Writes rows into files: into one, or where the table says so into one for each value. */
  public final class Writer implements AutoCloseable {

    private static final int ANY = 0;

    private final RowCheck.Asked asked = check.open();
    private final BasePredicate isWanted =
        wanted == null ? null : Predicate$.MODULE$.create(wanted);
    private final Map<Integer, OneFile> files = new LinkedHashMap<>();
    private boolean finished;

    private Writer() {}

    /**
     * Writes a row that is wanted.
     *
     * @throws dev.taizhang.errors.BrokenContract when it breaks the table's contract
     */
    public void write(InternalRow row) {
      if (isWanted != null && !isWanted.eval(row)) {
        return;
      }
      asked.require(row);
      int value = fileColumn == NO_COLUMN ? ANY : row.getInt(fileColumn);
      files.computeIfAbsent(value, one -> new OneFile()).write(row);
    }

    /** Ends the files; there is none where there was no row. */
    public List<DataFile> finish() {
      List<DataFile> all = files.values().stream().map(OneFile::finish).toList();
      finished = true;
      return all;
    }

    /** Takes files that were not finished away. */
    @Override
    public void close() {
      if (!finished) {
        finished = true;
        files.values().forEach(OneFile::abandon);
      }
    }
  }

  /** One file that is being written. */
  private final class OneFile {

    private final Path path = new Path(location, "part-" + UUID.randomUUID() + ".snappy.parquet");
    private final ColumnStatistics statistics = new ColumnStatistics(schema, told);
    private final OutputWriter open =
        writers.newInstance(
            path.toString(),
            schema,
            new TaskAttemptContextImpl(configuration.value(), new TaskAttemptID()));
    private boolean closed;

    void write(InternalRow row) {
      open.write(row);
      statistics.add(row);
    }

    DataFile finish() {
      closed = true;
      open.close();
      try {
        long bytes = path.getFileSystem(configuration.value()).getFileStatus(path).getLen();
        return new DataFile(path.getName(), bytes, statistics.rows(), statistics.json());
      } catch (IOException e) {
        throw new UncheckedIOException("A file of " + tableName + " is missing", e);
      }
    }

    void abandon() {
      try {
        if (!closed) {
          closed = true;
          open.close();
        }
        path.getFileSystem(configuration.value()).delete(path, false);
      } catch (IOException | RuntimeException e) {
        // What stays is in no version of the table; the failure that led here is the one to tell.
      }
    }
  }
}
