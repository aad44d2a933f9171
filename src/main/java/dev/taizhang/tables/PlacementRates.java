package dev.taizhang.tables;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
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
              "One row per cut with graduates, for the newest plain as-of date, official"
                  + " dates and requested dates.")
          .withChangeFeed()
          .filesBy(Dimensions.AS_OF_DATE);

  public static final RecordType<PlacementRate> RECORDS = RecordType.of(TABLE, PlacementRate.class);

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

  /**
   * One row of a table of figures.
   *
   * @param asOfDate date that the figure speaks of
   * @param asOfKind plain or official
   * @param graduationYear the cohort
   * @param degreeLevel level of the degree, or all
   * @param regionRole whose region
   * @param regionLevel level of the region
   * @param regionCode the region
   * @param regionName its name; null where it has none
   * @param majorLevel level of the field of study
   * @param majorCatalogue catalogue of the field of study
   * @param majorCode the field of study
   * @param majorName its name; null where it has none
   * @param universityCode the university, or all
   * @param universityName its name; null where it has none
   * @param hardshipGroup the hardship group
   * @param graduates denominator
   * @param placed numerator
   * @param contract component of placed
   * @param otherEmployment component of placed
   * @param selfEmployed component of placed
   * @param freelance component of placed
   * @param domesticStudy component of placed
   * @param abroad component of placed
   * @param awaiting graduates who await employment
   * @param notSeeking graduates who seek none for now
   * @param outcomeUnknown graduates with an unknown outcome
   * @param placementRate 0 to 1
   * @param placementRateLow lower limit
   * @param placementRateHigh upper limit
   * @param referenceRate rate of group none in the same cut; null without one to compare with
   * @param rateGap rate less reference rate; null as that is
   * @param rateGapLow lower limit; null as that is
   * @param rateGapHigh upper limit; null as that is
   * @param staleGraduates graduates whose word is stale
   */
  public record PlacementRate(
      LocalDate asOfDate,
      String asOfKind,
      int graduationYear,
      String degreeLevel,
      String regionRole,
      String regionLevel,
      String regionCode,
      String regionName,
      String majorLevel,
      String majorCatalogue,
      String majorCode,
      String majorName,
      String universityCode,
      String universityName,
      String hardshipGroup,
      long graduates,
      long placed,
      long contract,
      long otherEmployment,
      long selfEmployed,
      long freelance,
      long domesticStudy,
      long abroad,
      long awaiting,
      long notSeeking,
      long outcomeUnknown,
      double placementRate,
      double placementRateLow,
      double placementRateHigh,
      Double referenceRate,
      Double rateGap,
      Double rateGapLow,
      Double rateGapHigh,
      long staleGraduates)
      implements Serializable {

    public PlacementRate {
      requireNonNull(asOfDate, "asOfDate");
      requireNonNull(asOfKind, "asOfKind");
      requireNonNull(degreeLevel, "degreeLevel");
      requireNonNull(regionRole, "regionRole");
      requireNonNull(regionLevel, "regionLevel");
      requireNonNull(regionCode, "regionCode");
      requireNonNull(majorLevel, "majorLevel");
      requireNonNull(majorCatalogue, "majorCatalogue");
      requireNonNull(majorCode, "majorCode");
      requireNonNull(universityCode, "universityCode");
      requireNonNull(hardshipGroup, "hardshipGroup");
    }
  }
}
