package dev.taizhang.warehouse;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.errors.BrokenContract;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.RecordType;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class WarehouseTest {

  private static final Field CODE =
      Field.required("code", StringType, "It's the code of the row.").oneOf("a", "b");
  private static final Field NUMBER = Field.optional("number", IntegerType, "A number.");
  private static final Table TABLE =
      Table.named("ops.probe")
          .grain("One row per code.")
          .fields(CODE, NUMBER)
          .key(CODE)
          .rule("number_positive", "number > 0");
  private static final Field NOTE = Field.optional("note", StringType, "A note.");
  private static final StructType LOOSE =
      new StructType().add("code", StringType).add("number", IntegerType);

  @TempDir Path folder;
  private SparkSession spark;
  private Warehouse warehouse;

  @BeforeEach
  void open() {
    spark = SharedSpark.session();
    warehouse = Opening.toWrite(spark, folder.toString(), List.of(TABLE), "check");
  }

  private Dataset<Row> rows(Row... rows) {
    return spark.createDataFrame(List.of(rows), LOOSE);
  }

  @Test
  void nullFulfilsARuleOnANullableColumn() {
    warehouse.replace(TABLE, rows(RowFactory.create("a", null)), "stamp");
    assertEquals(1, warehouse.read(TABLE).count());
  }

  @Test
  void rowThatBreaksARuleIsRefusedWithoutItsValues() {
    BrokenContract failure =
        assertThrows(
            BrokenContract.class,
            () -> warehouse.replace(TABLE, rows(RowFactory.create("a", -73)), "stamp"));
    assertTrue(failure.getMessage().contains("ops.probe"), failure.getMessage());
    assertTrue(failure.getMessage().contains("number_positive"), failure.getMessage());
    assertTrue(!failure.getMessage().contains("-73"), failure.getMessage());
    assertEquals(4, failure.exitCode());
    assertEquals(0, warehouse.read(TABLE).count());
  }

  @Test
  void valueThatIsNotAllowedIsRefused() {
    assertThrows(
        BrokenContract.class,
        () -> warehouse.replace(TABLE, rows(RowFactory.create("c", 1)), "stamp"));
  }

  @Test
  void nullInARequiredColumnIsRefused() {
    assertThrows(
        BrokenContract.class,
        () -> warehouse.replace(TABLE, rows(RowFactory.create(null, 1)), "stamp"));
  }

  @Test
  void stampOfTheLastWriteIsReadBack() {
    assertEquals(Optional.empty(), warehouse.stamp(TABLE));
    warehouse.replace(TABLE, rows(RowFactory.create("a", 1)), "made of this");
    assertEquals(Optional.of(Stamp.of("made of this")), warehouse.stamp(TABLE));
    spark.sql("OPTIMIZE delta.`" + warehouse.location(TABLE) + "`");
    assertEquals(Optional.of(Stamp.of("made of this")), warehouse.stamp(TABLE));
  }

  @Test
  void replaceWhereLeavesOtherRowsAlone() {
    warehouse.replace(TABLE, rows(RowFactory.create("a", 1), RowFactory.create("b", 2)), "1");
    warehouse.replaceWhere(TABLE, rows(RowFactory.create("b", 3)), "code = 'b'", "2");
    assertEquals(
        List.of(RowFactory.create("a", 1), RowFactory.create("b", 3)),
        warehouse.read(TABLE).orderBy("code").collectAsList());
    assertEquals(1, warehouse.rowsWritten(TABLE));
  }

  /** One row as a record. */
  record Probe(String code, Integer number) {}

  @Test
  void filesWithoutOneOfTheTextsAreNotOpened() throws IOException {
    RecordType<Probe> records = RecordType.of(TABLE, Probe.class);
    write(records, new Probe("a", 1));
    try (Stream<Path> files = Files.list(folder.resolve("ops/probe"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".parquet")).toList()) {
        Files.delete(file);
      }
    }
    write(records, new Probe("b", 2));
    assertEquals(List.of(new Probe("b", 2)), warehouse.records(records, CODE, Set.of("b", "b'\\")));
    assertEquals(2, warehouse.values(TABLE, CODE, Set.of("b")).get(0)[1]);
    assertEquals(List.of(), warehouse.values(TABLE, CODE, Set.of()));
    assertThrows(Exception.class, () -> warehouse.records(records, CODE, Set.of("a", "b")).size());
  }

  private void write(RecordType<Probe> records, Probe one) {
    warehouse.replaceWhere(
        TABLE,
        TableRows.of(records, List.of(one)),
        "code = '%s'".formatted(one.code()),
        Stamp.of(one.code()));
  }

  @Test
  void rowsThatAnotherProgramMarkedAsDeletedAreNotReadAsIfTheyWereThere() {
    RecordType<Probe> records = RecordType.of(TABLE, Probe.class);
    warehouse.replace(
        TABLE, TableRows.of(records, List.of(new Probe("a", 1), new Probe("b", 2))), Stamp.of("1"));
    String table = "delta.`" + warehouse.location(TABLE) + "`";
    spark.sql("ALTER TABLE " + table + " SET TBLPROPERTIES (delta.enableDeletionVectors = true)");
    spark.sql("DELETE FROM " + table + " WHERE code = 'b'");
    InvalidUsage refused = assertThrows(InvalidUsage.class, () -> warehouse.records(records));
    assertTrue(refused.getMessage().contains("APPLY (PURGE)"), refused.getMessage());
    spark.sql("REORG TABLE " + table + " APPLY (PURGE)");
    assertEquals(List.of(new Probe("a", 1)), warehouse.records(records));
  }

  @Test
  void commentsAndRulesAreInTheTable() {
    assertEquals(
        "It's the code of the row.",
        warehouse.read(TABLE).schema().apply("code").getComment().get());
    assertTrue(
        spark
            .sql("SHOW TBLPROPERTIES delta.`" + warehouse.location(TABLE) + "`")
            .collectAsList()
            .toString()
            .contains("delta.constraints.number_positive"));
  }

  @Test
  void anotherKeyIsRefused() {
    InvalidUsage failure =
        assertThrows(
            InvalidUsage.class,
            () -> Opening.toWrite(spark, folder.toString(), List.of(TABLE), "other"));
    assertTrue(failure.getMessage().contains("with another key"), failure.getMessage());
  }

  @Test
  void tableOfANewerReleaseIsRefused() {
    spark.sql(
        "ALTER TABLE delta.`%s` SET TBLPROPERTIES ('taizhang.contractVersion' = '99')"
            .formatted(warehouse.location(TABLE)));
    InvalidUsage failure =
        assertThrows(
            InvalidUsage.class,
            () -> Opening.toWrite(spark, folder.toString(), List.of(TABLE), "check"));
    assertTrue(failure.getMessage().contains("contract version 99"), failure.getMessage());
    assertThrows(
        InvalidUsage.class,
        () -> Opening.toRead(spark, folder.toString(), List.of(TABLE), any -> true));
  }

  @Test
  void tableOfAnEarlierContractIsReadAndNotWritten() {
    spark.sql(
        "ALTER TABLE delta.`%s` SET TBLPROPERTIES ('taizhang.contractVersion' = '1')"
            .formatted(warehouse.location(TABLE)));
    long version = warehouse.version(TABLE);
    for (Executable opening :
        List.<Executable>of(
            () -> Opening.toWrite(spark, folder.toString(), List.of(TABLE), "check"),
            () -> Opening.toChange(spark, folder.toString(), List.of(TABLE), "check"),
            () -> Opening.toDecide(spark, folder.toString(), List.of(TABLE), any -> true))) {
      InvalidUsage failure = assertThrows(InvalidUsage.class, opening);
      assertTrue(failure.getMessage().contains("contract version 1"), failure.getMessage());
      assertTrue(failure.getMessage().contains("What to do: rebuild"), failure.getMessage());
    }
    assertEquals(version, warehouse.version(TABLE));
    Warehouse read = Opening.toRead(spark, folder.toString(), List.of(TABLE), any -> true);
    assertEquals(0, read.read(TABLE).count());
  }

  @Test
  void columnOfALaterReleaseIsAddedAndNullInEarlierRows() {
    warehouse.replace(TABLE, rows(RowFactory.create("a", 1)), "stamp");

    Warehouse later = Opening.toWrite(spark, folder.toString(), List.of(with(NOTE)), "check");

    assertEquals(List.of(RowFactory.create("a", 1, null)), later.read(with(NOTE)).collectAsList());
    later.append(
        with(NOTE), rows(RowFactory.create("b", 2)).withColumn("note", lit("later")), "stamp");
    assertEquals(2, later.read(TABLE).count());
  }

  @Test
  void tableWithAChangeFeedTellsWhatWritesChange() {
    Table followed = TABLE.withChangeFeed();
    Warehouse other =
        Opening.toWrite(spark, folder.resolve("other").toString(), List.of(followed), "check");
    other.replace(followed, rows(RowFactory.create("a", 1), RowFactory.create("b", 2)), "1");
    other.replaceWhere(followed, rows(RowFactory.create("b", 3)), "code = 'b'", "2");

    assertEquals(
        List.of("a 1 insert 1", "b 2 insert 1", "b 2 delete 2", "b 3 insert 2"),
        changes(other, followed, 0));
  }

  @Test
  void tableOfAnEarlierReleaseTellsWhatChangesFromTheNextRunOn() {
    warehouse.replace(TABLE, rows(RowFactory.create("a", 1)), "1");
    Table followed = TABLE.withChangeFeed();

    Warehouse later = Opening.toWrite(spark, folder.toString(), List.of(followed), "check");
    later.append(followed, rows(RowFactory.create("b", 2)), "2");

    assertEquals(List.of("b 2 insert 3"), changes(later, followed, 2));
    Opening.toWrite(spark, folder.toString(), List.of(followed), "check");
    assertEquals(3, later.version(followed), "the property is set once");
  }

  private List<String> changes(Warehouse read, Table table, long since) {
    return spark
        .read()
        .format("delta")
        .option("readChangeFeed", true)
        .option("startingVersion", since)
        .load(read.location(table).toString())
        .orderBy("_commit_version", "code", "_change_type")
        .selectExpr("concat_ws(' ', code, number, _change_type, _commit_version)")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  @Test
  void tableWhoseMakingWasInterruptedIsMadeAnew() throws IOException {
    Path left = folder.resolve("left");
    Files.createDirectories(left.resolve("ops/probe/_delta_log"));
    Files.writeString(left.resolve("ops/probe/_delta_log/.00000000000000000000.json.1.tmp"), "{");

    Warehouse carriedOn = Opening.toWrite(spark, left.toString(), List.of(TABLE), "check");

    carriedOn.replace(TABLE, rows(RowFactory.create("a", 1)), "stamp");
    assertEquals(1, carriedOn.read(TABLE).count());
  }

  @Test
  void requiredColumnOfALaterReleaseAsksForARebuildAndWritesNothing() {
    warehouse.replace(TABLE, rows(RowFactory.create("a", 1)), "stamp");
    long version = warehouse.version(TABLE);
    Table later = with(Field.required("note", StringType, "A note."));

    InvalidUsage refused =
        assertThrows(
            InvalidUsage.class,
            () -> Opening.toWrite(spark, folder.toString(), List.of(later), "check"));

    assertTrue(refused.getMessage().contains("ops.probe"), refused.getMessage());
    assertTrue(refused.getMessage().contains("lacks note"), refused.getMessage());
    assertTrue(refused.getMessage().contains("rebuild"), refused.getMessage());
    assertEquals(version, warehouse.version(TABLE));
  }

  private static Table with(Field field) {
    return Table.named("ops.probe")
        .grain("One row per code.")
        .fields(CODE, NUMBER, field)
        .key(CODE)
        .rule("number_positive", "number > 0");
  }
}
