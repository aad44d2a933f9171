package dev.taizhang.config;

/**
 * The numbers that decide readings of the data. They are part of the configuration's fingerprint.
 *
 * @param cohortStartMonth first month whose graduations count for the next year's cohort
 * @param staleAfterDays age of a slice, in days, from which its graduates are shown as stale
 * @param coveredDays greatest age of a slice, in days, at which its university is covered
 * @param reportingShare share of the active universities that must have reported on a date for it
 *     to be the default as-of date
 * @param destroyedIdentityShare share of a file's ID numbers that end in 000 from which all of them
 *     are taken to be destroyed by a spreadsheet
 */
public record Thresholds(
    int cohortStartMonth,
    int staleAfterDays,
    int coveredDays,
    double reportingShare,
    double destroyedIdentityShare) {

  /**
   * The defaults. One valid number in about a thousand ends in 000 by chance, and a spreadsheet
   * destroys all of a column, so a twentieth tells the two apart.
   */
  public static final Thresholds DEFAULT = new Thresholds(9, 7, 30, 0.1, 0.05);

  public Thresholds {
    if (cohortStartMonth < 2 || cohortStartMonth > 12) {
      throw new IllegalArgumentException("Not a month from February on: " + cohortStartMonth);
    }
  }
}
