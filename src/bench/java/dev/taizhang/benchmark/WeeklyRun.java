package dev.taizhang.benchmark;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * The run that took a week in, as measured.
 *
 * @param week the week; the last one where it took in several
 * @param snapshotDate date of the files of that week
 * @param weeks weeks that it took in
 * @param whole whether it did all the work; not so where it carried on what a run that was killed
 *     had begun
 * @param started when its process was started
 * @param files files taken in
 * @param rows rows of these
 * @param seconds from the start of the process to its end
 * @param footprint of the warehouse afterwards
 * @param steps seconds of each step, as {@link StageTimes#seconds} gives them
 */
record WeeklyRun(
    int week,
    LocalDate snapshotDate,
    int weeks,
    boolean whole,
    Instant started,
    int files,
    long rows,
    double seconds,
    Footprint footprint,
    Map<String, Double> steps) {

  WeeklyRun {
    if (week < weeks || weeks < 1 || seconds <= 0) {
      throw new IllegalArgumentException(
          "Not a run: weeks up to %d, %d of them, in %f s".formatted(week, weeks, seconds));
    }
  }

  /** Whether it can be compared with other weeks. */
  boolean isOneWholeWeek() {
    return whole && weeks == 1;
  }

  /** Seconds of a step; 0 where the run did not make it. */
  double seconds(String step) {
    return steps.getOrDefault(step, 0.0);
  }
}
