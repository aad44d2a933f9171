package dev.taizhang.answers;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.Runs;
import dev.taizhang.warehouse.Opening;
import dev.taizhang.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be asked, by the plan of the question. */
class QuestionTest {

  private static final SparkSession SPARK = SharedSpark.session();

  @TempDir static Path folder;

  private static String warehouse() {
    return folder.resolve("warehouse").toString();
  }

  @BeforeAll
  static void makeAWarehouse() {
    Warehouse warehouse =
        Opening.toWrite(SPARK, warehouse(), List.of(Runs.TABLE.withChangeFeed()), "check");
    warehouse.append(
        Runs.TABLE,
        SPARK.createDataFrame(
            List.of(RowFactory.create("first", Instant.EPOCH, Instant.EPOCH, "1", 1, 1L)),
            Runs.TABLE.structType()),
        "stamp");
  }

  private static void check(String sql) throws ParseException {
    Question.requireReading(SPARK, warehouse(), sql);
  }

  /** Those of questions that are not refused. */
  private static List<String> allowed(String... questions) {
    List<String> refused = new ArrayList<>();
    for (String question : questions) {
      try {
        check(question);
        refused.add("not refused: " + question);
      } catch (InvalidUsage | ParseException e) {
        assertFalse(e.getMessage().isBlank());
      }
    }
    return refused;
  }

  @Test
  void questionsThatReadAreAnswered() throws ParseException {
    String runs = folder.resolve("warehouse/ops/runs").toString();
    // Delta knows no later state than that of the last commit.
    String newest =
        SPARK
            .sql("DESCRIBE HISTORY delta.`" + runs + "`")
            .selectExpr("CAST(max(timestamp) AS STRING)")
            .first()
            .getString(0);
    for (String question :
        List.of(
            "SELECT * FROM ops.runs",
            "select r.run_id from spark_catalog.OPS.runs r where r.rows_read > 0 order by 1 limit 3",
            "SELECT * FROM ops.runs VERSION AS OF 0",
            "SELECT * FROM ops.runs TIMESTAMP AS OF '" + newest + "'",
            "DESCRIBE HISTORY ops.runs",
            "DESCRIBE DETAIL ops.runs",
            "SELECT * FROM table_changes('ops.runs', 1)",
            "SELECT * FROM table_changes('ops.runs', 0, 1)",
            "SELECT * FROM delta.`" + runs + "` VERSION AS OF 1",
            "SELECT * FROM delta.`" + runs + "/../../ops/./runs`",
            "DESCRIBE HISTORY delta.`" + runs + "`",
            "DESCRIBE HISTORY '" + runs + "'",
            "SHOW TABLES IN ops",
            "SHOW TABLES",
            "SHOW SCHEMAS",
            "SHOW VIEWS IN marts",
            "SHOW COLUMNS IN ops.runs",
            "SHOW TBLPROPERTIES ops.runs",
            "SHOW FUNCTIONS LIKE 'try_*'",
            "DESCRIBE ops.runs",
            "DESCRIBE EXTENDED ops.runs",
            "DESC ops.runs run_id",
            "DESCRIBE FUNCTION abs",
            "DESCRIBE SCHEMA ops",
            "DESCRIBE QUERY SELECT 1",
            "EXPLAIN SELECT * FROM ops.runs",
            "EXPLAIN FORMATTED SELECT count(*) FROM ops.runs",
            "VALUES (1, 'a'), (2, 'b')",
            "TABLE ops.runs",
            "FROM ops.runs SELECT run_id",
            "FROM ops.runs |> WHERE rows_read > 0 |> SELECT run_id |> EXTEND 1 AS one |> DROP one",
            "WITH r AS (SELECT * FROM ops.runs) SELECT * FROM r UNION ALL SELECT * FROM r",
            "SELECT run_id, sum(rows_read) OVER w FROM ops.runs WINDOW w AS (ORDER BY run_id)",
            "SELECT a.run_id FROM ops.runs a LEFT JOIN ops.runs b USING (run_id) GROUP BY 1"
                + " HAVING count(*) > 0",
            "SELECT * FROM ops.runs, LATERAL (SELECT rows_read + 1 AS next)",
            "SELECT run_id, n FROM ops.runs LATERAL VIEW explode(array(1, 2)) t AS n",
            "SELECT * FROM range(3) WHERE id IN (SELECT rows_read FROM ops.runs)",
            "SELECT (SELECT max(rows_read) FROM ops.runs) AS most",
            "SELECT * FROM ops.runs TABLESAMPLE (1 ROWS)",
            "SELECT * FROM (SELECT run_id, rows_read FROM ops.runs) PIVOT (sum(rows_read) FOR"
                + " run_id IN ('first'))",
            "SELECT run_id FROM ops.runs EXCEPT SELECT run_id FROM ops.runs",
            "SELECT DISTINCT run_id FROM ops.runs ORDER BY 1 LIMIT 1 OFFSET 1",
            "SELECT /*+ REPARTITION(1) */ current_date(), now(), uuid() FROM ops.runs")) {
      assertDoesNotThrow(
          () -> Question.ask(SPARK, warehouse(), question).collectAsList(), question);
    }
    assertEquals(
        "first",
        Question.ask(SPARK, warehouse(), "SELECT run_id FROM table_changes('ops.runs', 1)")
            .head()
            .getString(0));
  }

  @Test
  void writesAreRefusedWhereverTheyStand() {
    assertEquals(
        List.of(),
        allowed(
            "WITH r AS (SELECT 1) DELETE FROM ops.runs",
            "WITH r AS (SELECT * FROM ops.runs) INSERT INTO ops.runs SELECT * FROM r",
            "FROM ops.runs INSERT INTO ops.runs SELECT *",
            "FROM ops.runs INSERT INTO ops.runs SELECT * INSERT INTO ops.lock SELECT 'a', now()",
            "INSERT OVERWRITE DIRECTORY '/tmp/stolen' USING csv SELECT * FROM ops.runs",
            "FROM ops.runs INSERT OVERWRITE DIRECTORY '/tmp/stolen' USING csv SELECT *",
            "MERGE INTO ops.runs USING ops.runs s ON false WHEN NOT MATCHED THEN INSERT *",
            "UPDATE ops.runs SET version = 'x'",
            "DELETE FROM ops.runs",
            "TRUNCATE TABLE ops.runs",
            "EXPLAIN DELETE FROM ops.runs",
            "EXPLAIN WITH r AS (SELECT 1) DELETE FROM ops.runs",
            "CREATE TABLE t AS SELECT * FROM ops.runs",
            "CREATE TEMPORARY VIEW v AS SELECT * FROM ops.runs",
            "CREATE OR REPLACE TEMP VIEW v USING csv OPTIONS (path '/etc/passwd')",
            "DROP TABLE ops.runs",
            "ALTER TABLE ops.runs SET TBLPROPERTIES ('a' = 'b')",
            "OPTIMIZE ops.runs",
            "VACUUM ops.runs RETAIN 0 HOURS",
            "RESTORE TABLE ops.runs TO VERSION AS OF 0",
            "CONVERT TO DELTA parquet.`/tmp/x`",
            "COPY INTO ops.runs FROM '/tmp' FILEFORMAT = CSV",
            "LOAD DATA INPATH '/tmp' INTO TABLE ops.runs",
            "SET spark.sql.ansi.enabled = false",
            "SET",
            "RESET",
            "SET TIME ZONE 'UTC'",
            "SET VAR a = 1",
            "DECLARE a INT DEFAULT 1",
            "USE ops",
            "ADD JAR '/tmp/a.jar'",
            "LIST JAR",
            "CREATE TEMPORARY FUNCTION f AS 'a.B' USING JAR '/tmp/a.jar'",
            "CREATE TEMPORARY FUNCTION f(x INT) RETURNS INT RETURN x",
            "CACHE TABLE ops.runs",
            "CACHE TABLE c AS SELECT 1",
            "UNCACHE TABLE ops.runs",
            "CLEAR CACHE",
            "REFRESH TABLE ops.runs",
            "REFRESH '/tmp'",
            "ANALYZE TABLE ops.runs COMPUTE STATISTICS",
            "MSCK REPAIR TABLE ops.runs",
            "COMMENT ON TABLE ops.runs IS 'x'",
            "CALL system.f()",
            "EXECUTE IMMEDIATE 'DELETE FROM ops.runs'",
            "BEGIN DELETE FROM ops.runs; END",
            "BEGIN SELECT 1; END",
            "SELECT 1; DELETE FROM ops.runs",
            "SELECT TRANSFORM (run_id) USING 'cat' AS (x STRING) FROM ops.runs",
            "FROM ops.runs MAP run_id USING 'cat' AS x",
            "SELECT * FROM (SELECT TRANSFORM (run_id) USING 'cat' FROM ops.runs)",
            "SELECT (SELECT count(*) FROM (SELECT TRANSFORM (run_id) USING 'cat' FROM ops.runs))",
            "WITH t AS (SELECT TRANSFORM (run_id) USING 'cat' AS (x STRING) FROM ops.runs) SELECT *"
                + " FROM t",
            "DESCRIBE QUERY SELECT TRANSFORM (run_id) USING 'cat' FROM ops.runs"));
  }

  @Test
  void whatLiesOutsideOfTheWarehouseIsRefused() throws IOException {
    Path elsewhere = folder.resolve("elsewhere");
    SPARK.range(1).write().format("delta").save(elsewhere.toString());
    Path link = folder.resolve("warehouse/ops/link");
    Files.createSymbolicLink(link, elsewhere);
    String runs = folder.resolve("warehouse/ops/runs").toString();
    assertEquals(
        List.of(),
        allowed(
            "SELECT * FROM delta.`" + elsewhere + "`",
            "SELECT * FROM delta.`" + link + "`",
            "SELECT * FROM delta.`" + runs + "/../../../elsewhere`",
            "SELECT * FROM delta.`file:" + elsewhere + "` VERSION AS OF 0",
            "SELECT * FROM DELTA.`" + elsewhere + "` TIMESTAMP AS OF now()",
            "DESCRIBE HISTORY delta.`" + elsewhere + "`",
            "DESCRIBE HISTORY '" + elsewhere + "'",
            "DESCRIBE DETAIL '" + elsewhere + "'",
            "DESCRIBE delta.`" + elsewhere + "`",
            "SHOW TBLPROPERTIES delta.`" + elsewhere + "`",
            "EXPLAIN SELECT * FROM delta.`" + elsewhere + "`",
            "SELECT * FROM parquet.`" + runs + "`",
            "SELECT * FROM csv.`/etc/passwd`",
            "SELECT * FROM text.`/etc/passwd`",
            "SELECT * FROM json.`/etc`",
            "SELECT * FROM orc.`/etc`",
            "SELECT * FROM binaryFile.`/etc/passwd`",
            "SELECT * FROM xml.`/etc`",
            "SELECT * FROM avro.`/etc`",
            "TABLE text.`/etc/passwd`",
            "WITH t AS (SELECT * FROM text.`/etc/passwd`) SELECT * FROM t",
            "SELECT 1 WHERE EXISTS (SELECT * FROM text.`/etc/passwd`)",
            "SELECT 1 IN (SELECT value FROM text.`/etc/passwd`)",
            "SELECT (SELECT first(value) FROM text.`/etc/passwd`)",
            "SELECT * FROM range(1), LATERAL (SELECT * FROM text.`/etc/passwd`)",
            "FROM ops.runs |> JOIN text.`/etc/passwd`",
            "SELECT * FROM IDENTIFIER('text' || '.`/etc/passwd`')",
            "SELECT * FROM ops.runs WITH ('path' = '/etc')",
            "SELECT * FROM table_changes('delta.`" + elsewhere + "`', 0)",
            "SELECT * FROM table_changes('default.' || 't', 0)",
            "SELECT * FROM table_changes_by_path('" + elsewhere + "', 0)",
            "SELECT * FROM read_files('/etc')",
            "SELECT * FROM python_worker_logs()",
            "SELECT * FROM global_temp.v",
            "SELECT * FROM other.ops.runs"));
  }

  @Test
  void functionsThatReachIntoJavaOrFilesAreRefused() {
    String reaching = "('java.lang.System', 'getProperty', 'user.home')";
    assertEquals(
        List.of(),
        allowed(
            "SELECT java_method" + reaching,
            "SELECT REFLECT" + reaching,
            "SELECT try_reflect" + reaching,
            "SELECT `reflect`" + reaching,
            "SELECT system.builtin.reflect" + reaching,
            "SELECT IDENTIFIER('ref' || 'lect')" + reaching,
            "SELECT 1 ORDER BY reflect" + reaching,
            "SELECT * FROM ops.runs WHERE upper(reflect" + reaching + ") = 'A'",
            "SELECT transform(array(1), x -> reflect" + reaching + ")",
            "SELECT * FROM range(1) LATERAL VIEW explode(array(reflect" + reaching + ")) t AS n",
            "SELECT * FROM explode(array(reflect" + reaching + "))",
            "SELECT * FROM ops.runs TIMESTAMP AS OF reflect" + reaching,
            "SELECT count(*) FILTER (WHERE reflect" + reaching + " = 'a') FROM ops.runs",
            "SELECT from_xml('<a/>', 'a INT', map('rowValidationXSDPath', '/etc/passwd'))",
            "SELECT from_protobuf(x'00', 'M', '/etc/passwd')",
            "VALUES (reflect" + reaching + ")",
            "EXPLAIN SELECT reflect" + reaching));
  }

  @Test
  void refusalSaysWhatWhyAndWhatToDo() {
    InvalidUsage write =
        assertThrows(InvalidUsage.class, () -> check("WITH r AS (SELECT 1) DELETE FROM ops.runs"));
    assertEquals(2, write.exitCode());
    assertEquals(
        "'taizhang query' only reads, and does not run this: DeleteFromTable. Nothing was done."
            + " What to do: use SELECT, WITH, SHOW, DESCRIBE or EXPLAIN; only the other commands"
            + " change tables, and none changes settings.",
        write.getMessage());
    InvalidUsage outside =
        assertThrows(InvalidUsage.class, () -> check("SELECT * FROM text.`/etc/passwd`"));
    assertEquals(
        "'taizhang query' only reads the warehouse, and text./etc/passwd is not one of its tables."
            + " Nothing was done. What to do: name a table such as marts.placement_rates; 'SHOW"
            + " SCHEMAS' and 'SHOW TABLES IN marts' list them.",
        outside.getMessage());
    InvalidUsage reaching =
        assertThrows(InvalidUsage.class, () -> check("SELECT reflect('a.B', 'c')"));
    assertTrue(reaching.getMessage().contains("reflect reaches outside it"), reaching.getMessage());
  }
}
