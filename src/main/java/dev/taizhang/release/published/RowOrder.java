package dev.taizhang.release.published;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.List;

/**
 * The order of rows: newest cohorts first, codes in their order. Nothing is ordered by a figure,
 * since the place of a row would tell of one that is withheld.
 */
final class RowOrder {

  private static final List<String> LEVELS =
      List.of(
          "all", "province", "prefecture", "discipline", "class", "major", "university", "origin");

  private final List<String> groups;

  /**
   * The order.
   *
   * @param groups hardship groups in the order of the words
   */
  RowOrder(List<String> groups) {
    this.groups = groups;
  }

  /** Places in their order, and the groups of each. */
  Comparator<ReleasedRow> byPlace() {
    return byCohort()
        .thenComparing(level("region_level"))
        .thenComparing(text("region_code"))
        .thenComparing(level("major_level"))
        .thenComparing(text("major_catalogue"))
        .thenComparing(text("major_code"))
        .thenComparing(text("university_code"))
        .thenComparing(byGroup());
  }

  /** The groups of a cohort, and of each what columns tell in the order of their texts. */
  Comparator<ReleasedRow> byGroupThen(String... columns) {
    Comparator<ReleasedRow> order = byCohort().thenComparing(byGroup());
    for (String column : columns) {
      order = order.thenComparing(text(column));
    }
    return order;
  }

  /** Each group of a place through its weeks. */
  Comparator<ReleasedRow> byWeek() {
    return byCohort()
        .thenComparing(text("university_code"))
        .thenComparing(byGroup())
        .thenComparing(text("as_of_date"));
  }

  /** Days that a table counts in their order. */
  Comparator<ReleasedRow> byDay() {
    return byGroupThen("clock").thenComparing(row -> Integer.parseInt(row.text("day")));
  }

  private static Comparator<ReleasedRow> byCohort() {
    return comparing(ReleasedRow::graduationYear, Comparator.<Integer>reverseOrder());
  }

  private Comparator<ReleasedRow> byGroup() {
    return Comparator.<ReleasedRow>comparingInt(row -> groups.indexOf(row.hardshipGroup()))
        .thenComparing(ReleasedRow::hardshipGroup);
  }

  private static Comparator<ReleasedRow> level(String column) {
    return Comparator.comparingInt(row -> LEVELS.indexOf(row.text(column)));
  }

  private static Comparator<ReleasedRow> text(String column) {
    return comparing(row -> row.text(column));
  }
}
