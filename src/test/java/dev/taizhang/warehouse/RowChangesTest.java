package dev.taizhang.warehouse;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.taizhang.errors.WarehouseBusy;
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
    warehouse = Opening.toWrite(spark, folder.toString(), List.of(TABLE), "check");
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

  private List<RowChange> gone(Set<Integer> numbers) {
    return warehouse
        .read(TABLE)
        .select(NUMBER.column(), RowChange.fileName(), RowChange.place())
        .collectAsList()
        .stream()
        .filter(row -> numbers.contains(row.getInt(0)))
        .<RowChange>map(row -> new RowChange.Gone(row.getString(1), row.getLong(2)))
        .toList();
  }

  private void change(String replaced, Set<Integer> gone, int... added) {
    List<RowChange> changes = new ArrayList<>(gone(gone));
    Arrays.stream(added)
        .mapToObj(
            number ->
                new RowChange.Added(
                    new GenericInternalRow(
                        new Object[] {UTF8String.fromString(number <= 5 ? "a" : "b"), number})))
        .forEach(changes::add);
    change(replaced, changes);
  }

  private void change(String replaced, List<RowChange> changes) {
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
  void fileOfWhichTheLogTellsNothingLosesRowsToo() {
    spark.conf().set("spark.databricks.delta.stats.collect", false);
    try {
      rows(11, 14)
          .write()
          .format("delta")
          .mode("append")
          .save(warehouse.location(TABLE).toString());
    } finally {
      spark.conf().unset("spark.databricks.delta.stats.collect");
    }
    assertEquals(1, files().stream().filter(file -> file.stats() == null).count());
    change("false", Set.of(2, 12), 17);
    assertEquals(List.of(1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 17), numbers());
  }

  @Test
  void fileThatLostRowsBeforeLosesOthersByAConditionAndIsMerged() {
    change("false", Set.of(2, 7));
    change("`group` = 'a'", Set.of(8));
    assertEquals(List.of(6, 9, 10), numbers());
  }

  @Test
  void fileThatMayFulfilTheConditionAndDoesNotStaysBesideOneThatLosesARow() {
    // Between a and c there may be a b.
    warehouse.append(
        TABLE,
        spark
            .createDataFrame(
                List.of(RowFactory.create("a", 30), RowFactory.create("c", 31)), TABLE.structType())
            .coalesce(1),
        "2");
    change("`group` = 'ab'", Set.of(31));
    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30), numbers());
    change("`group` = 'ab'", Set.of());
    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30), numbers());
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
  void manySmallFilesBecomeFewWhereNoneOfThemLosesARow() {
    warehouse.append(
        TABLE, TableRows.of(InternalRows.of(rows(11, 120)).repartition(110).rdd()), "2");
    change("false", Set.of(), 200);
    assertEquals(true, files().size() < 10, () -> files().size() + " files");
    assertEquals(121, numbers().size());
  }

  @Test
  void manySmallFilesThatFulfilTheConditionAreTakenAwayOnce() {
    warehouse.append(
        TABLE, TableRows.of(InternalRows.of(rows(11, 120)).repartition(110).rdd()), "2");
    change("number >= 6 OR `group` = 'b'", Set.of(2), 200);
    assertEquals(List.of(1, 3, 4, 5, 200), numbers());
  }

  @Test
  void filesThatAnotherProgramWroteAnewMeanwhileAreToldAndNothingIsWritten() {
    List<RowChange> gone = gone(Set.of(2));
    spark.sql("DELETE FROM delta.`%s` WHERE number = 9".formatted(warehouse.location(TABLE)));
    spark.sql("REORG TABLE delta.`%s` APPLY (PURGE)".formatted(warehouse.location(TABLE)));
    WarehouseBusy failure = assertThrows(WarehouseBusy.class, () -> change("false", gone));
    assertEquals(
        "Another program rewrote files of ops.probe while the run was working; nothing was written to it. What to do: start the run again.",
        failure.getMessage());
    change("false", gone(Set.of(2)));
    assertEquals(List.of(1, 3, 4, 5, 6, 7, 8, 10), numbers());
  }

  @Test
  void nothingIsLeftOfRowsThatAreGoneOnceEarlierVersionsAreRemoved() throws IOException {
    change("false", Set.of(2, 7), 17);
    assertEquals(true, numbersInFiles().containsAll(Set.of(2, 7)));
    warehouse.removeEarlierVersions(TABLE);
    assertEquals(Set.of(1, 3, 4, 5, 6, 8, 9, 10, 17), numbersInFiles());
    assertEquals(List.of(1, 3, 4, 5, 6, 8, 9, 10, 17), numbers());
    assertEquals("2", warehouse.stamp(TABLE).orElseThrow().text());
    assertEquals(true, files().stream().allMatch(file -> file.deletionVector() == null));
    long version = warehouse.version(TABLE);
    warehouse.removeEarlierVersions(TABLE);
    assertEquals(version, warehouse.version(TABLE), "nothing is left to be purged");
  }
}
