package dev.taizhang.cells;

import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.History;
import dev.taizhang.tables.Transitions;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What goes from the tasks that read intervals to those that bring a graduate's together, in this
 * order: how a graduate stands on one side of a step, or how many stand so on both.
 */
@SuppressWarnings("ImmutableEnumChecker") // Columns and types of Spark's never change.
enum SideColumn {
  UNIVERSITY_CODE(History.UNIVERSITY_CODE),
  GRADUATION_YEAR(History.GRADUATION_YEAR),
  /** Null for those who stand so on both sides. */
  GRADUATE_ID(History.GRADUATE_ID),
  AS_OF_DATE(Transitions.AS_OF_DATE),
  IS_AFTER("is_after", DataTypes.BooleanType),
  STATE(Transitions.FROM_STATE),
  HARDSHIP_TAGS(Dimensions.HARDSHIP_TAGS),
  HARDSHIP_DETAIL(Dimensions.HARDSHIP_DETAIL),
  GRADUATES(Transitions.GRADUATES);

  static final StructType SCHEMA =
      new StructType(
          Arrays.stream(values())
              .map(one -> DataTypes.createStructField(one.columnName, one.type, true))
              .toArray(StructField[]::new));

  private final String columnName;
  private final DataType type;

  SideColumn(Field field) {
    this(field.name(), field.type());
  }

  SideColumn(String columnName, DataType type) {
    this.columnName = columnName;
    this.type = type;
  }

  Column column() {
    return functions.col(columnName);
  }
}
