package dev.taizhang.figures.survival;

import dev.taizhang.figures.courses.Placement;
import dev.taizhang.figures.courses.State;
import java.util.OptionalInt;

/**
 * How long a graduate waits for a placement. Days are those since the beginning of a clock.
 *
 * @param cause into what the graduate was placed; null where the wait goes on
 * @param earliest the earliest day that can be read
 * @param day the day that is read; where the wait goes on, the last day on which it is watched
 * @param latest the latest day that can be read
 * @param until the last day on which the graduate's news would be known
 * @param lostOn the first day on which a placed graduate is told unplaced; empty where there is
 *     none
 */
record Waiting(State cause, int earliest, int day, int latest, int until, OptionalInt lostOn) {

  /**
   * The wait until a placement.
   *
   * @param start day 0 of the clock, in days since 1970
   * @param first the first day on which a placement can end the wait
   */
  static Waiting ended(Placement placement, int start, int first, int until, OptionalInt lostOn) {
    return new Waiting(
        placement.cause(),
        Math.max(first, placement.earliest() - start),
        Math.max(first, placement.day() - start),
        Math.max(first, placement.latest() - start),
        until,
        lostOn);
  }

  /** A wait that goes on. */
  static Waiting going(int until, OptionalInt lostOn) {
    return new Waiting(null, until, until, until, until, lostOn);
  }
}
