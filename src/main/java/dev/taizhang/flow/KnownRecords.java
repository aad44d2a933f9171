package dev.taizhang.flow;

import dev.taizhang.tables.RecordType;
import dev.taizhang.tables.Table;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/** The rows of small tables, at which many stages look, read once after each of their commits. */
final class KnownRecords implements Inputs.Small {

  private final Inputs.Small tables;
  private final ToLongFunction<Table> commits;
  private final Map<List<Object>, List<?>> read = new ConcurrentHashMap<>();

  /**
   * Nothing read yet.
   *
   * @param tables reads the rows of a table
   * @param commits how many commits a table has had
   */
  KnownRecords(Inputs.Small tables, ToLongFunction<Table> commits) {
    this.tables = tables;
    this.commits = commits;
  }

  @Override
  @SuppressWarnings("unchecked") // Under the type stand the rows of the type.
  public <R extends Record> List<R> records(RecordType<R> type) {
    return (List<R>)
        read.computeIfAbsent(
            List.of(type, commits.applyAsLong(type.table())),
            key -> Collections.unmodifiableList(tables.records(type)));
  }
}
