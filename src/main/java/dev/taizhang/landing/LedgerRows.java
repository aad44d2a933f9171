package dev.taizhang.landing;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.tables.Rows;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The Spark source of ledger rows: all files, whatever their headers, in one scan, in parallel over
 * files, each streamed. Only the columns that a query uses are decoded.
 *
 * <p>The source is a value and not registered under a name, so that the key of the pseudonyms goes
 * to the readers as an object and never as an option, which Spark prints.
 *
 * @see <a href="../../../../../docs/adr/0003-ledger-source.md">ADR 0003</a>
 */
public final class LedgerRows implements SupportsRead {

  private final List<FilePlan> plans;
  private final Reading reading;
  private final int parallelism;

  private LedgerRows(List<FilePlan> plans, Reading reading, int parallelism) {
    this.plans = List.copyOf(plans);
    this.reading = reading;
    this.parallelism = parallelism;
  }

  /**
   * The rows of the given files, as {@link Rows#TABLE}.
   *
   * @param spark the session to read in
   * @param plans how to read each file
   * @param key under which people become pseudonyms
   * @param limits what a file may be at most
   * @param report takes what the readers met
   */
  public static Dataset<Row> read(
      SparkSession spark,
      List<FilePlan> plans,
      PseudonymKey key,
      Limits limits,
      ReadingReport report) {
    Reading reading =
        new Reading(
            key,
            limits,
            report,
            new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    LedgerRows source =
        new LedgerRows(plans, reading, spark.sparkContext().defaultParallelism() * 2);
    return org.apache.spark.sql.classic.Dataset.ofRows(
        (org.apache.spark.sql.classic.SparkSession) spark,
        DataSourceV2Relation.create(
            source,
            scala.Option.empty(),
            scala.Option.empty(),
            CaseInsensitiveStringMap.empty(),
            scala.Option.empty()));
  }

  @Override
  public String name() {
    return Rows.TABLE.name();
  }

  @Override
  public Column[] columns() {
    return Rows.TABLE.fields().stream()
        .map(field -> Column.create(field.name(), field.type(), field.nullable()))
        .toArray(Column[]::new);
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    return new RowScan();
  }

  /** What every reader needs. */
  private record Reading(
      PseudonymKey key,
      Limits limits,
      ReadingReport report,
      SerializableConfiguration configuration)
      implements Serializable {}

  /** The files that one task reads. */
  private record Files(List<FilePlan> plans) implements InputPartition {

    /** Longest files first, each to the task with the least work so far. */
    static InputPartition[] shared(List<FilePlan> plans, int tasks) {
      PriorityQueue<Share> shares = new PriorityQueue<>(Comparator.comparingLong(Share::effort));
      for (int i = 0; i < Math.min(tasks, plans.size()); i++) {
        shares.add(new Share(0, new ArrayList<>()));
      }
      plans.stream()
          .sorted(Comparator.comparingLong(FilePlan::effort).reversed())
          .forEach(plan -> shares.add(shares.remove().with(plan)));
      return shares.stream()
          .map(share -> new Files(List.copyOf(share.plans())))
          .toArray(InputPartition[]::new);
    }

    private record Share(long effort, List<FilePlan> plans) {
      Share with(FilePlan plan) {
        plans.add(plan);
        return new Share(effort + plan.effort(), plans);
      }
    }
  }

  /** A scan of the columns that the query uses. */
  private final class RowScan implements ScanBuilder, SupportsPushDownRequiredColumns, Scan, Batch {

    private StructType required = Rows.TABLE.structType();

    @Override
    public void pruneColumns(StructType requiredSchema) {
      required = requiredSchema;
    }

    @Override
    public Scan build() {
      return this;
    }

    @Override
    public StructType readSchema() {
      return required;
    }

    @Override
    public Batch toBatch() {
      return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
      return Files.shared(plans, parallelism);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
      return new Readers(reading, required);
    }
  }

  private record Readers(Reading reading, StructType required) implements PartitionReaderFactory {
    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
      return new FilesReader(((Files) partition).plans(), reading, required);
    }
  }

  /** Reads the files of one task, one after another. */
  private static final class FilesReader implements PartitionReader<InternalRow> {

    private final Deque<FilePlan> waiting;
    private final Reading reading;
    private final StructType required;
    private FilePlan plan;
    private FileRows rows;
    private RowWriter writer;
    private InternalRow current;

    FilesReader(List<FilePlan> plans, Reading reading, StructType required) {
      this.waiting = new ArrayDeque<>(plans);
      this.reading = reading;
      this.required = required;
    }

    @Override
    public boolean next() throws IOException {
      while (plan != null || take()) {
        try {
          if (rows == null) {
            rows = FileRows.open(plan, reading.limits(), reading.configuration().value());
          }
          RowCells cells = rows.next();
          if (cells != null) {
            current = writer.write(cells);
            return true;
          }
          finish(null);
        } catch (ReadingStopped stopped) {
          finish(stopped.rejection());
        } catch (IOException | FSError e) {
          finish(Rejection.readFault(Surveyor.kind(e)));
        } catch (OutOfMemoryError e) {
          // Beyond this reader it would end the run of all files.
          finish(Rejection.outOfMemory());
        }
      }
      return false;
    }

    /** Takes the next file; false when none is left. */
    private boolean take() {
      plan = waiting.poll();
      if (plan == null) {
        return false;
      }
      writer = new RowWriter(plan, reading.key(), required);
      return true;
    }

    private void finish(Rejection stopped) throws IOException {
      long rowCount = rows == null ? 0 : rows.rowCount();
      long noteCount = rows == null ? 0 : rows.noteCount();
      reading
          .report()
          .add(new ReadingReport.FileReading(plan.submissionId(), rowCount, noteCount, stopped));
      plan = null;
      close();
    }

    @Override
    public InternalRow get() {
      return current;
    }

    @Override
    public void close() throws IOException {
      if (rows != null) {
        rows.close();
        rows = null;
      }
    }
  }
}
