package dev.taizhang.synthetic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The counts of every cut, hardship group and week. */
final class RateTable {

  private static final String ALL = "all";
  static final String KEY =
      "as_of_date,hardship_group,degree_level,region_role,region_level,region_code,major_level,"
          + "major_catalogue,major_code,university_code";
  // A date is one that figures speak of if a tenth of the universities reported on it.
  private static final double REPORTING_SHARE = 0.1;
  private static final int ACTIVE_WEEKS = 4;
  private static final String NO_REGION = "all,all,all";
  private static final String NO_MAJOR = "all,all,all";

  private final ProvinceSettings settings;
  private final Groups groups;
  private final List<CampusTruth> campuses;
  private final Map<Profile, List<String>> groupsOfProfiles = new HashMap<>();

  RateTable(ProvinceSettings settings, Groups groups, List<CampusTruth> campuses) {
    this.settings = settings;
    this.groups = groups;
    this.campuses = campuses;
  }

  /** The rows, sorted: the key of {@link #KEY}, then the values of {@link Counts#header}. */
  List<String> rows() {
    List<String> rows = new ArrayList<>();
    int newest = newestWeek();
    for (int week = firstWeek(); week <= newest; week++) {
      String date = settings.snapshot(week).toString();
      countsOf(week).forEach((cut, counts) -> rows.add(date + "," + cut + "," + counts));
    }
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

  private Map<String, Counts> countsOf(int week) {
    Map<String, Counts> counts = new TreeMap<>();
    for (CampusTruth campus : campuses) {
      int speaking = campus.speaking(week);
      if (speaking >= 0) {
        boolean stale = week > speaking + 1;
        campus
            .slices()
            .get(speaking)
            .counts()
            .forEach((cell, number) -> add(counts, campus.campus(), cell, number, stale));
      }
    }
    return counts;
  }

  private void add(
      Map<String, Counts> counts, Campus campus, Slice.Cell cell, Counts number, boolean stale) {
    for (String group : groupsOfProfiles.computeIfAbsent(cell.profile(), groups::of)) {
      for (String cut : cuts(campus, cell)) {
        counts.computeIfAbsent(group + "," + cut, key -> new Counts()).addAll(number, stale);
      }
    }
  }

  private static List<String> cuts(Campus campus, Slice.Cell cell) {
    return List.of(
        cut(ALL, NO_REGION, NO_MAJOR, ALL),
        cut(ALL, NO_REGION, NO_MAJOR, campus.code()),
        cut(ALL, "university,province," + Places.province(campus.place()), NO_MAJOR, ALL),
        cut(ALL, "university,prefecture," + campus.place(), NO_MAJOR, ALL),
        cut(ALL, "origin,province," + Places.province(cell.origin()), NO_MAJOR, ALL),
        cut(ALL, "origin,prefecture," + cell.origin(), NO_MAJOR, ALL),
        cut(cell.degree().level(), NO_REGION, NO_MAJOR, ALL),
        cut(
            ALL,
            NO_REGION,
            "discipline," + cell.disciplineCatalogue() + "," + cell.discipline(),
            ALL));
  }

  private static String cut(String degree, String region, String major, String university) {
    return String.join(",", degree, region, major, university);
  }
}
