package dev.taizhang.history;

import dev.taizhang.tables.Slices;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cohorts whose history is made, and their slices in force: made once, and used in Spark's
 * tasks.
 */
public final class CohortSlices implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  // A file is worth its cost from some thousand rows on, and one that holds many universities is
  // written anew whenever any of them reports.
  private static final long ROWS_OF_TASK = 20_000;

  private final ArrayList<Cohort> cohorts = new ArrayList<>();
  private final HashMap<Key, Integer> numbers = new HashMap<>();
  private final ArrayList<Numbered> slices = new ArrayList<>();
  private final NamedCohorts named;

  /** A university and the year of its graduates. */
  private record Key(String universityCode, int graduationYear)
      implements Serializable, Comparable<Key> {

    static Key of(Slices.Slice slice) {
      return new Key(slice.universityCode(), slice.graduationYear());
    }

    @Override
    public int compareTo(Key other) {
      int order = universityCode.compareTo(other.universityCode);
      return order == 0 ? Integer.compare(graduationYear, other.graduationYear) : order;
    }
  }

  /**
   * A cohort.
   *
   * @param isCarriedOn whether its history is known but for the last date
   * @param dates the dates of its slices in force, in order
   * @param part which of the tasks makes its history
   */
  record Cohort(
      String universityCode,
      int graduationYear,
      boolean isCarriedOn,
      List<LocalDate> dates,
      int part)
      implements Serializable {

    Cohort {
      dates = List.copyOf(dates);
    }

    private boolean isToBeRead(int date) {
      return !isCarriedOn || date == dates.size() - 1;
    }
  }

  /**
   * A slice in force.
   *
   * @param cohort number of the cohort
   * @param date number of the date in the cohort
   * @param file place among the files of the date
   */
  record Numbered(String submission, int cohort, int date, int file) implements Serializable {}

  /**
   * The cohorts of some slices.
   *
   * @param rebuilt slices of the cohorts to be made of all slices, and the stray ones of their
   *     universities
   * @param carriedOn slices of the cohorts to be carried on by their last date
   * @param accepted which files have accepted rows of which year
   */
  public static CohortSlices of(
      Collection<Slices.Slice> rebuilt,
      Collection<Slices.Slice> carriedOn,
      Collection<NamedCohorts.Named> accepted) {
    return new CohortSlices(rebuilt, carriedOn, accepted, ROWS_OF_TASK);
  }

  /**
   * The cohorts of some slices, those that do not count among them.
   *
   * @param rebuilt slices of the cohorts to be made of all slices, and the stray ones of their
   *     universities
   * @param carriedOn slices of the cohorts to be carried on by their last date
   * @param accepted which files have accepted rows of which year, besides those of the slices
   * @param rowsOfTask how many rows a task is to look at, about: those of a university stay
   *     together
   */
  CohortSlices(
      Collection<Slices.Slice> rebuilt,
      Collection<Slices.Slice> carriedOn,
      Collection<NamedCohorts.Named> accepted,
      long rowsOfTask) {
    TreeMap<Key, List<Slices.Slice>> inForce = new TreeMap<>();
    Stream.concat(rebuilt.stream(), carriedOn.stream())
        .filter(slice -> slice.status().equals(Slices.IN_FORCE))
        .forEach(
            slice -> inForce.computeIfAbsent(Key.of(slice), key -> new ArrayList<>()).add(slice));
    Set<Key> known = carriedOn.stream().map(Key::of).collect(Collectors.toSet());
    List<NamedCohorts.Slice> toBeRead = new ArrayList<>();
    String university = "";
    int part = 0;
    long rows = 0;
    for (Map.Entry<Key, List<Slices.Slice>> cohort : inForce.entrySet()) {
      if (rows >= rowsOfTask && !cohort.getKey().universityCode().equals(university)) {
        part++;
        rows = 0;
      }
      university = cohort.getKey().universityCode();
      rows +=
          add(cohort.getKey(), known.contains(cohort.getKey()), cohort.getValue(), part, toBeRead);
    }
    this.named =
        new NamedCohorts(
            toBeRead,
            rebuilt.stream()
                .filter(slice -> slice.status().equals(Slices.STRAY))
                .map(CohortSlices::named)
                .toList(),
            Stream.concat(
                    accepted.stream(),
                    Stream.concat(rebuilt.stream(), carriedOn.stream()).map(CohortSlices::named))
                .toList());
  }

  private static NamedCohorts.Named named(Slices.Slice slice) {
    return new NamedCohorts.Named(slice.submissionId(), slice.graduationYear());
  }

  /** Adds a cohort and says how many rows of it are to be read. */
  private long add(
      Key key,
      boolean isCarriedOn,
      List<Slices.Slice> inForce,
      int part,
      List<NamedCohorts.Slice> toBeRead) {
    TreeSet<LocalDate> inOrder = new TreeSet<>();
    inForce.forEach(slice -> inOrder.add(slice.snapshotDate()));
    Cohort cohort =
        new Cohort(
            key.universityCode(), key.graduationYear(), isCarriedOn, List.copyOf(inOrder), part);
    long rows = 0;
    for (Slices.Slice slice : inForce) {
      int date = cohort.dates().indexOf(slice.snapshotDate());
      if (cohort.isToBeRead(date)) {
        toBeRead.add(
            new NamedCohorts.Slice(slice.submissionId(), slice.graduationYear(), slices.size()));
        rows += slice.graduates();
      }
      // Slices of an early release know no order.
      int file = slice.orderInDate() == null ? 0 : slice.orderInDate();
      slices.add(new Numbered(slice.submissionId(), cohorts.size(), date, file));
    }
    numbers.put(key, cohorts.size());
    cohorts.add(cohort);
    return rows;
  }

  /** How many tasks there is work for. */
  int parts() {
    return cohorts.isEmpty() ? 1 : cohorts.get(cohorts.size() - 1).part() + 1;
  }

  /** The number of a cohort; null where its history is not made. */
  Integer number(String universityCode, int graduationYear) {
    return numbers.get(new Key(universityCode, graduationYear));
  }

  Cohort cohort(int number) {
    return cohorts.get(number);
  }

  /** The slice of a number that {@link #named} gives. */
  Numbered slice(int number) {
    return slices.get(number);
  }

  /** In which slices the rows of a file name graduates. */
  NamedCohorts named() {
    return named;
  }
}
