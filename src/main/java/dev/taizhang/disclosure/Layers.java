package dev.taizhang.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The people of each combination of groups, by university and by discipline. Who is of the same
 * combination can move for another where nothing tells universities apart, or disciplines.
 */
final class Layers {

  private final List<Long> groups = new ArrayList<>();
  private final List<int[][]> peopleAt = new ArrayList<>();
  private final List<Long> graduates = new ArrayList<>();
  private final int[] layerOf;
  private final int ends;

  Layers(Sums sums, Places places) {
    Map<Set<String>, Integer> indices = new HashMap<>();
    List<List<List<Integer>>> lists = new ArrayList<>();
    layerOf = new int[sums.speaking];
    ends = places.ends();
    for (int index = 0; index < sums.speaking; index++) {
      int layer =
          indices.computeIfAbsent(
              sums.people.get(index).groups(),
              told -> {
                groups.add(
                    told.stream()
                        .mapToLong(group -> 1L << places.group(group))
                        .reduce(0, (one, other) -> one | other));
                graduates.add(0L);
                List<List<Integer>> at = new ArrayList<>();
                for (int end = 0; end < places.ends(); end++) {
                  at.add(new ArrayList<>());
                }
                lists.add(at);
                return lists.size() - 1;
              });
      layerOf[index] = layer;
      graduates.set(layer, graduates.get(layer) + sums.graduates(index));
      lists.get(layer).get(places.university(index)).add(index);
      lists.get(layer).get(places.discipline(index)).add(index);
    }
    lists.forEach(
        at ->
            peopleAt.add(
                at.stream()
                    .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                    .toArray(int[][]::new)));
  }

  int count() {
    return peopleAt.size();
  }

  /** Universities and disciplines. */
  int ends() {
    return ends;
  }

  /** Groups of a combination, a bit each. */
  long groups(int layer) {
    return groups.get(layer);
  }

  /** How many graduates are of a combination. */
  long graduates(int layer) {
    return graduates.get(layer);
  }

  /** The combination that people are of. */
  int layerOf(int people) {
    return layerOf[people];
  }

  /** People of a combination at a university or in a discipline. */
  int[] people(int layer, int end) {
    return peopleAt.get(layer)[end];
  }
}
