package dev.taizhang.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The last weeks of a season beside early ones.
 *
 * @param early three runs of one whole week each, the first ones from week 3 on: in the first two,
 *     tables are made that are only added to later
 * @param late the last three
 */
record SeasonGrowth(List<WeeklyRun> early, List<WeeklyRun> late) {

  /** The name of the line of whole processes. */
  static final String PROCESS = "whole process";

  private static final int FIRST_WEEK = 3;
  private static final int NEIGHBOURS = 3;

  /**
   * A step early and late.
   *
   * @param step its name
   * @param early median of the early weeks, in seconds
   * @param late median of the late weeks, in seconds
   * @param earlyWeek the middle one of the early weeks, in seconds
   * @param lastWeek the last week, in seconds
   */
  record Line(String step, double early, double late, double earlyWeek, double lastWeek) {

    /** Seconds that were added. */
    double added() {
      return late - early;
    }

    /** Whether any of these runs made the step. */
    boolean isMade() {
      return early > 0 || late > 0 || earlyWeek > 0 || lastWeek > 0;
    }
  }

  /** Early and late runs of a season; empty where there are less than three to compare. */
  static Optional<SeasonGrowth> of(List<WeeklyRun> runs) {
    List<WeeklyRun> compared =
        runs.stream()
            .filter(WeeklyRun::isOneWholeWeek)
            .filter(run -> run.week() >= FIRST_WEEK)
            .toList();
    int count = compared.size();
    return count < NEIGHBOURS
        ? Optional.empty()
        : Optional.of(
            new SeasonGrowth(
                compared.subList(0, NEIGHBOURS), compared.subList(count - NEIGHBOURS, count)));
  }

  /** The middle one of the early weeks: week 4, where each week was a whole run. */
  WeeklyRun earlyWeek() {
    return early.get(NEIGHBOURS / 2);
  }

  WeeklyRun lastWeek() {
    return late.get(NEIGHBOURS - 1);
  }

  /** A step early and late. */
  Line step(String name) {
    return line(name, run -> run.seconds(name));
  }

  /** The whole process early and late. */
  Line process() {
    return line(PROCESS, WeeklyRun::seconds);
  }

  private Line line(String name, ToDoubleFunction<WeeklyRun> seconds) {
    return new Line(
        name,
        median(early, seconds),
        median(late, seconds),
        seconds.applyAsDouble(earlyWeek()),
        seconds.applyAsDouble(lastWeek()));
  }

  private static double median(List<WeeklyRun> runs, ToDoubleFunction<WeeklyRun> seconds) {
    return Distribution.of(runs.stream().map(run -> seconds.applyAsDouble(run)).toList()).median();
  }

  /** Bytes that a week adds to the warehouse, in the mean from the early week to the last. */
  long bytesPerWeek(ToLongFunction<Footprint> bytes) {
    int weeks = lastWeek().week() - earlyWeek().week();
    return (bytes.applyAsLong(lastWeek().footprint()) - bytes.applyAsLong(earlyWeek().footprint()))
        / Math.max(1, weeks);
  }
}
