package dev.taizhang.landing;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Rows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;

/** Ledgers that land in a folder one by one, and are read under a secret of the tests. */
final class LandedLedgers {

  static final String SECRET = "a secret of the tests only";
  private static final PseudonymKey KEY =
      PseudonymKey.fromEnvironment(Map.of("TAIZHANG_KEY", SECRET));

  private final Path folder;
  private final ReferenceData reference;
  private final Map<String, FilePlan> plans = new LinkedHashMap<>();
  private final Map<String, FileReading> readings = new LinkedHashMap<>();

  LandedLedgers(Path folder, ReferenceData reference) {
    this.folder = folder;
    this.reference = reference;
  }

  void file(String name, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    Surveyor surveyor =
        new Surveyor(
            reference.columnAliases(),
            reference.templates(),
            Limits.DEFAULT,
            new Configuration(false));
    LandingFile landing =
        new LandingFile(
            Feed.LEDGER, "ledger/" + name, file.toString(), content.length, Instant.EPOCH);
    plans.put(name, surveyor.survey(landing).plan());
  }

  Dataset<Row> read() {
    return read(Limits.DEFAULT);
  }

  Dataset<Row> read(Limits limits) {
    List<Row> rows = new ArrayList<>();
    LedgerRows reader = new LedgerRows(KEY, limits, new Configuration(false));
    plans.forEach(
        (name, plan) ->
            readings.put(
                name,
                reader.read(
                    plan,
                    row ->
                        rows.add(
                            (Row)
                                CatalystTypeConverters.convertToScala(
                                    row, Rows.TABLE.structType())))));
    return SharedSpark.session().createDataFrame(rows, Rows.TABLE.structType());
  }

  Map<String, Long> rowCounts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    plans.forEach((name, plan) -> counts.put(name, readings.get(name).rowCount()));
    return counts;
  }

  Map<String, Long> noteCounts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    plans.forEach((name, plan) -> counts.put(name, readings.get(name).noteCount()));
    return counts;
  }

  /** How the reading of each file ended: {@code read}, or the code of what stopped it. */
  Map<String, String> endings() {
    Map<String, String> endings = new LinkedHashMap<>();
    plans.forEach(
        (name, plan) ->
            endings.put(name, readings.get(name).rejection().map(Rejection::code).orElse("read")));
    return endings;
  }

  /** The rows in order, each as its cells with | between them. */
  static List<String> lines(Dataset<Row> rows, Field... fields) {
    return rows
        .orderBy(Rows.UNIVERSITY_CODE.column(), Rows.SHEET_NAME.column(), Rows.ROW_NUMBER.column())
        .select(Arrays.stream(fields).map(Field::column).toArray(Column[]::new))
        .collectAsList()
        .stream()
        .map(row -> row.mkString("|"))
        .toList();
  }

  /** The submission that a file is. */
  String submissionOf(String name) {
    return plans.get(name).submissionId();
  }

  /** All that the readings tell. */
  String told() {
    return readings.toString();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
