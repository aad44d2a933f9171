package dev.taizhang.cells;

import dev.taizhang.figures.courses.Course;
import dev.taizhang.figures.courses.CourseCounts;
import dev.taizhang.figures.courses.CourseDates;
import dev.taizhang.figures.courses.CourseInterval;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * In a task: counts the courses of graduates whose rows follow each other in order.
 *
 * @param <C> the counts
 */
final class CoursesTogether<C extends CourseCounts<C>> {

  private final CourseDates dates;
  private C counts;

  private UTF8String university;
  private int year;
  private UTF8String graduate;
  private final List<CourseInterval> intervals = new ArrayList<>();
  private final List<Integer> findings = new ArrayList<>();

  CoursesTogether(CourseDates dates, C counts) {
    this.dates = dates;
    this.counts = counts;
  }

  void take(InternalRow row) {
    byte[] counted = CourseRows.counted(row);
    if (counted != null) {
      counts = counts.merge(CountsOnTheWay.counts(counted));
      return;
    }
    if (!isOfTheSame(row)) {
      countGraduate();
      university = CourseRows.universityCode(row).clone();
      year = CourseRows.graduationYear(row);
      graduate = CourseRows.graduateId(row).clone();
    }
    if (CourseRows.isFinding(row)) {
      findings.add(CourseRows.from(row));
    } else {
      intervals.add(CourseRows.interval(row));
    }
  }

  private boolean isOfTheSame(InternalRow row) {
    return CourseRows.graduateId(row).equals(graduate)
        && CourseRows.graduationYear(row) == year
        && CourseRows.universityCode(row).equals(university);
  }

  /** Of whom a list tells and no interval that is looked at, there is nothing to count. */
  private void countGraduate() {
    if (!intervals.isEmpty()) {
      String code = university.toString();
      Course course = new Course(code, year, intervals, findings);
      dates.of(code, year).forEach(watch -> counts.add(course, watch));
    }
    intervals.clear();
    findings.clear();
  }

  C counted() {
    countGraduate();
    return counts;
  }
}
