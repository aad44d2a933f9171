package dev.taizhang.warehouse;

import dev.taizhang.tables.Table;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.catalog.CatalogStorageFormat;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.CatalogTableType;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * What a session's catalog has to know of a Delta table that is there: its name and its place. The
 * rest is in the log of the table. CREATE TABLE would leave the same entry, and plans, reads and
 * compares a good deal before.
 */
final class CatalogEntry {

  private static final String PROVIDER = "delta";

  private CatalogEntry() {}

  static TableIdentifier name(Table table) {
    return new TableIdentifier(table.shortName(), Option.apply(table.schemaName()));
  }

  static CatalogTable of(Table table, URI location) {
    CatalogStorageFormat nowhere = CatalogStorageFormat.empty();
    return new CatalogTable(
        name(table),
        CatalogTableType.EXTERNAL(),
        nowhere.copy(
            Option.apply(location),
            nowhere.inputFormat(),
            nowhere.outputFormat(),
            nowhere.serde(),
            nowhere.compressed(),
            nowhere.properties(),
            nowhere.serdeName()),
        new StructType(),
        Option.apply(PROVIDER),
        TableLog.scala(List.<String>of()),
        Option.empty(),
        "",
        System.currentTimeMillis(),
        -1,
        "",
        TableLog.scala(Map.<String, String>of()),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        TableLog.scala(List.<String>of()),
        true,
        true,
        TableLog.scala(Map.<String, String>of()),
        Option.empty(),
        Option.empty());
  }
}
