package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.ArrayList;
import java.util.List;

/** Columns that the figures of help share. */
final class HelpColumns {

  /** A cut of the figures of help: all universities, those of a province, or one. */
  static final List<Field> CUT =
      List.of(
          Dimensions.AS_OF_DATE,
          Dimensions.AS_OF_KIND,
          Dimensions.GRADUATION_YEAR,
          OutcomeCounts.PROVINCE_CODE.meaning(
              "Province of the university, or all, also by university; 000000 if unknown."),
          Dimensions.UNIVERSITY_CUT);

  /** The same, of a hardship group. */
  static final List<Field> CUT_OF_GROUP =
      and(
          CUT,
          Dimensions.HARDSHIP_GROUP.meaning("Hardship group by baseline tags; groups overlap."));

  private HelpColumns() {}

  static List<Field> and(List<Field> some, Field... more) {
    List<Field> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }

  static Field count(String name, String comment) {
    return Field.required(name, LongType, comment);
  }

  static Field value(String name, String comment) {
    return Field.optional(name, DoubleType, comment);
  }
}
