package dev.taizhang.disclosure;

import java.util.List;

/**
 * What it does to groups if placed people of some combinations stand in for as many of others: some
 * have one more, some one fewer, and the rest stay as they are. There may be several ways to it.
 *
 * @param more groups that have one more, a bit each
 * @param fewer groups that have one fewer, a bit each
 * @param waysAt combinations that bring it about, by the university or discipline that has people
 *     of all of them
 */
record Swap(long more, long fewer, List<List<Way>> waysAt) {

  /** Combinations that have one more placed and others that have one fewer. */
  static final class Way {
    private final int[] layers;
    private final int more;
    private final int[] rarestFirst;

    /**
     * A way.
     *
     * @param layers the combinations
     * @param more how many of them, the first ones, have one more
     * @param rarestFirst their positions, fewest graduates first
     */
    Way(int[] layers, int more, int[] rarestFirst) {
      this.layers = layers;
      this.more = more;
      this.rarestFirst = rarestFirst;
    }

    /** Position of the combination that has fewer graduates than all but so many. */
    int rarestFirst(int rank) {
      return rarestFirst[rank];
    }

    int size() {
      return layers.length;
    }

    int layer(int position) {
      return layers[position];
    }

    /** 1 or -1. */
    int sign(int position) {
      return position < more ? 1 : -1;
    }
  }

  /** All groups that move. */
  long groups() {
    return more | fewer;
  }

  /** 1 or -1, or 0 for a group that stays as it is. */
  int sign(int group) {
    if ((more >> group & 1) == 1) {
      return 1;
    }
    return (fewer >> group & 1) == 1 ? -1 : 0;
  }
}
