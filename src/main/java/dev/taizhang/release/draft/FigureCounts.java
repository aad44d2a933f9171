package dev.taizhang.release.draft;

import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Level;
import dev.taizhang.disclosure.People;
import dev.taizhang.disclosure.Population;
import java.util.Map;
import java.util.TreeMap;

/** What the people of a cohort add up to, figure by figure. */
final class FigureCounts {

  private FigureCounts() {}

  /** A figure's denominator and numerator. */
  record Count(long graduates, long placed) {

    private Count plus(Count more) {
      return new Count(graduates + more.graduates, placed + more.placed);
    }

    Count minus(Count part) {
      return new Count(graduates - part.graduates, placed - part.placed);
    }
  }

  /** Every figure of a cohort. */
  static Map<Figure, Count> of(Population population) {
    Map<Figure, Count> counts = new TreeMap<>();
    for (People people : population.people()) {
      Count count = new Count(people.graduates(), people.placed());
      for (Level level : Level.values()) {
        String place = place(level, people);
        counts.merge(figure(population, level, place, Figure.ALL), count, Count::plus);
        people
            .groups()
            .forEach(
                group -> counts.merge(figure(population, level, place, group), count, Count::plus));
      }
    }
    return counts;
  }

  private static Figure figure(Population population, Level level, String place, String group) {
    return new Figure(
        population.asOfDate(),
        population.asOfKind(),
        population.graduationYear(),
        level,
        place,
        group);
  }

  private static String place(Level level, People people) {
    return switch (level) {
      case EVERYWHERE -> Figure.ALL;
      case PROVINCE -> people.provinceCode();
      case PREFECTURE -> people.prefectureCode();
      case UNIVERSITY -> people.universityCode();
      case DISCIPLINE -> people.disciplineCatalogue() + ":" + people.disciplineCode();
    };
  }
}
