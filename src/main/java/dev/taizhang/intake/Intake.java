package dev.taizhang.intake;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.taizhang.errors.BrokenContract;
import dev.taizhang.errors.TaizhangException;
import dev.taizhang.landing.LandingFile;
import dev.taizhang.landing.Survey;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.DataFile;
import dev.taizhang.warehouse.Stamp;
import dev.taizhang.warehouse.TableFiles;
import dev.taizhang.warehouse.TableRows;
import dev.taizhang.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.util.SerializableConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files in: one job, in which each file is read once by one task, which makes entries,
 * quarantine and counts of it and writes them. The tables take them over once all files are read.
 * What is decided of each file is returned; the register of submissions keeps it.
 *
 * @see <a href="../../../../../docs/adr/0032-one-reading.md">ADR 0032</a>
 */
public final class Intake {

  private static final Logger LOGGER = LoggerFactory.getLogger(Intake.class);
  // More tasks than cores even out what the sizes of files do not tell of the time that they take;
  // each makes a file of each table.
  private static final int TASKS_PER_CORE = 2;

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final IntakeSettings settings;

  /**
   * An intake.
   *
   * @param warehouse whose tables take the rows
   * @param settings what files are read under
   */
  public Intake(SparkSession spark, Warehouse warehouse, IntakeSettings settings) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.settings = settings;
  }

  /** Whether a file has the bytes of a submission, which had another name. */
  public boolean isContentOf(LandingFile file, Survey.Named name, String submissionId) {
    return settings.surveyor().submissionIdAs(file, name).equals(Optional.of(submissionId));
  }

  /**
   * Takes files in, and makes the tables have what they become.
   *
   * @param files in the order in which the first of equal ones counts
   * @param stamp what the tables' log is to say
   * @return what became of each file, in their order
   * @throws BrokenContract when a row was lost
   */
  public List<Taken> take(List<LandingFile> files, String stamp) {
    if (files.isEmpty()) {
      return List.of();
    }
    Instant start = Instant.now();
    List<IntakeTask.Portion> portions = read(files);
    Map<String, Taken> byPath =
        portions.stream()
            .flatMap(portion -> portion.taken().stream())
            .collect(toMap(one -> one.file().path(), one -> one));
    List<Taken> taken = files.stream().map(file -> byPath.get(file.path())).toList();
    List<Taken> accepted = taken.stream().filter(one -> one.counts().isPresent()).toList();
    requireWhole(accepted);
    LOGGER.info(
        "files read: {} files, {} rows = {} accepted + {} quarantined + {} forgotten, {} s",
        files.size(),
        sum(accepted, Taken.Counts::read),
        sum(accepted, counts -> counts.kept().accepted()),
        sum(accepted, counts -> counts.kept().quarantined()),
        sum(accepted, Taken.Counts::forgotten),
        seconds(start));
    if (!accepted.isEmpty()) {
      commit(accepted, portions, stamp);
    }
    return taken;
  }

  private List<IntakeTask.Portion> read(List<LandingFile> files) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Map<String, TableFiles> tables = new HashMap<>();
    IntakeTables.ALL.forEach(one -> tables.put(one.table().name(), warehouse.files(one.table())));
    IntakeTask task =
        new IntakeTask(
            context.broadcast(settings.under(Map.of())),
            new HashMap<>(settings.rules()),
            new SerializableConfiguration(context.hadoopConfiguration()),
            tables);
    List<List<LandingFile>> shares =
        Shares.of(files, spark.sparkContext().defaultParallelism() * TASKS_PER_CORE);
    try {
      // What rules mean may depend on the session's settings, which only queries take along.
      return SQLExecution.withSQLConfPropagated(
          (org.apache.spark.sql.classic.SparkSession) spark,
          () -> context.parallelize(shares, shares.size()).map(task::take).collect());
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      throw told(e);
    } finally {
      task.settings().destroy();
    }
  }

  /** What a task says to a person, it says from here. */
  private RuntimeException told(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TaizhangException said) {
        return said;
      }
    }
    // Most of what tasks write are entries.
    return warehouse.told(Entries.TABLE, failure);
  }

  private static void requireWhole(List<Taken> accepted) {
    List<String> lost =
        accepted.stream()
            .filter(one -> !one.counted().isWhole())
            .map(one -> one.survey().submissionId() + ": " + one.counted())
            .toList();
    if (!lost.isEmpty()) {
      throw lost("read = accepted + quarantined + forgotten does not hold for " + lost);
    }
  }

  private static BrokenContract lost(String what) {
    return new BrokenContract(
        "Rows were lost: %s. The files are not counted. What to do: report it.".formatted(what));
  }

  private void commit(List<Taken> accepted, List<IntakeTask.Portion> portions, String stamp) {
    for (IntakeTables one : IntakeTables.ALL) {
      List<Taken> ofFeed =
          accepted.stream().filter(taken -> one.isOf(taken.file().feed())).toList();
      if (!ofFeed.isEmpty()) {
        Instant start = Instant.now();
        Table table = one.table();
        List<DataFile> written =
            portions.stream()
                .flatMap(
                    portion -> portion.written().getOrDefault(table.name(), List.of()).stream())
                .toList();
        requireAllWritten(one, ofFeed, written);
        warehouse.replaceWhere(
            table, TableRows.written(written), condition(ofFeed), Stamp.of(stamp));
        LOGGER.info(
            "{}: {} rows, {} s, version {}",
            table.name(),
            rows(written),
            seconds(start),
            warehouse.version(table));
      }
    }
  }

  /** The rows that were counted while they were made against those that the files have. */
  private static void requireAllWritten(
      IntakeTables one, List<Taken> accepted, List<DataFile> written) {
    if (RowCounts.OF_FILES.contains(one.table())) {
      long made =
          sum(
              accepted,
              counts ->
                  one.feed().isPresent() ? counts.kept().accepted() : counts.kept().quarantined());
      if (made != rows(written)) {
        throw lost(
            "%d rows of %s were made, but %d were written"
                .formatted(made, one.table().name(), rows(written)));
      }
    }
  }

  private static long rows(List<DataFile> written) {
    return written.stream().mapToLong(DataFile::rowCount).sum();
  }

  private static long sum(List<Taken> accepted, ToLongFunction<Taken.Counts> count) {
    return accepted.stream().map(Taken::counted).mapToLong(count).sum();
  }

  /** The rows of these files; the dates let Delta pass over the files of other weeks. */
  private static String condition(Collection<Taken> accepted) {
    return "snapshot_date IN (%s) AND submission_id IN (%s)"
        .formatted(
            quoted(
                accepted.stream().map(one -> "DATE'" + one.survey().name().snapshotDate() + "'")),
            quoted(accepted.stream().map(one -> "'" + one.survey().submissionId() + "'")));
  }

  private static String quoted(Stream<String> values) {
    return values.distinct().sorted().collect(joining(", "));
  }

  private static String seconds(Instant start) {
    return "%.1f".formatted(Duration.between(start, Instant.now()).toMillis() / 1000.0);
  }
}
