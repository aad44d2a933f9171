package dev.taizhang.warehouse;

import dev.taizhang.errors.InvalidUsage;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import scala.runtime.BoxedUnit;

/** Starts Spark with Delta, in this process, as the program needs it. */
public final class Sessions {

  // Spark merges those that turn out to be small.
  private static final int SHUFFLE_PARTITIONS_OF_CLUSTER = 32;

  private static final String WHOLE_STAGES = "spark.sql.codegen.wholeStage";
  private static final String EXPRESSIONS = "spark.sql.codegen.factoryMode";

  private Sessions() {}

  /**
   * A session on the given master.
   *
   * @param master such as {@code local[*]}
   * @param shufflePartitions tasks after a shuffle
   * @param showsProgress whether long work draws a bar on stderr, which only a terminal can show
   */
  public static SparkSession start(String master, int shufflePartitions, boolean showsProgress) {
    return builder(master, shufflePartitions, showsProgress)
        .config("spark.driver.host", "localhost")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate();
  }

  /**
   * A session whose work is done by the executors of a cluster. Their class path has the program's
   * libraries, and the program itself is sent to them.
   *
   * @param master such as {@code spark://host:7077}
   * @param showsProgress as for {@link #start}
   * @throws InvalidUsage when it is no address of a cluster, or nobody answers there
   */
  public static SparkSession onCluster(String master, boolean showsProgress) {
    if (!master.matches("(spark|yarn|k8s|local-cluster).*")) {
      throw new InvalidUsage(
          "'%s' is not a Spark master. What to do: give --master as spark://host:port, yarn or k8s://…, or leave it out to use this machine."
              .formatted(master));
    }
    try {
      return builder(master, SHUFFLE_PARTITIONS_OF_CLUSTER, showsProgress)
          .config("spark.jars", String.join(",", ownJar()))
          .getOrCreate();
    } catch (RuntimeException e) {
      throw new InvalidUsage(
          "No Spark cluster answers at %s (%s). What to do: check the address and that its master is running; --verbose logs more details."
              .formatted(master, String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
          e);
    }
  }

  /**
   * Says whether Spark makes a program of each plan from here on, or walks through it for each row.
   * Some hundred small plans take longer to be compiled than to be walked through, so that a
   * session begins without.
   */
  public static void compilePlans(SparkSession spark, boolean compiled) {
    spark.conf().set(WHOLE_STAGES, compiled);
    spark.conf().set(EXPRESSIONS, mode(compiled));
  }

  private static String mode(boolean compiled) {
    return compiled ? "FALLBACK" : "NO_CODEGEN";
  }

  /** The jar that this class came in; none where it came in a folder, as in tests. */
  private static List<String> ownJar() {
    String from = Sessions.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return from.endsWith(".jar") ? List.of(from) : List.of();
  }

  private static SparkSession.Builder builder(
      String master, int shufflePartitions, boolean showsProgress) {
    return SparkSession.builder()
        .appName("taizhang")
        .master(master)
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .withExtensions(
            extensions -> {
              // Before Delta's own, which finds files by jobs.
              extensions.injectPreCBORule(FilesTold::new);
              return BoxedUnit.UNIT;
            })
        .config(
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .config("spark.sql.catalogImplementation", "in-memory")
        .config("spark.sql.session.timeZone", "UTC")
        // Values without the time zone of the machine in them.
        .config("spark.sql.datetime.java8API.enabled", true)
        .config("spark.sql.shuffle.partitions", shufflePartitions)
        // Codes and names of columns are all that is changed in case; the library for all
        // languages takes seconds to load.
        .config("spark.sql.icu.caseMappings.enabled", false)
        // By default Delta rebuilds the state of each table, however small, in 50 tasks.
        .config("spark.databricks.delta.snapshotPartitions", 2)
        .config("spark.hadoop.fs.file.impl", LocalFileSystem.class.getName())
        .config("spark.hadoop.fs.AbstractFileSystem.file.impl", LocalFileContext.class.getName())
        // The local file system checks what was read this way in Java's common pool, which has one
        // thread on two cores: whoever waits in it for such a read waits for ever.
        .config("spark.hadoop.parquet.hadoop.vectored.io.enabled", false)
        // Other engines know the old form of clock columns no more.
        .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
        // A commit needs no numbers about the whole table, for which a job would be started.
        .config("spark.databricks.delta.commitStats.collect", false)
        // The checksum file of each commit names the table's files, so that no job has to find
        // them.
        // Delta doubts those of other time zones than UTC for the sake of partitions by time, which
        // no table has.
        .config("spark.databricks.delta.allFilesInCrc.thresholdNumFiles", 2_000)
        .config(
            "spark.databricks.delta.allFilesInCrc.verificationMode.forceOnNonUTC.enabled", false)
        .config(WHOLE_STAGES, false)
        .config(EXPRESSIONS, mode(false))
        // A run makes some hundred small programs of its plans; by default Spark forgets them after
        // a hundred and compiles the same ones again.
        .config("spark.sql.codegen.cache.maxEntries", 2_000)
        // The JVM compiles no method of more bytes; by default Spark merges wide plans into one all
        // the same, which is then interpreted row by row.
        .config("spark.sql.codegen.hugeMethodLimit", 8_000)
        // Figures have more groups than the small map has room for that Spark puts before the large
        // one; it doubles the code of every aggregation.
        .config("spark.sql.codegen.aggregate.map.twolevel.enabled", false)
        // With dates as values of their own, Delta's answer from the log to the greatest date of a
        // table is of the wrong class and fails.
        .config("spark.databricks.delta.optimizeMetadataQuery.enabled", false)
        // Where it is not said, Spark asks the environment for it each time that it reads a value
        // outside of compiled code.
        .config("spark.sql.types.framework.enabled", false)
        .config("spark.ui.enabled", false)
        .config("spark.ui.showConsoleProgress", showsProgress);
  }
}
