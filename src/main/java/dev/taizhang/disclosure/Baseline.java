package dev.taizhang.disclosure;

import java.util.Map;
import java.util.TreeMap;

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
  }

  /** Graduates and placed of everybody, of a place. */
  private static final class Count {
    long graduates;
    long placed;

    void add(long moreGraduates, long morePlaced) {
      graduates += moreGraduates;
      placed += morePlaced;
    }
  }

  private final Sums sums;
  private final String[] disciplineOf;
  private final Count[] universities;
  private final Map<String, Count> disciplines = new TreeMap<>();
  private final Map<String, Count> disciplinesOfUniversities = new TreeMap<>();

  Baseline(Sums sums) {
    this.sums = sums;
    disciplineOf = new String[sums.people.size()];
    universities = new Count[sums.universities.size()];
    for (int index = 0; index < disciplineOf.length; index++) {
      People people = sums.people.get(index);
      int university = sums.universityOfPeople[index];
      disciplineOf[index] = Level.DISCIPLINE.placeOf(people);
      if (universities[university] == null) {
        universities[university] = new Count();
      }
      universities[university].add(people.graduates(), people.placed());
      disciplines
          .computeIfAbsent(disciplineOf[index], key -> new Count())
          .add(people.graduates(), people.placed());
      disciplinesOfUniversities
          .computeIfAbsent(university + " " + disciplineOf[index], key -> new Count())
          .add(people.graduates(), people.placed());
    }
  }

  /** For somebody who knows nobody's outcome. */
  Bounds of(Sum sum) {
    return without(sum, -1);
  }

  /** Of the members outside of a university, for who knows the outcomes of all of its people. */
  Bounds without(Sum sum, int insider) {
    Map<Integer, Long> byUniversity = new TreeMap<>();
    Map<String, Long> byDiscipline = new TreeMap<>();
    for (int index : sum.members) {
      int university = sums.universityOfPeople[index];
      if (university != insider) {
        byUniversity.merge(university, sums.graduates(index), Long::sum);
        byDiscipline.merge(disciplineOf[index], sums.graduates(index), Long::sum);
      }
    }
    long low = 0;
    long high = 0;
    for (Map.Entry<Integer, Long> part : byUniversity.entrySet()) {
      Count count = universities[part.getKey()];
      low += Math.max(0, part.getValue() - (count.graduates - count.placed));
      high += Math.min(part.getValue(), count.placed);
    }
    long lowest = 0;
    long highest = 0;
    for (Map.Entry<String, Long> part : byDiscipline.entrySet()) {
      Count count = disciplines.get(part.getKey());
      Count own = disciplinesOfUniversities.get(insider + " " + part.getKey());
      long placed = count.placed - (own == null ? 0 : own.placed);
      long graduates = count.graduates - (own == null ? 0 : own.graduates);
      lowest += Math.max(0, part.getValue() - (graduates - placed));
      highest += Math.min(part.getValue(), placed);
    }
    return new Bounds(low, high).and(new Bounds(lowest, highest));
  }
}
