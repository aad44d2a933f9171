package dev.taizhang.tables;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.rand;
import static org.apache.spark.sql.functions.struct;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.taizhang.support.SharedSpark;
import dev.taizhang.warehouse.Opening;
import dev.taizhang.warehouse.Stamp;
import dev.taizhang.warehouse.TableRows;
import dev.taizhang.warehouse.Warehouse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows as they are read are the rows that Spark gives, whatever a plan does with them. */
class PlainReadTest {

  private static final int ROWS = 9_000;
  private static final Field NAME = Field.optional("name", DataTypes.StringType, "A text.");
  private static final Field NUMBER = Field.required("number", DataTypes.IntegerType, "A number.");
  private static final Field DAY = Field.optional("day", DataTypes.DateType, "A day.");
  private static final Field MANY = Field.required("many", DataTypes.LongType, "A great number.");
  private static final Field SO = Field.optional("so", DataTypes.BooleanType, "Yes or no.");
  private static final Field TEXTS =
      Field.optional("texts", DataTypes.createArrayType(DataTypes.StringType, false), "Texts.");
  private static final Table TABLE =
      Table.named("ops.probe")
          .grain("One row per number.")
          .fields(NAME, NUMBER, DAY, MANY, SO, TEXTS)
          .key(NUMBER)
          .withDeletionVectors();

  @TempDir Path folder;
  private SparkSession spark;
  private Warehouse warehouse;

  @BeforeEach
  void rowsOfAllTypesInTwoFiles() {
    spark = SharedSpark.session();
    warehouse = Opening.toWrite(spark, folder.toString(), List.of(TABLE), "check");
    List<Row> rows =
        IntStream.rangeClosed(1, ROWS)
            .mapToObj(
                number ->
                    RowFactory.create(
                        number % 3 == 0 ? null : "示例" + number % 7,
                        number,
                        number % 5 == 0 ? null : LocalDate.EPOCH.plusDays(number),
                        1L << number % 60,
                        number % 4 == 0 ? null : number % 2 == 0,
                        number % 6 == 0 ? null : List.of("a" + number, "b")))
            .toList();
    warehouse.replace(TABLE, spark.createDataFrame(rows, TABLE.structType()).repartition(2), "1");
  }

  /** How many rows a plan has, which are those that Spark gives. */
  private long same(boolean asRead, UnaryOperator<Dataset<Row>> plan) {
    Dataset<Row> rows = plan.apply(warehouse.read(TABLE));
    assertEquals(asRead, isPlain(rows), () -> rows.queryExecution().toString());
    List<String> expected = texts(rows);
    assertEquals(
        expected, texts(InternalRows.dataset(spark, InternalRows.of(rows), rows.schema())));
    return expected.size();
  }

  private static boolean isPlain(Dataset<Row> rows) {
    return PlainRead.of(
            ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().executedPlan())
        .isPresent();
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).sorted().toList();
  }

  @Test
  void allColumnsAndSomeInAnotherOrder() {
    assertEquals(ROWS, same(true, rows -> rows));
    assertEquals(ROWS, same(true, rows -> rows.select(TEXTS.column(), SO.column(), NAME.column())));
  }

  @Test
  void rowsThatAreLeftOutByWhatIsNotChosenToo() {
    assertEquals(
        3_200,
        same(
            true,
            rows ->
                rows.filter("number > 3000")
                    .select(NAME.column(), MANY.column(), DAY.column())
                    .filter(DAY.column().isNotNull())
                    .filter(NAME.column().isNotNull().or(MANY.column().equalTo(0)))
                    .filter("name <> '示例9'")
                    .select(DAY.column(), NAME.column())));
  }

  @Test
  void rowsThatAreTakenOutOfFiles() {
    List<RowChange> gone =
        warehouse
            .read(TABLE)
            .filter("number % 10 = 0")
            .select(RowChange.fileName(), RowChange.place())
            .collectAsList()
            .stream()
            .<RowChange>map(row -> new RowChange.Gone(row.getString(0), row.getLong(1)))
            .toList();
    warehouse.replaceWhere(
        TABLE,
        TableRows.changes(
            JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(gone, 1)),
        "false",
        "true",
        Stamp.of("2"));
    assertEquals(ROWS - ROWS / 10, same(true, rows -> rows));
    assertEquals(
        ROWS - ROWS / 10, same(true, rows -> rows.select(NUMBER.column(), TEXTS.column())));
  }

  @Test
  void columnsThatAreMadeOfThose() {
    assertEquals(ROWS, same(true, rows -> rows.select(NUMBER.column().plus(1))));
    assertEquals(
        ROWS / 2,
        same(
            true,
            rows ->
                rows.filter("number % 2 = 0")
                    .select(
                        NAME.column().as("other"),
                        lit(1).as("one"),
                        struct(DAY.column(), TEXTS.column()).as("both"))));
  }

  @Test
  void whateverElseAPlanDoesIsLeftToSpark() {
    assertEquals(1, same(false, rows -> rows.groupBy().count()));
    assertEquals(2L * ROWS, same(false, rows -> rows.unionAll(rows)));
    assertEquals(ROWS, same(false, rows -> rows.repartition(NUMBER.column())));
  }

  @Test
  void whatDependsOnTheTaskIsLeftToSpark() {
    assertFalse(isPlain(warehouse.read(TABLE).select(monotonically_increasing_id())));
    assertFalse(isPlain(warehouse.read(TABLE).filter(rand(7).lt(0.5))));
  }
}
