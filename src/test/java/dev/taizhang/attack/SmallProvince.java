package dev.taizhang.attack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * People and their outcomes, told by a test, and the figures that are made of them. Which figures
 * are withheld is told too: nothing protects here.
 */
final class SmallProvince {

  private static final LocalDate AUGUST = LocalDate.of(2026, 8, 31);

  private final List<KnownPeople> people = new ArrayList<>();
  private final Map<String, Long> placed = new HashMap<>();
  private final Map<String, String> prefectures = new HashMap<>();

  /** Where a university is; the first prefecture otherwise. */
  SmallProvince university(String code, String prefecture) {
    prefectures.put(code, prefecture);
    return this;
  }

  /** Graduates of a university: how many of so many are placed, and the groups that they are in. */
  SmallProvince people(String university, String groups, long placedOfThem, long graduates) {
    return people(
        university, university + " in August", "economics", groups, placedOfThem, graduates);
  }

  /** The same, with the state of the university and the discipline. */
  SmallProvince people(
      String university,
      String state,
      String discipline,
      String groups,
      long placedOfThem,
      long graduates) {
    String id = "%s, %s, %s".formatted(state, discipline, groups);
    people.add(
        new KnownPeople(
            id,
            state,
            university,
            "410000",
            prefectures.getOrDefault(university, "410100"),
            discipline,
            Set.of(groups.split(" ")),
            graduates));
    placed.put(id, placedOfThem);
    return this;
  }

  List<KnownPeople> people() {
    return people;
  }

  /** A scope of one release of August, in which all states speak. */
  Scope scope() {
    return scope(
        "first", people.stream().map(KnownPeople::state).distinct().toArray(String[]::new));
  }

  /** A scope of one release of August. */
  Scope scope(String release, String... states) {
    return new Scope(
        release, AUGUST, "official", 2026, Set.of(states).stream().collect(Collectors.toSet()));
  }

  /** A figure with its true count. */
  PublishedFigure shown(Scope scope, String level, String code, String group) {
    return withheld(scope, level, code, group, OptionalLong.of(count(scope, level, code, group)));
  }

  /** A figure of which nothing is told. */
  PublishedFigure withheld(Scope scope, String level, String code, String group) {
    return withheld(scope, level, code, group, OptionalLong.empty());
  }

  /** A figure rounded to the nearest multiple of a base, halves up. */
  PublishedFigure rounded(Scope scope, String level, String code, String group, int base) {
    long count = count(scope, level, code, group);
    long rounded = (2 * count + base) / (2L * base) * base;
    return new PublishedFigure(
        scope,
        level,
        code,
        group,
        OptionalLong.empty(),
        OptionalLong.of(Math.max(0, rounded - base / 2)),
        OptionalLong.of(rounded + (base - 1) / 2));
  }

  private PublishedFigure withheld(
      Scope scope, String level, String code, String group, OptionalLong count) {
    return new PublishedFigure(scope, level, code, group, OptionalLong.empty(), count, count);
  }

  private long count(Scope scope, String level, String code, String group) {
    return people.stream()
        .filter(one -> scope.states().contains(one.state()))
        .filter(one -> level.equals("all") || codeOf(one, level).equals(code))
        .filter(one -> group.equals("all") || one.groups().contains(group))
        .mapToLong(one -> placed.get(one.id()))
        .sum();
  }

  private static String codeOf(KnownPeople one, String level) {
    return switch (level) {
      case "province" -> one.provinceCode();
      case "prefecture" -> one.prefectureCode();
      case "university" -> one.universityCode();
      default -> one.discipline();
    };
  }

  /** The figures of everybody that are known from elsewhere, at every level. */
  List<PublishedFigure> ofAll(Scope scope) {
    Set<PublishedFigure> figures = new LinkedHashSet<>();
    figures.add(shown(scope, "all", "all", "all"));
    for (KnownPeople one : people) {
      if (scope.states().contains(one.state())) {
        for (String level : List.of("province", "prefecture", "university", "discipline")) {
          figures.add(shown(scope, level, codeOf(one, level), "all"));
        }
      }
    }
    return List.copyOf(figures);
  }

  /** What everybody may know. */
  SideKnowledge known() {
    return SideKnowledge.of(people, ofAll(scope()));
  }

  /** The truth. */
  Map<String, Long> placed() {
    return placed;
  }

  /** Somebody at a university. */
  Insider insider(String university) {
    return new Insider(
        university,
        people.stream()
            .filter(one -> one.universityCode().equals(university))
            .collect(Collectors.toMap(KnownPeople::id, one -> placed.get(one.id()))));
  }
}
