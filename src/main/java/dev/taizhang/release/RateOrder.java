package dev.taizhang.release;

import static java.util.Comparator.comparing;

import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The order of figures in an edition: newest cohorts and dates first, codes in their order. Nothing
 * is ordered by its rate.
 */
final class RateOrder {

  /** Degree levels in their order. */
  static final List<String> DEGREES =
      List.of("all", "doctoral", "master", "bachelor", "associate", "unknown");

  private static final List<String> ROLES = List.of("all", "university", "origin");
  private static final List<String> REGIONS = List.of("all", "province", "prefecture");
  private static final List<String> FIELDS = List.of("all", "discipline", "class", "major");

  private RateOrder() {}

  /**
   * The order of figures.
   *
   * @param groups hardship groups in the order of the words
   */
  static Comparator<PlacementRate> of(List<String> groups) {
    return byDate()
        .thenComparing(rate -> ROLES.indexOf(rate.regionRole()))
        .thenComparing(rate -> REGIONS.indexOf(rate.regionLevel()))
        .thenComparing(PlacementRate::regionCode)
        .thenComparing(byField())
        .thenComparing(byGroup(groups));
  }

  /** The same with groups before fields of study, for a university. */
  static Comparator<PlacementRate> ofUniversity(List<String> groups) {
    return byDate()
        .thenComparing(rate -> !rate.majorLevel().equals(Dimensions.ALL))
        .thenComparing(byGroup(groups))
        .thenComparing(byField());
  }

  /** The order of weeks: each group of a cohort through its weeks. */
  static Comparator<PlacementRate> ofTrend(List<String> groups) {
    return comparing(PlacementRate::graduationYear, Comparator.<Integer>reverseOrder())
        .thenComparing(PlacementRate::universityCode)
        .thenComparing(byGroup(groups))
        .thenComparing(PlacementRate::asOfDate);
  }

  private static Comparator<PlacementRate> byDate() {
    return comparing(PlacementRate::graduationYear, Comparator.<Integer>reverseOrder())
        .thenComparing(PlacementRate::asOfDate, Comparator.<LocalDate>reverseOrder())
        .thenComparing(PlacementRate::asOfKind, Comparator.<String>reverseOrder())
        .thenComparing(PlacementRate::universityCode);
  }

  private static Comparator<PlacementRate> byField() {
    return Comparator.<PlacementRate>comparingInt(rate -> FIELDS.indexOf(rate.majorLevel()))
        .thenComparing(PlacementRate::majorCatalogue)
        .thenComparing(PlacementRate::majorCode);
  }

  private static Comparator<PlacementRate> byGroup(List<String> groups) {
    return Comparator.<PlacementRate>comparingInt(rate -> groups.indexOf(rate.hardshipGroup()))
        .thenComparing(rate -> DEGREES.indexOf(rate.degreeLevel()));
  }
}
