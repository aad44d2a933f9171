package dev.taizhang.tables;

import java.io.Serializable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;

/** A row that a table gets, or one of those that it has which it loses. */
public sealed interface RowChange extends Serializable {

  /**
   * A row that the table gets.
   *
   * @param row its values in the order of the table's columns, in Catalyst's own types
   */
  record Added(InternalRow row) implements RowChange {}

  /**
   * A row that the table loses.
   *
   * @param file the name of the file that holds it, as {@link #fileName} tells it
   * @param place its place there, as {@link #place} tells it
   */
  record Gone(String file, long place) implements RowChange {}

  /** Of a row that is read from a table: the name of its file. */
  static Column fileName() {
    return functions.col("_metadata.file_name");
  }

  /** Of a row that is read from a table: its place in the file. */
  static Column place() {
    return functions.col("_metadata.row_index");
  }
}
