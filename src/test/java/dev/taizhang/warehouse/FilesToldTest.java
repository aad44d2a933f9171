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
import java.util.List;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    List<Integer> jobs = Collections.synchronizedList(new ArrayList<>());
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart job) {
            jobs.add(job.jobId());
          }
        };
    spark.sparkContext().addSparkListener(listener);
    try {
      List<Row> rows = spark.sql(sql.formatted(table)).collectAsList();
      spark.sparkContext().listenerBus().waitUntilEmpty();
      assertTrue(rows.size() < 99);
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

  @Test
  void tableOfManyFilesIsLeftToDelta() {
    int many = TableLog.FEW_FILES + 1;
    table = "delta.`%s`".formatted(folder.resolve("many"));
    spark
        .range(many)
        .selectExpr("CAST(id AS STRING) AS code")
        .repartitionByRange(many, col("code"))
        .write()
        .format("delta")
        .save(folder.resolve("many").toString());
    assertEquals(many, codes("SELECT code FROM %s").size());
    assertEquals(List.of("7"), codes("SELECT code FROM %s WHERE code = '7'"));
    String asked = "SELECT code FROM " + table + " WHERE code = '7'";
    assertEquals(1, spark.sql(asked).inputFiles().length, "Delta passes over files by their log");
  }
}
