package dev.taizhang.conform;

import dev.taizhang.tables.AssistanceEntries;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.FollowUpEntries;
import dev.taizhang.tables.Table;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;

/** Makes readings entries: which of them an entry keeps, and what follows from several. */
public enum EntryValues {
  LEDGER(Entries.TABLE),
  FOLLOW_UP(FollowUpEntries.TABLE),
  ASSISTANCE(AssistanceEntries.TABLE);

  private final Table table;

  EntryValues(Table table) {
    this.table = table;
  }

  /** The table whose rows are made. */
  public Table table() {
    return table;
  }

  /**
   * The entry of a row, with the values of {@link #table} in order; a new row each time.
   *
   * @param readings as {@link Readings#SCHEMA}
   * @param flags the rules that the row breaks, sorted
   */
  public InternalRow of(InternalRow readings, ArrayData flags) {
    throw new UnsupportedOperationException();
  }
}
