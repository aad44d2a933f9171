package dev.taizhang.history;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/** The rows of a narrow plan as tasks have them, without making objects of each. */
final class TaskRows {

  private TaskRows() {}

  /**
   * Some columns of rows, in this order. A row is only good until the next one is asked for.
   *
   * @param columns few, so that little is planned and compiled
   */
  static JavaRDD<InternalRow> of(Dataset<Row> rows, Column... columns) {
    return of(rows.select(columns));
  }

  static JavaRDD<InternalRow> of(Dataset<Row> rows) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().toRdd().toJavaRDD();
  }
}
