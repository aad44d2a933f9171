package dev.taizhang.benchmark;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.nio.file.Path;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Spark's own CSV source with a declared schema, into Spark's sink that drops everything. */
final class SparkCsvReading implements Contender {

  @Override
  public String name() {
    return "spark-csv";
  }

  @Override
  public String meaning() {
    return "Spark's CSV source, declared schema of text, to a noop sink";
  }

  @Override
  public Discipline discipline() {
    return Discipline.READING;
  }

  @Override
  public Finish run(Course course, Path output) {
    SparkSession spark = Landing.session();
    StructType schema = new StructType();
    for (Cohort.Cell cell : Cohort.Cell.values()) {
      schema = schema.add(cell.header(), DataTypes.StringType);
    }
    Observation observation = new Observation();
    long start = System.nanoTime();
    spark
        .read()
        .schema(schema)
        .option("header", true)
        .option("mode", "FAILFAST")
        .csv(course.landing().resolve("ledger").toString())
        .observe(observation, count(lit(1)).as("rows"))
        .write()
        .format("noop")
        .mode("overwrite")
        .save();
    double seconds = Contender.secondsSince(start);
    long read = observed(observation);
    course.requireAllRows(read);
    return new Finish(read, seconds);
  }

  private static long observed(Observation observation) {
    try {
      return (Long) observation.getAsJava().get("rows");
    } catch (InterruptedException e) {
      throw new IllegalStateException("Interrupted while Spark tells how many rows it read", e);
    }
  }
}
