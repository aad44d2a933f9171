package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.ArrayList;
import java.util.List;

/** What the two tables of additive counts per slice share. */
public final class Cells {

  public static final Field MAJOR_CATALOGUE = Entries.MAJOR_CATALOGUE;
  public static final Field MAJOR_CODE =
      Field.required("major_code", StringType, "Major, or unknown.");
  public static final Field DISCIPLINE_CATALOGUE =
      Field.required("discipline_catalogue", StringType, "Catalogue of the discipline.")
          .oneOf("academic", "vocational", Dimensions.UNKNOWN);
  public static final Field DISCIPLINE_CODE =
      Field.required("discipline_code", StringType, "Discipline (门类 or 专业大类), or unknown.");
  public static final Field ORIGIN_PREFECTURE_CODE =
      Field.required(
          "origin_prefecture_code", StringType, "Prefecture of origin; 000000 if unknown.");

  public static final Field CARRIED_DAYS =
      Field.optional(
          "carried_days",
          createArrayType(IntegerType, false),
          "For each graduate in the denominator without a counted row in the slice, the"
              + " days from their last counted row to the slice, sorted; null if there are none.");

  /** Those of the history; never null, but in a warehouse of a release that knew none. */
  public static final List<Field> BASELINE =
      List.of(History.BASELINE_TAGS, History.BASELINE_DETAIL);

  /** {@code marts.cells_by_major}: counts per slice with the major and without origin. */
  public static final Table BY_MAJOR =
      cells(
          "marts.cells_by_major",
          "One row per slice, degree level, tag set, baseline tag set and major.",
          BASELINE,
          MAJOR_CATALOGUE,
          MAJOR_CODE);

  /** {@code marts.cells_by_origin}: counts per slice with discipline and origin. */
  public static final Table BY_ORIGIN =
      cells(
          "marts.cells_by_origin",
          "One row per slice, degree level, tag set, discipline and prefecture of origin.",
          List.of(),
          DISCIPLINE_CATALOGUE,
          DISCIPLINE_CODE,
          ORIGIN_PREFECTURE_CODE);

  private Cells() {}

  private static Table cells(String name, String grain, List<Field> baseline, Field... own) {
    List<Field> key =
        new ArrayList<>(
            List.of(
                Dimensions.UNIVERSITY_CODE,
                Dimensions.GRADUATION_YEAR,
                Dimensions.SNAPSHOT_DATE,
                Dimensions.DEGREE_LEVEL,
                Dimensions.HARDSHIP_TAGS,
                Dimensions.HARDSHIP_DETAIL));
    key.addAll(List.of(own));
    List<Field> fields = new ArrayList<>(key);
    fields.addAll(Measures.outcomes());
    fields.add(CARRIED_DAYS);
    fields.addAll(baseline);
    key.addAll(baseline);
    String total = String.join(" + ", Measures.outcomes().stream().map(Field::name).toList());
    return Table.named(name)
        .grain(grain)
        .fields(fields)
        .key(key.toArray(Field[]::new))
        .rule("counts_somebody", total + " > 0");
  }
}
