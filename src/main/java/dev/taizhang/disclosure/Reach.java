package dev.taizhang.disclosure;

import java.util.Arrays;

/**
 * How moves of people of one combination get from a university or discipline to another. A move at
 * the start is made up for at another university of the same discipline, that at another discipline
 * of the same university, and so on; only the two ends do not stay as they are.
 */
final class Reach {

  private static final int NOBODY = -1;

  private final Places places;
  private final int start;
  private final int end;
  private final int sign;
  private final int[] reachedBy;

  /** Takes note of people on a way, and whether one more (1) or one fewer (-1) is placed. */
  interface Steps {
    void add(int people, int sign);
  }

  /**
   * Looks for the shortest way.
   *
   * @param sign whether one more (1) or one fewer (-1) of the people is placed on the way from a
   *     university to a discipline; on the way back it is the other way round
   */
  Reach(Places places, Layers layers, int layer, int start, int end, int sign, Moves moves) {
    this.places = places;
    this.start = start;
    this.end = end;
    this.sign = sign;
    reachedBy = new int[places.ends()];
    Arrays.fill(reachedBy, NOBODY);
    int[] waiting = new int[places.ends() + 1];
    waiting[0] = start;
    int last = 0;
    for (int first = 0; first <= last && !isFound(); first++) {
      int from = waiting[first];
      for (int people : layers.people(layer, from)) {
        int to = other(from, people);
        if (to != start && reachedBy[to] == NOBODY && moves.room(people, signFrom(from)) > 0) {
          reachedBy[to] = people;
          waiting[++last] = to;
        }
      }
    }
  }

  private int other(int end, int people) {
    return places.isUniversity(end) ? places.discipline(people) : places.university(people);
  }

  boolean isFound() {
    return reachedBy[end] != NOBODY;
  }

  private int signFrom(int end) {
    return places.isUniversity(end) ? sign : -sign;
  }

  /** People on the way, the last ones first. */
  void way(Steps steps) {
    for (int at = end; at != start; ) {
      int people = reachedBy[at];
      at = other(at, people);
      steps.add(people, signFrom(at));
    }
  }
}
