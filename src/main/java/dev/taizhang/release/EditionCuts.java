package dev.taizhang.release;

import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.tables.Campaign;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;

/** Which of the many cuts of the figures an edition has, and in which part. */
final class EditionCuts {

  static final String ALL = Dimensions.ALL;
  static final String DISCIPLINE = "discipline";
  static final String MAJOR = "major";

  /** The groups that single majors, and universities week by week, are shown for. */
  static final Set<String> FEW_GROUPS =
      Set.of(HardshipGroups.ALL, HardshipGroups.NONE, HardshipGroups.ANY, HardshipGroups.KEY_GROUP);

  /** The groups that fields of study of one university are shown for. */
  private static final Set<String> GROUPS_OF_FIELDS =
      Set.of(HardshipGroups.ALL, HardshipGroups.ANY);

  private EditionCuts() {}

  /** Whether a figure is in the edition at all, as far as it tells alone. */
  static boolean isWanted(PlacementRate rate, LocalDate newest) {
    return isHeadline(rate)
        || (isOf(rate, newest)
            && (isRegion(rate)
                || isField(rate)
                || isUniversity(rate)
                || isFieldOfUniversity(rate)
                || isReferenceOfField(rate)));
  }

  /** Whether a figure speaks of the newest plain date. */
  static boolean isOf(PlacementRate rate, LocalDate newest) {
    return isNow(rate.asOfDate(), rate.asOfKind(), newest);
  }

  /** Whether it speaks of the newest plain date. */
  static boolean isNow(LocalDate date, String kind, LocalDate newest) {
    return date.equals(newest) && kind.equals(Decisions.PLAIN);
  }

  /** Everybody together by group, or a prefecture or university by few groups. */
  static boolean isOfPlace(String placeLevel, String group) {
    return placeLevel.equals(ALL)
        || (!placeLevel.equals(Campaign.PROVINCE) && FEW_GROUPS.contains(group));
  }

  /** Whether none of these cuts. */
  static boolean isOfAll(String... values) {
    return Arrays.stream(values).allMatch(ALL::equals);
  }

  /** Everything together, by group and degree level. */
  static boolean isHeadline(PlacementRate rate) {
    return isEverywhere(rate) && isEveryField(rate) && isEveryUniversity(rate);
  }

  /** A province or prefecture, by group. */
  static boolean isRegion(PlacementRate rate) {
    return !isEverywhere(rate)
        && isEveryField(rate)
        && isEveryUniversity(rate)
        && isEveryDegree(rate);
  }

  /** A discipline or class by group, or a major by few groups. */
  static boolean isField(PlacementRate rate) {
    return isEverywhere(rate)
        && !isEveryField(rate)
        && isEveryUniversity(rate)
        && isEveryDegree(rate)
        && (!rate.majorLevel().equals(MAJOR) || FEW_GROUPS.contains(rate.hardshipGroup()));
  }

  /** A university by group and degree level. */
  static boolean isUniversity(PlacementRate rate) {
    return isEverywhere(rate) && isEveryField(rate) && !isEveryUniversity(rate);
  }

  /** A discipline, class or major of a university. */
  static boolean isFieldOfUniversity(PlacementRate rate) {
    return isAnyFieldOfUniversity(rate) && GROUPS_OF_FIELDS.contains(rate.hardshipGroup());
  }

  /** What gaps of fields of a university are measured from; told by their marks alone. */
  private static boolean isReferenceOfField(PlacementRate rate) {
    return isAnyFieldOfUniversity(rate) && rate.hardshipGroup().equals(HardshipGroups.NONE);
  }

  private static boolean isAnyFieldOfUniversity(PlacementRate rate) {
    return isEverywhere(rate)
        && !isEveryField(rate)
        && !isEveryUniversity(rate)
        && isEveryDegree(rate);
  }

  /** A week of everything together, or of a university. */
  static boolean isOfTrend(PlacementRate rate) {
    return isHeadline(rate)
        || (isUniversity(rate) && isEveryDegree(rate) && FEW_GROUPS.contains(rate.hardshipGroup()));
  }

  static boolean isEveryDegree(PlacementRate rate) {
    return rate.degreeLevel().equals(ALL);
  }

  private static boolean isEverywhere(PlacementRate rate) {
    return rate.regionLevel().equals(ALL);
  }

  private static boolean isEveryField(PlacementRate rate) {
    return rate.majorLevel().equals(ALL);
  }

  private static boolean isEveryUniversity(PlacementRate rate) {
    return rate.universityCode().equals(ALL);
  }
}
