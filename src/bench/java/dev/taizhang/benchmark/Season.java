package dev.taizhang.benchmark;

import dev.taizhang.reference.ReferenceData;
import java.time.LocalDate;

/**
 * The ledgers that the universities of one province send week by week, of graduates of one year.
 * Every university sends all its graduates every week, of whom a few are in another state than the
 * week before.
 *
 * @param universities that report
 * @param graduates of all of them, in shares that differ by one at most
 */
record Season(int universities, int graduates) {

  /** Sunday of week 1, so that week 52 is 31 August 2025, on which 初次 figures are made. */
  private static final LocalDate FIRST_SNAPSHOT = LocalDate.of(2024, 9, 8);

  /** Weeks after it are not to be had: they would be in 2027, and files are not of the future. */
  static final int GREATEST_WEEK = 100;

  Season {
    if (universities < 1 || graduates < universities * Cohort.DEFECTS) {
      throw new IllegalArgumentException(
          "At least one university, and %d graduates in each for one of each defect."
              .formatted(Cohort.DEFECTS));
    }
  }

  /** The date in the names of a week's files. */
  LocalDate snapshotDate(int week) {
    return FIRST_SNAPSHOT.plusWeeks(week - 1L);
  }

  /** Rows of a university, counted from 0, in every week. */
  int rows(int university) {
    return graduates / universities + (university < graduates % universities ? 1 : 0);
  }

  /** What a university, counted from 0, sends in a week, counted from 1. */
  WeeklyLedger ledger(ReferenceData reference, int university, int week) {
    return new WeeklyLedger(
        reference,
        new Cohort(reference, Roster.universityCode(university), rows(university)),
        week);
  }

  /**
   * What a run has to take in.
   *
   * @param filesBefore files that it knows already
   * @param reporting universities with new files, the first ones
   * @param weeks weeks of which they have one
   */
  Intaken intaken(int filesBefore, int reporting, int weeks) {
    long rows = 0;
    long quarantined = 0;
    for (int university = 0; university < reporting; university++) {
      rows += rows(university);
      quarantined += Cohort.quarantined(rows(university));
    }
    int files = reporting * weeks;
    return new Intaken(filesBefore + files, files, rows * weeks, quarantined * weeks);
  }
}
