package dev.taizhang.figures.reporting;

import dev.taizhang.reference.ExpectedGraduates;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rows of the slices that speak, held against the roster: of the cohorts that a slice speaks for,
 * and of the cohort of the year, whether one does or not.
 */
final class Coverage {

  /** Accepted rows by university, as-of date and cohort. */
  private final Map<UniversityAt, Map<Integer, Long>> rows;

  private final Map<Cohort, Long> expected;

  private Coverage(Map<UniversityAt, Map<Integer, Long>> rows, Map<Cohort, Long> expected) {
    this.rows = rows;
    this.expected = expected;
  }

  private record UniversityAt(String university, LocalDate asOf) {}

  private record Cohort(String university, int year) {}

  private record Dated(Cohort cohort, LocalDate date) {}

  /**
   * What a university has and what was expected of it.
   *
   * @param comparedRows of the rows those of cohorts that the roster knows
   * @param expectedGraduates of these cohorts; null where the roster knows none
   */
  record Compared(long rowsInForce, long comparedRows, Long expectedGraduates) {}

  /**
   * Counts the rows.
   *
   * @param speaking who speaks on which date
   * @param slices all of them
   */
  static Coverage of(List<Speaking> speaking, List<Slice> slices, ReferenceData reference) {
    Map<Dated, Long> graduates = new HashMap<>();
    for (Slice slice : slices) {
      if (slice.status().equals(Slices.IN_FORCE)) {
        graduates.merge(
            new Dated(
                new Cohort(slice.universityCode(), slice.graduationYear()), slice.snapshotDate()),
            slice.graduates(),
            Long::sum);
      }
    }
    Map<UniversityAt, Map<Integer, Long>> rows = new HashMap<>();
    for (Speaking one : speaking) {
      Long counted =
          graduates.get(
              new Dated(
                  new Cohort(one.universityCode(), one.graduationYear()), one.snapshotDate()));
      if (counted != null) {
        rows.computeIfAbsent(
                new UniversityAt(one.universityCode(), one.asOfDate()), key -> new TreeMap<>())
            .merge(one.graduationYear(), counted, Long::sum);
      }
    }
    return new Coverage(rows, expected(reference));
  }

  /** The roster's number for each university and cohort. */
  private static Map<Cohort, Long> expected(ReferenceData reference) {
    return reference.expectedGraduates().stream()
        .collect(
            Collectors.groupingBy(
                one -> new Cohort(one.universityCode(), one.graduationYear()),
                Collectors.collectingAndThen(Collectors.toList(), Coverage::ofAllLevels)));
  }

  /** The number for all levels together, or else the sum of those for single levels. */
  private static long ofAllLevels(Collection<ExpectedGraduates> levels) {
    return levels.stream()
        .filter(one -> one.degreeLevel().equals(ExpectedGraduates.ALL_LEVELS))
        .findFirst()
        .map(one -> (long) one.graduates())
        .orElseGet(() -> levels.stream().mapToLong(ExpectedGraduates::graduates).sum());
  }

  /** What a university has on a date. */
  Compared of(String university, LocalDate asOf) {
    Map<Integer, Long> cohorts =
        new TreeMap<>(rows.getOrDefault(new UniversityAt(university, asOf), Map.of()));
    cohorts.putIfAbsent(asOf.getYear(), 0L);
    long inForce = 0;
    long compared = 0;
    Long graduates = null;
    for (Map.Entry<Integer, Long> cohort : cohorts.entrySet()) {
      inForce += cohort.getValue();
      Long ofRoster = expected.get(new Cohort(university, cohort.getKey()));
      if (ofRoster != null) {
        compared += cohort.getValue();
        graduates = ofRoster + (graduates == null ? 0 : graduates);
      }
    }
    return new Compared(inForce, compared, graduates);
  }
}
