package dev.taizhang.disclosure;

import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who is placed in another outcome and is not, and the other way round; grows move by move. */
final class Moves {

  private final Sums sums;
  private final boolean[] stays;
  private final long[] moves;
  private final SortedSet<Integer> moved = new TreeSet<>();

  /** None yet; people of the insiders' universities never move. */
  Moves(Sums sums, Set<Integer> insiders) {
    this.sums = sums;
    stays = new boolean[sums.universities.size()];
    insiders.forEach(insider -> stays[insider] = true);
    moves = new long[sums.speaking];
  }

  /** How many more can move up (1) or down (-1). */
  long room(int people, int sign) {
    if (stays[sums.universityOfPeople[people]]) {
      return 0;
    }
    long placed = sums.placed(people) + moves[people];
    return sign > 0 ? sums.graduates(people) - placed : placed;
  }

  void add(int people, long move) {
    moves[people] += move;
    moved.add(people);
  }

  /** What all the moves make. */
  Witness witness() {
    SortedMap<Integer, Long> told = new TreeMap<>();
    for (int people : moved) {
      if (moves[people] != 0) {
        told.put(people, moves[people]);
      }
    }
    return sums.witness(told);
  }
}
