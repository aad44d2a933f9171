package dev.taizhang.benchmark;

import dev.taizhang.landing.Survey;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** The program's reader of ledger rows, whose rows are dropped. */
final class LedgerRowsReading implements Contender {

  @Override
  public String name() {
    return "taizhang-rows";
  }

  @Override
  public String meaning() {
    return "LedgerRows, all columns, pseudonyms made, dropped";
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
    List<Survey> surveys = Landing.survey(spark, course);
    long start = System.nanoTime();
    long read = Landing.rows(spark, surveys);
    double seconds = Contender.secondsSince(start);
    course.requireAllRows(read);
    return new Finish(read, seconds);
  }
}
