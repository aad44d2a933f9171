package dev.taizhang.benchmark;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The program's first look at every file: hash, encoding and header. It reads no rows. */
final class Surveying implements Contender {

  @Override
  public String name() {
    return "taizhang-survey";
  }

  @Override
  public String meaning() {
    return "first look at every file: SHA-256, encoding, header; no rows";
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
    long start = System.nanoTime();
    int files = Landing.survey(spark, course).size();
    double seconds = Contender.secondsSince(start);
    course.requireAllRows((long) files * course.rowsPerFile());
    return new Finish(0, seconds);
  }
}
