package dev.taizhang.disclosure;

import dev.taizhang.disclosure.Swap.Way;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where moves of people can end, while one witness is looked for. What is reached before anybody
 * moves is remembered for the next witnesses. It nearly always holds after some have moved as well,
 * so that it is looked at again only where it does not.
 */
final class Reaches {

  /** What is reached before anybody moves. */
  static final class Memory {
    private final Places places;
    private final Layers layers;
    private final Moves none;
    private final Steps[] ofAll;
    private final Map<Set<Integer>, Steps[]> byInsiders = new HashMap<>();

    Memory(Places places, Layers layers, Moves none) {
      this.places = places;
      this.layers = layers;
      this.none = none;
      ofAll = new Steps[layers.count() * 2];
    }

    /** For some insiders; who they are together is not remembered. */
    private Steps[] of(Set<Integer> insiders) {
      return insiders.size() > 1
          ? new Steps[ofAll.length]
          : byInsiders.computeIfAbsent(insiders, key -> new Steps[ofAll.length]);
    }

    private Steps ofAll(int layer, int sign) {
      int direction = direction(layer, sign);
      if (ofAll[direction] == null) {
        ofAll[direction] = new Steps(places, layers, layer, sign, none);
      }
      return ofAll[direction];
    }
  }

  private static int direction(int layer, int sign) {
    return 2 * layer + (sign > 0 ? 1 : 0);
  }

  private final Places places;
  private final Layers layers;
  private final Moves moves;
  private final Set<Integer> insiders;
  private final Memory memory;
  private final Steps[] untouched;
  private final Steps[] again;
  private final boolean[] moved;
  private final boolean[] stale;

  Reaches(Places places, Layers layers, Moves moves, Set<Integer> insiders, Memory memory) {
    this.places = places;
    this.layers = layers;
    this.moves = moves;
    this.insiders = insiders;
    this.memory = memory;
    untouched = memory.of(insiders);
    again = new Steps[layers.count() * 2];
    moved = new boolean[layers.count()];
    stale = new boolean[layers.count()];
  }

  /** Ends that are reached from an end, a bit each. */
  long[] ends(int layer, int sign, int start) {
    int direction = direction(layer, sign);
    if (again[direction] != null) {
      return again[direction].from(start);
    }
    if (moved[layer] && !stale[layer]) {
      again[direction] = new Steps(places, layers, layer, sign, moves);
      return again[direction].from(start);
    }
    if (untouched[direction] == null) {
      untouched[direction] = memory.ofAll(layer, sign).without(insiders);
    }
    return untouched[direction].from(start);
  }

  /** The way there. */
  Reach reach(int layer, int sign, int start, int end) {
    return new Reach(places, layers, layer, start, end, sign, moves);
  }

  /** People have moved, so that others may be able to and some not any more. */
  void takeNote(int people) {
    moved[layers.layerOf(people)] = true;
    stale[layers.layerOf(people)] = true;
  }

  /** Looks again at combinations whose people have moved since, and tells whether there are any. */
  boolean isRefreshed(Way way) {
    boolean refreshed = false;
    for (int position = 0; position < way.size(); position++) {
      int layer = way.layer(position);
      if (stale[layer]) {
        stale[layer] = false;
        again[2 * layer] = null;
        again[2 * layer + 1] = null;
        refreshed = true;
      }
    }
    return refreshed;
  }
}
