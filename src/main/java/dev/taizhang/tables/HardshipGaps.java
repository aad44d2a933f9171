package dev.taizhang.tables;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * {@code marts.hardship_gaps}: how far each hardship group is behind the graduates without
 * hardship, as it is and among those who study the same. Groups are by baseline tags.
 */
public final class HardshipGaps {

  /** Strata of degree level, class of majors and university. */
  public static final String CLASS_UNIVERSITY = "class_university";

  /** Strata of degree level, class of majors and tier of the university. */
  public static final String CLASS_TIER = "class_tier";

  public static final Field STRATIFICATION =
      Field.required(
              "stratification",
              StringType,
              "What those who are compared have in common: degree level and class of majors, and"
                  + " the university or its tier.")
          .oneOf(CLASS_UNIVERSITY, CLASS_TIER);

  public static final Table TABLE =
      Table.named("marts.hardship_gaps")
          .grain(
              "One row per as-of date, cohort, degree level, province of the university, hardship"
                  + " group (by baseline tags) and stratification.")
          .fields(
              Dimensions.AS_OF_DATE,
              Dimensions.AS_OF_KIND,
              Dimensions.GRADUATION_YEAR,
              Dimensions.DEGREE_CUT,
              OutcomeCounts.PROVINCE_CODE,
              Dimensions.HARDSHIP_GROUP,
              STRATIFICATION,
              Measures.GRADUATES,
              Measures.PLACED,
              Measures.PLACEMENT_RATE,
              count("reference_graduates", "Graduates of group none in the same cut."),
              count("reference_placed", "Of these, placed."),
              value("reference_rate", "reference_placed / reference_graduates, 0 to 1."),
              value("crude_gap", "placement_rate - reference_rate, -1 to 1."),
              value("crude_gap_low", "Lower limit of Newcombe's 95 % hybrid score interval."),
              value("crude_gap_high", "Upper limit of Newcombe's 95 % hybrid score interval."),
              value(
                  "adjusted_gap",
                  "Mantel and Haenszel's difference of rates within strata, -1 to 1; null where no"
                      + " stratum has somebody of both."),
              value("adjusted_gap_low", "Lower 95 % limit by Sato's variance."),
              value("adjusted_gap_high", "Upper 95 % limit by Sato's variance."),
              value(
                  "clustered_low",
                  "Lower 95 % limit with universities as clusters; null below 10."),
              value(
                  "clustered_high",
                  "Upper 95 % limit with universities as clusters; null below 10."),
              value("odds_ratio", "Mantel and Haenszel's odds ratio within strata."),
              value("odds_ratio_low", "Lower 95 % limit by Robins, Breslow and Greenland."),
              value("odds_ratio_high", "Upper 95 % limit by Robins, Breslow and Greenland."),
              value("chi_squared", "Cochran, Mantel and Haenszel's test, one degree of freedom."),
              value(
                  "standardised_gap",
                  "Difference if both were spread over the strata as both together are."),
              value(
                  "composition_part",
                  "Part of crude_gap: how the two are spread over the strata (Kitagawa)."),
              value("rate_part", "Part of crude_gap: how their rates differ within strata."),
              value("unmatched_part", "Part of crude_gap: whoever has no counterpart."),
              count("strata", "Strata with somebody of the group."),
              count("strata_with_both", "Of these, with somebody of group none."),
              count(
                  "graduates_without_counterpart",
                  "Graduates of the group in strata without somebody of group none."),
              Field.required(
                  "sign_turns",
                  BooleanType,
                  "Whether the crude and the adjusted gap lie on different sides of 0."),
              count(
                  "tags_added_after_placement",
                  "Placed graduates who are in the group by today's tags and not by baseline tags."),
              count(
                  "tags_dropped_after_placement",
                  "Placed graduates who are in the group by baseline tags and not by today's."))
          .key(
              Dimensions.AS_OF_DATE,
              Dimensions.AS_OF_KIND,
              Dimensions.GRADUATION_YEAR,
              Dimensions.DEGREE_CUT,
              OutcomeCounts.PROVINCE_CODE,
              Dimensions.HARDSHIP_GROUP,
              STRATIFICATION)
          .rule("has_graduates", "graduates > 0")
          .rule("placed_within_graduates", "placed BETWEEN 0 AND graduates")
          .rule(
              "parts_add_up",
              "abs(crude_gap - composition_part - rate_part - unmatched_part) < 1e-9")
          .rule(
              "adjusted_within_limits",
              "adjusted_gap_low <= adjusted_gap AND adjusted_gap <= adjusted_gap_high")
          .rule("strata_in_turn", "strata_with_both <= strata")
          .rule(
              "counterparts_within_graduates",
              "graduates_without_counterpart BETWEEN 0 AND graduates");

  public static final RecordType<HardshipGap> RECORDS = RecordType.of(TABLE, HardshipGap.class);

  private HardshipGaps() {}

  private static Field count(String name, String comment) {
    return Field.required(name, LongType, comment);
  }

  private static Field value(String name, String comment) {
    return Field.optional(name, DoubleType, comment);
  }

  /**
   * One row of the table; the components are its columns.
   *
   * @param asOfDate date that the figures speak of
   * @param asOfKind plain or official
   * @param graduationYear the cohort
   * @param degreeLevel level of the degree, or all
   * @param provinceCode province of the university, or all
   * @param hardshipGroup the hardship group, by baseline tags
   * @param stratification what those who are compared have in common
   * @param graduates how many the group has
   * @param placed of them, placed
   * @param placementRate their share
   * @param referenceGraduates graduates of group none
   * @param referencePlaced of them, placed
   * @param referenceRate their share; null where there are none
   * @param crudeGap difference of the two; null where there are none
   * @param crudeGapLow its lower limit
   * @param crudeGapHigh its upper limit
   * @param adjustedGap difference within strata; null where nobody can be compared
   * @param adjustedGapLow its lower limit
   * @param adjustedGapHigh its upper limit
   * @param clusteredLow its lower limit with universities as clusters
   * @param clusteredHigh its upper limit with universities as clusters
   * @param oddsRatio odds ratio within strata
   * @param oddsRatioLow its lower limit
   * @param oddsRatioHigh its upper limit
   * @param chiSquared statistic of the test that there is no difference
   * @param standardisedGap difference on the composition of both
   * @param compositionPart part of the crude gap
   * @param ratePart part of the crude gap
   * @param unmatchedPart part of the crude gap
   * @param strata strata with somebody of the group
   * @param strataWithBoth of these, with somebody of group none
   * @param graduatesWithoutCounterpart graduates in the other ones
   * @param signTurns whether the two gaps lie on different sides of 0
   * @param tagsAddedAfterPlacement placed graduates who are in the group by today's tags alone
   * @param tagsDroppedAfterPlacement placed graduates who are in it by baseline tags alone
   */
  public record HardshipGap(
      LocalDate asOfDate,
      String asOfKind,
      int graduationYear,
      String degreeLevel,
      String provinceCode,
      String hardshipGroup,
      String stratification,
      long graduates,
      long placed,
      double placementRate,
      long referenceGraduates,
      long referencePlaced,
      Double referenceRate,
      Double crudeGap,
      Double crudeGapLow,
      Double crudeGapHigh,
      Double adjustedGap,
      Double adjustedGapLow,
      Double adjustedGapHigh,
      Double clusteredLow,
      Double clusteredHigh,
      Double oddsRatio,
      Double oddsRatioLow,
      Double oddsRatioHigh,
      Double chiSquared,
      Double standardisedGap,
      Double compositionPart,
      Double ratePart,
      Double unmatchedPart,
      long strata,
      long strataWithBoth,
      long graduatesWithoutCounterpart,
      boolean signTurns,
      long tagsAddedAfterPlacement,
      long tagsDroppedAfterPlacement)
      implements Serializable {

    /** The smaller of the two groups that the comparison within strata stands on. */
    public long compared() {
      return Math.min(graduates - graduatesWithoutCounterpart, referenceGraduates);
    }

    public HardshipGap {
      requireNonNull(asOfDate, "asOfDate");
      requireNonNull(asOfKind, "asOfKind");
      requireNonNull(degreeLevel, "degreeLevel");
      requireNonNull(provinceCode, "provinceCode");
      requireNonNull(hardshipGroup, "hardshipGroup");
      requireNonNull(stratification, "stratification");
    }
  }
}
