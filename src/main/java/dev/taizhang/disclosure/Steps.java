package dev.taizhang.disclosure;

/**
 * From which university or discipline moves of people of one combination lead to which others, one
 * step at a time and as far as they go.
 */
final class Steps {

  private final long[][] steps;
  private final long[][] reached;

  /** Of people as they have moved so far. */
  Steps(Places places, Layers layers, int layer, int sign, Moves moves) {
    int ends = places.ends();
    steps = new long[ends][];
    reached = new long[ends][];
    for (int from = 0; from < ends; from++) {
      steps[from] = new long[(ends + Long.SIZE - 1) / Long.SIZE];
      boolean university = places.isUniversity(from);
      for (int people : layers.people(layer, from)) {
        if (moves.room(people, university ? sign : -sign) > 0) {
          int to = university ? places.discipline(people) : places.university(people);
          steps[from][to / Long.SIZE] |= 1L << to;
        }
      }
    }
  }

  /** Ends that are reached from an end, a bit each. */
  long[] from(int start) {
    if (reached[start] == null) {
      reached[start] = reach(start);
    }
    return reached[start];
  }

  private long[] reach(int start) {
    long[] all = steps[start].clone();
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
          long found = steps[next][other] & ~all[other];
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
