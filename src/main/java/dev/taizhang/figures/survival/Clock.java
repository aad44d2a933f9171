package dev.taizhang.figures.survival;

import dev.taizhang.figures.courses.Course;
import dev.taizhang.figures.courses.Placement;
import dev.taizhang.figures.courses.Traits;
import dev.taizhang.figures.courses.Watch;
import dev.taizhang.tables.TimeToPlacement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** From when on the days until a placement are counted, and for whom. */
enum Clock {
  /** From 1 January of the graduation year, for everybody. */
  CALENDAR(TimeToPlacement.CALENDAR) {
    @Override
    int start(int graduationYear, Traits traits) {
      return (int) LocalDate.of(graduationYear, 1, 1).toEpochDay();
    }

    @Override
    boolean isFor(List<Placement> placements, int start) {
      return true;
    }

    @Override
    boolean counts(Placement placement, int start) {
      return true;
    }
  },
  /** From the graduation day, for whoever is unplaced on it. */
  GRADUATION(TimeToPlacement.GRADUATION) {
    @Override
    int start(int graduationYear, Traits traits) {
      return traits.graduationDay(graduationYear);
    }

    @Override
    boolean isFor(List<Placement> placements, int start) {
      return placements.stream().noneMatch(one -> one.holdsOn(start));
    }

    @Override
    boolean counts(Placement placement, int start) {
      return placement.day() > start;
    }
  };

  private static final List<Integer> DAYS_SINCE_GRADUATION = List.of(0, 30, 60, 90, 180, 365);

  /** Ends of months from January to two years after the graduation year, while cohorts live. */
  private static final int MONTHS = 36;

  private final String word;

  Clock(String word) {
    this.word = word;
  }

  /** What the tables call it. */
  String word() {
    return word;
  }

  /** Its day 0, in days since 1970. */
  abstract int start(int graduationYear, Traits traits);

  /** Whether a graduate with these placements is watched from its start on. */
  abstract boolean isFor(List<Placement> placements, int start);

  /** Whether a placement ends the wait. */
  abstract boolean counts(Placement placement, int start);

  /** The days that the figures tell: ends of months, or days since graduation. */
  IntStream days(int graduationYear) {
    if (this == GRADUATION) {
      return DAYS_SINCE_GRADUATION.stream().mapToInt(Integer::intValue);
    }
    LocalDate start = LocalDate.of(graduationYear, 1, 1);
    return IntStream.concat(
        IntStream.of(0),
        IntStream.range(0, MONTHS)
            .map(
                month ->
                    (int)
                        (YearMonth.from(start).plusMonths(month).atEndOfMonth().toEpochDay()
                            - start.toEpochDay())));
  }

  /**
   * How long a graduate waits by it; empty where they are not watched from its start on.
   *
   * @param course of the graduate
   * @param told what it tells of placements
   */
  Optional<Waiting> waiting(Course course, Watch watch, PlacementsTold told) {
    OptionalInt until = told.watchedUntil();
    if (!told.isOfTheCohort() || until.isEmpty()) {
      return Optional.empty();
    }
    Traits traits = course.traitsOn(watch.lastSlice()).orElseThrow();
    int start = start(watch.graduationYear(), traits);
    List<Placement> seen =
        told.placements().stream().filter(one -> one.toldOn() <= until.getAsInt()).toList();
    if (until.getAsInt() < start || !isFor(seen, start)) {
      return Optional.empty();
    }
    OptionalInt lost =
        told.losses().stream()
            .mapToInt(Integer::intValue)
            .filter(day -> day > start && day <= until.getAsInt())
            .map(day -> day - start)
            .findFirst();
    return Optional.of(
        seen.stream()
            .filter(one -> counts(one, start))
            .findFirst()
            .map(one -> Waiting.ended(one, start, firstDay(), until.getAsInt() - start, lost))
            .orElseGet(() -> Waiting.going(until.getAsInt() - start, lost)));
  }

  /** The first day on which a placement can end the wait. */
  private int firstDay() {
    return this == GRADUATION ? 1 : 0;
  }
}
