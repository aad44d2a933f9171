package dev.taizhang.benchmark;

import dev.taizhang.flow.Pipeline;
import dev.taizhang.tables.Table;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * How much a table of a warehouse holds.
 *
 * @param name schema and name
 * @param rows rows of its newest version
 * @param bytes bytes of the data files of its newest version
 */
record TableSize(String name, long rows, long bytes) {

  /** The sizes of all tables of ledger and marts, in the order of the flow. */
  static List<TableSize> of(SparkSession spark, Path warehouse) {
    return Pipeline.tables().stream()
        .filter(table -> table.schemaName().equals("ledger") || table.schemaName().equals("marts"))
        .map(table -> of(spark, warehouse, table))
        .toList();
  }

  private static TableSize of(SparkSession spark, Path warehouse, Table table) {
    String path = warehouse.resolve(table.name().replace('.', '/')).toString();
    Row detail = spark.sql("DESCRIBE DETAIL delta.`" + path + "`").head();
    return new TableSize(
        table.name(),
        spark.read().format("delta").load(path).count(),
        detail.getLong(detail.fieldIndex("sizeInBytes")));
  }
}
