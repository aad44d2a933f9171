package dev.taizhang.conform;

import dev.taizhang.tables.Field;
import dev.taizhang.tables.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;

/**
 * Rows with all that is read of their cells: the columns of {@link Rows}, then each {@link
 * Reading}.
 */
public final class Readings {

  static final int FIRST_READING = Rows.TABLE.fields().size();

  /** All columns in order. */
  public static final List<Field> FIELDS =
      Stream.concat(
              Rows.TABLE.fields().stream(), Arrays.stream(Reading.values()).map(Reading::field))
          .toList();

  /** The columns in Spark's terms: what rules that flag a row may look at. */
  public static final StructType SCHEMA =
      new StructType(
          FIELDS.stream()
              .map(Field::structField)
              .toArray(org.apache.spark.sql.types.StructField[]::new));

  private Readings() {}

  /** The place of a column, by its name; to be asked once and not for each row. */
  public static int position(Field field) {
    return SCHEMA.fieldIndex(field.name());
  }
}
