package dev.taizhang.pipeline;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.config.Thresholds;
import dev.taizhang.conform.Conform;
import dev.taizhang.conform.Expectations;
import dev.taizhang.conform.FileFacts;
import dev.taizhang.conform.Lookups;
import dev.taizhang.conform.Screening;
import dev.taizhang.landing.FilePlan;
import dev.taizhang.landing.Limits;
import dev.taizhang.landing.ReadingReport;
import dev.taizhang.reference.ReferenceData;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** What a run does with files until entries could be written, for the benchmark. */
public final class Conforming {

  private Conforming() {}

  /**
   * Reads files, screens and conforms their rows, and drops the result.
   *
   * @return rows read
   */
  public static long conform(SparkSession spark, List<FilePlan> plans) {
    ReferenceData reference = ReferenceData.load(Optional.empty());
    Expectations expectations = new Expectations(reference.expectations());
    Thresholds thresholds = Thresholds.DEFAULT;
    try (RowSource source =
        new RowSource(spark, plans, PseudonymKey.development(), Limits.DEFAULT)) {
      Dataset<Row> narrow =
          source.narrowed(rows -> Screening.narrowed(rows, thresholds, expectations));
      List<Row> found = FileFacts.build(narrow, thresholds).collectAsList();
      Dataset<Row> facts = spark.createDataFrame(found, FileFacts.TABLE.structType());
      Dataset<Row> quarantine =
          Screening.build(narrow, facts, expectations).persist(StorageLevel.MEMORY_AND_DISK());
      drop(
          Conform.build(
              source.rows(plans),
              facts,
              quarantine,
              Lookups.of(reference),
              thresholds,
              expectations));
      quarantine.unpersist();
      return source.report().value().values().stream()
          .mapToLong(ReadingReport.FileReading::rowCount)
          .sum();
    }
  }

  private static void drop(Dataset<Row> rows) {
    rows.write().format("noop").mode("overwrite").save();
  }
}
