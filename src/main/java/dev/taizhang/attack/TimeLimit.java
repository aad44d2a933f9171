package dev.taizhang.attack;

import java.time.Duration;

/** Until when an attack may ask what takes long. What it has not asked by then stays undecided. */
public final class TimeLimit {

  private static final TimeLimit NONE = new TimeLimit(Long.MAX_VALUE);

  private final long nanoseconds;
  private final long start = System.nanoTime();

  private TimeLimit(long nanoseconds) {
    this.nanoseconds = nanoseconds;
  }

  /** Time enough for everything. */
  public static TimeLimit none() {
    return NONE;
  }

  /** So long from now on. */
  public static TimeLimit of(Duration duration) {
    return new TimeLimit(duration.toNanos());
  }

  boolean isOver() {
    return left() <= 0;
  }

  /** What is left, at least one. */
  long milliseconds() {
    return Math.max(1, Duration.ofNanos(left()).toMillis());
  }

  private long left() {
    return nanoseconds - (System.nanoTime() - start);
  }
}
