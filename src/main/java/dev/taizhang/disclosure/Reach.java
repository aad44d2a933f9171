package dev.taizhang.disclosure;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Where moves of people of one combination can end that begin at a university or discipline. A move
 * there is made up for at another university of the same discipline, that at another discipline of
 * the same university, and so on; only the two ends do not stay as they are.
 */
final class Reach {

  private static final int NOBODY = -1;

  private final Places places;
  private final int start;
  private final int sign;
  private final int[] reachedBy;

  /** From a start that is to have more placed (1) or fewer (-1) of a combination. */
  Reach(Places places, Layers layers, int layer, int start, int sign, Moves moves) {
    this.places = places;
    this.start = start;
    this.sign = sign;
    reachedBy = new int[places.ends()];
    Arrays.fill(reachedBy, NOBODY);
    Deque<Integer> waiting = new ArrayDeque<>();
    waiting.add(start);
    while (!waiting.isEmpty()) {
      int from = waiting.poll();
      for (int people : layers.people(layer, from)) {
        int to = other(from, people);
        if (to != start && reachedBy[to] == NOBODY && moves.room(people, signFrom(from)) > 0) {
          reachedBy[to] = people;
          waiting.add(to);
        }
      }
    }
  }

  private int other(int end, int people) {
    return places.isUniversity(end) ? places.discipline(people) : places.university(people);
  }

  private int signFrom(int end) {
    return places.isUniversity(end) == places.isUniversity(start) ? sign : -sign;
  }

  boolean reaches(int end) {
    return reachedBy[end] != NOBODY;
  }

  /** How many can move on the way to an end. */
  long room(int end, Moves moves) {
    long room = Long.MAX_VALUE;
    for (int at = end; at != start; at = other(at, reachedBy[at])) {
      int people = reachedBy[at];
      room = Math.min(room, moves.room(people, signFrom(other(at, people))));
    }
    return room;
  }

  /** Moves so many on the way to an end. */
  void move(int end, long amount, Moves moves) {
    for (int at = end; at != start; at = other(at, reachedBy[at])) {
      int people = reachedBy[at];
      moves.add(people, signFrom(other(at, people)) * amount);
    }
  }
}
