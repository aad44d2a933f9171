package dev.taizhang.disclosure;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Where to look for witnesses: a few universities each, since a linear programme over all of them
 * takes hundred times as long and moves no more.
 */
final class Neighbourhoods {

  private final Sums sums;
  private final int[][] peopleOf;
  private final List<List<Integer>> prefectures;

  Neighbourhoods(Sums sums) {
    this.sums = sums;
    int universities = sums.universities.size();
    peopleOf = new int[universities][];
    for (int university = 0; university < universities; university++) {
      int wanted = university;
      peopleOf[university] =
          IntStream.range(0, sums.people.size())
              .filter(index -> sums.universityOfPeople[index] == wanted)
              .toArray();
    }
    SortedMap<String, List<Integer>> byPrefecture = new TreeMap<>();
    for (int university = 0; university < universities; university++) {
      String prefecture = sums.people.get(peopleOf[university][0]).prefectureCode();
      byPrefecture.computeIfAbsent(prefecture, key -> new ArrayList<>()).add(university);
    }
    prefectures = List.copyOf(byPrefecture.values());
  }

  /** Universities of a sum, and others near them until there are enough. */
  SortedSet<Integer> near(Sum target, int enough) {
    SortedSet<Integer> chosen =
        universitiesOf(target).stream().limit(enough).collect(toCollection(TreeSet::new));
    fill(chosen, enough);
    return chosen;
  }

  private void fill(SortedSet<Integer> chosen, int enough) {
    List<List<Integer>> nearFirst = new ArrayList<>(prefectures);
    SortedSet<Integer> start = new TreeSet<>(chosen);
    nearFirst.sort(
        Comparator.comparing(
            prefecture -> prefecture.stream().noneMatch(one -> start.contains(one)) ? 1 : 0));
    for (List<Integer> prefecture : nearFirst) {
      for (int university : prefecture) {
        if (chosen.size() >= enough) {
          return;
        }
        chosen.add(university);
      }
    }
  }

  private SortedSet<Integer> universitiesOf(Sum sum) {
    SortedSet<Integer> universities = new TreeSet<>();
    Arrays.stream(sum.members).forEach(index -> universities.add(sums.universityOfPeople[index]));
    return universities;
  }

  /** Everywhere. */
  SortedSet<Integer> whole() {
    SortedSet<Integer> all = new TreeSet<>();
    for (List<Integer> prefecture : prefectures) {
      all.addAll(prefecture);
    }
    return all;
  }

  /** The people of universities. */
  int[] people(SortedSet<Integer> universities) {
    return universities.stream()
        .flatMapToInt(university -> Arrays.stream(peopleOf[university]))
        .sorted()
        .toArray();
  }
}
