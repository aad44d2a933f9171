package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code marts.scheme_rates}: placement rates broken down as the ministry's schemes of 2020, 2021
 * and 2024 do; a view on {@code marts.placement_rates}.
 */
public final class SchemeRates {

  public static final Field SCHEME =
      Field.required("scheme", StringType, "Scheme: the first cohort that it applies to.")
          .oneOf("2020", "2021", "2024");
  public static final Field SCHEME_GROUP =
      Field.required("scheme_group", StringType, "Group of outcomes in the scheme.");
  public static final Field SCHEME_GROUP_NAME =
      Field.required("scheme_group_name", StringType, "Name of the group in the scheme.");
  public static final Field IN_NUMERATOR =
      Field.required("in_numerator", BooleanType, "Whether the group counts in placed.");
  public static final Field GRADUATES =
      Field.required("graduates", LongType, "Denominator: graduates of the cut.");
  public static final Field IN_GROUP =
      Field.required("in_group", LongType, "Graduates of the cut in the group.");
  public static final Field GROUP_RATE =
      Field.required("group_rate", DoubleType, "in_group / graduates, 0 to 1.");

  public static final Table TABLE =
      Table.named("marts.scheme_rates")
          .grain("One row per row of marts.placement_rates, scheme and group; a view.")
          .fields(fields())
          .key(key());

  private SchemeRates() {}

  private static List<Field> fields() {
    List<Field> fields = new ArrayList<>(PlacementRates.KEY);
    fields.addAll(
        List.of(
            SCHEME,
            SCHEME_GROUP,
            SCHEME_GROUP_NAME,
            IN_NUMERATOR,
            GRADUATES,
            IN_GROUP,
            GROUP_RATE));
    return List.copyOf(fields);
  }

  private static Field[] key() {
    List<Field> key = new ArrayList<>(PlacementRates.KEY);
    key.addAll(List.of(SCHEME, SCHEME_GROUP));
    return key.toArray(Field[]::new);
  }
}
