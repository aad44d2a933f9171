package dev.taizhang.attack;

/**
 * What an attacker must be left with of a figure.
 *
 * @param integers how many counts must be possible, where the figure has as many
 * @param wholeUpTo of a figure of so few open counts none and everyone must be among them
 */
public record Requirement(int integers, long wholeUpTo) {

  public Requirement {
    if (integers < 1) {
      throw new IllegalArgumentException("A count is always possible: " + integers);
    }
  }

  /** Of a withheld figure: ten counts, or all that there are, with none and everyone among them. */
  public static Requirement ofWithheld() {
    return new Requirement(10, Long.MAX_VALUE);
  }

  /** The same, with none and everyone among the counts where they are this far apart or less. */
  public static Requirement ofWithheld(long wholeUpTo) {
    return new Requirement(10, wholeUpTo);
  }

  /** Of a figure that is rounded to a base: as many counts as the base. */
  public static Requirement ofRounded(int base) {
    return new Requirement(base, -1);
  }

  /** How many counts must be possible of a figure of that size, were nothing else known. */
  long integers(long size) {
    return Math.min(integers, size + 1);
  }

  /**
   * Whether what is left is enough.
   *
   * @param lowest the fewest possible
   * @param highest the most possible
   * @param feasible how many counts are possible
   * @param leastKnown the fewest that are possible as far as its own parts tell
   * @param mostKnown the most that are possible as far as its own parts tell
   * @param countsKnown how many counts are possible as far as its own parts tell
   */
  boolean isMet(
      long lowest, long highest, long feasible, long leastKnown, long mostKnown, long countsKnown) {
    boolean wideEnough = feasible >= Math.min(integers, countsKnown);
    return wideEnough
        && (mostKnown - leastKnown > wholeUpTo || (lowest <= leastKnown && highest >= mostKnown));
  }
}
