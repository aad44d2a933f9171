package dev.taizhang.warehouse;

import org.apache.spark.sql.SparkSession;

/** Starts Spark with Delta, in this process, as the program needs it. */
public final class Sessions {

  private Sessions() {}

  /**
   * A session on the given master.
   *
   * @param master such as {@code local[*]}
   * @param shufflePartitions tasks after a shuffle
   * @param showsProgress whether long work draws a bar on stderr, which only a terminal can show
   */
  public static SparkSession start(String master, int shufflePartitions, boolean showsProgress) {
    return SparkSession.builder()
        .appName("taizhang")
        .master(master)
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
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
        .config("spark.ui.showConsoleProgress", showsProgress)
        .config("spark.driver.host", "localhost")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate();
  }
}
