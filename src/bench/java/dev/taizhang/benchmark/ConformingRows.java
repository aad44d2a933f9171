package dev.taizhang.benchmark;

import dev.taizhang.intake.Conforming;
import dev.taizhang.landing.Survey;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** The program's way from files to entries, into Spark's sink that drops everything. */
final class ConformingRows implements Contender {

  @Override
  public String name() {
    return "taizhang-conform";
  }

  @Override
  public String meaning() {
    return "files read as a run does, screened and conformed, every rule applied, dropped";
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
    long rows = Conforming.conform(spark, surveys);
    double seconds = Contender.secondsSince(start);
    course.requireAllRows(rows);
    return new Finish(rows, seconds);
  }
}
