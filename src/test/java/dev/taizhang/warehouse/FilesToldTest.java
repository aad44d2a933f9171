package dev.taizhang.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.RecordType;
import dev.taizhang.tables.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

/** Queries that name tables: what they find, and how many jobs it takes. */
class FilesToldTest {

  private static final Field CODE = Field.required("code", StringType, "The code of the row.");
  private static final Table TABLE =
      Table.named("ops.told").grain("One row per code.").fields(CODE).key(CODE);
  private static final RecordType<Coded> RECORDS = RecordType.of(TABLE, Coded.class);

  @TempDir Path folder;
  private SparkSession spark;
  private Warehouse warehouse;
  private String table;

  record Coded(String code) {}

  @BeforeEach
  void open() {
    spark = SharedSpark.session();
    warehouse = Opening.toWrite(spark, folder.toString(), List.of(TABLE), "check");
    table = "delta.`%s`".formatted(warehouse.location(TABLE));
  }

  private void write(String code) {
    warehouse.replaceWhere(
        TABLE,
        TableRows.of(RECORDS, List.of(new Coded(code))),
        "code = '%s'".formatted(code),
        Stamp.of(code));
  }

  private List<String> codes(String sql) {
    return spark.sql(sql.formatted(table)).collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  /** The jobs that a query takes. */
  private List<Integer> jobs(String sql) throws Exception {
    return jobs(() -> codes(sql));
  }

  private List<Integer> jobs(Runnable query) throws Exception {
    List<Integer> jobs = Collections.synchronizedList(new ArrayList<>());
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart job) {
            jobs.add(job.jobId());
          }
        };
    spark.sparkContext().listenerBus().waitUntilEmpty();
    spark.sparkContext().addSparkListener(listener);
    try {
      query.run();
      spark.sparkContext().listenerBus().waitUntilEmpty();
      return List.copyOf(jobs);
    } finally {
      spark.sparkContext().removeSparkListener(listener);
    }
  }

  @Test
  void queryTakesNoJobsButItsOwn() throws Exception {
    write("a");
    write("b");
    assertEquals(1, jobs("SELECT * FROM %s WHERE code <> 'x'").size());
    assertEquals(1, jobs("SELECT * FROM %1$s UNION ALL SELECT * FROM %1$s").size());
  }

  @Test
  void tableWithoutRowsIsNotAskedAtAll() throws Exception {
    assertEquals(List.of(), jobs("SELECT * FROM %1$s a JOIN %1$s b USING (code)"));
    assertEquals(List.of(), codes("SELECT * FROM %s"));
    assertEquals(0, spark.sql("SELECT count(*) FROM " + table).head().getLong(0));
  }

  @Test
  void newestRowsAreFoundAndThoseOfAVersion() {
    write("a");
    write("b");
    assertEquals(List.of("a", "b"), codes("SELECT code FROM %s"));
    spark.sql("DELETE FROM %s WHERE code = 'a'".formatted(table));
    spark.sql("UPDATE %s SET code = 'c' WHERE code = 'b'".formatted(table));
    spark.sql("INSERT INTO %1$s SELECT concat(code, 'd') FROM %1$s".formatted(table));
    assertEquals(List.of("c", "cd"), codes("SELECT code FROM %s"));
    assertEquals(List.of("a"), codes("SELECT code FROM %s VERSION AS OF 1"));
    assertEquals(List.of("a", "b"), codes("SELECT code FROM %s VERSION AS OF 2"));
  }

  @Test
  void rowsThatAreMarkedAsDeletedAreNotFound() {
    warehouse.replace(
        TABLE,
        TableRows.of(RECORDS, List.of(new Coded("a"), new Coded("b"), new Coded("c"))),
        Stamp.of("1"));
    spark.sql("ALTER TABLE " + table + " SET TBLPROPERTIES (delta.enableDeletionVectors = true)");
    spark.sql("DELETE FROM " + table + " WHERE code = 'b'");
    assertEquals(List.of("a", "c"), codes("SELECT code FROM %s"));
    assertEquals(List.of("c"), codes("SELECT code FROM %s WHERE code > 'a'"));
  }

  private static long filesRead(Dataset<Row> query) {
    SparkPlan plan =
        ((org.apache.spark.sql.classic.Dataset<Row>) query).queryExecution().executedPlan();
    return CollectionConverters.asJava(plan.collectLeaves()).stream()
        .mapToLong(leaf -> leaf.metrics().get("numFiles").get().value())
        .sum();
  }

  private Dataset<Row> coded(int many) {
    return spark
        .range(many)
        .selectExpr(
            "format_string('%04d', id) AS code",
            "CAST(id AS INT) AS number",
            "IF(id < 10, NULL, date_add(DATE '2025-07-01', CAST(id AS INT))) AS day");
  }

  /** Of 300 files with 10 rows each, one without days: which are passed over at least. */
  @Test
  void filesThatCannotHaveWhatIsAskedForArePassedOver() throws Exception {
    Map<String, Integer> passedOver = new LinkedHashMap<>();
    passedOver.put("true", 0);
    passedOver.put("code = '0123'", 290);
    passedOver.put("code = 'none'", 300);
    passedOver.put("code IN ('0123', '2999')", 290);
    passedOver.put(
        "code IN ('0001', '0301', '0601', '0901', '1201', '1501', '1801', '2101', '2401', '2701', '2999', '0002')",
        280);
    passedOver.put("number > 2985", 290);
    passedOver.put("number > 2999", 300);
    passedOver.put("number >= 2999", 290);
    passedOver.put("number < 15", 290);
    passedOver.put("number < 0", 300);
    passedOver.put("number <= 0", 290);
    passedOver.put("2985 < number AND number < 5000", 290);
    passedOver.put("number = 123 OR code = '0124'", 280);
    passedOver.put("day = DATE '2025-08-01'", 290);
    passedOver.put("day > DATE '2033-01-01'", 200);
    passedOver.put("day IN (DATE '2025-08-01', DATE '2025-08-02')", 280);
    passedOver.put("day IS NULL", 290);
    passedOver.put("day <=> NULL", 0);
    passedOver.put("day IS NULL AND code > '0005'", 290);
    passedOver.put("15 >= number AND number >= 15", 290);
    passedOver.put("number % 10 = 3", 0);
    passedOver.put("code LIKE '01%'", 0);
    passedOver.put("number = 123 OR code LIKE '9%'", 0);
    passedOver.put("NOT (code = '0123')", 0);
    passedOver.put("CAST(number AS DOUBLE) = 123.0", 290);
    int many = 300;
    table = "delta.`%s`".formatted(folder.resolve("many"));
    Dataset<Row> rows = coded(10 * many);
    rows.repartitionByRange(many, col("code"))
        .write()
        .format("delta")
        .save(folder.resolve("many").toString());
    List<String> conditions = List.copyOf(passedOver.keySet());
    List<Row> all =
        rows.select(
                Stream.concat(Stream.of("code"), conditions.stream())
                    .map(functions::expr)
                    .toArray(Column[]::new))
            .collectAsList();
    for (int place = 0; place < conditions.size(); place++) {
      String condition = conditions.get(place);
      int at = 1 + place;
      List<String> expected =
          all.stream()
              .filter(row -> !row.isNullAt(at) && row.getBoolean(at))
              .map(row -> row.getString(0))
              .toList();
      Dataset<Row> asked = spark.sql("SELECT code FROM %s WHERE %s".formatted(table, condition));
      List<String> found = new ArrayList<>();
      List<Integer> jobs =
          jobs(() -> asked.collectAsList().forEach(row -> found.add(row.getString(0))));
      assertEquals(expected, found.stream().sorted().toList(), condition);
      long read = filesRead(asked);
      assertTrue(many - read >= passedOver.get(condition), condition + " reads " + read + " files");
      assertTrue(jobs.size() <= 1, condition + " takes jobs of its own");
    }
  }

  /** A column that has the name by which the log calls another one. */
  @Test
  void tableOfOthersWhoseColumnsWereRenamedIsLeftToDelta() {
    table = "delta.`%s`".formatted(folder.resolve("renamed"));
    spark.sql("CREATE TABLE %s (code STRING, other STRING) USING delta".formatted(table));
    spark.sql("INSERT INTO %s VALUES ('a', 'z')".formatted(table));
    spark.sql(
        "ALTER TABLE %s SET TBLPROPERTIES ('delta.columnMapping.mode' = 'name')".formatted(table));
    spark.sql("ALTER TABLE %s RENAME COLUMN code TO before".formatted(table));
    spark.sql("ALTER TABLE %s RENAME COLUMN other TO code".formatted(table));
    spark.sql("INSERT INTO %s VALUES ('b', 'y')".formatted(table));
    assertEquals(List.of("z"), codes("SELECT code FROM %s WHERE code = 'z'"));
    assertEquals(List.of("y", "z"), codes("SELECT code FROM %s WHERE code > 'x'"));
  }

  @Test
  void tableOfOthersInPartitionsIsLeftToDelta() {
    table = "delta.`%s`".formatted(folder.resolve("parts"));
    coded(20).write().format("delta").partitionBy("day").save(folder.resolve("parts").toString());
    assertEquals(List.of("0011"), codes("SELECT code FROM %s WHERE day = DATE '2025-07-12'"));
    assertEquals(10, codes("SELECT code FROM %s WHERE day IS NULL AND number < 10").size());
  }
}
