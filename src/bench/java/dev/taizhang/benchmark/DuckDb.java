package dev.taizhang.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** A DuckDB database in memory, with as many threads as there are cores. */
final class DuckDb implements AutoCloseable {

  private final Connection connection;

  private DuckDb(Connection connection) {
    this.connection = connection;
  }

  static DuckDb open() {
    try {
      DuckDb database = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
      database.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
      return database;
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not start", e);
    }
  }

  /** Carries one statement out. */
  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB refuses: " + sql, e);
    }
  }

  /** The first column of the first row. */
  String value(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      if (!rows.next()) {
        throw new IllegalStateException("DuckDB gives no row: " + sql);
      }
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB refuses: " + sql, e);
    }
  }

  long number(String sql) {
    return Long.parseLong(value(sql));
  }

  /**
   * Carries out a script of this room, statement by statement.
   *
   * @param values what stands in it as <code>${name}</code>
   */
  void executeScript(String resource, Map<String, String> values) throws IOException {
    String script = text(resource);
    for (Map.Entry<String, String> value : values.entrySet()) {
      script = script.replace("${" + value.getKey() + "}", value.getValue());
    }
    for (String statement : script.split(";\n", -1)) {
      if (!statement.isBlank()) {
        execute(statement);
      }
    }
  }

  private static String text(String resource) throws IOException {
    try (InputStream stream = DuckDb.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("There is no resource " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The course's files as a table function: every column declared as text, nothing sniffed. */
  static String readCsv(Course course, String options) {
    String columns =
        Arrays.stream(Cohort.Cell.values())
            .map(cell -> "'%s': 'VARCHAR'".formatted(cell.header()))
            .collect(Collectors.joining(", ", "{", "}"));
    return "read_csv('%s/ledger/*.csv', auto_detect = false, header = true, columns = %s%s)"
        .formatted(course.landing(), columns, options);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not close", e);
    }
  }
}
