package dev.taizhang.figures.courses;

import dev.taizhang.figures.FieldCode;
import dev.taizhang.figures.Hardship;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Courses as they are written down: what each slice tells in turn, parted by blanks. {@code 70} and
 * the like are outcomes, {@code ?} an outcome that is not known, {@code -} a slice without the
 * graduate, and {@code 10/0612} an outcome registered on 12 June of the graduation year.
 */
public final class InventedCourses {

  public static final int YEAR = 2025;
  public static final Hardship NONE = new Hardship(List.of(), "none");
  public static final Traits TRAITS = traits(NONE, null);

  private InventedCourses() {}

  /** Bachelors of engineering. */
  public static Traits traits(Hardship baseline, LocalDate graduationDate) {
    return new Traits(
        "bachelor",
        new FieldCode("academic", "08"),
        graduationDate == null ? null : (int) graduationDate.toEpochDay(),
        baseline);
  }

  /** A day of the graduation year. */
  public static int day(int month, int day) {
    return (int) LocalDate.of(YEAR, month, day).toEpochDay();
  }

  /** Slices of every week from a day on. */
  public static List<Integer> weekly(int first, int number) {
    List<Integer> slices = new ArrayList<>();
    for (int week = 0; week < number; week++) {
      slices.add(first + 7 * week);
    }
    return slices;
  }

  /** A cohort of which the last of these slices speaks. */
  public static Watch watch(List<Integer> slices) {
    return new Watch(0, YEAR, slices.get(slices.size() - 1), slices);
  }

  public static Course course(List<Integer> slices, String told) {
    return course("90001", slices, told, TRAITS);
  }

  /** The course that slices tell, one word for each; what they do not change goes on. */
  public static Course course(String university, List<Integer> slices, String told, Traits traits) {
    String[] words = told.split(" ", -1);
    if (words.length != slices.size()) {
      throw new IllegalArgumentException(words.length + " words for " + slices.size() + " slices");
    }
    List<CourseInterval> intervals = new ArrayList<>();
    for (int at = 0; at < words.length; at++) {
      String before = at == 0 ? "-" : words[at - 1];
      if (!words[at].equals(before)) {
        int end = at;
        while (end < words.length && words[end].equals(words[at])) {
          end++;
        }
        int to = end == words.length ? CourseInterval.OPEN : slices.get(end);
        intervals.add(interval(slices.get(at), to, words[at], traits));
      }
    }
    return new Course(university, YEAR, intervals, List.of());
  }

  /** An interval. */
  public static CourseInterval interval(int from, int to, String word, Traits traits) {
    String[] parts = word.split("/", -1);
    boolean isAbsent = word.equals("-");
    String outcome = parts[0].equals("?") ? null : parts[0];
    return new CourseInterval(
        from,
        to,
        isAbsent ? State.ABSENT : State.of(outcome),
        parts.length == 1
            ? null
            : day(
                Integer.parseInt(parts[1].substring(0, 2)),
                Integer.parseInt(parts[1].substring(2))),
        Map.of(),
        isAbsent ? null : Objects.requireNonNull(traits));
  }
}
