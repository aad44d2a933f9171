package dev.taizhang.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The same work as a run of the program, as one SQL script for DuckDB: from the files to entries,
 * cells and placement rates as Parquet. What it leaves out stands at the head of the script.
 */
final class DuckDbRun implements Contender {

  private static final String SCRIPT = "/benchmark/duckdb_run.sql";

  @Override
  public String name() {
    return "duckdb-run";
  }

  @Override
  public String meaning() {
    return "DuckDB, one SQL script to Parquet files";
  }

  @Override
  public Discipline discipline() {
    return Discipline.WHOLE_RUN;
  }

  @Override
  public Finish run(Course course, Path output) throws IOException {
    try (DuckDb database = DuckDb.open()) {
      long start = System.nanoTime();
      database.executeScript(
          SCRIPT,
          Map.of(
              "ledgers", DuckDb.readCsv(course, ", filename = true"),
              "lists", Project.folder().resolve("data").resolve("reference").toString(),
              "additions", course.reference().toString(),
              "output", output.toString()));
      double seconds = Contender.secondsSince(start);
      long rows = database.number("SELECT count(*) FROM cells");
      course.requireAllRows(rows);
      long quarantined = database.number("SELECT count(*) FROM quarantine");
      if (quarantined != course.contents().quarantined()) {
        throw new IllegalStateException(
            "%d rows quarantined instead of %d"
                .formatted(quarantined, course.contents().quarantined()));
      }
      return new Finish(rows, seconds);
    }
  }
}
