package dev.taizhang.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The people of each combination of groups, by university and by discipline. Who is of the same
 * combination can move for another where nothing tells universities apart, or disciplines.
 */
final class Layers {

  private final List<Set<String>> combinations = new ArrayList<>();
  private final List<List<List<Integer>>> peopleAt = new ArrayList<>();
  private final int[][][] differences;

  Layers(Sums sums, Places places) {
    Map<Set<String>, Integer> indices = new HashMap<>();
    for (int index = 0; index < sums.speaking; index++) {
      int layer =
          indices.computeIfAbsent(
              sums.people.get(index).groups(),
              groups -> {
                combinations.add(groups);
                List<List<Integer>> at = new ArrayList<>();
                for (int end = 0; end < places.ends(); end++) {
                  at.add(new ArrayList<>());
                }
                peopleAt.add(at);
                return combinations.size() - 1;
              });
      peopleAt.get(layer).get(places.university(index)).add(index);
      peopleAt.get(layer).get(places.discipline(index)).add(index);
    }
    differences = new int[combinations.size()][combinations.size()][];
    for (int one = 0; one < combinations.size(); one++) {
      for (int other = 0; other < combinations.size(); other++) {
        differences[one][other] =
            difference(combinations.get(one), combinations.get(other)).stream()
                .mapToInt(places::group)
                .toArray();
      }
    }
  }

  private static Set<String> difference(Set<String> one, Set<String> other) {
    Set<String> either = new TreeSet<>(one);
    either.addAll(other);
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    either.removeAll(both);
    return either;
  }

  int count() {
    return combinations.size();
  }

  boolean isIn(int layer, String group) {
    return combinations.get(layer).contains(group);
  }

  /** Groups that one combination has and the other has not. */
  int[] difference(int one, int other) {
    return differences[one][other];
  }

  /** People of a combination at a university or in a discipline. */
  List<Integer> people(int layer, int end) {
    return peopleAt.get(layer).get(end);
  }
}
