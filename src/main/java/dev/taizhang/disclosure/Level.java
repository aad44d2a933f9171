package dev.taizhang.disclosure;

import java.util.Locale;
import java.util.function.Function;

/** What figures are cut by, where complements can be chosen. */
public enum Level {
  EVERYWHERE(people -> Figure.ALL),
  PROVINCE(People::provinceCode),
  PREFECTURE(People::prefectureCode),
  UNIVERSITY(People::universityCode),
  DISCIPLINE(people -> people.disciplineCatalogue() + ":" + people.disciplineCode());

  private final Function<People, String> place;

  Level(Function<People, String> place) {
    this.place = place;
  }

  /** As plans write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Code of the place that people are of. */
  String placeOf(People people) {
    return place.apply(people);
  }
}
