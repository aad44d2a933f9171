package dev.taizhang.attack;

/**
 * What an attacker is left with of a withheld figure.
 *
 * @param figure the figure
 * @param size how many graduates it speaks of; for an insider, without those of the insider
 * @param lowest the fewest that can be placed
 * @param highest the most that can be placed
 * @param feasible how many counts are possible: those between the ends, less those that were shown
 *     to be impossible
 * @param checked how this was found out
 */
public record Width(
    PublishedFigure figure, long size, long lowest, long highest, long feasible, Checked checked) {

  public Width {
    if (lowest < 0 || highest < lowest || size < highest || feasible < 1) {
      throw new IllegalArgumentException(
          "No width: %d to %d of %d, %d".formatted(lowest, highest, size, feasible));
    }
  }
}
