package dev.taizhang.benchmark;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.landing.Discovery;
import dev.taizhang.landing.LandingFile;
import dev.taizhang.landing.LedgerRows;
import dev.taizhang.landing.Survey;
import dev.taizhang.landing.Surveyor;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.warehouse.Sessions;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** The program's own way into a course, step by step as its intake goes it. */
final class Landing {

  private Landing() {}

  /** The session that the program starts for a command. */
  static SparkSession session() {
    int cores = Runtime.getRuntime().availableProcessors();
    return Sessions.start("local[*]", cores, false);
  }

  /**
   * The first look at every file.
   *
   * @throws IllegalStateException when one is rejected
   */
  static List<Survey> survey(SparkSession spark, Course course) {
    ReferenceData reference = ReferenceData.load(Optional.empty());
    Surveyor surveyor =
        new Surveyor(
            reference.columnAliases(),
            reference.templates(),
            Limits.DEFAULT,
            spark.sparkContext().hadoopConfiguration());
    List<LandingFile> files =
        Discovery.files(course.landing().toString(), spark.sparkContext().hadoopConfiguration());
    int tasks = Math.min(files.size(), spark.sparkContext().defaultParallelism() * 4);
    List<Survey> surveys =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(files, tasks)
            .map(surveyor::survey)
            .collect();
    for (Survey survey : surveys) {
      survey
          .rejection()
          .ifPresent(
              rejection -> {
                throw new IllegalStateException(survey.file().path() + ": " + rejection);
              });
    }
    return surveys;
  }

  /** Reads the rows of all files, and drops them; gives how many there are. */
  static long rows(SparkSession spark, List<Survey> surveys) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    SerializableConfiguration configuration =
        new SerializableConfiguration(context.hadoopConfiguration());
    return context
        .parallelize(surveys, Math.min(surveys.size(), context.defaultParallelism() * 2))
        .map(
            survey ->
                new LedgerRows(PseudonymKey.development(), Limits.DEFAULT, configuration.value())
                    .read(survey.plan(), row -> {})
                    .rowCount())
        .reduce(Long::sum);
  }
}
