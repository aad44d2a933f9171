package dev.taizhang.benchmark;

import dev.taizhang.conform.Expectations;
import dev.taizhang.conform.Screening;
import dev.taizhang.landing.FilePlan;
import dev.taizhang.landing.ReadingReport;
import dev.taizhang.reference.ReferenceData;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The program's source of ledger rows, into Spark's sink that drops everything.
 *
 * @param name by which it is chosen
 * @param meaning what it does
 * @param narrow whether only the columns of the first pass are read
 */
record LedgerRowsReading(String name, String meaning, boolean narrow) implements Contender {

  static Contender allColumns() {
    return new LedgerRowsReading(
        "taizhang-rows", "LedgerRows, all columns, pseudonyms made, to a noop sink", false);
  }

  static Contender narrowColumns() {
    return new LedgerRowsReading(
        "taizhang-narrow", "LedgerRows, the columns of the first pass, to a noop sink", true);
  }

  @Override
  public Discipline discipline() {
    return Discipline.READING;
  }

  @Override
  public boolean reads(Course.Form form) {
    return true;
  }

  @Override
  public Finish run(Course course, Path output) {
    SparkSession spark = Landing.session();
    List<FilePlan> plans = Landing.survey(spark, course);
    ReadingReport report = new ReadingReport();
    spark.sparkContext().register(report);
    long start = System.nanoTime();
    Dataset<Row> rows = Landing.rows(spark, plans, report);
    (narrow
            ? rows.select(
                Screening.columns(
                    new Expectations(ReferenceData.load(Optional.empty()).expectations())))
            : rows)
        .write()
        .format("noop")
        .mode("overwrite")
        .save();
    double seconds = Contender.secondsSince(start);
    long read =
        report.value().values().stream().mapToLong(ReadingReport.FileReading::rowCount).sum();
    course.requireAllRows(read);
    return new Finish(read, seconds);
  }
}
