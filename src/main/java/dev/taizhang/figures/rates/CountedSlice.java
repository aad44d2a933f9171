package dev.taizhang.figures.rates;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Whose graduates a cell counts: a university's cohort as one date's slice has it.
 *
 * @param universityCode the university
 * @param graduationYear the cohort
 * @param snapshotDate date of the slice
 */
public record CountedSlice(String universityCode, int graduationYear, LocalDate snapshotDate)
    implements Serializable {

  public CountedSlice {
    requireNonNull(universityCode, "universityCode");
    requireNonNull(snapshotDate, "snapshotDate");
  }
}
