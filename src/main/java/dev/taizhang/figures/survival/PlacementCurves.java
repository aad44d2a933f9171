package dev.taizhang.figures.survival;

import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.courses.CourseDates;
import dev.taizhang.figures.courses.State;
import dev.taizhang.figures.survival.PlacementTimes.Curve;
import dev.taizhang.figures.survival.WaitingTimes.Reading;
import dev.taizhang.statistics.AalenJohansen;
import dev.taizhang.statistics.Interval;
import dev.taizhang.statistics.KaplanMeier;
import dev.taizhang.tables.MedianTimeToPlacement.MedianTime;
import dev.taizhang.tables.TimeToPlacement.PlacedByDay;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The curves of graduates who wait for a placement, and what they amount to.
 *
 * @see <a href="../../../../../../docs/definitions.md">definitions.md, "Time to placement"</a>
 */
public final class PlacementCurves {

  /** To the end of June, or half a year after graduation. */
  private static final int HALF_A_YEAR = 180;

  private static final int YEAR = 365;

  private final Map<Curve, Told> curves = new HashMap<>();

  /** What is told of a curve, by each reading of days. */
  private record Told(
      WaitingTimes times,
      KaplanMeier waiting,
      AalenJohansen causes,
      KaplanMeier earliest,
      KaplanMeier latest) {

    static Told of(WaitingTimes times) {
      return new Told(
          times,
          KaplanMeier.of(times.table(Reading.DAY)),
          AalenJohansen.of(times.table(Reading.DAY)),
          KaplanMeier.of(times.table(Reading.EARLIEST)),
          KaplanMeier.of(times.table(Reading.LATEST)));
    }
  }

  private PlacementCurves() {}

  /** The curves of everything that was counted. */
  public static PlacementCurves of(PlacementTimes times, CourseDates dates, HardshipGroups groups) {
    PlacementCurves curves = new PlacementCurves();
    times
        .byGroup(dates, groups)
        .forEach((curve, waiting) -> curves.curves.put(curve, Told.of(waiting)));
    return curves;
  }

  /** The rows of {@code marts.time_to_placement}: the days of each clock that a curve reaches. */
  public List<PlacedByDay> byDay() {
    return curves.entrySet().stream().flatMap(one -> byDay(one.getKey(), one.getValue())).toList();
  }

  private static Stream<PlacedByDay> byDay(Curve curve, Told told) {
    int lastDay = told.times().lastDay();
    return curve
        .clock()
        .days(curve.period().graduationYear())
        .filter(day -> day <= lastDay)
        .mapToObj(day -> onDay(curve, told, day));
  }

  private static PlacedByDay onDay(Curve curve, Told told, int day) {
    WaitingTimes times = told.times();
    KaplanMeier.Step step = told.waiting().at(day);
    Interval limits = step.limits();
    List<Double> shares = told.causes().at(day);
    return new PlacedByDay(
        curve.period().asOf().date(),
        curve.period().asOf().kind(),
        curve.period().graduationYear(),
        curve.clock().word(),
        curve.cut().degree(),
        curve.cut().discipline().catalogue(),
        curve.cut().discipline().code(),
        curve.cut().province(),
        curve.group(),
        day,
        curve.clock() == Clock.CALENDAR
            ? LocalDate.of(curve.period().graduationYear(), 1, 1).plusDays(day)
            : null,
        times.graduates(),
        times.placed(State.EMPLOYMENT, day),
        times.placed(State.DOMESTIC_STUDY, day),
        times.placed(State.ABROAD, day),
        times.censored(day),
        times.graduates() - times.placed(day) - times.censored(day),
        times.lost(day),
        step.share(),
        limits == null ? null : limits.low(),
        limits == null ? null : limits.high(),
        shares.get(0),
        shares.get(1),
        shares.get(2),
        told.earliest().at(day).share(),
        told.latest().at(day).share());
  }

  /** The rows of {@code marts.median_time_to_placement}: one for each curve. */
  public List<MedianTime> medians() {
    return curves.entrySet().stream().map(one -> median(one.getKey(), one.getValue())).toList();
  }

  private MedianTime median(Curve curve, Told told) {
    WaitingTimes times = told.times();
    Double median = orNull(told.waiting().median());
    Double reference = isCompared(curve) ? reference(curve) : null;
    return new MedianTime(
        curve.period().asOf().date(),
        curve.period().asOf().kind(),
        curve.period().graduationYear(),
        curve.clock().word(),
        curve.cut().degree(),
        curve.cut().discipline().catalogue(),
        curve.cut().discipline().code(),
        curve.cut().province(),
        curve.group(),
        times.graduates(),
        times.placed(Integer.MAX_VALUE),
        times.censored(Integer.MAX_VALUE),
        times.lost(Integer.MAX_VALUE),
        median,
        orNull(told.waiting().medianLow()),
        orNull(told.waiting().medianHigh()),
        orNull(told.earliest().median()),
        orNull(told.latest().median()),
        reference,
        median == null || reference == null ? null : median - reference,
        mean(told, HALF_A_YEAR),
        mean(told, YEAR));
  }

  private static boolean isCompared(Curve curve) {
    return !curve.group().equals(HardshipGroups.ALL) && !curve.group().equals(HardshipGroups.NONE);
  }

  private Double reference(Curve curve) {
    Told others = curves.get(curve.withoutHardship());
    return others == null ? null : orNull(others.waiting().median());
  }

  private static Double mean(Told told, int days) {
    return told.times().lastDay() < days ? null : told.waiting().restrictedMean(days);
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
