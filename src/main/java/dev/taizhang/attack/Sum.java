package dev.taizhang.attack;

/** Bounds of a sum of unknowns, which are named by their places in a {@link Knowledge}. */
final class Sum {

  private final int[] members;
  private final long lowest;
  private final long highest;

  Sum(int[] members, long lowest, long highest) {
    if (lowest > highest) {
      throw new ContradictionException(
          "A sum of %d unknowns is at least %d and at most %d"
              .formatted(members.length, lowest, highest));
    }
    this.members = members;
    this.lowest = lowest;
    this.highest = highest;
  }

  int[] members() {
    return members;
  }

  long lowest() {
    return lowest;
  }

  long highest() {
    return highest;
  }

  static long of(int[] members, long[] values) {
    long sum = 0;
    for (int member : members) {
      sum += values[member];
    }
    return sum;
  }

  static double of(int[] members, double[] values) {
    double sum = 0;
    for (int member : members) {
      sum += values[member];
    }
    return sum;
  }
}
