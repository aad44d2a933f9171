package dev.taizhang.disclosure;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * What is shown or withheld as a whole: graduates, placed and unplaced of one group in one place,
 * and all that derives from them.
 *
 * @param asOfDate the date that it speaks of
 * @param asOfKind {@code plain} or {@code official}
 * @param graduationYear the cohort
 * @param level what it is cut by
 * @param code {@code all}, a region's six digits, a university's code, or catalogue and code of a
 *     discipline joined by a colon
 * @param group the hardship group
 */
public record Figure(
    LocalDate asOfDate, String asOfKind, int graduationYear, Level level, String code, String group)
    implements Comparable<Figure> {

  /** The group of everybody, and the place of everything. */
  public static final String ALL = "all";

  private static final Comparator<Figure> ORDER =
      Comparator.comparing(Figure::asOfDate)
          .thenComparing(Figure::asOfKind)
          .thenComparing(Figure::graduationYear)
          .thenComparing(Figure::level)
          .thenComparing(Figure::code)
          .thenComparing(Figure::group);

  @Override
  public int compareTo(Figure other) {
    return ORDER.compare(this, other);
  }

  boolean isOfAll() {
    return group.equals(ALL);
  }
}
