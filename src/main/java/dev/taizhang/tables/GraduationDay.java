package dev.taizhang.tables;

import java.time.LocalDate;
import java.time.Month;

/**
 * The day on which somebody graduates: 毕业时间 where it lies in the school year of the cohort, from 1
 * September before its year to 31 August, and else 1 July of its year, when graduates have left
 * school and the campaign for the unplaced begins.
 */
public final class GraduationDay {

  private GraduationDay() {}

  /**
   * The day.
   *
   * @param graduationYear the cohort
   * @param stated what the ledger says; null where it says nothing
   */
  public static LocalDate of(int graduationYear, LocalDate stated) {
    LocalDate first = LocalDate.of(graduationYear - 1, Month.SEPTEMBER, 1);
    LocalDate next = first.plusYears(1);
    boolean fits = stated != null && !stated.isBefore(first) && stated.isBefore(next);
    return fits ? stated : LocalDate.of(graduationYear, Month.JULY, 1);
  }
}
