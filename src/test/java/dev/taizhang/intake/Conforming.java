package dev.taizhang.intake;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.config.Thresholds;
import dev.taizhang.landing.Survey;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.reference.ReferenceData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** What a run does with files until entries could be written, for the benchmark. */
public final class Conforming {

  private Conforming() {}

  /**
   * Reads files, screens and conforms their rows, and drops the result.
   *
   * @return rows read
   */
  public static long conform(SparkSession spark, List<Survey> surveys) {
    IntakeSettings settings =
        IntakeSettings.of(
            spark,
            ReferenceData.load(Optional.empty()),
            Thresholds.DEFAULT,
            PseudonymKey.development(),
            Limits.DEFAULT);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    SerializableConfiguration configuration =
        new SerializableConfiguration(context.hadoopConfiguration());
    return context
        .parallelize(surveys, Math.min(surveys.size(), context.defaultParallelism() * 2))
        .mapPartitions(
            some -> {
              FileIntake intake = FileIntake.of(settings, configuration.value());
              List<Long> rows = new ArrayList<>();
              some.forEachRemaining(
                  survey ->
                      rows.add(intake.read(survey, (table, row) -> {}, false).counted().read()));
              return rows.iterator();
            })
        .reduce(Long::sum);
  }
}
