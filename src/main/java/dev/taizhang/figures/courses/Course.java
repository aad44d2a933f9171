package dev.taizhang.figures.courses;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The course of a graduate.
 *
 * @param university code of the university
 * @param graduationYear the cohort
 * @param intervals what the history tells, in order; those that are looked at
 * @param findings days of the follow-up lists that name the graduate, in order
 */
public record Course(
    String university, int graduationYear, List<CourseInterval> intervals, List<Integer> findings) {

  public Course {
    requireNonNull(university, "university");
    intervals = List.copyOf(intervals);
    findings = List.copyOf(findings);
  }

  /** What holds on a day; empty before the first interval. */
  public Optional<CourseInterval> on(int day) {
    return intervals.stream().filter(one -> one.holdsOn(day)).findFirst();
  }

  /** What the graduate is on a day; absent before the first interval. */
  public State stateOn(int day) {
    return on(day).map(CourseInterval::state).orElse(State.ABSENT);
  }

  /** What the graduate is counted by on a day: by what was told last. */
  public Optional<Traits> traitsOn(int day) {
    return intervals.stream()
        .filter(one -> one.from() <= day && one.traits() != null)
        .reduce((before, after) -> after)
        .map(CourseInterval::traits);
  }

  /**
   * The day of the last word on the graduate: the last slice that tells their state, or a later
   * follow-up list that names them.
   *
   * @param watch with a last slice that the graduate is in
   */
  public int lastWord(Watch watch) {
    int told = on(watch.lastSlice()).orElseThrow().lastTold(watch.lastSlice());
    return findings.stream()
        .mapToInt(Integer::intValue)
        .filter(day -> day <= watch.until())
        .reduce(told, Math::max);
  }
}
