package dev.taizhang.attack;

import java.util.List;
import java.util.OptionalLong;

/**
 * What insiders of each university find out, one after another.
 *
 * @param insiders how many insiders
 * @param attacked pairs of an insider and a figure that were attacked
 * @param settledByMoves pairs that swaps and moves of a few universities showed to be wide enough
 * @param smallestBySwaps fewest counts that were found of one of these
 * @param others attacks by insiders on the figures that remained
 * @param programmes linear programmes solved in all
 * @param seconds how long it took
 */
public record InsidersReport(
    int insiders,
    long attacked,
    long settledByMoves,
    OptionalLong smallestBySwaps,
    List<AttackReport> others,
    long programmes,
    double seconds) {

  public InsidersReport {
    others = List.copyOf(others);
  }

  /** Pairs that nobody knows of yet. */
  public long undecided() {
    return others.stream().mapToLong(AttackReport::undecided).sum();
  }

  /** Figures that give somebody away to an insider. */
  public List<Breach> breaches() {
    return others.stream().flatMap(report -> report.breaches().stream()).toList();
  }
}
