package dev.taizhang.figures.campaign;

import dev.taizhang.figures.courses.Watch;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** When a cohort's campaign is looked at. Days are days since 1970. */
final class CampaignMonths {

  private CampaignMonths() {}

  /** The ends of July to December that the as-of date has reached. */
  static List<Integer> ends(Watch watch) {
    return IntStream.rangeClosed(Month.JULY.getValue(), Month.DECEMBER.getValue())
        .map(month -> (int) YearMonth.of(watch.graduationYear(), month).atEndOfMonth().toEpochDay())
        .filter(day -> day <= watch.asOf())
        .boxed()
        .toList();
  }

  /**
   * The slice that speaks for a month's end: on the as-of date the one that speaks for all figures,
   * which on an official date may be a later one.
   */
  static int sliceAt(Watch watch, int end) {
    return end == watch.asOf() ? watch.lastSlice() : watch.sliceAt(end).orElseThrow();
  }

  /**
   * The slice that speaks for 1 July: the last one until then, or else the first one of July; empty
   * where there is none.
   */
  static OptionalInt first(Watch watch) {
    int july = (int) LocalDate.of(watch.graduationYear(), Month.JULY, 1).toEpochDay();
    int august = (int) LocalDate.of(watch.graduationYear(), Month.AUGUST, 1).toEpochDay();
    OptionalInt before = watch.sliceAt(july);
    return before.isPresent()
        ? before
        : watch.sliceFrom(july).stream().filter(slice -> slice < august).findFirst();
  }

  /** Whether there is anything to tell of it. */
  static boolean isTold(Watch watch) {
    return !ends(watch).isEmpty() && first(watch).isPresent();
  }
}
