package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the people that a figure speaks of. */
final class Places {

  private final List<KnownPeople> people;
  private final Map<String, List<Integer>> byPlace = new HashMap<>();

  Places(List<KnownPeople> people) {
    this.people = people;
    for (int number = 0; number < people.size(); number++) {
      KnownPeople one = people.get(number);
      add("all", "all", number);
      add("province", one.provinceCode(), number);
      add("prefecture", one.prefectureCode(), number);
      add("university", one.universityCode(), number);
      add("discipline", one.discipline(), number);
    }
  }

  private void add(String level, String code, int number) {
    byPlace.computeIfAbsent(level + " " + code, ignored -> new ArrayList<>()).add(number);
  }

  /** The people of a figure, by their numbers, ascending. */
  int[] of(PublishedFigure figure) {
    return byPlace.getOrDefault(figure.level() + " " + figure.code(), List.of()).stream()
        .mapToInt(Integer::intValue)
        .filter(number -> isIn(people.get(number), figure))
        .toArray();
  }

  private static boolean isIn(KnownPeople one, PublishedFigure figure) {
    return figure.scope().states().contains(one.state())
        && (figure.isOfAll() || one.groups().contains(figure.group()));
  }
}
