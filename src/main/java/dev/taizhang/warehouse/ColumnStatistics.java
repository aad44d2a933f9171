package dev.taizhang.warehouse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Least and greatest values of some columns of one file, in the form in which Delta's log tells
 * them, so that readers can pass over files.
 */
final class ColumnStatistics {

  private static final ObjectMapper JSON = new ObjectMapper();
  // As Delta does: longer texts tell nothing that their beginning does not.
  private static final int PREFIX = 32;
  private static final String AFTER_ALL_WITH_PREFIX = new String(Character.toChars(0x10FFFF));

  private final String[] names;
  private final int[] positions;
  private final DataType[] types;
  private final Object[] least;
  private final Object[] greatest;
  private final long[] nulls;
  private long rows;

  /**
   * Nothing yet.
   *
   * @param schema of the rows
   * @param columns those to be told of
   */
  ColumnStatistics(StructType schema, List<String> columns) {
    names = columns.toArray(String[]::new);
    positions = columns.stream().mapToInt(schema::fieldIndex).toArray();
    types = columns.stream().map(name -> schema.apply(name).dataType()).toArray(DataType[]::new);
    least = new Object[names.length];
    greatest = new Object[names.length];
    nulls = new long[names.length];
  }

  /** Whether the log can tell least and greatest values of a type. */
  static boolean areToldOf(DataType type) {
    return type.equals(DataTypes.StringType)
        || type.equals(DataTypes.DateType)
        || type.equals(DataTypes.IntegerType)
        || type.equals(DataTypes.LongType);
  }

  void add(InternalRow row) {
    rows++;
    for (int i = 0; i < names.length; i++) {
      int position = positions[i];
      if (row.isNullAt(position)) {
        nulls[i]++;
      } else {
        add(i, value(row, position, types[i]));
      }
    }
  }

  private static Object value(InternalRow row, int position, DataType type) {
    if (type.equals(DataTypes.StringType)) {
      return row.getUTF8String(position);
    }
    return type.equals(DataTypes.LongType)
        ? (Object) row.getLong(position)
        : (Object) row.getInt(position);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Values of one column are of one type.
  private void add(int column, Object value) {
    if (least[column] == null || ((Comparable) value).compareTo(least[column]) < 0) {
      least[column] = kept(value);
    }
    if (greatest[column] == null || ((Comparable) value).compareTo(greatest[column]) > 0) {
      greatest[column] = kept(value);
    }
  }

  /** Texts of a row may lie in memory that its next row takes. */
  private static Object kept(Object value) {
    return value instanceof UTF8String text ? text.copy() : value;
  }

  long rows() {
    return rows;
  }

  /** As the log has them. */
  String json() {
    ObjectNode json = JSON.createObjectNode().put("numRecords", rows);
    ObjectNode smallest = json.putObject("minValues");
    ObjectNode largest = json.putObject("maxValues");
    ObjectNode missing = json.putObject("nullCount");
    for (int i = 0; i < names.length; i++) {
      if (least[i] != null) {
        put(smallest, i, least[i], false);
        put(largest, i, greatest[i], true);
      }
      missing.put(names[i], nulls[i]);
    }
    return json.toString();
  }

  private void put(ObjectNode values, int column, Object value, boolean upper) {
    String name = names[column];
    if (value instanceof UTF8String text) {
      String all = text.toString();
      boolean isLong = all.codePointCount(0, all.length()) > PREFIX;
      String prefix = isLong ? all.substring(0, all.offsetByCodePoints(0, PREFIX)) : all;
      values.put(name, isLong && upper ? prefix + AFTER_ALL_WITH_PREFIX : prefix);
    } else if (types[column].equals(DataTypes.DateType)) {
      values.put(name, LocalDate.ofEpochDay((Integer) value).toString());
    } else {
      values.put(name, ((Number) value).longValue());
    }
  }
}
