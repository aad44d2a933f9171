package dev.taizhang.publish.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Counts of an invented province by all that tables cut by, from which every cut is added up. */
final class InventedCounts {

  /** Tags that a graduate has, and the groups that make them count in. */
  enum Tags {
    NONE(70, 0.86, List.of("all", "none")),
    POOR(20, 0.79, List.of("all", "any", "economic_difficulty")),
    DISABLED(3, 0.61, List.of("all", "any", "disabled", "key_group")),
    BOTH(2, 0.52, List.of("all", "any", "economic_difficulty", "disabled", "key_group"));

    private final long graduates;
    private final double share;
    private final List<String> groups;

    Tags(long graduates, double share, List<String> groups) {
      this.graduates = graduates;
      this.share = share;
      this.groups = groups;
    }

    List<String> groups() {
      return groups;
    }
  }

  /** A major with its class and discipline. */
  record Major(String code, String majorClass, String discipline, String level) {}

  /** Of a cohort, those who have all of this in common. */
  record Cell(
      int year, String university, Major major, String originPrefecture, Tags tags, int number) {

    String universityPrefecture() {
      return prefecture(university);
    }
  }

  private static final List<String> PREFECTURES = List.of("510100", "510300");
  private static final List<String> ORIGINS = List.of("510100", "510300", "520100");

  static final List<Major> MAJORS =
      List.of(
          new Major("080901", "0809", "08", "bachelor"),
          new Major("080902", "0809", "08", "bachelor"),
          new Major("050201", "0502", "05", "bachelor"),
          new Major("120201", "1202", "12", "master"));

  static final int WEEKS = 12;

  private final List<Cell> cells;

  private InventedCounts(List<Cell> cells) {
    this.cells = cells;
  }

  /** A province of so many universities; a university alone has graduates of one group alone. */
  static InventedCounts of(List<Integer> years, int universities) {
    List<Cell> cells = new ArrayList<>();
    for (int year : years) {
      for (String university : universities(universities)) {
        for (Major major : MAJORS) {
          for (Tags tags : Tags.values()) {
            if (universities > 1 || tags == Tags.NONE) {
              int number = cells.size();
              String origin = ORIGINS.get(number % ORIGINS.size());
              cells.add(new Cell(year, university, major, origin, tags, number));
            }
          }
        }
      }
    }
    return new InventedCounts(cells);
  }

  /** Where a university is. */
  static String prefecture(String university) {
    return PREFECTURES.get(Integer.parseInt(university) % PREFECTURES.size());
  }

  static List<String> universities(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> "" + (90_000 + number)).toList();
  }

  /**
   * Tallies at the end of a week by what a function says of each cell; empty parts leave it out.
   * The group is the first part of each key, the cohort the second.
   */
  Map<List<String>, Tally> by(int week, Function<Cell, List<String>> cut) {
    Map<List<String>, Tally> tallies = new LinkedHashMap<>();
    for (String group :
        List.of("all", "none", "any", "key_group", "economic_difficulty", "disabled")) {
      for (Cell cell : cells) {
        List<String> parts = cut.apply(cell);
        if (!parts.isEmpty() && cell.tags().groups().contains(group)) {
          List<String> key = new ArrayList<>(List.of(group, String.valueOf(cell.year())));
          key.addAll(parts);
          tallies.computeIfAbsent(key, none -> Tally.none()).add(tally(cell, week));
        }
      }
    }
    return tallies;
  }

  private static Tally tally(Cell cell, int week) {
    long graduates = cell.tags().graduates + cell.number() * 7L % 13;
    double later = 0.35 + 0.65 * week / (WEEKS - 1);
    double share = (cell.tags().share + cell.number() * 11 % 17 / 170.0 - 0.05) * later;
    return Tally.of(graduates, share - (cell.year() % 2) * 0.01);
  }
}
