package dev.taizhang.figures.campaign;

import dev.taizhang.figures.Names;
import dev.taizhang.tables.Campaign;
import dev.taizhang.tables.Dimensions;
import java.util.List;

/**
 * Where graduates are counted.
 *
 * @param level all, province, prefecture or university
 * @param code of the region or university, or all
 * @param name its name; null where it is not known
 */
record Place(String level, String code, String name) {

  static final Place ALL = new Place(Dimensions.ALL, Dimensions.ALL, null);

  /** The places of a university's graduates: everywhere, its province, its prefecture, itself. */
  static List<Place> of(String university, Names names) {
    return List.of(
        ALL,
        region(Campaign.PROVINCE, names.provinceOf(university), names),
        region(Campaign.PREFECTURE, names.prefectureOf(university), names),
        new Place(Campaign.UNIVERSITY, university, names.university(university).orElse(null)));
  }

  private static Place region(String level, String code, Names names) {
    return new Place(level, code, names.region(code).orElse(null));
  }
}
