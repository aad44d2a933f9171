package dev.taizhang.cells;

import dev.taizhang.tables.AssistanceEntries;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.History;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What goes from the tasks that read intervals and measures to those that bring a graduate's
 * together, in this order: an interval, a measure, or how many graduates without measures one
 * interval tells all of.
 */
@SuppressWarnings("ImmutableEnumChecker") // Columns and types of Spark's never change.
enum HelpColumn {
  UNIVERSITY_CODE(History.UNIVERSITY_CODE),
  GRADUATION_YEAR(History.GRADUATION_YEAR),
  /** Null where graduates are counted. */
  GRADUATE_ID(History.GRADUATE_ID),
  IS_MEASURE("is_measure", DataTypes.BooleanType),
  /** First day of an interval; day of a measure, null where it has none. */
  DAY("day", DataTypes.IntegerType),
  /** First day after an interval; date of the file that tells a measure. */
  UNTIL("until", DataTypes.IntegerType),
  IS_FIRST("is_first", DataTypes.BooleanType),
  /** Whether the graduate may have measures, so that nothing was counted before. */
  MAY_BE_HELPED("may_be_helped", DataTypes.BooleanType),
  STATE("state", DataTypes.IntegerType),
  HARDSHIP_TAGS(Dimensions.HARDSHIP_TAGS),
  HARDSHIP_DETAIL(Dimensions.HARDSHIP_DETAIL),
  BASELINE_TAGS(History.BASELINE_TAGS),
  BASELINE_DETAIL(History.BASELINE_DETAIL),
  MEASURE_CODE(AssistanceEntries.MEASURE_CODE),
  MODE(AssistanceEntries.MODE),
  PROVIDER(AssistanceEntries.PROVIDER),
  RESULT_CODE(AssistanceEntries.RESULT_CODE),
  DECLINE_REASON_CODE(AssistanceEntries.DECLINE_REASON_CODE),
  /** Of counted graduates: the number of the date in their cohort's list of dates. */
  TURN("turn", DataTypes.IntegerType),
  IS_FRESH("is_fresh", DataTypes.BooleanType),
  GRADUATES("graduates", DataTypes.LongType);

  static final StructType SCHEMA =
      new StructType(
          Arrays.stream(values())
              .map(one -> DataTypes.createStructField(one.columnName, one.type, true))
              .toArray(StructField[]::new));

  private final String columnName;
  private final DataType type;

  HelpColumn(Field field) {
    this(field.name(), field.type());
  }

  HelpColumn(String columnName, DataType type) {
    this.columnName = columnName;
    this.type = type;
  }

  Column column() {
    return functions.col(columnName);
  }
}
