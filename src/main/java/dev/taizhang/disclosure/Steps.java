package dev.taizhang.disclosure;

import java.util.Arrays;
import java.util.Set;

/**
 * From which university or discipline moves of people of one combination lead to which others, one
 * step at a time and as far as they go.
 */
final class Steps {

  private final long[][] steps;

  /** Ends that people may go to, a bit each: not the universities whose people stay. */
  private final long[] open;

  private final long[][] reached;

  /** Of people as they have moved so far. */
  Steps(Places places, Layers layers, int layer, int sign, Moves moves) {
    int ends = places.ends();
    steps = new long[ends][];
    open = new long[(ends + Long.SIZE - 1) / Long.SIZE];
    reached = new long[ends][];
    Arrays.fill(open, -1);
    for (int from = 0; from < ends; from++) {
      steps[from] = new long[open.length];
      boolean university = places.isUniversity(from);
      for (int people : layers.people(layer, from)) {
        if (moves.room(people, university ? sign : -sign) > 0) {
          int to = university ? places.discipline(people) : places.university(people);
          steps[from][to / Long.SIZE] |= 1L << to;
        }
      }
    }
  }

  private Steps(Steps all, Set<Integer> staying) {
    steps = all.steps;
    open = all.open.clone();
    reached = new long[steps.length][];
    for (int university : staying) {
      open[university / Long.SIZE] &= ~(1L << university);
      reached[university] = new long[open.length];
    }
  }

  /** The same, but that the people of some universities stay. */
  Steps without(Set<Integer> staying) {
    return staying.isEmpty() ? this : new Steps(this, staying);
  }

  /** Ends that are reached from an end, a bit each. */
  long[] from(int start) {
    if (reached[start] == null) {
      reached[start] = reach(start);
    }
    return reached[start];
  }

  private long[] reach(int start) {
    long[] all = new long[open.length];
    for (int word = 0; word < all.length; word++) {
      all[word] = steps[start][word] & open[word];
    }
    long[] waiting = all.clone();
    int word = 0;
    while (word < waiting.length) {
      if (waiting[word] == 0) {
        word++;
      } else {
        int next = word * Long.SIZE + Long.numberOfTrailingZeros(waiting[word]);
        waiting[word] &= waiting[word] - 1;
        int first = word;
        for (int other = 0; other < all.length; other++) {
          long found = steps[next][other] & open[other] & ~all[other];
          all[other] |= found;
          waiting[other] |= found;
          if (found != 0 && other < first) {
            first = other;
          }
        }
        word = first;
      }
    }
    return all;
  }
}
