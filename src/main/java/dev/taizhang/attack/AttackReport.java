package dev.taizhang.attack;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an attack found, in the order in which the figures were given.
 *
 * @param knowledge what the attacker knew besides what is published, in words
 * @param widths each withheld figure that was attacked
 * @param breaches figures that give somebody away
 * @param settledByMoves figures that were settled by swaps, by moves of a few universities and by a
 *     few sums at a time; the others were asked of everything known at once
 * @param programmes linear programmes solved
 * @param integerSearches searches for whole numbers
 * @param seconds how long it took
 */
public record AttackReport(
    String knowledge,
    List<Width> widths,
    List<Breach> breaches,
    long settledByMoves,
    long programmes,
    long integerSearches,
    double seconds) {

  public AttackReport {
    widths = List.copyOf(widths);
    breaches = List.copyOf(breaches);
  }

  /** How many figures were attacked. */
  public int attacked() {
    return widths.size();
  }

  /** How many figures nobody knows of yet. */
  public long undecided() {
    return checked(Checked.UNDECIDED);
  }

  /** How many figures were checked in that way. */
  public long checked(Checked how) {
    return widths.stream().filter(width -> width.checked() == how).count();
  }

  /** The figure of which the fewest counts are possible. */
  public Optional<Width> weakest() {
    return widths.stream().min(Comparator.comparingLong(Width::feasible));
  }
}
