package dev.taizhang.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * DuckDB's CSV reader with declared columns.
 *
 * @param name by which it is chosen
 * @param meaning what it does
 * @param intoTable whether rows are kept in a temporary table; else their characters are counted
 */
record DuckDbReading(String name, String meaning, boolean intoTable) implements Contender {

  static Contender keeping() {
    return new DuckDbReading(
        "duckdb-table", "DuckDB read_csv, declared columns, into a temporary table", true);
  }

  static Contender scanning() {
    return new DuckDbReading(
        "duckdb-scan",
        "DuckDB read_csv, declared columns, characters counted, nothing kept",
        false);
  }

  @Override
  public Discipline discipline() {
    return Discipline.READING;
  }

  @Override
  public Finish run(Course course, Path output) {
    try (DuckDb database = DuckDb.open()) {
      long start = System.nanoTime();
      if (intoTable) {
        database.execute("CREATE TEMP TABLE ledger AS SELECT * FROM " + DuckDb.readCsv(course, ""));
      } else {
        database.execute(
            "CREATE TEMP TABLE counts AS SELECT count(*) AS row_count, %s AS characters FROM %s"
                .formatted(characters(), DuckDb.readCsv(course, "")));
      }
      double seconds = Contender.secondsSince(start);
      long rows;
      if (intoTable) {
        rows = database.number("SELECT count(*) FROM ledger");
        course.requireAllCharacters(
            database.number("SELECT %s FROM ledger".formatted(characters())));
      } else {
        rows = database.number("SELECT row_count FROM counts");
        course.requireAllCharacters(database.number("SELECT characters FROM counts"));
      }
      course.requireAllRows(rows);
      return new Finish(rows, seconds);
    }
  }

  private static String characters() {
    return Arrays.stream(Cohort.Cell.values())
        .map(cell -> "coalesce(sum(length(\"%s\")), 0)".formatted(cell.header()))
        .collect(Collectors.joining(" + "));
  }
}
