package dev.taizhang.synthetic;

import java.time.LocalDate;

/**
 * How placement goes through the year of a cohort: slowly through winter and spring, with a jump
 * from June to August, and slower again until the end of the year.
 */
final class Season {

  /** A day that never comes. */
  static final int NEVER = Integer.MAX_VALUE;

  // Day before or after 31 August, and the share of all graduates that are placed by then.
  private static final double[][] PLACED = {
    {-365, 0.002},
    {-304, 0.02},
    {-243, 0.075},
    {-184, 0.14},
    {-153, 0.20},
    {-123, 0.30},
    {-92, 0.455},
    {-77, 0.56},
    {-62, 0.655},
    {-47, 0.735},
    {-31, 0.79},
    {0, 0.861},
    {31, 0.891},
    {61, 0.916},
    {91, 0.932},
    {122, 0.946},
    {200, 0.955}
  };
  // Day before or after 31 August, and the share of the unplaced whose outcome is left blank.
  private static final double[][] BLANK = {
    {-365, 0.85}, {-184, 0.55}, {-92, 0.22}, {-62, 0.10}, {0, 0.03}, {122, 0.01}, {200, 0.01}
  };
  private static final int FIRST = -365;
  private static final int LAST = 200;

  private final int origin;
  private final int summer;
  private final double[] hazard = new double[LAST - FIRST + 1];

  Season(int cohort) {
    origin = day(LocalDate.of(cohort, 8, 31));
    summer = day(LocalDate.of(cohort, 7, 1));
    for (int i = 0; i < hazard.length; i++) {
      hazard[i] = -StrictMath.log(1 - at(PLACED, FIRST + i));
    }
  }

  /** A date as a number. */
  static int day(LocalDate date) {
    return (int) date.toEpochDay();
  }

  /** Linear between the points. */
  private static double at(double[][] points, double x) {
    int i = 1;
    while (i < points.length - 1 && points[i][0] < x) {
      i++;
    }
    double[] before = points[i - 1];
    double[] after = points[i];
    double share = (x - before[0]) / (after[0] - before[0]);
    return before[1] + StrictMath.max(0, StrictMath.min(1, share)) * (after[1] - before[1]);
  }

  /**
   * The day of placement of somebody whose hazard is a multiple of the usual one.
   *
   * @param luck uniform above 0 to 1
   * @param pace multiple of the usual hazard
   * @param latePace further multiple from 1 July on
   * @return the day, or {@link #NEVER}
   */
  int placement(double luck, double pace, double latePace) {
    double needed = -StrictMath.log(luck) / pace;
    double untilSummer = hazard[summer - origin - FIRST];
    if (needed > untilSummer) {
      needed = untilSummer + (needed - untilSummer) / latePace;
    }
    if (hazard[hazard.length - 1] < needed) {
      return NEVER;
    }
    int low = 0;
    int high = hazard.length - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (hazard[middle] >= needed) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return origin + FIRST + low;
  }

  /** Share of the unplaced whose outcome is still left blank on a day. */
  double blankShare(int day) {
    return at(BLANK, day - origin);
  }

  /** The first of July, on which most have left their university. */
  int summer() {
    return summer;
  }
}
