package dev.taizhang.disclosure;

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

  /** So few universities have a programme of some milliseconds, and enough people to move. */
  static final int UNIVERSITIES = 14;

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

  /** Universities of one prefecture that stand together. */
  List<SortedSet<Integer>> neighbours() {
    List<SortedSet<Integer>> all = new ArrayList<>();
    for (List<Integer> prefecture : prefectures) {
      int parts = parts(prefecture.size());
      for (int part = 0; part < parts; part++) {
        all.add(
            new TreeSet<>(
                prefecture.subList(
                    part * prefecture.size() / parts, (part + 1) * prefecture.size() / parts)));
      }
    }
    return all;
  }

  /** Universities of as many prefectures as there are places. */
  List<SortedSet<Integer>> mixed() {
    List<Integer> ordered = new ArrayList<>();
    int longest = prefectures.stream().mapToInt(List::size).max().orElse(0);
    for (int rank = 0; rank < longest; rank++) {
      for (List<Integer> prefecture : prefectures) {
        if (rank < prefecture.size()) {
          ordered.add(prefecture.get(rank));
        }
      }
    }
    List<SortedSet<Integer>> all = new ArrayList<>();
    int parts = parts(ordered.size());
    for (int part = 0; part < parts; part++) {
      all.add(
          new TreeSet<>(
              ordered.subList(part * ordered.size() / parts, (part + 1) * ordered.size() / parts)));
    }
    return all;
  }

  private static int parts(int size) {
    return (size + UNIVERSITIES - 1) / UNIVERSITIES;
  }

  /**
   * Parts of a neighbourhood such that for any two universities one part has the first and lacks
   * the second: two of three thirds each, by each digit of their places.
   */
  static List<SortedSet<Integer>> parting(SortedSet<Integer> neighbourhood) {
    List<Integer> ordered = List.copyOf(neighbourhood);
    List<SortedSet<Integer>> parts = new ArrayList<>();
    for (int weight = 1; weight < ordered.size(); weight *= 3) {
      for (int left = 0; left < 3; left++) {
        SortedSet<Integer> part = new TreeSet<>();
        for (int at = 0; at < ordered.size(); at++) {
          if (at / weight % 3 != left) {
            part.add(ordered.get(at));
          }
        }
        parts.add(part);
      }
    }
    return parts;
  }

  /** All universities of a sum, and others near them until there are enough. */
  SortedSet<Integer> near(Sum target, int enough) {
    SortedSet<Integer> chosen = universitiesOf(target);
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

  SortedSet<Integer> universitiesOf(Sum sum) {
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
