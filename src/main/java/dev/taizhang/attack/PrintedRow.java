package dev.taizhang.attack;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A row of a published table: a figure's counts as they are printed, and what is printed of their
 * share.
 *
 * @param figure the figure
 * @param placed the count as it is printed, rounded or not; empty where withheld
 * @param graduates the size as it is printed
 * @param rate the rate from 0 to 1, where it is printed
 * @param low its lower limit, where it is printed
 * @param high its upper limit, where it is printed
 * @param decimals decimals of the rate that are printed
 */
public record PrintedRow(
    PublishedFigure figure,
    OptionalLong placed,
    OptionalLong graduates,
    OptionalDouble rate,
    OptionalDouble low,
    OptionalDouble high,
    int decimals) {

  /** Whether anything is printed that was computed from the counts. */
  boolean isDerivedShown() {
    return rate.isPresent() || low.isPresent() || high.isPresent();
  }

  /** Whether what is printed follows from the counts that are printed, and so says nothing new. */
  boolean followsFromPrintedCounts() {
    return placed.isPresent()
        && graduates.isPresent()
        && graduates.getAsLong() > 0
        && PrintedRates.possibleNumerators(graduates.getAsLong(), rate, low, high, decimals)
            .contains(placed.getAsLong());
  }

  /** The true numerators that it can come from, within what the figure itself says. */
  List<Long> possibleNumerators(long size) {
    return PrintedRates.possibleNumerators(size, rate, low, high, decimals).stream()
        .filter(
            count -> figure.lowestPlaced().isEmpty() || count >= figure.lowestPlaced().getAsLong())
        .filter(
            count ->
                figure.highestPlaced().isEmpty() || count <= figure.highestPlaced().getAsLong())
        .toList();
  }
}
