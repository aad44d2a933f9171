package dev.taizhang.warehouse;

import dev.taizhang.tables.RecordType;
import dev.taizhang.tables.RowChange;
import dev.taizhang.tables.Table;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.types.DataType;

/** The rows that a table is to hold, wherever they come from. */
public interface TableRows {

  /**
   * Writes the rows into files of their table.
   *
   * @param files where they go
   */
  Written write(TableFiles files);

  /** Rows that Spark plans: of people's grain. */
  static TableRows of(Dataset<Row> rows) {
    return new Planned(rows);
  }

  /**
   * Rows that Spark plans.
   *
   * @param rows with the table's columns, in any order
   */
  record Planned(Dataset<Row> rows) implements TableRows {
    @Override
    public Written write(TableFiles files) {
      return written(inOrder(rows, files).queryExecution().toRdd(), files);
    }
  }

  /**
   * Rows that tasks of Spark's make.
   *
   * @param rows in the order of the table's columns, in Catalyst's own types
   */
  static TableRows of(RDD<InternalRow> rows) {
    return files -> written(rows, files);
  }

  /**
   * Rows that tasks of Spark's make as values.
   *
   * @param type how they stand in their table
   */
  static <R extends Record> TableRows made(TypeInTasks<R> type, JavaRDD<R> rows) {
    return of(rows.mapPartitions(partition -> inCatalyst(type.get(), partition)).rdd());
  }

  /**
   * How values stand in their table, for tasks: each looks up what it cannot be sent.
   *
   * @param <R> the values
   */
  @FunctionalInterface
  interface TypeInTasks<R extends Record> extends Serializable {
    RecordType<R> get();
  }

  private static <R extends Record> Iterator<InternalRow> inCatalyst(
      RecordType<R> type, Iterator<R> rows) {
    CatalystValues values = CatalystValues.of(type);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public InternalRow next() {
        return values.row(rows.next());
      }
    };
  }

  /** Rows that are values of this process: no task of Spark's writes them. */
  static <R extends Record> TableRows of(RecordType<R> type, List<R> rows) {
    return files -> {
      CatalystValues values = CatalystValues.of(type);
      try (TableFiles.Writer writer = files.open()) {
        for (R row : rows) {
          writer.write(values.row(row));
        }
        return Written.of(writer.finish());
      }
    };
  }

  /** Rows of this process as bare values in the order of the table's columns. */
  static TableRows ofValues(Table table, List<Object[]> rows) {
    return files -> {
      CatalystValues values = CatalystValues.of(table);
      try (TableFiles.Writer writer = files.open()) {
        for (Object[] row : rows) {
          writer.write(values.row(row));
        }
        return Written.of(writer.finish());
      }
    };
  }

  /** Rows that are written. */
  static TableRows written(List<DataFile> written) {
    Written all = Written.of(List.copyOf(written));
    return files -> all;
  }

  /** Both. */
  default TableRows and(TableRows more) {
    return files -> Written.all(List.of(write(files), more.write(files)));
  }

  /** Rows that tasks of Spark's make, and rows that the table is to lose. */
  static TableRows changes(JavaRDD<RowChange> changes) {
    return files -> written(changes, files);
  }

  private static Written written(RDD<InternalRow> rows, TableFiles files) {
    return written(rows.toJavaRDD().map(RowChange.Added::new), files);
  }

  private static Written written(JavaRDD<? extends RowChange> changes, TableFiles files) {
    return Written.all(
        changes.mapPartitions(some -> List.of(write(some, files)).iterator()).collect());
  }

  private static Written write(Iterator<? extends RowChange> changes, TableFiles files) {
    Map<String, RowPlaces> gone = new HashMap<>();
    try (TableFiles.Writer writer = files.open()) {
      while (changes.hasNext()) {
        RowChange change = changes.next();
        if (change instanceof RowChange.Added added) {
          writer.write(added.row());
        } else if (change instanceof RowChange.Gone one) {
          gone.computeIfAbsent(one.file(), file -> new RowPlaces()).add(one.place());
        }
      }
      return new Written(writer.finish(), gone);
    }
  }

  /** The table's columns in order and of its types. */
  private static org.apache.spark.sql.classic.Dataset<Row> inOrder(
      Dataset<Row> rows, TableFiles files) {
    Column[] columns =
        Arrays.stream(files.schema().fields())
            .map(
                field -> {
                  DataType found = rows.schema().apply(field.name()).dataType();
                  Column column = org.apache.spark.sql.functions.col(field.name());
                  return DataTypeUtils.sameType(found, field.dataType())
                      ? column
                      : column.cast(field.dataType()).as(field.name());
                })
            .toArray(Column[]::new);
    return (org.apache.spark.sql.classic.Dataset<Row>) rows.select(columns);
  }
}
