package dev.taizhang.cells;

import dev.taizhang.tables.Table;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/** Rows of a table as Spark's tasks have them, without a conversion for each. */
final class NarrowRows {

  private NarrowRows() {}

  /** The rows with the table's columns in order; a row is gone when the next one is asked for. */
  static JavaRDD<InternalRow> of(Table table, Dataset<Row> rows) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) rows.select(table.columns()))
        .queryExecution()
        .toRdd()
        .toJavaRDD();
  }

  /** Where a table has a column. */
  static int position(Table table, String column) {
    return table.structType().fieldIndex(column);
  }
}
