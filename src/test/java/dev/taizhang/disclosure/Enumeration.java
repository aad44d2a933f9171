package dev.taizhang.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Looks at every outcome that the people of tiny releases may have, and so knows what each reader
 * can learn. It shares nothing with the code that it checks but the values.
 */
final class Enumeration {

  private final List<People> people = new ArrayList<>();
  private final Map<Figure, List<Integer>> membersOf = new LinkedHashMap<>();
  private final Map<Figure, Verdict> verdicts = new LinkedHashMap<>();
  private final Width width;
  private final Population last;

  private Enumeration(List<Earlier> releases, Width width) {
    this.width = width;
    last = releases.get(releases.size() - 1).population();
    for (Earlier release : releases) {
      verdicts.putAll(release.verdicts());
      for (People part : release.population().people()) {
        if (!people.contains(part)) {
          people.add(part);
        }
        int index = people.indexOf(part);
        for (String group : withAll(part)) {
          Population of = release.population();
          for (Level level : Level.values()) {
            String code =
                switch (level) {
                  case EVERYWHERE -> "all";
                  case PROVINCE -> part.provinceCode();
                  case PREFECTURE -> part.prefectureCode();
                  case UNIVERSITY -> part.universityCode();
                  case DISCIPLINE -> part.disciplineCatalogue() + ":" + part.disciplineCode();
                };
            membersOf
                .computeIfAbsent(
                    new Figure(
                        of.asOfDate(), of.asOfKind(), of.graduationYear(), level, code, group),
                    key -> new ArrayList<>())
                .add(index);
          }
        }
      }
    }
  }

  private static List<String> withAll(People part) {
    List<String> groups = new ArrayList<>(part.groups());
    groups.add("all");
    return groups;
  }

  /** Something that a reader learns from the last release of a withheld figure and may not. */
  static Optional<String> leak(List<Earlier> releases, Width width) {
    return new Enumeration(releases, width).leak();
  }

  private Optional<String> leak() {
    List<long[]> possible = outcomes();
    Predicate<Figure> ofAll = figure -> figure.group().equals("all");
    Predicate<Figure> seen = figure -> ofAll.test(figure) || verdicts.get(figure) == Verdict.SHOWN;
    // What was shown before cannot be taken back by what is withheld now.
    Predicate<Figure> before = figure -> !figure.asOfDate().equals(last.asOfDate());
    List<long[]> without = agreeing(possible, ofAll.or(before.and(seen)));
    List<long[]> with = agreeing(without, seen);
    Set<String> universities = new TreeSet<>();
    people.forEach(part -> universities.add(part.universityCode()));
    for (Entry<Figure, List<Integer>> told : membersOf.entrySet()) {
      Verdict verdict = verdicts.get(told.getKey());
      if (verdict == null || !verdict.isWithheld() || ofAll.test(told.getKey())) {
        continue;
      }
      // A total tells nothing more than its shown parts do.
      Predicate<Figure> part =
          figure -> seen.test(figure) && told.getValue().containsAll(membersOf.get(figure));
      Optional<String> leak = leak(told, without, agreeing(without, part), with, universities);
      if (leak.isPresent()) {
        return leak;
      }
    }
    return Optional.empty();
  }

  private Optional<String> leak(
      Entry<Figure, List<Integer>> told,
      List<long[]> without,
      List<long[]> parts,
      List<long[]> with,
      Set<String> universities) {
    long size = told.getValue().stream().mapToLong(index -> people.get(index).graduates()).sum();
    long[] baseline = range(without, told.getValue());
    long[] range = range(with, told.getValue());
    boolean open =
        size <= width.wholeUpTo()
            ? range[0] == baseline[0] && range[1] == baseline[1]
            : isWide(range, range(parts, told.getValue()));
    if (!open) {
      return Optional.of(
          "a reader knows that %s of %d is %d to %d, and %d to %d without the release"
              .formatted(told.getKey(), size, range[0], range[1], baseline[0], baseline[1]));
    }
    for (String university : universities) {
      List<Integer> rest =
          told.getValue().stream()
              .filter(index -> !people.get(index).universityCode().equals(university))
              .toList();
      if (!rest.isEmpty()
          && !isWide(range(known(with, university), rest), range(known(parts, university), rest))) {
        return Optional.of("the insider of " + university + " knows too much of " + told.getKey());
      }
    }
    return Optional.empty();
  }

  private boolean isWide(long[] range, long[] baseline) {
    return range[1] - range[0] >= Math.min(width.integers() - 1, baseline[1] - baseline[0]);
  }

  private List<long[]> known(List<long[]> outcomes, String university) {
    return outcomes.stream()
        .filter(
            outcome -> {
              for (int index = 0; index < outcome.length; index++) {
                if (people.get(index).universityCode().equals(university)
                    && outcome[index] != people.get(index).placed()) {
                  return false;
                }
              }
              return true;
            })
        .toList();
  }

  private List<long[]> agreeing(List<long[]> outcomes, Predicate<Figure> known) {
    List<Entry<Figure, List<Integer>>> figures =
        membersOf.entrySet().stream().filter(told -> known.test(told.getKey())).toList();
    return outcomes.stream()
        .filter(
            outcome ->
                figures.stream()
                    .allMatch(
                        told ->
                            told.getValue().stream().mapToLong(i -> outcome[i]).sum()
                                == told.getValue().stream()
                                    .mapToLong(i -> people.get(i).placed())
                                    .sum()))
        .toList();
  }

  private static long[] range(List<long[]> outcomes, List<Integer> members) {
    long[] range = {Long.MAX_VALUE, Long.MIN_VALUE};
    for (long[] outcome : outcomes) {
      long placed = members.stream().mapToLong(index -> outcome[index]).sum();
      range[0] = Math.min(range[0], placed);
      range[1] = Math.max(range[1], placed);
    }
    return range;
  }

  private List<long[]> outcomes() {
    List<long[]> all = new ArrayList<>(List.of(new long[people.size()]));
    for (int index = 0; index < people.size(); index++) {
      List<long[]> longer = new ArrayList<>();
      for (long[] outcome : all) {
        for (long placed = 0; placed <= people.get(index).graduates(); placed++) {
          long[] more = outcome.clone();
          more[index] = placed;
          longer.add(more);
        }
      }
      all = longer;
    }
    return all;
  }
}
