package dev.taizhang.benchmark;

import dev.taizhang.attack.Insider;
import dev.taizhang.attack.KnownPeople;
import dev.taizhang.attack.PublishedFigure;
import dev.taizhang.attack.Scope;
import dev.taizhang.attack.SideKnowledge;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An invented province with the figures of a default plan, some of them withheld by the simplest of
 * rules: small counts and everyone's outcome, and, as complements, everything of a university that
 * has such a figure and the next smallest figure where a prefecture or discipline hides alone.
 */
final class AttackedProvince {

  private static final double HARDSHIP = 0.25;
  private static final int DISCIPLINES = 20;
  private static final int UNIVERSITIES_PER_PREFECTURE = 10;
  private static final int SMALL = 10;
  private static final List<String> DIFFICULTIES =
      List.of("employment_difficulty", "economic_difficulty", "disabled", "orphan");
  private static final int TAGS = 16;

  private final List<KnownPeople> people = new ArrayList<>();
  private final Map<String, Long> placed = new HashMap<>();
  private final Scope scope;
  // Level and code, and then group, to size and placed.
  private final Map<String, TreeMap<String, long[]>> counts = new LinkedHashMap<>();
  private final Map<String, Set<String>> withheld = new HashMap<>();

  /** What is withheld. */
  enum Withheld {
    /** Small counts and everyone's outcome only, which others give away. */
    PRIMARY,
    /** Complements too. */
    EVERYTHING
  }

  AttackedProvince(int universities, long seed) {
    Random random = new Random(seed);
    Set<String> states = new HashSet<>();
    for (int number = 0; number < universities; number++) {
      String university = "%05d".formatted(10_001 + number);
      states.add(university);
      addUniversity(university, number / UNIVERSITIES_PER_PREFECTURE, random);
    }
    this.scope = new Scope("first", LocalDate.of(2026, 8, 31), "official", 2026, states);
    withholdPrimary();
  }

  private void addUniversity(String university, int prefecture, Random random) {
    int graduates = 200 + random.nextInt(1600);
    Set<Integer> taught = new TreeSet<>();
    while (taught.size() < 12) {
      taught.add(random.nextInt(DISCIPLINES));
    }
    List<Integer> disciplines = List.copyOf(taught);
    Map<String, long[]> cells = new TreeMap<>();
    Map<String, Set<String>> groupsOf = new HashMap<>();
    for (int number = 0; number < graduates; number++) {
      // Some disciplines are large and some small.
      double share = random.nextDouble();
      int discipline = disciplines.get((int) (share * share * disciplines.size()));
      Set<String> groups = groups(random);
      String key = discipline + " " + groups;
      groupsOf.put(key, groups);
      long[] cell = cells.computeIfAbsent(key, ignored -> new long[2]);
      cell[0]++;
      if (random.nextDouble() < (groups.contains("none") ? 0.75 : 0.65)) {
        cell[1]++;
      }
    }
    cells.forEach(
        (key, cell) ->
            add(
                new KnownPeople(
                    university + " " + key,
                    university,
                    university,
                    "410000",
                    "%06d".formatted(410_100 + 100 * prefecture),
                    "2012:" + key.substring(0, key.indexOf(' ')),
                    groupsOf.get(key),
                    cell[0]),
                cell[1]));
  }

  private static Set<String> groups(Random random) {
    double draw = random.nextDouble();
    if (draw >= HARDSHIP) {
      return Set.of(draw < HARDSHIP + 0.03 ? "unknown" : "none");
    }
    Set<String> groups = new TreeSet<>();
    int tags = random.nextDouble() < 0.3 ? 2 : 1;
    for (int number = 0; number < tags; number++) {
      double share = random.nextDouble();
      int tag = (int) (share * share * share * TAGS);
      groups.add("tag_%02d".formatted(tag));
      groups.add(DIFFICULTIES.get(tag % DIFFICULTIES.size()));
    }
    boolean only = groups.equals(Set.of("tag_00", "employment_difficulty"));
    groups.add(only ? "employment_difficulty_only" : "any");
    if (groups.contains("employment_difficulty") && groups.contains("economic_difficulty")) {
      groups.add("double_difficulty");
    }
    return groups;
  }

  private void add(KnownPeople one, long placedOfThem) {
    people.add(one);
    placed.put(one.id(), placedOfThem);
    Set<String> groups = new LinkedHashSet<>(one.groups());
    groups.add(PublishedFigure.ALL);
    for (String place :
        List.of(
            "all all",
            "province " + one.provinceCode(),
            "prefecture " + one.prefectureCode(),
            "university " + one.universityCode(),
            "discipline " + one.discipline())) {
      for (String group : groups) {
        long[] count =
            counts
                .computeIfAbsent(place, ignored -> new TreeMap<>())
                .computeIfAbsent(group, ignored -> new long[2]);
        count[0] += one.graduates();
        count[1] += placedOfThem;
      }
    }
  }

  private void withholdPrimary() {
    counts.forEach(
        (place, groups) ->
            groups.forEach(
                (group, count) -> {
                  if (!group.equals(PublishedFigure.ALL) && isPrimary(count)) {
                    withheld.computeIfAbsent(place, ignored -> new TreeSet<>()).add(group);
                  }
                }));
  }

  private static boolean isPrimary(long[] count) {
    return count[0] < SMALL || count[1] < SMALL || count[0] - count[1] < SMALL;
  }

  /** What is withheld with complements. */
  private Map<String, Set<String>> withComplements() {
    Map<String, Set<String>> all = new HashMap<>();
    withheld.forEach((place, groups) -> all.put(place, new TreeSet<>(groups)));
    counts.forEach(
        (place, groups) -> {
          if (place.startsWith("university") && all.containsKey(place)) {
            groups.keySet().stream()
                .filter(group -> !group.equals(PublishedFigure.ALL))
                .forEach(all.get(place)::add);
          }
        });
    for (String level : List.of("prefecture", "discipline")) {
      for (String group : counts.get("all all").keySet()) {
        hideAnother(level, group, all);
      }
    }
    return all;
  }

  private void hideAnother(String level, String group, Map<String, Set<String>> all) {
    List<String> places =
        counts.keySet().stream()
            .filter(place -> place.startsWith(level) && counts.get(place).containsKey(group))
            .sorted(Comparator.comparing((String place) -> counts.get(place).get(group)[0]))
            .toList();
    long hidden = places.stream().filter(place -> hides(all, place, group)).count();
    if (hidden == 1) {
      places.stream()
          .filter(place -> !hides(all, place, group))
          .findFirst()
          .ifPresent(place -> all.computeIfAbsent(place, ignored -> new TreeSet<>()).add(group));
    }
  }

  private static boolean hides(Map<String, Set<String>> all, String place, String group) {
    return all.getOrDefault(place, Set.of()).contains(group);
  }

  long graduates() {
    return people.stream().mapToLong(KnownPeople::graduates).sum();
  }

  int peopleToldApart() {
    return people.size();
  }

  /** What is published of groups. */
  List<PublishedFigure> published(Withheld what) {
    Map<String, Set<String>> hidden = what == Withheld.PRIMARY ? withheld : withComplements();
    return figures(false, hidden);
  }

  /** What everybody may know. */
  SideKnowledge known() {
    return SideKnowledge.of(people, figures(true, Map.of()));
  }

  private List<PublishedFigure> figures(boolean ofAll, Map<String, Set<String>> hidden) {
    List<PublishedFigure> figures = new ArrayList<>();
    counts.forEach(
        (place, groups) ->
            groups.forEach(
                (group, count) -> {
                  if (group.equals(PublishedFigure.ALL) == ofAll) {
                    OptionalLong told =
                        hides(hidden, place, group)
                            ? OptionalLong.empty()
                            : OptionalLong.of(count[1]);
                    int space = place.indexOf(' ');
                    figures.add(
                        new PublishedFigure(
                            scope,
                            place.substring(0, space),
                            place.substring(space + 1),
                            group,
                            OptionalLong.of(count[0]),
                            told,
                            told));
                  }
                }));
    return figures;
  }

  /** How many are placed of all people, by id. */
  Map<String, Long> placed() {
    return Map.copyOf(placed);
  }

  /** Somebody at each university. */
  List<Insider> insiders() {
    Map<String, Map<String, Long>> known = new TreeMap<>();
    people.forEach(
        one ->
            known
                .computeIfAbsent(one.universityCode(), ignored -> new HashMap<>())
                .put(one.id(), placed.get(one.id())));
    return known.entrySet().stream()
        .map(entry -> new Insider(entry.getKey(), entry.getValue()))
        .toList();
  }
}
