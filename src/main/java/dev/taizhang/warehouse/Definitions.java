package dev.taizhang.warehouse;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.Metadata;

/**
 * Brings the tables of a warehouse up to the contract, or says why they cannot be, and makes them
 * known to the session under their names.
 */
final class Definitions {

  private static final String CONTRACT_PROPERTY = "taizhang.contractVersion";
  private static final String KEY_PROPERTY = "taizhang.keyCheck";

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final NewTables newTables;

  Definitions(SparkSession spark, Warehouse warehouse) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.newTables = new NewTables(spark, warehouse.fileSystem());
  }

  /**
   * Asks whether a table that is there may be written to.
   *
   * @param keyCheck check value of the key of the pseudonyms
   * @throws InvalidUsage when it was written under another key, by a newer release, or by an
   *     earlier one whose rows cannot be brought up to the contract
   */
  void requireWritable(Table table, String keyCheck) {
    requireNotNewer(table);
    requireNotOlder(table);
    String written = property(table, KEY_PROPERTY).orElse(keyCheck);
    if (!written.equals(keyCheck)) {
      throw new InvalidUsage(
          """
          The warehouse %s was written with another key, so the same people would get other \
          pseudonyms. Nothing was written.
          What to do: use the key of the earlier runs (TAIZHANG_KEY_FILE or TAIZHANG_KEY), or \
          another --warehouse."""
              .formatted(warehouse.root()));
    }
    // Only columns that may be null can be given to rows that are there already.
    List<String> lacking =
        missing(table).stream().filter(field -> !field.nullable()).map(Field::name).toList();
    if (!lacking.isEmpty()) {
      throw new InvalidUsage(
          """
          The table %s was written by an earlier release and lacks %s, which every row must have. \
          Nothing was written.
          What to do: rebuild the warehouse: run the same landing folder into a new --warehouse."""
              .formatted(table.name(), String.join(", ", lacking)));
    }
  }

  /** Check value of the key that a table was written under; empty where it has none. */
  String keyCheck(Table table) {
    return property(table, KEY_PROPERTY).orElse("");
  }

  /** Brings a table up to the contract; one that is not there is made. */
  void bringUpToContract(Table table, String keyCheck) throws IOException {
    String location = warehouse.location(table).toString();
    if (warehouse.exists(table)) {
      List<Field> missing = missing(table);
      if (!missing.isEmpty()) {
        spark.sql(Ddl.addColumns(location, missing));
      }
      Ddl.features(table)
          .forEach(
              (name, value) -> {
                if (property(table, name).isEmpty()) {
                  spark.sql(Ddl.addProperty(location, name, value));
                }
              });
    } else {
      // A log without a commit would be taken for somebody's files.
      Commits.clear(warehouse.fileSystem(), warehouse.location(table));
      boolean isMade =
          newTables.make(
              table,
              warehouse.location(table),
              Map.of(
                  CONTRACT_PROPERTY,
                  Integer.toString(Warehouse.CONTRACT_VERSION),
                  KEY_PROPERTY,
                  keyCheck));
      if (!isMade) {
        // Who made it in between may have another key.
        requireWritable(table, keyCheck);
      }
    }
  }

  /**
   * Makes a table that is there known under its name, also where that meant another warehouse's
   * before.
   *
   * @throws InvalidUsage when a newer release wrote it
   */
  void register(Table table) {
    requireNotNewer(table);
    SessionCatalog catalog = catalog();
    // DROP TABLE would look into the other warehouse's folder, which may be gone.
    catalog.dropTable(CatalogEntry.name(table), true, false);
    catalog.createTable(CatalogEntry.of(table, warehouse.location(table).toUri()), false, false);
  }

  private SessionCatalog catalog() {
    return ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().catalog();
  }

  /** Makes the schemas of tables known. */
  void schemas(List<Table> tables) {
    tables.stream()
        .map(Table::schemaName)
        .distinct()
        .filter(schema -> !catalog().databaseExists(schema))
        .forEach(schema -> spark.sql("CREATE DATABASE IF NOT EXISTS " + schema));
  }

  /** Makes a view known under its name for as long as the session lives. */
  void view(Table view, String select) {
    schemas(List.of(view));
    spark.sql(Ddl.view(view, select));
  }

  private void requireNotNewer(Table table) {
    int version =
        property(table, CONTRACT_PROPERTY)
            .map(Integer::parseInt)
            .orElse(Warehouse.CONTRACT_VERSION);
    if (version > Warehouse.CONTRACT_VERSION) {
      throw new InvalidUsage(
          """
          The table %s has contract version %d, but this release knows only up to %d: a newer \
          release wrote it. Nothing was written.
          What to do: upgrade taizhang."""
              .formatted(table.name(), version, Warehouse.CONTRACT_VERSION));
    }
  }

  /**
   * Asks whether rows can be added to those that a table has.
   *
   * @throws InvalidUsage when it was written under a contract by which the same people have other
   *     pseudonyms
   */
  void requireNotOlder(Table table) {
    int version =
        property(table, CONTRACT_PROPERTY)
            .map(Integer::parseInt)
            .orElse(Warehouse.CONTRACT_VERSION);
    if (version < Warehouse.CONTRACT_VERSION) {
      throw new InvalidUsage(
          """
          The warehouse %1$s has contract version %2$d, and this release writes %3$d: student \
          numbers and ID numbers get other pseudonyms, and names of people are left out of file \
          names. One warehouse cannot hold rows of both versions. Nothing was written.
          What to do: rebuild with the same key: run the same landing folder into a new \
          --warehouse. Then repeat the recorded decisions there ('taizhang query --warehouse %1$s \
          "SELECT * FROM intake.decisions"': accept, retract and lock, and dates as --as-of; \
          submission ids are the same), and forget again whoever was forgotten. Locked figures stay \
          in the old warehouse, which status, query and feedback still read; remove it once nobody \
          needs them.
          怎么办：数据库 %1$s 由旧版本写成（合同版本 %2$d，现为 %3$d），不能续写。请用同一密钥、同一报送文件夹运行到新的 \
          --warehouse，再在新库中重做旧库 intake.decisions 里的 accept、retract、lock 和 forget。"""
              .formatted(warehouse.root(), version, Warehouse.CONTRACT_VERSION));
    }
  }

  /** Columns of the contract that a table of an earlier release has not. */
  private List<Field> missing(Table table) {
    Set<String> present = Set.of(metadata(table).schema().fieldNames());
    return table.fields().stream().filter(field -> !present.contains(field.name())).toList();
  }

  private Optional<String> property(Table table, String name) {
    scala.Option<String> value = metadata(table).configuration().get(name);
    return value.isEmpty() ? Optional.empty() : Optional.of(value.get());
  }

  private Metadata metadata(Table table) {
    return DeltaLog.forTable(spark, warehouse.location(table)).unsafeVolatileSnapshot().metadata();
  }
}
