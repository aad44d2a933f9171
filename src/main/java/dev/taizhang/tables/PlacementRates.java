package dev.taizhang.tables;

import java.util.ArrayList;
import java.util.List;

/** {@code marts.placement_rates}: the placement rates of every cut. */
public final class PlacementRates {

  /** Catalogues of disciplines, classes and majors, and {@code all}. */
  public static final Field MAJOR_CATALOGUE =
      Dimensions.MAJOR_CATALOGUE.oneOf(
          Dimensions.ALL,
          "academic",
          "vocational",
          "undergraduate",
          "vocational_bachelor",
          "vocational_2015",
          "vocational_2021",
          "graduate",
          Dimensions.UNKNOWN);

  /** The dimensions of a figure without the names: the key. */
  public static final List<Field> KEY =
      List.of(
          Dimensions.AS_OF_DATE,
          Dimensions.AS_OF_KIND,
          Dimensions.GRADUATION_YEAR,
          Dimensions.DEGREE_CUT,
          Dimensions.REGION_ROLE,
          Dimensions.REGION_LEVEL,
          Dimensions.REGION_CODE,
          Dimensions.MAJOR_LEVEL,
          MAJOR_CATALOGUE,
          Dimensions.MAJOR_CODE,
          Dimensions.UNIVERSITY_CUT,
          Dimensions.HARDSHIP_GROUP);

  public static final Table TABLE =
      figures(
              "marts.placement_rates",
              "One row per cut with graduates, for the newest plain as-of date, official dates and"
                  + " dates asked for.")
          .withChangeFeed();

  private PlacementRates() {}

  /** A table of figures with the columns and rules of placement rates. */
  static Table figures(String name, String grain) {
    List<Field> fields =
        new ArrayList<>(
            List.of(
                Dimensions.AS_OF_DATE,
                Dimensions.AS_OF_KIND,
                Dimensions.GRADUATION_YEAR,
                Dimensions.DEGREE_CUT,
                Dimensions.REGION_ROLE,
                Dimensions.REGION_LEVEL,
                Dimensions.REGION_CODE,
                Dimensions.REGION_NAME,
                Dimensions.MAJOR_LEVEL,
                MAJOR_CATALOGUE,
                Dimensions.MAJOR_CODE,
                Dimensions.MAJOR_NAME,
                Dimensions.UNIVERSITY_CUT,
                Dimensions.UNIVERSITY_NAME,
                Dimensions.HARDSHIP_GROUP));
    fields.addAll(Measures.figure());
    Table table = Table.named(name).grain(grain).fields(fields).key(KEY.toArray(Field[]::new));
    return Measures.withFigureRules(table)
        .rule("gap_is_difference", "abs(rate_gap - (placement_rate - reference_rate)) < 1e-12")
        .rule(
            "gap_needs_another_group",
            "hardship_group NOT IN ('all', 'none') OR reference_rate IS NULL");
  }
}
