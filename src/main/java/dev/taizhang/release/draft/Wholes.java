package dev.taizhang.release.draft;

import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Level;
import dev.taizhang.figures.FieldCode;
import dev.taizhang.figures.Names;
import dev.taizhang.figures.rates.Disciplines;
import dev.taizhang.tables.Dimensions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which place is a part of which: universities of regions, and majors of classes and disciplines.
 */
final class Wholes {

  private final Names names;
  private final Map<String, Set<String>> provincesOfPrefectures = new HashMap<>();

  /**
   * Where some universities are.
   *
   * @param universities their codes
   */
  Wholes(Names names, Collection<String> universities) {
    this.names = names;
    for (String university : universities) {
      provincesOfPrefectures
          .computeIfAbsent(names.prefectureOf(university), key -> new HashSet<>())
          .add(names.provinceOf(university));
    }
  }

  /**
   * Whether a place is a part of one larger one. An unknown class may be of several disciplines,
   * and an unknown prefecture of several provinces.
   */
  boolean isSomewhere(RatePlace place) {
    if (place.level().equals(Level.PREFECTURE.code())) {
      return provincesOfPrefectures.getOrDefault(place.code(), Set.of()).size() == 1;
    }
    return !place.isFinerThanDisciplines() || !place.field().code().equals(Dimensions.UNKNOWN);
  }

  /** The smallest of some places that a place is a part of. */
  Optional<RatePlace> of(RatePlace place, Set<RatePlace> places) {
    return larger(place).stream().filter(places::contains).filter(this::isSomewhere).findFirst();
  }

  /** The places that a place is a part of, the smallest first. */
  private List<RatePlace> larger(RatePlace place) {
    List<RatePlace> larger = new ArrayList<>();
    switch (place.level()) {
      case "university" -> {
        larger.add(new RatePlace(Level.PREFECTURE.code(), names.prefectureOf(place.code())));
        larger.add(new RatePlace(Level.PROVINCE.code(), names.provinceOf(place.code())));
      }
      case "prefecture" ->
          provincesOfPrefectures
              .getOrDefault(place.code(), Set.of())
              .forEach(code -> larger.add(new RatePlace(Level.PROVINCE.code(), code)));
      case "major" -> {
        larger.add(RatePlace.of("class", Disciplines.classOf(place.field())));
        larger.add(discipline(place.field()));
      }
      case "class" -> larger.add(discipline(place.field()));
      default -> {
        // Provinces and disciplines are parts of everything alone.
      }
    }
    if (!place.level().equals(Level.EVERYWHERE.code())) {
      larger.add(new RatePlace(Level.EVERYWHERE.code(), Figure.ALL));
    }
    return larger;
  }

  private static RatePlace discipline(FieldCode field) {
    return RatePlace.of(Level.DISCIPLINE.code(), Disciplines.discipline(field));
  }
}
