package dev.taizhang.figures.courses;

import static java.util.Objects.requireNonNull;

import dev.taizhang.figures.FieldCode;
import dev.taizhang.figures.Hardship;
import dev.taizhang.tables.GraduationDay;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * What a graduate is counted by.
 *
 * @param degreeLevel level of the degree
 * @param discipline discipline of the major
 * @param graduationDate 毕业时间 in days since 1970; null where the ledger says nothing
 * @param baseline hardship as known at graduation
 */
public record Traits(
    String degreeLevel, FieldCode discipline, Integer graduationDate, Hardship baseline)
    implements Serializable {

  public Traits {
    requireNonNull(degreeLevel, "degreeLevel");
    requireNonNull(discipline, "discipline");
    requireNonNull(baseline, "baseline");
  }

  /** The graduation day, in days since 1970. */
  public int graduationDay(int graduationYear) {
    LocalDate stated = graduationDate == null ? null : LocalDate.ofEpochDay(graduationDate);
    return (int) GraduationDay.of(graduationYear, stated).toEpochDay();
  }
}
