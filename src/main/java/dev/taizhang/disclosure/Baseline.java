package dev.taizhang.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Between which counts the placed of a sum must lie for somebody who knows sizes and what is known
 * of everybody in each university and in each discipline.
 */
final class Baseline {

  /** The bounds. */
  record Bounds(long lowest, long highest) {
    long open() {
      return Math.max(0, highest - lowest);
    }

    Bounds and(Bounds other) {
      return new Bounds(Math.max(lowest, other.lowest), Math.min(highest, other.highest));
    }

    /** Of so many people in a place. */
    static Bounds of(long people, long graduates, long placed) {
      return new Bounds(Math.max(0, people - (graduates - placed)), Math.min(people, placed));
    }

    Bounds plus(Bounds other) {
      return new Bounds(lowest + other.lowest, highest + other.highest);
    }

    Bounds less(Bounds other) {
      return new Bounds(lowest - other.lowest, highest - other.highest);
    }
  }

  private static final Bounds NOBODY = new Bounds(0, 0);

  /** What the members of a sum are, by university and by discipline. */
  private final class Members {
    private final Map<Integer, List<Integer>> byUniversity = new HashMap<>();
    private final long[] byDiscipline = new long[disciplines];
    private Bounds universities = NOBODY;

    Members(Sum sum) {
      for (int index : sum.members) {
        byUniversity
            .computeIfAbsent(sums.universityOfPeople[index], key -> new ArrayList<>())
            .add(index);
        byDiscipline[disciplineOf[index]] += sums.graduates(index);
      }
      for (int university : byUniversity.keySet()) {
        universities = universities.plus(ofUniversity(university));
      }
    }

    private Bounds ofUniversity(int university) {
      long people =
          byUniversity.getOrDefault(university, List.of()).stream()
              .mapToLong(sums::graduates)
              .sum();
      return Bounds.of(people, sums.graduatesOf[university], sums.placedOf[university]);
    }

    Bounds bounds() {
      return universities.and(
          ofDisciplines(byDiscipline, new long[disciplines], new long[disciplines]));
    }

    Bounds without(int insider) {
      long[] people = byDiscipline.clone();
      byUniversity
          .getOrDefault(insider, List.of())
          .forEach(index -> people[disciplineOf[index]] -= sums.graduates(index));
      return universities
          .less(ofUniversity(insider))
          .and(ofDisciplines(people, graduatesOfBoth[insider], placedOfBoth[insider]));
    }

    private Bounds ofDisciplines(long[] people, long[] ownGraduates, long[] ownPlaced) {
      Bounds bounds = NOBODY;
      for (int discipline = 0; discipline < disciplines; discipline++) {
        if (people[discipline] > 0) {
          bounds =
              bounds.plus(
                  Bounds.of(
                      people[discipline],
                      graduatesOf[discipline] - ownGraduates[discipline],
                      placedOf[discipline] - ownPlaced[discipline]));
        }
      }
      return bounds;
    }
  }

  private final Sums sums;
  private final int[] disciplineOf;
  private final int disciplines;
  private final long[] graduatesOf;
  private final long[] placedOf;
  private final long[][] graduatesOfBoth;
  private final long[][] placedOfBoth;
  private final Members[] members;

  Baseline(Sums sums) {
    this.sums = sums;
    disciplineOf = sums.disciplineOfPeople;
    disciplines = sums.disciplines;
    graduatesOf = new long[disciplines];
    placedOf = new long[disciplines];
    graduatesOfBoth = new long[sums.universities.size()][disciplines];
    placedOfBoth = new long[sums.universities.size()][disciplines];
    members = new Members[sums.sums.size()];
    for (int index = 0; index < disciplineOf.length; index++) {
      int university = sums.universityOfPeople[index];
      int discipline = disciplineOf[index];
      graduatesOf[discipline] += sums.graduates(index);
      placedOf[discipline] += sums.placed(index);
      graduatesOfBoth[university][discipline] += sums.graduates(index);
      placedOfBoth[university][discipline] += sums.placed(index);
    }
  }

  /** For somebody who knows nobody's outcome. */
  Bounds of(Sum sum) {
    return members(sum).bounds();
  }

  /** Of the members outside of a university, for who knows the outcomes of all of its people. */
  Bounds without(Sum sum, int insider) {
    return members(sum).without(insider);
  }

  private Members members(Sum sum) {
    if (members[sum.index] == null) {
      members[sum.index] = new Members(sum);
    }
    return members[sum.index];
  }
}
