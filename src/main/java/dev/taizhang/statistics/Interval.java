package dev.taizhang.statistics;

/**
 * A confidence interval.
 *
 * @param low its lower limit
 * @param high its upper limit, at least {@code low}
 */
public record Interval(double low, double high) {

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("Not an interval: " + low + " to " + high);
    }
  }
}
