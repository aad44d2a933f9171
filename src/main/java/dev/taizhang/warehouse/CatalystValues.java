package dev.taizhang.warehouse;

import dev.taizhang.tables.RecordType;
import dev.taizhang.tables.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Turns records, or bare values, into Catalyst's rows and back. */
final class CatalystValues {

  /** Null where rows are bare values. */
  private final RecordType<?> type;

  private final DataType[] types;

  private CatalystValues(RecordType<?> type, DataType[] types) {
    this.type = type;
    this.types = types;
  }

  static CatalystValues of(RecordType<?> type) {
    return new CatalystValues(type, types(type.table().structType()));
  }

  /** Rows as bare values: of tables that are made column by column. */
  static CatalystValues of(Table table) {
    return new CatalystValues(null, types(table.structType()));
  }

  private static DataType[] types(StructType columns) {
    DataType[] types = new DataType[columns.size()];
    for (int i = 0; i < types.length; i++) {
      types[i] = columns.apply(i).dataType();
    }
    return types;
  }

  /** A record as a row. */
  <R extends Record> InternalRow row(R record) {
    @SuppressWarnings("unchecked") // Records of one type only are turned by one of these.
    Object[] values = ((RecordType<R>) type).values(record);
    return row(values);
  }

  /** Values in the order of the columns as a row. */
  InternalRow row(Object[] values) {
    Object[] turned = new Object[types.length];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = catalyst(values[i], types[i], ofArray(i));
    }
    return new GenericInternalRow(turned);
  }

  private RecordType.Shape<?> ofArray(int column) {
    return type == null ? null : type.ofArray(column);
  }

  private static Object catalyst(Object value, DataType type, RecordType.Shape<?> element) {
    if (value instanceof String text) {
      return UTF8String.fromString(text);
    }
    if (value instanceof LocalDate date) {
      return (int) date.toEpochDay();
    }
    if (value instanceof Instant instant) {
      return DateTimeUtils.instantToMicros(instant);
    }
    if (value instanceof BigDecimal number) {
      DecimalType decimal = (DecimalType) type;
      return Decimal.apply(number, decimal.precision(), decimal.scale());
    }
    if (value instanceof List<?> list) {
      DataType elementType = ((ArrayType) type).elementType();
      return new GenericArrayData(
          list.stream()
              .map(
                  one ->
                      one instanceof Record record
                          ? struct(record, (StructType) elementType, element)
                          : catalyst(one, elementType, null))
              .toArray());
    }
    return value;
  }

  private static InternalRow struct(Record record, StructType columns, RecordType.Shape<?> shape) {
    Object[] values = shape.values(record);
    for (int i = 0; i < values.length; i++) {
      values[i] = catalyst(values[i], columns.apply(i).dataType(), shape.ofArray(i));
    }
    return new GenericInternalRow(values);
  }

  /** The values of a row as a record's. */
  Object[] values(InternalRow row) {
    Object[] values = new Object[types.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = java(row, i, types[i], ofArray(i));
    }
    return values;
  }

  private static Object java(
      InternalRow row, int column, DataType type, RecordType.Shape<?> element) {
    return row.isNullAt(column) ? null : java(row.get(column, type), type, element);
  }

  private static Object java(Object value, DataType type, RecordType.Shape<?> element) {
    if (value instanceof UTF8String text) {
      return text.toString();
    }
    if (type.equals(DataTypes.DateType)) {
      return LocalDate.ofEpochDay((Integer) value);
    }
    if (type.equals(DataTypes.TimestampType)) {
      return DateTimeUtils.microsToInstant((Long) value);
    }
    if (value instanceof Decimal decimal) {
      return decimal.toJavaBigDecimal();
    }
    if (value instanceof ArrayData array) {
      DataType elementType = ((ArrayType) type).elementType();
      List<Object> list = new ArrayList<>(array.numElements());
      for (int i = 0; i < array.numElements(); i++) {
        Object one = array.isNullAt(i) ? null : array.get(i, elementType);
        list.add(
            elementType instanceof StructType struct
                ? record((InternalRow) one, struct, element)
                : one == null ? null : java(one, elementType, null));
      }
      return java.util.Collections.unmodifiableList(list);
    }
    return value;
  }

  private static Record record(InternalRow row, StructType columns, RecordType.Shape<?> shape) {
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = java(row, i, columns.apply(i).dataType(), shape.ofArray(i));
    }
    return shape.row(values);
  }
}
