package dev.taizhang.benchmark.disclosure;

import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Level;
import dev.taizhang.disclosure.People;
import dev.taizhang.disclosure.Population;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The plain method to compare with: in each table of a total and its parts where one figure alone
 * is withheld, or less than ten people in all, the smallest figure that is shown is withheld too,
 * until no table is left. It knows places (universities of a prefecture, prefectures of a province,
 * disciplines of everything) and the four groups that make up all, and no overlap of groups.
 */
final class Greedy {

  private static final long ENOUGH = 10;
  private static final List<String> PARTS =
      List.of("none", "any", "employment_difficulty_only", "unknown");

  private final SortedMap<Figure, Long> sizes = new TreeMap<>();
  private final Set<Figure> withheld = new HashSet<>();
  private final List<List<Figure>> tables = new ArrayList<>();

  /** How many figures it withholds, the primary ones among them. */
  static int withheld(Population population, Set<Figure> primary) {
    Greedy greedy = new Greedy(population, primary);
    greedy.close();
    return greedy.withheld.size();
  }

  private Greedy(Population population, Set<Figure> primary) {
    withheld.addAll(primary);
    Map<Figure, List<Figure>> byTotal = new HashMap<>();
    for (People people : population.people()) {
      List<String> groups = new ArrayList<>(people.groups());
      for (String group : groups) {
        Figure everywhere = add(population, people, Level.EVERYWHERE, "all", group);
        Figure province = add(population, people, Level.PROVINCE, people.provinceCode(), group);
        Figure prefecture =
            add(population, people, Level.PREFECTURE, people.prefectureCode(), group);
        Figure university =
            add(population, people, Level.UNIVERSITY, people.universityCode(), group);
        Figure discipline =
            add(
                population,
                people,
                Level.DISCIPLINE,
                people.disciplineCatalogue() + ":" + people.disciplineCode(),
                group);
        part(byTotal, prefecture, university);
        part(byTotal, province, prefecture);
        part(byTotal, everywhere, discipline);
      }
    }
    byTotal.forEach(
        (total, parts) -> {
          parts.add(total);
          tables.add(parts);
        });
    addPartsOfAll();
    tables.sort(Comparator.comparing(table -> table.get(0)));
  }

  private Figure add(Population population, People people, Level level, String code, String group) {
    Figure figure =
        new Figure(
            population.asOfDate(),
            population.asOfKind(),
            population.graduationYear(),
            level,
            code,
            group);
    sizes.merge(figure, people.graduates(), Long::sum);
    return figure;
  }

  private static void part(Map<Figure, List<Figure>> byTotal, Figure total, Figure part) {
    List<Figure> parts = byTotal.computeIfAbsent(total, key -> new ArrayList<>());
    if (!parts.contains(part)) {
      parts.add(part);
    }
  }

  private void addPartsOfAll() {
    SortedMap<String, List<Figure>> byPlace = new TreeMap<>();
    sizes
        .keySet()
        .forEach(
            figure -> {
              if (PARTS.contains(figure.group())) {
                byPlace
                    .computeIfAbsent(figure.level() + figure.code(), key -> new ArrayList<>())
                    .add(figure);
              }
            });
    tables.addAll(byPlace.values());
  }

  private void close() {
    boolean more = true;
    while (more) {
      more = false;
      for (List<Figure> table : tables) {
        more |= close(table);
      }
    }
  }

  private boolean close(List<Figure> table) {
    List<Figure> hidden = table.stream().filter(withheld::contains).toList();
    long people = hidden.stream().mapToLong(figure -> sizes.get(figure)).sum();
    if (hidden.isEmpty() || (hidden.size() > 1 && people >= ENOUGH)) {
      return false;
    }
    return table.stream()
        .filter(figure -> !withheld.contains(figure))
        .min(Comparator.comparing((Figure figure) -> sizes.get(figure)).thenComparing(f -> f))
        .map(withheld::add)
        .orElse(false);
  }
}
