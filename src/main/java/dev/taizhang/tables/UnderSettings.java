package dev.taizhang.tables;

import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.internal.SQLConf$;

/**
 * In a task: rows that are read under the task's settings, which are looked up once. Where nobody
 * says them, Spark makes them anew of all properties of the task, for each value of a row that it
 * copies.
 */
final class UnderSettings implements Iterator<InternalRow> {

  private final Iterator<InternalRow> rows;
  private final SQLConf settings = SQLConf$.MODULE$.get();

  UnderSettings(Iterator<InternalRow> rows) {
    this.rows = rows;
  }

  @Override
  public boolean hasNext() {
    return SQLConf$.MODULE$.<Boolean>withExistingConf(settings, rows::hasNext);
  }

  @Override
  public InternalRow next() {
    return SQLConf$.MODULE$.withExistingConf(settings, rows::next);
  }
}
