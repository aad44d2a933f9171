package dev.taizhang.warehouse;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.tables.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.SparkSession;

/** How a warehouse is opened: what must be there, of which release and under which key. */
public final class Opening {

  private Opening() {}

  /**
   * Opens a warehouse to write in; what is missing of it is made.
   *
   * @param tables the contract
   * @param keyCheck check value of the key of the pseudonyms
   * @throws InvalidUsage when the warehouse was written under another key, by a newer release, or
   *     by an earlier one whose rows cannot be brought up to the contract
   */
  public static Warehouse toWrite(
      SparkSession spark, String location, List<Table> tables, String keyCheck) {
    Warehouse warehouse = Warehouse.at(spark, location);
    Definitions definitions = new Definitions(spark, warehouse);
    List<Table> present = tables.stream().filter(warehouse::exists).toList();
    allAtOnce(present, table -> definitions.requireWritable(table, keyCheck));
    allAtOnce(tables, table -> bringUpToContract(warehouse, definitions, table, keyCheck));
    return warehouse;
  }

  /** Every table is waited for, so that nothing writes any more once the first failure is told. */
  private static void allAtOnce(List<Table> tables, Consumer<Table> work) {
    List<RuntimeException> failures =
        tables.parallelStream().flatMap(table -> failure(table, work).stream()).toList();
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }

  private static Optional<RuntimeException> failure(Table table, Consumer<Table> work) {
    try {
      work.accept(table);
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }

  /**
   * Opens a warehouse that is there, to write in.
   *
   * @throws InvalidUsage as {@link #toWrite}, and when there is no warehouse
   */
  public static Warehouse toChange(
      SparkSession spark, String location, List<Table> tables, String keyCheck) {
    requireExisting(spark, location, tables);
    return toWrite(spark, location, tables, keyCheck);
  }

  private static void bringUpToContract(
      Warehouse warehouse, Definitions definitions, Table table, String keyCheck) {
    try {
      definitions.bringUpToContract(table, keyCheck);
    } catch (Exception | FSError e) {
      throw warehouse.told(table, e);
    }
  }

  /**
   * Opens a warehouse to read in, with tables under their names.
   *
   * @param tables the contract
   * @param wanted which of them are to be read
   * @throws InvalidUsage when there is no warehouse, or a newer release wrote it
   */
  public static Warehouse toRead(
      SparkSession spark, String location, List<Table> tables, Predicate<Table> wanted) {
    Warehouse warehouse = requireExisting(spark, location, tables);
    Definitions definitions = new Definitions(spark, warehouse);
    definitions.schemas(tables);
    tables.stream().filter(wanted).filter(warehouse::exists).forEach(definitions::register);
    return warehouse;
  }

  /**
   * Opens a warehouse to read in and to record decisions in, which the next run is to find.
   *
   * @throws InvalidUsage as {@link #toRead}, and when no run of this release can go on with it
   */
  public static Warehouse toDecide(
      SparkSession spark, String location, List<Table> tables, Predicate<Table> wanted) {
    Warehouse warehouse = toRead(spark, location, tables, wanted);
    Definitions definitions = new Definitions(spark, warehouse);
    tables.stream().filter(wanted).filter(warehouse::exists).forEach(definitions::requireNotOlder);
    return warehouse;
  }

  /**
   * Makes tables that a warehouse of an earlier release lacks. They get the key check of one that
   * is there, since they hold no pseudonyms and whoever makes them may have no key.
   *
   * @param like a table that is there
   */
  public static void makeMissing(Warehouse warehouse, List<Table> tables, Table like) {
    Definitions definitions = new Definitions(warehouse.spark(), warehouse);
    String keyCheck = definitions.keyCheck(like);
    tables.stream()
        .filter(table -> !warehouse.exists(table))
        .forEach(
            table -> {
              warehouse.requireWritable(table);
              bringUpToContract(warehouse, definitions, table, keyCheck);
            });
  }

  /**
   * The warehouse at a place that has one.
   *
   * @throws InvalidUsage when there is none
   */
  private static Warehouse requireExisting(
      SparkSession spark, String location, List<Table> tables) {
    Warehouse warehouse = Warehouse.at(spark, location);
    if (tables.stream().noneMatch(warehouse::exists)) {
      throw new InvalidUsage(
          "There is no warehouse at "
              + location
              + ". What to do: check --warehouse, or create one with 'taizhang run'.");
    }
    return warehouse;
  }
}
