package dev.taizhang.warehouse;

import dev.taizhang.tables.Rule;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
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

  private final String tableName;
  private final String location;
  private final StructType schema;
  private final OutputWriterFactory writers;
  private final SerializableConfiguration configuration;
  private final ArrayList<String> told;
  private final RowCheck check;

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
      Expression wanted) {
    this.tableName = tableName;
    this.location = location;
    this.schema = schema;
    this.writers = writers;
    this.configuration = configuration;
    this.told = new ArrayList<>(told);
    this.check = check;
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
        BoundExpressions.of(spark, schema, List.of(functions.expr(condition)))[0]);
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
      // It is in no version of the table; vacuuming takes it away.
    }
  }

  /** A writer of one file, which is made with its first row. */
  public Writer open() {
    return new Writer();
  }

  /** Writes one file. */
  public final class Writer implements AutoCloseable {

    private final Path file = new Path(location, "part-" + UUID.randomUUID() + ".snappy.parquet");
    private final ColumnStatistics statistics = new ColumnStatistics(schema, told);
    private final RowCheck.Asked asked = check.open();
    private final BasePredicate isWanted =
        wanted == null ? null : Predicate$.MODULE$.create(wanted);
    private OutputWriter open;
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
      if (open == null) {
        TaskAttemptContext context =
            new TaskAttemptContextImpl(configuration.value(), new TaskAttemptID());
        open = writers.newInstance(file.toString(), schema, context);
      }
      open.write(row);
      statistics.add(row);
    }

    /** Ends the file; there is none where there was no row. */
    public List<DataFile> finish() {
      if (open == null) {
        return List.of();
      }
      open.close();
      finished = true;
      try {
        long bytes = file.getFileSystem(configuration.value()).getFileStatus(file).getLen();
        return List.of(new DataFile(file.getName(), bytes, statistics.rows(), statistics.json()));
      } catch (IOException e) {
        throw new UncheckedIOException("A file of " + tableName + " is missing", e);
      }
    }

    /** Takes a file that was not finished away. */
    @Override
    public void close() {
      if (open != null && !finished) {
        finished = true;
        try {
          open.close();
          file.getFileSystem(configuration.value()).delete(file, false);
        } catch (IOException | RuntimeException e) {
          // What stays is in no version of the table; the failure that led here is the one to tell.
        }
      }
    }
  }
}
