package dev.taizhang.history;

import dev.taizhang.history.GraduateMatching.Identity;
import dev.taizhang.history.NamedCohorts.Place;
import dev.taizhang.slices.CohortAttendance;
import dev.taizhang.slices.CohortAttendance.Doubtful;
import dev.taizhang.slices.CohortAttendance.Pattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who stands in which files of one university, cohort by cohort.
 *
 * @param <K> how keys are held, see {@link GraduateMatching}
 */
final class UniversitySightings<K extends Comparable<? super K>> {

  private final String university;
  private final NamedCohorts named;
  private final Map<Integer, OfCohort<K>> cohorts = new TreeMap<>();

  UniversitySightings(String university, NamedCohorts named) {
    this.university = university;
    this.named = named;
  }

  /** The files of a graduate. */
  private static final class Files {

    private final BitSet certain = new BitSet();
    private Set<Doubtful> doubtful = Set.of();

    void add(int file) {
      certain.set(file);
    }

    void add(Doubtful row) {
      if (doubtful.isEmpty()) {
        doubtful = new HashSet<>();
      }
      doubtful.add(row);
    }

    void add(Files more) {
      certain.or(more.certain);
      more.doubtful.forEach(this::add);
    }
  }

  /** The same files, which many graduates have. */
  private record SameFiles(BitSet certain, Set<Doubtful> doubtful) {}

  private static final class OfCohort<K extends Comparable<? super K>> {

    private final GraduateMatching<K> matching = new GraduateMatching<>();
    private final Map<K, Files> students = new HashMap<>();

    /** Rows without a student key, whose graduates are known when all rows are. */
    private final Map<K, Files> persons = new HashMap<>();

    void add(Place place, Integer year, int date, K student, K person) {
      matching.learn(date, student, person);
      Files files =
          student == null
              ? persons.computeIfAbsent(person, key -> new Files())
              : students.computeIfAbsent(student, key -> new Files());
      if (place.certain()) {
        files.add(place.number());
      } else {
        files.add(new Doubtful(place.number(), year));
      }
    }

    List<Pattern> patterns() {
      persons.forEach(
          (person, files) ->
              students
                  .computeIfAbsent(matching.graduate(null, person), key -> new Files())
                  .add(files));
      Map<SameFiles, Long> counts = new HashMap<>();
      for (Files files : students.values()) {
        // Rows without a certain cohort make nobody known where no other row does.
        if (!files.certain.isEmpty()) {
          counts.merge(new SameFiles(files.certain, files.doubtful), 1L, Long::sum);
        }
      }
      List<Pattern> patterns = new ArrayList<>();
      counts.forEach(
          (files, graduates) ->
              patterns.add(new Pattern(files.certain(), List.copyOf(files.doubtful()), graduates)));
      return patterns;
    }
  }

  /**
   * Takes an accepted row in.
   *
   * @param date snapshot date in days since 1970
   */
  void accepted(String submission, Integer year, int date, K student, K person) {
    add(submission, year, date, student, person);
  }

  /**
   * Takes a quarantined row in.
   *
   * @param shared whether several people share its student number
   * @param year null where it names no cohort
   */
  void quarantined(boolean shared, String submission, Integer year, int date, K student, K person) {
    Integer certain = named.certainYear(submission, year);
    for (Identity<K> one : GraduateMatching.named(shared, student, person)) {
      add(submission, certain, date, one.student(), one.person());
    }
  }

  private void add(String submission, Integer year, int date, K student, K person) {
    for (Place place : named.places(submission, year)) {
      cohorts
          .computeIfAbsent(place.year(), key -> new OfCohort<>())
          .add(place, year, date, student, person);
    }
  }

  /** Who stands where, when all rows are taken in. */
  List<CohortAttendance> counted() {
    List<CohortAttendance> counted = new ArrayList<>();
    cohorts.forEach(
        (year, cohort) -> counted.add(new CohortAttendance(university, year, cohort.patterns())));
    return counted;
  }
}
