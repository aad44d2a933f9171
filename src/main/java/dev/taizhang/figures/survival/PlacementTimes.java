package dev.taizhang.figures.survival;

import dev.taizhang.figures.FieldCode;
import dev.taizhang.figures.Hardship;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.Names;
import dev.taizhang.figures.courses.Course;
import dev.taizhang.figures.courses.CourseCounts;
import dev.taizhang.figures.courses.CourseDates;
import dev.taizhang.figures.courses.Traits;
import dev.taizhang.figures.courses.Watch;
import dev.taizhang.tables.Dimensions;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts how long graduates wait for a placement: all of them, and by degree level, by discipline
 * and by province of the university, each for itself. There are about as many counts as cuts, sets
 * of tags and days, however many graduates there are.
 */
public final class PlacementTimes implements CourseCounts<PlacementTimes> {

  @Serial private static final long serialVersionUID = 1;

  private static final List<Clock> CLOCKS = List.of(Clock.values());

  private final Names names;
  private final HashMap<Key, WaitingTimes> times = new HashMap<>();

  /**
   * A cut by one of degree level, discipline and province, or by none.
   *
   * @param degree level of the degree, or all
   * @param discipline discipline of the major, or all
   * @param province province of the university, or all
   */
  record Cut(String degree, FieldCode discipline, String province) implements Serializable {

    static final Cut ALL = new Cut(Dimensions.ALL, FieldCode.ALL, Dimensions.ALL);

    static List<Cut> of(Traits traits, String province) {
      return List.of(
          ALL,
          new Cut(traits.degreeLevel(), FieldCode.ALL, Dimensions.ALL),
          new Cut(Dimensions.ALL, traits.discipline(), Dimensions.ALL),
          new Cut(Dimensions.ALL, FieldCode.ALL, province));
    }
  }

  private record Key(int period, Clock clock, Cut cut, Hardship hardship) implements Serializable {}

  /**
   * The graduates of a hardship group in a cut.
   *
   * @param period as-of date and cohort
   * @param clock from when on days are counted
   * @param cut the cut
   * @param group the hardship group, by baseline tags
   */
  record Curve(CourseDates.Period period, Clock clock, Cut cut, String group) {

    /** Those without hardship in the same cut. */
    Curve withoutHardship() {
      return new Curve(period, clock, cut, HardshipGroups.NONE);
    }
  }

  /** Nobody yet. */
  public PlacementTimes(Names names) {
    this.names = names;
  }

  /**
   * Whether somebody of a cohort is watched: the slice before the one that speaks lies in the
   * graduation year or after it.
   */
  @Override
  public boolean isTold(Watch watch) {
    int newYear = (int) LocalDate.of(watch.graduationYear(), Month.JANUARY, 1).toEpochDay();
    return watch.lastButOne().orElse(Integer.MIN_VALUE) >= newYear;
  }

  @Override
  public int firstDay(Watch watch) {
    return Integer.MIN_VALUE;
  }

  @Override
  public int lastDay(Watch watch) {
    return watch.lastSlice();
  }

  @Override
  public void add(Course course, Watch watch) {
    PlacementsTold told = PlacementsTold.of(course, watch);
    for (Clock clock : CLOCKS) {
      clock.waiting(course, watch, told).ifPresent(waiting -> add(course, watch, clock, waiting));
    }
  }

  private void add(Course course, Watch watch, Clock clock, Waiting waiting) {
    Traits traits = course.traitsOn(watch.lastSlice()).orElseThrow();
    for (Cut cut : Cut.of(traits, names.provinceOf(course.university()))) {
      times
          .computeIfAbsent(
              new Key(watch.period(), clock, cut, traits.baseline()), key -> new WaitingTimes())
          .add(waiting);
    }
  }

  @Override
  public PlacementTimes merge(PlacementTimes others) {
    others.times.forEach((key, some) -> times.merge(key, some, WaitingTimes::merge));
    return this;
  }

  /** By group; groups overlap. */
  Map<Curve, WaitingTimes> byGroup(CourseDates dates, HardshipGroups groups) {
    Map<Curve, WaitingTimes> curves = new HashMap<>();
    times.forEach(
        (key, some) -> {
          CourseDates.Period period = dates.period(key.period());
          for (String group :
              groups.of(key.hardship().tags(), key.hardship().detail(), period.graduationYear())) {
            curves
                .computeIfAbsent(
                    new Curve(period, key.clock(), key.cut(), group), one -> new WaitingTimes())
                .merge(some);
          }
        });
    return curves;
  }
}
