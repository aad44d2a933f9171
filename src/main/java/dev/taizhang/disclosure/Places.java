package dev.taizhang.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where people are: each part of them is of a university and of a discipline, universities are of
 * prefectures, provinces and everywhere. All places are numbered, universities as in {@link Sums},
 * disciplines after them, then what universities are of.
 */
final class Places {

  private final Sums sums;
  private final int universities;
  private final Map<String, Integer> indices = new HashMap<>();
  private final List<int[]> chains = new ArrayList<>();
  private final int[] disciplineOf;
  private final Map<String, Integer> groups = new TreeMap<>();
  private final List<Sum[]> sumsOf = new ArrayList<>();
  private int ends;
  private final boolean[][] in;

  Places(Sums sums) {
    this.sums = sums;
    universities = sums.universities.size();
    disciplineOf = new int[sums.speaking];
    sums.people.forEach(
        part -> part.groups().forEach(group -> groups.putIfAbsent(group, groups.size())));
    number();
    in = new boolean[ends][sumsOf.size()];
    for (int end = 0; end < ends; end++) {
      for (int place : chains.get(end)) {
        in[end][place] = true;
      }
    }
    for (Sum sum : sums.sums) {
      for (Figure figure : sum.figures) {
        if (!figure.isOfAll()) {
          sumsOf.get(place(figure.level(), figure.code()))[group(figure.group())] = sum;
        }
      }
    }
  }

  private void number() {
    sums.universities.forEach(code -> place(Level.UNIVERSITY, code));
    for (int index = 0; index < sums.speaking; index++) {
      disciplineOf[index] = place(Level.DISCIPLINE, sums.people.get(index));
    }
    ends = sumsOf.size();
    for (int end = 0; end < ends; end++) {
      chains.add(new int[] {end});
    }
    for (int index = 0; index < sums.speaking; index++) {
      People part = sums.people.get(index);
      chains.set(
          sums.universityOfPeople[index],
          new int[] {
            sums.universityOfPeople[index],
            place(Level.PREFECTURE, part),
            place(Level.PROVINCE, part),
            place(Level.EVERYWHERE, part)
          });
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

  /** Number of the place that a figure speaks of. */
  int placeOf(Figure figure) {
    return place(figure.level(), figure.code());
  }

  /** Universities and disciplines, which come first. */
  int ends() {
    return ends;
  }

  boolean isUniversity(int end) {
    return end < universities;
  }

  int university(int people) {
    return sums.universityOfPeople[people];
  }

  int discipline(int people) {
    return disciplineOf[people];
  }

  /** Whether one of two ends is in a place, and the other is not. */
  boolean divides(int place, int one, int other) {
    return isIn(one, place) != isIn(other, place);
  }

  boolean isIn(int end, int place) {
    return in[end][place];
  }

  /**
   * What is lost if figures of groups move at one end and, the other way, at another: those of each
   * place that has one of them alone. Infinite where such a figure is known.
   */
  double loss(int one, int other, double[] lossOfPlaces) {
    double loss = 0;
    for (int place : chains.get(one)) {
      loss += isIn(other, place) ? 0 : lossOfPlaces[place];
    }
    for (int place : chains.get(other)) {
      loss += isIn(one, place) ? 0 : lossOfPlaces[place];
    }
    return loss;
  }

  /** What is lost in each place if the figures of some groups move there. */
  double[] losses(int[] moving) {
    double[] losses = new double[sumsOf.size()];
    for (int place = 0; place < losses.length; place++) {
      losses[place] = loss(place, moving);
    }
    return losses;
  }

  /** What is lost in one place. */
  double loss(int place, int[] moving) {
    double loss = 0;
    for (int group : moving) {
      loss += loss(sumsOf.get(place)[group]);
    }
    return loss;
  }

  private static double loss(Sum sum) {
    if (sum == null) {
      return 0;
    }
    if (sum.isKnown()) {
      return Double.POSITIVE_INFINITY;
    }
    return sum.withheld ? 0 : sum.information();
  }
}
