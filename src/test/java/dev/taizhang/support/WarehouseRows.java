package dev.taizhang.support;

import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import scala.Function1;

/** The rows of the tables of a warehouse, to be compared with those of another. */
public final class WarehouseRows {

  private WarehouseRows() {}

  /** All rows of a table as texts, sorted. */
  public static List<String> of(Path folder, Table table) {
    Warehouse warehouse = Warehouse.at(SharedSpark.session(), folder.toString());
    List<String> rows = new ArrayList<>();
    // Rows that are gone and in their files still are only passed over by Delta's own reading.
    if (warehouse.rowCount(table).isEmpty()) {
      warehouse.read(table).select(table.columns()).collectAsList().stream()
          .map(Row::toString)
          .forEach(rows::add);
    } else {
      Function1<Object, Object> asRow =
          CatalystTypeConverters.createToScalaConverter(table.structType());
      warehouse.show(table, table.fields(), row -> rows.add(asRow.apply(row).toString()));
    }
    Collections.sort(rows);
    return rows;
  }
}
