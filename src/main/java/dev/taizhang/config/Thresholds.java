package dev.taizhang.config;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers that decide readings of the data. They are part of the configuration's fingerprint.
 *
 * @param cohortStartMonth first month whose graduations count for the next year's cohort
 * @param staleAfterDays age of a slice, in days, from which its graduates are shown as stale
 * @param coveredDays greatest age of a slice, in days, at which its university is covered
 * @param reportingShare share of the active universities that must have reported on a date for it
 *     to be the default as-of date
 * @param reportingCadenceDays days within which a university is expected to report once
 * @param destroyedIdentityShare share of a file's ID numbers that end in 000 from which all of them
 *     are taken to be destroyed by a spreadsheet
 * @param minimumWageYuan local minimum wage a month; 0 where none is set, so that none is checked
 * @param officialWindowDays greatest distance, in days, of a slice that speaks on an official date
 *     for which no window was asked for
 * @param holding from where on a slice is taken for a mistake
 */
public record Thresholds(
    int cohortStartMonth,
    int staleAfterDays,
    int coveredDays,
    double reportingShare,
    int reportingCadenceDays,
    double destroyedIdentityShare,
    int minimumWageYuan,
    int officialWindowDays,
    Holding holding) {

  /**
   * Greatest window of an official date. The two official dates of a year are 122 days apart, and a
   * slice speaks on one of them at most.
   */
  public static final int GREATEST_OFFICIAL_WINDOW_DAYS = 60;

  /**
   * The defaults. One valid number in about a thousand ends in 000 by chance, and a spreadsheet
   * destroys all of a column, so a twentieth tells the two apart.
   */
  public static final Thresholds DEFAULT =
      new Thresholds(9, 7, 30, 0.1, 7, 0.05, 0, 2, Holding.DEFAULT);

  public Thresholds {
    List<String> wrong = new ArrayList<>();
    // A cohort that began in January would be the calendar year, which no ledger means.
    require(
        cohortStartMonth >= 2 && cohortStartMonth <= 12,
        "cohort_start_month must be 2 to 12",
        wrong);
    require(staleAfterDays >= 0, "stale_after_days must be 0 or more", wrong);
    require(coveredDays >= staleAfterDays, "covered_days must be at least stale_after_days", wrong);
    require(isShare(reportingShare), "reporting_share must be 0 to 1", wrong);
    require(reportingCadenceDays >= 1, "reporting_cadence_days must be 1 or more", wrong);
    require(minimumWageYuan >= 0, "minimum_wage_yuan must be 0 or more", wrong);
    require(
        officialWindowDays >= 0 && officialWindowDays <= GREATEST_OFFICIAL_WINDOW_DAYS,
        "official_window_days must be 0 to " + GREATEST_OFFICIAL_WINDOW_DAYS,
        wrong);
    require(isShare(destroyedIdentityShare), "destroyed_identity_share must be 0 to 1", wrong);
    holding.check(wrong);
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", wrong));
    }
  }

  /** What of them decides how rows are read; the rest decides what is made of entries. */
  public String ofReading() {
    return String.join(
        "|",
        Integer.toString(cohortStartMonth),
        Double.toString(destroyedIdentityShare),
        Integer.toString(minimumWageYuan));
  }

  static void require(boolean holds, String rule, List<String> wrong) {
    if (!holds) {
      wrong.add(rule);
    }
  }

  static boolean isShare(double share) {
    return share >= 0 && share <= 1;
  }
}
