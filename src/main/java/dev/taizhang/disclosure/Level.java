package dev.taizhang.disclosure;

import java.util.Locale;
import java.util.function.Function;

/** What figures are cut by, where complements can be chosen. */
public enum Level {
  EVERYWHERE(people -> Figure.ALL, 1000),
  PROVINCE(People::provinceCode, 1000),
  PREFECTURE(People::prefectureCode, 10),
  UNIVERSITY(People::universityCode, 1),
  DISCIPLINE(people -> people.disciplineCatalogue() + ":" + people.disciplineCode(), 3);

  private final Function<People, String> place;
  private final double worth;

  Level(Function<People, String> place, double worth) {
    this.place = place;
    this.worth = worth;
  }

  /**
   * How many figures of universities one is worth. Groups in the province are what readers look for
   * first, so that their figures are the last to be given up.
   */
  double worth() {
    return worth;
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
