package dev.taizhang.cells;

import dev.taizhang.cells.CourseFigures.Empty;
import dev.taizhang.figures.courses.Course;
import dev.taizhang.figures.courses.CourseCounts;
import dev.taizhang.figures.courses.CourseDates;
import dev.taizhang.figures.courses.CourseInterval;
import dev.taizhang.figures.courses.Watch;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * In a task: counts whoever's interval is all that is looked at, leaves out what is not looked at,
 * and gives the other rows on. What was counted comes last, in a row of its own.
 *
 * @param <C> the counts
 */
final class CoursesAlone<C extends CourseCounts<C>> implements Iterator<InternalRow> {

  private final Iterator<InternalRow> rows;
  private final CourseDates dates;
  private final boolean withFindings;
  private final C counts;
  private boolean hasCounted;
  private boolean isGivenOn;
  private InternalRow next;

  private UTF8String university;
  private String universityCode;
  private int year;
  private List<Window> windows = List.of();

  /** The days of a watch whose states are looked at. */
  private record Window(Watch watch, int first, int last) {

    boolean isLookedAt(int from, int to) {
      return from <= last && to > first;
    }

    boolean isAllOf(int from, int to) {
      return from <= first && to > last;
    }
  }

  /**
   * Of the rows of a task.
   *
   * @param withFindings whether some rows are days of lists that name graduates
   */
  CoursesAlone(
      Iterator<InternalRow> rows, CourseDates dates, Empty<C> empty, boolean withFindings) {
    this.rows = rows;
    this.dates = dates;
    this.counts = empty.counts();
    this.withFindings = withFindings;
  }

  @Override
  public boolean hasNext() {
    while (next == null && rows.hasNext()) {
      InternalRow row = rows.next();
      if (!isDoneWith(row)) {
        next = CourseRows.givenOn(row);
      }
    }
    if (next == null && hasCounted && !isGivenOn) {
      isGivenOn = true;
      next = CourseRows.counted(CountsOnTheWay.bytes(counts));
    }
    return next != null;
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    InternalRow given = next;
    next = null;
    return given;
  }

  private boolean isDoneWith(InternalRow row) {
    comeTo(row);
    int from = CourseRows.from(row);
    if (CourseRows.isFinding(row)) {
      // A word before the slice that speaks is one on whoever that slice carries on.
      return windows.stream().noneMatch(window -> from <= window.last());
    }
    int to = CourseRows.to(row);
    if (windows.stream().noneMatch(window -> window.isLookedAt(from, to))) {
      return true;
    }
    int since = CourseRows.isFirst(row) ? Integer.MIN_VALUE : from;
    return windows.stream().allMatch(window -> window.isAllOf(since, to))
        && isCounted(CourseRows.interval(row));
  }

  /** Counts whoever has no other interval, unless lists that name them may matter. */
  private boolean isCounted(CourseInterval interval) {
    if (withFindings && counts.needsFindings(interval.state())) {
      return false;
    }
    Course course = new Course(universityCode, year, List.of(interval), List.of());
    windows.forEach(window -> counts.add(course, window.watch()));
    hasCounted = true;
    return true;
  }

  private void comeTo(InternalRow row) {
    UTF8String own = CourseRows.universityCode(row);
    int ownYear = CourseRows.graduationYear(row);
    if (ownYear != year || !own.equals(university)) {
      university = own.clone();
      universityCode = own.toString();
      year = ownYear;
      windows = dates.of(universityCode, year).stream().map(this::window).toList();
    }
  }

  private Window window(Watch watch) {
    return new Window(watch, counts.firstDay(watch), counts.lastDay(watch));
  }
}
