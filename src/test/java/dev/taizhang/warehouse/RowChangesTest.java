package dev.taizhang.warehouse;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.InternalRows;
import dev.taizhang.tables.RowChange;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are taken out of files that stay. */
class RowChangesTest {

  private static final Field GROUP = Field.required("group", StringType, "A group.");
  private static final Field NUMBER = Field.required("number", IntegerType, "A number.");
  private static final Table TABLE =
      Table.named("ops.probe")
          .grain("One row per number.")
          .fields(GROUP, NUMBER)
          .key(GROUP, NUMBER)
          .withDeletionVectors();

  @TempDir Path folder;
  private SparkSession spark;
  private Warehouse warehouse;

  @BeforeEach
  void tenNumbersOfTwoGroups() {
    spark = SharedSpark.session();
    warehouse = Warehouse.openToWrite(spark, folder.toString(), List.of(TABLE), "check");
    warehouse.replace(TABLE, rows(1, 10), "1");
  }

  /** Numbers up to 5 are of group a, others of group b. */
  private Dataset<Row> rows(int from, int to) {
    return spark
        .createDataFrame(
            IntStream.rangeClosed(from, to)
                .mapToObj(number -> RowFactory.create(number <= 5 ? "a" : "b", number))
                .toList(),
            TABLE.structType())
        .coalesce(1);
  }

  private void change(String replaced, Set<Integer> gone, int... added) {
    List<RowChange> changes = new ArrayList<>();
    warehouse
        .read(TABLE)
        .select(NUMBER.column(), RowChange.fileName(), RowChange.place())
        .collectAsList()
        .stream()
        .filter(row -> gone.contains(row.getInt(0)))
        .map(row -> new RowChange.Gone(row.getString(1), row.getLong(2)))
        .forEach(changes::add);
    Arrays.stream(added)
        .mapToObj(
            number ->
                new RowChange.Added(
                    new GenericInternalRow(
                        new Object[] {UTF8String.fromString(number <= 5 ? "a" : "b"), number})))
        .forEach(changes::add);
    JavaRDD<RowChange> rdd =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(changes, 2);
    warehouse.replaceWhere(TABLE, TableRows.changes(rdd), replaced, "true", Stamp.of("2"));
  }

  private List<Integer> numbers() {
    return warehouse.read(TABLE).collectAsList().stream()
        .map(row -> row.getInt(1))
        .sorted()
        .toList();
  }

  /** What the files have, whatever the log says. */
  private Set<Integer> numbersInFiles() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      String[] files =
          all.map(Path::toString).filter(file -> file.endsWith(".parquet")).toArray(String[]::new);
      Set<Integer> numbers = new TreeSet<>();
      spark.read().parquet(files).collectAsList().forEach(row -> numbers.add(row.getInt(1)));
      return numbers;
    }
  }

  private List<org.apache.spark.sql.delta.actions.AddFile> files() {
    return TableLog.of(spark, warehouse.location(TABLE)).files();
  }

  @Test
  void rowsAreTakenOutOfAFileThatStays() {
    String file = files().get(0).path();
    change("false", Set.of(2, 7), 17);
    assertEquals(List.of(1, 3, 4, 5, 6, 8, 9, 10, 17), numbers());
    change("false", Set.of(1));
    assertEquals(List.of(3, 4, 5, 6, 8, 9, 10, 17), numbers());
    assertEquals(
        List.of(3L),
        files().stream()
            .filter(one -> one.path().equals(file))
            .map(one -> one.numDeletedRecords())
            .toList());
    assertEquals(9, warehouse.read(TABLE, 2).count());
  }

  @Test
  void rowsWrittenAreThoseThatChanged() {
    change("false", Set.of(2), 12);
    assertEquals(1, warehouse.rowsWritten(TABLE));
  }

  @Test
  void fileThatLostMostOfItsRowsIsWrittenAnew() {
    String file = files().get(0).path();
    change("false", Set.of(1, 2, 3, 4, 5));
    assertEquals(file, files().get(0).path());
    change("false", Set.of(6));
    assertEquals(List.of(7, 8, 9, 10), numbers());
    assertEquals(
        List.of(true),
        files().stream()
            .map(one -> one.deletionVector() == null && !one.path().equals(file))
            .toList());
  }

  @Test
  void oneFileLosesSomeRowsByAConditionAndSomeByTheirPlace() {
    change("`group` = 'a'", Set.of(7), 1, 17);
    assertEquals(List.of(1, 6, 8, 9, 10, 17), numbers());
  }

  @Test
  void conditionThatNoRowFulfilsLeavesTheRest() {
    change("`group` = 'aa'", Set.of(7), 17);
    assertEquals(List.of(1, 2, 3, 4, 5, 6, 8, 9, 10, 17), numbers());
  }

  @Test
  void manySmallFilesBecomeFew() {
    JavaRDD<InternalRow> rows = InternalRows.of(rows(11, 120)).repartition(110);
    warehouse.append(TABLE, TableRows.of(rows.rdd()), "2");
    List<Integer> before = numbers();
    change("false", Set.of(20), 200);
    List<Integer> expected = new ArrayList<>(before);
    expected.remove(Integer.valueOf(20));
    expected.add(200);
    assertEquals(expected, numbers());
    assertEquals(true, files().size() < 10, () -> files().size() + " files");
  }

  @Test
  void nothingIsLeftOfRowsThatAreGoneOnceEarlierVersionsAreRemoved() throws IOException {
    change("false", Set.of(2, 7), 17);
    assertEquals(true, numbersInFiles().containsAll(Set.of(2, 7)));
    warehouse.removeEarlierVersions(TABLE);
    assertEquals(Set.of(1, 3, 4, 5, 6, 8, 9, 10, 17), numbersInFiles());
    assertEquals(List.of(1, 3, 4, 5, 6, 8, 9, 10, 17), numbers());
    assertEquals("2", warehouse.stamp(TABLE).orElseThrow().text());
  }
}
