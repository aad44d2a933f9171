package dev.taizhang.flow.change;

import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Slices.Slice;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** The graduates of one university and year. */
public record Cohort(String universityCode, int graduationYear) implements Comparable<Cohort> {

  private static final Comparator<Cohort> ORDER =
      Comparator.comparing(Cohort::graduationYear).thenComparing(Cohort::universityCode);

  public static Cohort of(Row row) {
    return new Cohort(
        row.getAs(Dimensions.UNIVERSITY_CODE.name()),
        row.<Integer>getAs(Dimensions.GRADUATION_YEAR.name()));
  }

  public static Cohort of(Slice slice) {
    return new Cohort(slice.universityCode(), slice.graduationYear());
  }

  public static Cohort of(Speaking speaking) {
    return new Cohort(speaking.universityCode(), speaking.graduationYear());
  }

  @Override
  public int compareTo(Cohort other) {
    return ORDER.compare(this, other);
  }

  /** SQL that the rows of these cohorts fulfil and no others. */
  public static String condition(Collection<Cohort> cohorts) {
    Map<String, Collection<Cohort>> byYear = new TreeMap<>();
    cohorts.forEach(
        cohort ->
            byYear
                .computeIfAbsent(
                    "graduation_year = " + cohort.graduationYear(), year -> new TreeSet<>())
                .add(cohort));
    return any(byYear);
  }

  /** SQL of conditions, each together with the universities that it holds for. */
  public static String any(Map<String, Collection<Cohort>> byCondition) {
    return byCondition.isEmpty()
        ? "false"
        : byCondition.entrySet().stream()
            .map(one -> "(" + one.getKey() + " AND " + universities(one.getValue()) + ")")
            .collect(Collectors.joining(" OR "));
  }

  /** SQL that the rows of these universities fulfil. */
  public static String universities(Collection<Cohort> cohorts) {
    return cohorts.stream()
        .map(Cohort::universityCode)
        .distinct()
        .sorted()
        .map(code -> "'" + code + "'")
        .collect(Collectors.joining(", ", "university_code IN (", ")"));
  }

  @Override
  public String toString() {
    return universityCode + "/" + graduationYear;
  }

  /** The cohort that {@link #toString} names. */
  public static Cohort parse(String text) {
    int slash = text.indexOf('/');
    return new Cohort(text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
  }
}
