package dev.taizhang.intake;

import dev.taizhang.tables.Table;
import org.apache.spark.sql.catalyst.InternalRow;

/** Takes the rows that are made of files. */
@FunctionalInterface
public interface IntakeRows {

  /**
   * Takes a row.
   *
   * @param table whose row it is
   * @param row its values in the order of the table's columns; they stay as they are
   */
  void add(Table table, InternalRow row);
}
