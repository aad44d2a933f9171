package dev.taizhang.disclosure;

import java.util.List;

/**
 * What it took to protect a cohort.
 *
 * @param figures planned figures
 * @param primary figures that are withheld for what they say themselves
 * @param complements figures that are withheld for what they would say together with others
 * @param republished complements that were chosen and shown again, since others do
 * @param exchanged sums that were withheld and for which exchanges of people alone were looked for
 * @param programmed sums for which linear programmes were asked, since exchanges did not do
 * @param programmes linear programmes solved
 * @param fractional programmes whose answer would move parts of people, and was not used
 * @param insiders pairs of a withheld sum and a university's insider that were looked at
 * @param earlier releases of the cohort that had been given out before
 * @param open withheld figures of which more may be known than is allowed, whatever is withheld
 *     now: an earlier release said it, or nothing was found that shows otherwise
 * @param seconds time that it took
 */
public record ProtectionReport(
    long figures,
    long primary,
    long complements,
    long republished,
    long exchanged,
    long programmed,
    long programmes,
    long fractional,
    long insiders,
    long earlier,
    List<Figure> open,
    double seconds) {

  public ProtectionReport {
    open = List.copyOf(open);
  }
}
