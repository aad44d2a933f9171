package dev.taizhang.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where people are: each part of them is of a university and of a discipline, universities are of
 * prefectures, provinces and everywhere. All places are numbered, universities as in {@link Sums},
 * disciplines after them, then what universities are of. Everywhere and the disciplines are parts
 * of one last number, which no figure speaks of: what leaves the universities comes back through
 * it.
 */
final class Places {

  private final Sums sums;
  private final int universities;
  private final Map<String, Integer> indices = new HashMap<>();
  private final int[] disciplineOf;
  private final Map<String, Integer> groups = new HashMap<>();
  private final List<Sum[]> sumsOf = new ArrayList<>();
  private final int[] placeOfSum;
  private final int ends;
  private final int[] wholeOf;
  private final int[][] partsOf;
  private final long[] seen;
  private final double[][] losses;

  Places(Sums sums) {
    this.sums = sums;
    universities = sums.universities.size();
    disciplineOf = new int[sums.speaking];
    sums.people.stream()
        .flatMap(part -> part.groups().stream())
        .distinct()
        .sorted()
        .forEach(group -> groups.put(group, groups.size()));
    if (groups.size() > Long.SIZE) {
      throw new IllegalStateException("At most 64 hardship groups are told apart");
    }
    sums.universities.forEach(code -> place(Level.UNIVERSITY, code));
    for (int index = 0; index < sums.speaking; index++) {
      disciplineOf[index] = place(Level.DISCIPLINE, sums.people.get(index));
    }
    ends = sumsOf.size();
    Map<Integer, Integer> wholes = wholes();
    int last = sumsOf.size();
    wholeOf = new int[last];
    Arrays.setAll(wholeOf, place -> wholes.getOrDefault(place, last));
    partsOf = parts();
    seen = new long[last];
    losses = new double[last][groups.size()];
    placeOfSum = new int[sums.sums.size()];
    sums.sums.forEach(this::number);
    refresh();
  }

  private Map<Integer, Integer> wholes() {
    Map<Integer, Integer> wholes = new HashMap<>();
    for (int index = 0; index < sums.speaking; index++) {
      People part = sums.people.get(index);
      int prefecture = place(Level.PREFECTURE, part);
      int province = place(Level.PROVINCE, part);
      wholes.put(sums.universityOfPeople[index], prefecture);
      wholes.put(prefecture, province);
      wholes.put(province, place(Level.EVERYWHERE, part));
    }
    return wholes;
  }

  private int[][] parts() {
    List<List<Integer>> parts = new ArrayList<>();
    for (int place = 0; place <= wholeOf.length; place++) {
      parts.add(new ArrayList<>());
    }
    for (int place = 0; place < wholeOf.length; place++) {
      parts.get(wholeOf[place]).add(place);
    }
    return parts.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private void number(Sum sum) {
    for (Figure figure : sum.figures) {
      int place = place(figure.level(), figure.code());
      placeOfSum[sum.index] = place;
      if (!figure.isOfAll()) {
        sumsOf.get(place)[group(figure.group())] = sum;
      }
    }
  }

  private int place(Level level, People part) {
    return place(level, level.placeOf(part));
  }

  private int place(Level level, String code) {
    return indices.computeIfAbsent(
        level + " " + code,
        key -> {
          sumsOf.add(new Sum[groups.size()]);
          return sumsOf.size() - 1;
        });
  }

  /** Number of a group. */
  int group(String group) {
    return groups.get(group);
  }

  /** The smallest place that a sum speaks of as a whole. */
  int placeOf(Sum sum) {
    return placeOfSum[sum.index];
  }

  /** Universities and disciplines, which come first. */
  int ends() {
    return ends;
  }

  /** All places, with the last number. */
  int count() {
    return wholeOf.length + 1;
  }

  boolean isUniversity(int place) {
    return place < universities;
  }

  boolean isEnd(int place) {
    return place < ends;
  }

  boolean isDiscipline(int place) {
    return isEnd(place) && !isUniversity(place);
  }

  int university(int people) {
    return sums.universityOfPeople[people];
  }

  int discipline(int people) {
    return disciplineOf[people];
  }

  /** What a place is a part of. */
  int wholeOf(int place) {
    return wholeOf[place];
  }

  /** Places that are parts of one. */
  int[] partsOf(int place) {
    return partsOf[place];
  }

  boolean isLast(int place) {
    return place == wholeOf.length;
  }

  /** Takes the verdicts as they stand now. */
  void refresh() {
    for (int place = 0; place < seen.length; place++) {
      Sum[] told = sumsOf.get(place);
      seen[place] = 0;
      for (int group = 0; group < told.length; group++) {
        Sum sum = told[group];
        if (sum != null && sum.isSeen()) {
          seen[place] |= 1L << group;
          losses[place][group] = sum.isKnown() ? Double.POSITIVE_INFINITY : sum.information();
        }
      }
    }
  }

  /**
   * What is lost if figures of groups move in a place: those that are shown. Infinite where one is
   * known.
   *
   * @param moving the groups, a bit each
   */
  double loss(int place, long moving) {
    double loss = 0;
    for (long rest = seen[place] & moving; rest != 0; rest &= rest - 1) {
      loss += losses[place][Long.numberOfTrailingZeros(rest)];
    }
    return loss;
  }
}
