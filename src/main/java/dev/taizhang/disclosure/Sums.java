package dev.taizhang.disclosure;

import static java.util.stream.Collectors.toCollection;

import dev.taizhang.reference.PublicationPolicy;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Everything that is said of a cohort, now and before, as sums over the same people. */
final class Sums {

  final List<People> people = new ArrayList<>();
  final List<Sum> sums = new ArrayList<>();

  /** The people of the cohort as it speaks now are the first so many; the others spoke before. */
  int speaking;

  /** Whether earlier releases say something, perhaps of other people together. */
  boolean spokeBefore;

  private final Map<String, Integer> indexOfPeople = new HashMap<>();
  private final Map<IntBuffer, Sum> sumOfMembers = new HashMap<>();

  /** Index of each sum that a part of the people is in. */
  int[][] sumsOfPeople;

  /** Codes of the universities, in their order. */
  final List<String> universities = new ArrayList<>();

  /** Index of the university of each part of the people. */
  int[] universityOfPeople;

  /** Index of the discipline of each part of the people, of as many. */
  int[] disciplineOfPeople;

  int disciplines;

  /** How many graduates and how many placed each university has. */
  long[] graduatesOf;

  long[] placedOf;

  private Sums() {}

  static Sums of(
      Population population,
      List<Earlier> earlier,
      PublicationPolicy policy,
      Predicate<Figure> planned) {
    Sums sums = new Sums();
    sums.addAll(population);
    sums.speaking = sums.people.size();
    sums.spokeBefore = !earlier.isEmpty();
    earlier.forEach(release -> sums.addAll(release.population()));
    sums.addFigures(population, policy, planned);
    earlier.forEach(sums::addEarlier);
    sums.index();
    return sums;
  }

  private void addAll(Population population) {
    population.people().stream()
        .filter(part -> part.graduates() > 0)
        .sorted(Comparator.comparing(People::key))
        .forEach(
            part -> {
              Integer before = indexOfPeople.putIfAbsent(part.key(), people.size());
              if (before == null) {
                people.add(part);
              }
            });
  }

  private void addFigures(
      Population population, PublicationPolicy policy, Predicate<Figure> planned) {
    for (Entry<Figure, List<Integer>> told : membersOf(population).entrySet()) {
      Figure figure = told.getKey();
      if (figure.isOfAll()) {
        sum(told.getValue()).ofAll = true;
      }
      if (planned.test(figure)) {
        Sum sum = sum(told.getValue());
        sum.figures.add(figure);
        if (!policy.showsCounts(figure.group(), sum.graduates, sum.placed)) {
          sum.primary |= !figure.isOfAll();
          sum.withheld = true;
        }
      }
    }
  }

  private void addEarlier(Earlier release) {
    for (Entry<Figure, List<Integer>> told : membersOf(release.population()).entrySet()) {
      Verdict verdict = release.verdicts().get(told.getKey());
      if (told.getKey().isOfAll()) {
        sum(told.getValue()).ofAll = true;
      } else if (verdict == Verdict.SHOWN) {
        sum(told.getValue()).shownEarlier = true;
      } else if (verdict != null) {
        Sum sum = sum(told.getValue());
        sum.withheldEarlier = true;
        sum.withheld = true;
      }
    }
  }

  private SortedMap<Figure, List<Integer>> membersOf(Population population) {
    SortedMap<Figure, List<Integer>> members = new TreeMap<>();
    for (People part : population.people()) {
      Integer index = indexOfPeople.get(part.key());
      if (index != null) {
        for (Level level : Level.values()) {
          String place = level.placeOf(part);
          add(members, population.figure(level, place, Figure.ALL), index);
          part.groups().forEach(g -> add(members, population.figure(level, place, g), index));
        }
      }
    }
    members.values().forEach(indices -> indices.sort(Comparator.naturalOrder()));
    return members;
  }

  private static void add(SortedMap<Figure, List<Integer>> members, Figure figure, int index) {
    members.computeIfAbsent(figure, told -> new ArrayList<>()).add(index);
  }

  private Sum sum(List<Integer> indices) {
    int[] members = indices.stream().mapToInt(Integer::intValue).toArray();
    return sumOfMembers.computeIfAbsent(
        IntBuffer.wrap(members),
        key -> {
          long graduates = Arrays.stream(members).mapToLong(this::graduates).sum();
          long placed = Arrays.stream(members).mapToLong(this::placed).sum();
          Sum sum = new Sum(sums.size(), members, graduates, placed);
          sums.add(sum);
          return sum;
        });
  }

  private void index() {
    List<List<Integer>> lists = new ArrayList<>();
    people.forEach(part -> lists.add(new ArrayList<>()));
    sums.forEach(sum -> Arrays.stream(sum.members).forEach(a -> lists.get(a).add(sum.index)));
    sumsOfPeople =
        lists.stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    universities.addAll(
        people.stream().map(People::universityCode).collect(toCollection(TreeSet::new)));
    universityOfPeople =
        people.stream()
            .mapToInt(part -> Collections.binarySearch(universities, part.universityCode()))
            .toArray();
    Map<String, Integer> indexOfDiscipline = new HashMap<>();
    disciplineOfPeople =
        people.stream()
            .map(Level.DISCIPLINE::placeOf)
            .mapToInt(
                code -> indexOfDiscipline.computeIfAbsent(code, key -> indexOfDiscipline.size()))
            .toArray();
    disciplines = indexOfDiscipline.size();
    graduatesOf = new long[universities.size()];
    placedOf = new long[universities.size()];
    for (int index = 0; index < people.size(); index++) {
      graduatesOf[universityOfPeople[index]] += graduates(index);
      placedOf[universityOfPeople[index]] += placed(index);
    }
  }

  /** What a vector of moves makes of all sums. */
  Witness witness(SortedMap<Integer, Long> moves) {
    SortedMap<Integer, Long> changes = new TreeMap<>();
    SortedSet<Integer> moved = new TreeSet<>();
    moves.forEach(
        (index, move) -> {
          moved.add(universityOfPeople[index]);
          for (int sum : sumsOfPeople[index]) {
            changes.merge(sum, move, Long::sum);
          }
        });
    changes.values().removeIf(change -> change == 0);
    return new Witness(moves, changes, moved);
  }

  long graduates(int index) {
    return people.get(index).graduates();
  }

  long placed(int index) {
    return people.get(index).placed();
  }
}
