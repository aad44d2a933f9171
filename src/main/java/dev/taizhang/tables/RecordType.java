package dev.taizhang.tables;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/**
 * How the rows of a small table stand in Java: as records whose components are the table's columns
 * in order, named in camel case ({@code asOfDate} for {@code as_of_date}). A null component is a
 * null column; a component of a primitive type is a column that is never null.
 *
 * <p>Dates are {@link LocalDate}, clock columns {@link Instant}, arrays {@link List}; an array of
 * structs is a list of records whose components are the struct's fields.
 *
 * @param <R> the record
 */
public final class RecordType<R extends Record> {

  private static final Map<DataType, List<Class<?>>> JAVA =
      Map.of(
          DataTypes.StringType, List.of(String.class),
          DataTypes.IntegerType, List.of(int.class, Integer.class),
          DataTypes.LongType, List.of(long.class, Long.class),
          DataTypes.DoubleType, List.of(double.class, Double.class),
          DataTypes.BooleanType, List.of(boolean.class, Boolean.class),
          DataTypes.DateType, List.of(LocalDate.class),
          DataTypes.TimestampType, List.of(Instant.class));

  private final Table table;
  private final Shape<R> shape;

  private RecordType(Table table, Shape<R> shape) {
    this.table = table;
    this.shape = shape;
  }

  /**
   * The rows of a table as records.
   *
   * @throws IllegalArgumentException when the components are not the table's columns
   */
  public static <R extends Record> RecordType<R> of(Table table, Class<R> type) {
    return new RecordType<>(table, Shape.of(table.name(), table.structType(), type));
  }

  /** The table whose rows these are. */
  public Table table() {
    return table;
  }

  /** The values of a row in the order of the columns. */
  public Object[] values(R row) {
    return shape.values(row);
  }

  /** The row with these values, in the order of the columns. */
  public R row(Object... values) {
    return shape.row(values);
  }

  /**
   * The same row with another value in one column.
   *
   * @throws IllegalArgumentException when the table has no such column
   */
  R with(R row, Field column, Object value) {
    int at = table.fields().indexOf(column);
    if (at < 0) {
      throw new IllegalArgumentException(table.name() + " has no column " + column.name());
    }
    Object[] values = values(row);
    values[at] = value;
    return row(values);
  }

  /** The record that the structs in a column of arrays are, as a shape of its own. */
  public Shape<?> ofArray(int column) {
    return shape.ofArray(column);
  }

  /**
   * A record and the struct that it stands for.
   *
   * @param <R> the record
   */
  public static final class Shape<R extends Record> {

    private final MethodHandle[] accessors;
    private final MethodHandle constructor;
    private final Shape<?>[] ofArrays;

    private Shape(MethodHandle[] accessors, MethodHandle constructor, Shape<?>[] ofArrays) {
      this.accessors = accessors;
      this.constructor = constructor;
      this.ofArrays = ofArrays;
    }

    private static <R extends Record> Shape<R> of(String name, StructType columns, Class<R> type) {
      RecordComponent[] components = type.getRecordComponents();
      List<String> expected = Arrays.stream(columns.fieldNames()).map(Shape::camelCase).toList();
      List<String> found = Arrays.stream(components).map(RecordComponent::getName).toList();
      if (!expected.equals(found)) {
        throw new IllegalArgumentException(
            "%s has the components %s, and %s needs %s"
                .formatted(type.getSimpleName(), found, name, expected));
      }
      MethodHandle[] accessors = new MethodHandle[components.length];
      Shape<?>[] ofArrays = new Shape<?>[components.length];
      try {
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        for (int i = 0; i < components.length; i++) {
          ofArrays[i] = requireFitting(name, columns, i, components[i]);
          accessors[i] =
              lookup
                  .unreflect(components[i].getAccessor())
                  .asType(java.lang.invoke.MethodType.methodType(Object.class, Record.class));
        }
        Class<?>[] types =
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        MethodHandle constructor =
            lookup
                .unreflectConstructor(type.getDeclaredConstructor(types))
                .asSpreader(Object[].class, types.length)
                .asType(java.lang.invoke.MethodType.methodType(Record.class, Object[].class));
        return new Shape<>(accessors, constructor, ofArrays);
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(type + " is no record that can be made", e);
      }
    }

    /** The shape of the records in a list; null where the column holds none. */
    private static Shape<?> requireFitting(
        String name, StructType columns, int column, RecordComponent component) {
      DataType type = columns.apply(column).dataType();
      Class<?> java = component.getType();
      if (java.isPrimitive() && columns.apply(column).nullable()) {
        throw new IllegalArgumentException(
            "%s of %s may be null".formatted(component.getName(), name));
      }
      if (type instanceof ArrayType array && java.equals(List.class)) {
        return array.elementType() instanceof StructType struct
            ? of(name + "." + component.getName(), struct, elementOf(component))
            : null;
      }
      boolean fits =
          type instanceof DecimalType
              ? java.equals(BigDecimal.class)
              : JAVA.getOrDefault(type, List.of()).contains(java);
      if (!fits) {
        throw new IllegalArgumentException(
            "%s of %s is %s, which does not fit %s"
                .formatted(component.getName(), name, java.getSimpleName(), type.sql()));
      }
      return null;
    }

    private static Class<? extends Record> elementOf(RecordComponent component) {
      return ((Class<?>)
              ((java.lang.reflect.ParameterizedType) component.getGenericType())
                  .getActualTypeArguments()[0])
          .asSubclass(Record.class);
    }

    private static String camelCase(String column) {
      StringBuilder name = new StringBuilder();
      for (String word : column.split("_", -1)) {
        name.append(
            name.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
      }
      return name.toString();
    }

    /** The values of a record in the order of its components. */
    public Object[] values(Record record) {
      Object[] values = new Object[accessors.length];
      try {
        for (int i = 0; i < values.length; i++) {
          values[i] = (Object) accessors[i].invokeExact(record);
        }
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException("A component of a record cannot be read", e);
      }
      return values;
    }

    /** The record with these values. */
    @SuppressWarnings("unchecked") // The constructor is the record's own.
    public R row(Object... values) {
      try {
        return (R) (Record) constructor.invokeExact(values);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException("A record cannot be made", e);
      }
    }

    /** The shape of the records in a column of arrays; null where they are plain values. */
    public Shape<?> ofArray(int column) {
      return ofArrays[column];
    }
  }
}
