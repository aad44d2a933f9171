package dev.taizhang.reference;

import java.util.Map;

/**
 * How figures leave the house.
 *
 * @param name what a job calls it by
 * @param titles what it is called, by language ({@code zh}, {@code en})
 * @param rounding how counts are rounded
 * @param minimumCount of a hardship group fewer placed or fewer unplaced graduates are withheld
 *     (without rounding: all of the figure; with it: the rate)
 * @param minimumDenominator without rounding: figures of {@code all} of fewer graduates are
 *     withheld; with it: rates of fewer graduates are
 * @param ratesFrom what rates are computed from
 * @param departures where it departs from the rule that it is named after, by language; empty where
 *     it is named after none
 * @param source where the rule stands
 */
public record PublicationPolicy(
    String name,
    Map<String, String> titles,
    Rounding rounding,
    long minimumCount,
    long minimumDenominator,
    RatesFrom ratesFrom,
    Map<String, String> departures,
    String source) {

  /** The policy of a job that names none. */
  public static final String DEFAULT = "suppress";

  /** The policy that withholds nothing. */
  public static final String INTERNAL = "internal";

  private static final String ALL = "all";

  /** What rates are computed from. */
  public enum RatesFrom {
    EXACT,
    ROUNDED
  }

  public PublicationPolicy {
    titles = Map.copyOf(titles);
    departures = Map.copyOf(departures);
    if (minimumCount < 0 || minimumDenominator < 0) {
      throw new IllegalArgumentException(
          "The minima of policy %s are 0 or more, not %d and %d."
              .formatted(name, minimumCount, minimumDenominator));
    }
    boolean rounds = rounding != Rounding.NONE;
    if (rounds != (ratesFrom == RatesFrom.ROUNDED)) {
      throw new IllegalArgumentException(
          "Policy %s must compute rates from %s counts, since exact rates give exact counts away."
              .formatted(name, rounds ? "rounded" : "exact"));
    }
    if (!rounds && !name.equals(INTERNAL) && (minimumCount < 1 || minimumDenominator < 1)) {
      throw new IllegalArgumentException(
          "Policy %s neither rounds nor withholds; only internal may.".formatted(name));
    }
  }

  /** Whether counts are rounded. */
  public boolean rounds() {
    return rounding != Rounding.NONE;
  }

  /** Whether everything leaves as it is. */
  public boolean withholdsNothing() {
    return !rounds() && minimumCount == 0 && minimumDenominator == 0;
  }

  /** Whether the counts of a figure may be shown by themselves, rounded or not. */
  public boolean showsCounts(String group, long graduates, long placed) {
    if (rounds()) {
      return group.equals(ALL) || leavesOpen(graduates, placed);
    }
    if (group.equals(ALL)) {
      return graduates >= minimumDenominator;
    }
    // Nobody tells anything; everybody placed and nobody placed tell everybody's outcome.
    return graduates == 0
        || (placed >= minimumCount && graduates - placed >= minimumCount)
        || withholdsNothing();
  }

  /** Whether the rate of a figure whose counts are shown may be shown too. */
  public boolean showsRate(String group, long graduates, long placed) {
    if (!rounds()) {
      return showsCounts(group, graduates, placed);
    }
    return graduates >= minimumDenominator
        // The rate is of the rounded denominator, which may be the smaller one.
        && rounding.of(graduates) >= minimumDenominator
        && placed >= minimumCount
        && graduates - placed >= minimumCount
        && rounding.of(placed) > 0
        && rounding.of(graduates) > rounding.of(placed);
  }

  /** A rounded count of a group of known size must leave as many counts open as it rounds over. */
  private boolean leavesOpen(long graduates, long placed) {
    long shown = rounding.of(placed);
    long open = Math.min(rounding.highest(shown), graduates) - rounding.lowest(shown) + 1;
    return open >= Math.min(rounding.base(), graduates + 1);
  }
}
