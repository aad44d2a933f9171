package dev.taizhang.history;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which cohorts the rows of a file name graduates: each row in its own, and where that may be
 * mistyped in the others of its file, too, yet not for certain; without a year in all of them. A
 * year of which its file has no accepted row says as little as none.
 */
public final class NamedCohorts implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  /** By file the cohorts in which its rows may name graduates, by year. */
  private final Map<String, List<Place>> slices = new HashMap<>();

  /** By file the years of its accepted rows. */
  private final Map<String, Set<Integer>> accepted = new HashMap<>();

  private final Map<String, Set<Integer>> mistyped = new HashMap<>();

  /**
   * A file's slice.
   *
   * @param number whatever tells it from the others of its cohort
   */
  public record Slice(String submission, int year, int number) {}

  /**
   * A cohort in which a row names somebody.
   *
   * @param number the slice's
   * @param certain whether the row itself says so
   */
  public record Place(int year, int number, boolean certain) implements Serializable {}

  /** A file and a year of some of its rows. */
  public record Named(String submission, int year) {}

  /**
   * Where rows may name graduates.
   *
   * @param slices those in which rows may name somebody
   * @param mistyped files and years that their rows may say by mistake, or do
   * @param accepted the years of the accepted rows of the files
   */
  public NamedCohorts(
      Collection<Slice> slices, Collection<Named> mistyped, Collection<Named> accepted) {
    for (Slice slice : slices) {
      this.slices
          .computeIfAbsent(slice.submission(), key -> new ArrayList<>())
          .add(new Place(slice.year(), slice.number(), true));
    }
    mistyped.forEach(one -> put(this.mistyped, one));
    accepted.forEach(one -> put(this.accepted, one));
  }

  private static void put(Map<String, Set<Integer>> years, Named one) {
    years.computeIfAbsent(one.submission(), key -> new HashSet<>()).add(one.year());
  }

  /**
   * The year that a quarantined row names for certain.
   *
   * @param year the one that it says; null where it says none
   * @return null where its file has no accepted row of it
   */
  public Integer certainYear(String submission, Integer year) {
    return year != null && accepted.getOrDefault(submission, Set.of()).contains(year) ? year : null;
  }

  /**
   * Where a row names whom it is about.
   *
   * @param year the year that it names for certain; null where it names none
   */
  public List<Place> places(String submission, Integer year) {
    List<Place> ofFile = slices.getOrDefault(submission, List.of());
    boolean othersToo = year == null || mistyped.getOrDefault(submission, Set.of()).contains(year);
    List<Place> places = new ArrayList<>();
    for (Place place : ofFile) {
      if (year != null && place.year() == year) {
        places.add(place);
      } else if (othersToo) {
        places.add(new Place(place.year(), place.number(), false));
      }
    }
    return places;
  }
}
