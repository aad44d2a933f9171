package dev.taizhang.reference;

import java.io.Serializable;

/**
 * A tag that makes its bearers a national key group (重点群体) in some cohorts.
 *
 * @param tag the hardship tag
 * @param fromYear first graduation year
 * @param toYear last graduation year; {@link Integer#MAX_VALUE} while it is in force
 */
public record KeyGroup(String tag, int fromYear, int toYear) implements Serializable {

  public KeyGroup {
    if (fromYear > toYear) {
      throw new IllegalArgumentException("Key group " + tag + " ends before it begins.");
    }
  }

  /** Whether the graduates of a year are among its cohorts. */
  public boolean includes(int graduationYear) {
    return fromYear <= graduationYear && graduationYear <= toYear;
  }
}
