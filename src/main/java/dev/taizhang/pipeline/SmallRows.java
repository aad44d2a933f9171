package dev.taizhang.pipeline;

import dev.taizhang.tables.Table;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Rows of small tables as records whose components are the columns in order, and back. */
final class SmallRows {

  private SmallRows() {}

  static <R extends Record> List<R> records(Dataset<Row> rows, Class<R> type) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    List<R> records = new ArrayList<>();
    try {
      for (Row row : rows.collectAsList()) {
        Object[] values = new Object[types.length];
        for (int i = 0; i < values.length; i++) {
          values[i] = types[i].equals(List.class) && !row.isNullAt(i) ? row.getList(i) : row.get(i);
        }
        records.add(type.getDeclaredConstructor(types).newInstance(values));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
    return records;
  }

  static Dataset<Row> rows(SparkSession spark, Table table, List<? extends Record> records) {
    List<Row> rows = new ArrayList<>();
    try {
      for (Record one : records) {
        RecordComponent[] components = one.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
          values[i] = components[i].getAccessor().invoke(one);
        }
        rows.add(RowFactory.create(values));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(table.name() + " cannot be written", e);
    }
    return spark.createDataFrame(rows, table.structType());
  }
}
