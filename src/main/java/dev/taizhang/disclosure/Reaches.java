package dev.taizhang.disclosure;

import dev.taizhang.disclosure.Swap.Way;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Where moves of people can end, while one witness is looked for. What is reached before anybody
 * moves is remembered for the next witnesses. It nearly always holds after some have moved as well,
 * so that it is looked at again only where it does not.
 */
final class Reaches {

  /** What is reached before anybody moves, for some insiders. */
  static final class Memory {
    private final Map<Set<Integer>, Steps[]> byInsiders = new HashMap<>();

    private Steps[] of(Set<Integer> insiders, int size) {
      return insiders.size() > 1
          ? new Steps[size]
          : byInsiders.computeIfAbsent(insiders, key -> new Steps[size]);
    }
  }

  private final Places places;
  private final Layers layers;
  private final Moves moves;
  private final Steps[] untouched;
  private final Map<Integer, Steps> again = new HashMap<>();
  private final Set<Integer> moved = new HashSet<>();
  private final Set<Integer> stale = new HashSet<>();

  Reaches(Places places, Layers layers, Moves moves, Set<Integer> insiders, Memory memory) {
    this.places = places;
    this.layers = layers;
    this.moves = moves;
    untouched = memory.of(insiders, layers.count() * 2);
  }

  /** Ends that are reached from an end, a bit each. */
  long[] ends(int layer, int sign, int start) {
    int direction = 2 * layer + (sign > 0 ? 1 : 0);
    Steps known = again.get(direction);
    if (known == null && (stale.contains(layer) || !moved.contains(layer))) {
      known = untouched[direction];
    }
    if (known == null) {
      known = new Steps(places, layers, layer, sign, moves);
      if (moved.contains(layer)) {
        again.put(direction, known);
      } else {
        untouched[direction] = known;
      }
    }
    return known.from(start);
  }

  /** The way there. */
  Reach reach(int layer, int sign, int start, int end) {
    return new Reach(places, layers, layer, start, end, sign, moves);
  }

  /** People have moved, so that others may be able to and some not any more. */
  void takeNote(int people) {
    moved.add(layers.layerOf(people));
    stale.add(layers.layerOf(people));
  }

  /** Looks again at combinations whose people have moved since, and tells whether there are any. */
  boolean isRefreshed(Way way) {
    boolean refreshed = false;
    for (int position = 0; position < way.size(); position++) {
      int layer = way.layer(position);
      if (stale.remove(layer)) {
        again.remove(2 * layer);
        again.remove(2 * layer + 1);
        refreshed = true;
      }
    }
    return refreshed;
  }
}
