package dev.taizhang.cells;

import dev.taizhang.figures.Names;
import dev.taizhang.figures.movement.MovementCounts;
import dev.taizhang.figures.movement.Standing;
import dev.taizhang.figures.movement.WeeklySteps;
import dev.taizhang.figures.movement.WeeklySteps.Step;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Counts what {@link StepSides} tells, where the two sides of a graduate's step follow each other.
 */
final class StepMovers {

  private final WeeklySteps steps;
  private final Names names;
  private final MovementCounts counts = new MovementCounts();

  private UTF8String university;
  private String universityCode;
  private int year;
  private UTF8String graduate;
  private Step step;
  private Standing before = Standing.ABSENT;
  private Standing after;

  StepMovers(WeeklySteps steps, Names names) {
    this.steps = steps;
    this.names = names;
  }

  void take(InternalRow row) {
    Standing standing =
        new Standing(
            StepSides.text(row, SideColumn.STATE.ordinal()),
            StepSides.texts(row, SideColumn.HARDSHIP_TAGS.ordinal()),
            StepSides.text(row, SideColumn.HARDSHIP_DETAIL.ordinal()));
    if (row.isNullAt(SideColumn.GRADUATE_ID.ordinal())) {
      String code = row.getUTF8String(SideColumn.UNIVERSITY_CODE.ordinal()).toString();
      int cohort = row.getInt(SideColumn.GRADUATION_YEAR.ordinal());
      counts.add(
          step(code, cohort, row.getInt(SideColumn.AS_OF_DATE.ordinal())),
          names.provinceOf(code),
          cohort,
          standing,
          standing,
          row.getLong(SideColumn.GRADUATES.ordinal()));
      return;
    }
    if (!isOfTheSameStep(row)) {
      countStep();
      begin(row);
    }
    if (row.getBoolean(SideColumn.IS_AFTER.ordinal())) {
      after = standing;
    } else {
      before = standing;
    }
  }

  private boolean isOfTheSameStep(InternalRow row) {
    return step != null
        && row.getInt(SideColumn.AS_OF_DATE.ordinal()) == step.asOf()
        && row.getUTF8String(SideColumn.GRADUATE_ID.ordinal()).equals(graduate)
        && row.getInt(SideColumn.GRADUATION_YEAR.ordinal()) == year
        && row.getUTF8String(SideColumn.UNIVERSITY_CODE.ordinal()).equals(university);
  }

  private void begin(InternalRow row) {
    UTF8String code = row.getUTF8String(SideColumn.UNIVERSITY_CODE.ordinal());
    if (!code.equals(university)) {
      university = code.clone();
      universityCode = code.toString();
    }
    year = row.getInt(SideColumn.GRADUATION_YEAR.ordinal());
    graduate = row.getUTF8String(SideColumn.GRADUATE_ID.ordinal()).clone();
    step = step(universityCode, year, row.getInt(SideColumn.AS_OF_DATE.ordinal()));
    before = Standing.ABSENT;
    after = null;
  }

  private Step step(String code, int cohort, int asOf) {
    List<Step> ofCohort = steps.of(code, cohort);
    return ofCohort.stream().filter(one -> one.asOf() == asOf).findFirst().orElseThrow();
  }

  /** A graduate of whom the end of the step tells nothing has not left: no slice speaks then. */
  private void countStep() {
    if (step != null && after != null) {
      counts.add(step, names.provinceOf(universityCode), year, before, after, 1);
    }
  }

  MovementCounts counted() {
    countStep();
    step = null;
    return counts;
  }
}
