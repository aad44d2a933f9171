package dev.taizhang.release;

import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many graduates without hardship stand behind the rate that a figure's gap is measured from.
 */
final class ReferenceGraduates {

  /** A cut, but for its group. */
  private record Cut(
      LocalDate date,
      String kind,
      int graduationYear,
      String degreeLevel,
      String regionRole,
      String regionCode,
      String majorLevel,
      String majorCatalogue,
      String majorCode,
      String universityCode) {

    static Cut of(PlacementRate rate) {
      return new Cut(
          rate.asOfDate(),
          rate.asOfKind(),
          rate.graduationYear(),
          rate.degreeLevel(),
          rate.regionRole(),
          rate.regionCode(),
          rate.majorLevel(),
          rate.majorCatalogue(),
          rate.majorCode(),
          rate.universityCode());
    }
  }

  private final Map<Cut, Long> graduates;

  private ReferenceGraduates(Map<Cut, Long> graduates) {
    this.graduates = graduates;
  }

  /** Those of every cut of an edition; the same cut of rates and trend has the same. */
  static ReferenceGraduates of(EditionSource source) {
    return new ReferenceGraduates(
        Stream.concat(source.rates().stream(), source.trend().stream())
            .filter(rate -> rate.hardshipGroup().equals(HardshipGroups.NONE))
            .collect(Collectors.toMap(Cut::of, PlacementRate::graduates, (one, same) -> one)));
  }

  /** Of the cut that a figure is of; 0 where it has none. */
  long of(PlacementRate rate) {
    return graduates.getOrDefault(Cut.of(rate), 0L);
  }
}
