package dev.taizhang.figures.courses;

import java.io.Serializable;

/**
 * Counts courses, whatever of them. Counts of different graduates can be merged, and grow with what
 * is told apart and not with people.
 *
 * @param <C> the counts
 */
public interface CourseCounts<C extends CourseCounts<C>> extends Serializable {

  /** Whether there is anything to tell of a cohort on a date. */
  boolean isTold(Watch watch);

  /**
   * The first day whose state is looked at.
   *
   * @return {@link Integer#MIN_VALUE} where all that was before counts too
   */
  int firstDay(Watch watch);

  /** The last day whose state is looked at. */
  int lastDay(Watch watch);

  /** Whether it matters which lists name somebody who is in a state all the time. */
  default boolean needsFindings(State state) {
    return false;
  }

  /** Counts a graduate as seen on a date. */
  void add(Course course, Watch watch);

  /** Adds the counts of other graduates. */
  C merge(C others);
}
