package dev.taizhang.release.draft;

import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Level;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.published.PublishedTable;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a placement rate is of, as a plan calls it.
 *
 * @param level everywhere, province, prefecture, university, discipline, class or major
 * @param code all, a region, a university, or catalogue and code of a field of study
 */
public record RatePlace(String level, String code) {

  /** The place of everything. */
  static final RatePlace EVERYWHERE = new RatePlace(Level.EVERYWHERE.code(), Figure.ALL);

  /** The place of a rate of all degree levels; empty for cuts that no plan can name. */
  public static Optional<RatePlace> of(PlacementRate rate) {
    return of(
        new String[] {
          rate.degreeLevel(),
          rate.regionRole(),
          rate.regionLevel(),
          rate.regionCode(),
          rate.majorLevel(),
          rate.majorCatalogue() + ":" + rate.majorCode(),
          rate.universityCode()
        });
  }

  /** The place of a published rate. */
  public static Optional<RatePlace> of(PublishedTable table, Object[] row) {
    return of(
        new String[] {
          text(table, row, "degree_level"),
          text(table, row, "region_role"),
          text(table, row, "region_level"),
          text(table, row, "region_code"),
          text(table, row, "major_level"),
          text(table, row, "major_catalogue") + ":" + text(table, row, "major_code"),
          text(table, row, "university_code")
        });
  }

  private static String text(PublishedTable table, Object[] row, String column) {
    return (String) table.value(row, column);
  }

  private static Optional<RatePlace> of(String[] cut) {
    boolean everyDegree = cut[0].equals(Dimensions.ALL);
    boolean everyRegion = cut[1].equals(Dimensions.ALL);
    boolean everyField = cut[4].equals(Dimensions.ALL);
    boolean everyUniversity = cut[6].equals(Dimensions.ALL);
    if (!everyDegree) {
      return Optional.empty();
    }
    if (everyField && everyUniversity) {
      return everyRegion
          ? Optional.of(EVERYWHERE)
          : Optional.of(new RatePlace(cut[2], cut[3])).filter(place -> cut[1].equals("university"));
    }
    if (everyRegion && everyField) {
      return Optional.of(new RatePlace(Level.UNIVERSITY.code(), cut[6]));
    }
    return everyRegion && everyUniversity
        ? Optional.of(new RatePlace(cut[4], cut[5]))
        : Optional.empty();
  }

  /** The figure that a rate is, where complements are chosen; none for classes and majors. */
  static Stream<Figure> figure(PlacementRate rate) {
    return of(rate).stream()
        .flatMap(
            place ->
                place.protectedLevel().stream()
                    .map(
                        level ->
                            new Figure(
                                rate.asOfDate(),
                                rate.asOfKind(),
                                rate.graduationYear(),
                                level,
                                place.code(),
                                rate.hardshipGroup())));
  }

  /** The level at which complements are chosen; empty for classes and majors. */
  Optional<Level> protectedLevel() {
    return Arrays.stream(Level.values()).filter(one -> one.code().equals(level)).findFirst();
  }
}
