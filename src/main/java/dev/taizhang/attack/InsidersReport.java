package dev.taizhang.attack;

import java.util.List;

/**
 * What insiders of each university find out, one after another.
 *
 * @param insiders how many insiders
 * @param attacked pairs of an insider and a figure that were attacked
 * @param settledByMoves pairs that moves of a few universities showed to be wide enough
 * @param others attacks by insiders on the figures that remained
 * @param programmes linear programmes solved in all
 * @param seconds how long it took
 */
public record InsidersReport(
    int insiders,
    long attacked,
    long settledByMoves,
    List<AttackReport> others,
    long programmes,
    double seconds) {

  public InsidersReport {
    others = List.copyOf(others);
  }

  /** Figures that give somebody away to an insider. */
  public List<Breach> breaches() {
    return others.stream().flatMap(report -> report.breaches().stream()).toList();
  }
}
