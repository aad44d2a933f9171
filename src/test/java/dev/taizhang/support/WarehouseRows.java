package dev.taizhang.support;

import dev.taizhang.tables.Table;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;

/** The rows of the tables of a warehouse, to be compared with those of another. */
public final class WarehouseRows {

  private WarehouseRows() {}

  /** All rows of a table as texts, sorted. */
  public static List<String> of(Path warehouse, Table table) {
    return SharedSpark.session()
        .read()
        .format("delta")
        .load(warehouse.resolve(table.name().replace('.', '/')).toString())
        .select(table.columns())
        .collectAsList()
        .stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }
}
