package dev.taizhang.synthetic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The counts of every cut, hardship group and week. */
final class RateTable {

  static final String KEY =
      "as_of_date,hardship_group,degree_level,region_role,region_level,region_code,major_level,"
          + "major_catalogue,major_code,university_code";
  // A date is one that figures speak of if a tenth of the universities reported on it.
  private static final double REPORTING_SHARE = 0.1;
  private static final int ACTIVE_WEEKS = 4;

  private final ProvinceSettings settings;
  private final Groups groups;
  private final List<CampusTruth> campuses;

  RateTable(ProvinceSettings settings, Groups groups, List<CampusTruth> campuses) {
    this.settings = settings;
    this.groups = groups;
    this.campuses = campuses;
  }

  /**
   * The rows of the newest week by what files told of hardships at graduation, and not by what they
   * tell now.
   */
  List<String> baselineRows() {
    return rowsOf(newestWeek(), Slice.Cell::baseline);
  }

  /**
   * Who went from one state to another between two weeks that figures speak of, sorted: the date of
   * the later one, both states, how many.
   */
  List<String> moves() {
    List<String> rows = new ArrayList<>();
    for (int week = firstWeek() + 1; week <= newestWeek(); week++) {
      String date = settings.snapshot(week).toString();
      Map<String, Long> moves = new TreeMap<>();
      for (CampusTruth campus : campuses) {
        campus.moves().by(week).forEach((move, count) -> moves.merge(move, count, Long::sum));
      }
      moves.forEach((move, count) -> rows.add(date + "," + move + "," + count));
    }
    return rows;
  }

  /** The rows, sorted: the key of {@link #KEY}, then the values of {@link Counts#header}. */
  List<String> rows() {
    return IntStream.rangeClosed(firstWeek(), newestWeek())
        .parallel()
        .mapToObj(week -> rowsOf(week, Slice.Cell::profile))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> rowsOf(int week, Function<Slice.Cell, Profile> told) {
    List<String> rows = new ArrayList<>();
    String date = settings.snapshot(week).toString();
    countsOf(week, told).forEach((cut, counts) -> rows.add(date + "," + cut + "," + counts));
    return rows;
  }

  /** The first week that has a slice. */
  private int firstWeek() {
    return campuses.stream()
        .flatMap(campus -> campus.slices().keySet().stream())
        .min(Integer::compare)
        .orElse(settings.weeks());
  }

  /** The newest week on which enough of the active universities reported; -1 where none is. */
  private int newestWeek() {
    for (int week = settings.weeks() - 1; week >= 0; week--) {
      int to = week;
      long reporting = campuses.stream().filter(campus -> campus.slices().containsKey(to)).count();
      long active =
          campuses.stream()
              .filter(
                  campus -> campus.speaking(to) >= 0 && campus.speaking(to) >= to - ACTIVE_WEEKS)
              .count();
      if (reporting > 0 && reporting >= REPORTING_SHARE * active) {
        return week;
      }
    }
    return -1;
  }

  private Map<String, Counts> countsOf(int week, Function<Slice.Cell, Profile> toldOf) {
    Cuts cuts = new Cuts();
    Map<Profile, List<String>> groupsOfProfiles = new HashMap<>();
    Map<String, Map<String, Counts>> byGroup = new HashMap<>();
    for (CampusTruth campus : campuses) {
      int speaking = campus.speaking(week);
      if (speaking >= 0) {
        campus
            .slices()
            .get(speaking)
            .counts()
            .forEach(
                (told, number) -> {
                  Slice.Cell cell = told.cell();
                  boolean stale = week > told.told() + 1;
                  for (String group :
                      groupsOfProfiles.computeIfAbsent(toldOf.apply(cell), groups::of)) {
                    Map<String, Counts> ofGroup =
                        byGroup.computeIfAbsent(group, key -> new HashMap<>());
                    cuts.forEach(
                        campus.campus(),
                        cell,
                        cut ->
                            ofGroup
                                .computeIfAbsent(cut, key -> new Counts())
                                .addAll(number, stale));
                  }
                });
      }
    }
    return sorted(byGroup);
  }

  /** Sums do not depend on the order in which they were added up; from here on there is one. */
  private static Map<String, Counts> sorted(Map<String, Map<String, Counts>> byGroup) {
    Map<String, Counts> sorted = new TreeMap<>();
    byGroup.forEach(
        (group, counts) -> counts.forEach((cut, number) -> sorted.put(group + "," + cut, number)));
    return sorted;
  }
}
