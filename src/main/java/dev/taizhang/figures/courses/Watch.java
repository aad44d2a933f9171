package dev.taizhang.figures.courses;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * A cohort as seen on an as-of date: its slices in force up to the one that speaks. Days are days
 * since 1970. Nothing later is looked at, so that the figures of a date stay what they were.
 */
public final class Watch implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  private final int period;
  private final int graduationYear;
  private final int asOf;
  private final int[] slices;

  /**
   * A cohort on a date.
   *
   * @param period number of the as-of date and cohort's year
   * @param graduationYear the cohort's year
   * @param asOf the as-of date
   * @param slices days of the slices in order, of which the last one speaks; at least one
   */
  public Watch(int period, int graduationYear, int asOf, List<Integer> slices) {
    if (slices.isEmpty()) {
      throw new IllegalArgumentException("No slice speaks");
    }
    this.period = period;
    this.graduationYear = graduationYear;
    this.asOf = asOf;
    this.slices = slices.stream().mapToInt(Integer::intValue).toArray();
  }

  public int period() {
    return period;
  }

  public int graduationYear() {
    return graduationYear;
  }

  /** The as-of date, or the slice that speaks where it came after an official one. */
  public int until() {
    return Math.max(asOf, lastSlice());
  }

  /** The as-of date. */
  public int asOf() {
    return asOf;
  }

  /** The slice that speaks. */
  public int lastSlice() {
    return slices[slices.length - 1];
  }

  /** The slice before the one that speaks. */
  public OptionalInt lastButOne() {
    return slices.length == 1 ? OptionalInt.empty() : OptionalInt.of(slices[slices.length - 2]);
  }

  /** The last slice on or before a day. */
  public OptionalInt sliceAt(int day) {
    int found = Arrays.binarySearch(slices, day);
    int at = found >= 0 ? found : -found - 2;
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(slices[at]);
  }

  /** The first slice on or after a day. */
  public OptionalInt sliceFrom(int day) {
    int found = Arrays.binarySearch(slices, day);
    int at = found >= 0 ? found : -found - 1;
    return at == slices.length ? OptionalInt.empty() : OptionalInt.of(slices[at]);
  }
}
