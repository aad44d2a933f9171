package dev.taizhang.cells;

import dev.taizhang.tables.Slices;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The dates on which a university's cohort has a slice in force, however many parts it has. */
final class CountedSlices implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  private final ArrayList<Dated> slices = new ArrayList<>();
  private final TreeMap<String, TreeMap<Integer, ArrayList<Integer>>> numbers = new TreeMap<>();

  /**
   * A cohort on a date.
   *
   * @param part which of the tasks makes its cells
   */
  record Dated(String universityCode, int graduationYear, LocalDate date, int part)
      implements Serializable {}

  /**
   * The dates of some slices.
   *
   * @param counted whether they count or not
   * @param graduatesOfTask how many graduates a task is to count on their dates, about
   */
  CountedSlices(Collection<Slices.Slice> counted, long graduatesOfTask) {
    TreeMap<String, TreeMap<Integer, TreeMap<LocalDate, Long>>> inForce = new TreeMap<>();
    counted.stream()
        .filter(slice -> slice.status().equals(Slices.IN_FORCE))
        .forEach(
            slice ->
                inForce
                    .computeIfAbsent(slice.universityCode(), university -> new TreeMap<>())
                    .computeIfAbsent(slice.graduationYear(), year -> new TreeMap<>())
                    .merge(slice.snapshotDate(), slice.graduates(), Long::sum));
    int part = 0;
    long graduates = 0;
    for (Map.Entry<String, TreeMap<Integer, TreeMap<LocalDate, Long>>> university :
        inForce.entrySet()) {
      if (graduates >= graduatesOfTask) {
        part++;
        graduates = 0;
      }
      for (Map.Entry<Integer, TreeMap<LocalDate, Long>> cohort : university.getValue().entrySet()) {
        for (Map.Entry<LocalDate, Long> date : cohort.getValue().entrySet()) {
          graduates += date.getValue();
          numbers
              .computeIfAbsent(university.getKey(), key -> new TreeMap<>())
              .computeIfAbsent(cohort.getKey(), key -> new ArrayList<>())
              .add(slices.size());
          slices.add(new Dated(university.getKey(), cohort.getKey(), date.getKey(), part));
        }
      }
    }
  }

  /** How many tasks there is work for. */
  int parts() {
    return slices.isEmpty() ? 1 : slices.get(slices.size() - 1).part() + 1;
  }

  Dated slice(int number) {
    return slices.get(number);
  }

  /** The numbers of a cohort's slices, by date. */
  List<Integer> ofCohort(String universityCode, int graduationYear) {
    TreeMap<Integer, ArrayList<Integer>> cohorts = numbers.get(universityCode);
    return cohorts == null ? List.of() : cohorts.getOrDefault(graduationYear, new ArrayList<>());
  }
}
