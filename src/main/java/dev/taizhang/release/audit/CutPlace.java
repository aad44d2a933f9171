package dev.taizhang.release.audit;

import dev.taizhang.tables.published.PublishedTable;
import java.util.Optional;

/**
 * Where a published row is of, as an attacker calls it. How a cut is written is read here a second
 * time, apart from the code that decides what is withheld.
 *
 * @param level all, province, prefecture, university or discipline
 * @param code all, a region, a university, or catalogue and code of a discipline
 */
record CutPlace(String level, String code) {

  private static final String ALL = "all";
  private static final String DISCIPLINE = "discipline";

  /** The place of a row; empty for cuts by which nobody tells people apart. */
  static Optional<CutPlace> of(PublishedTable table, Object[] row) {
    if (!isAll(table, row, "degree_level")) {
      return Optional.empty();
    }
    boolean everyUniversity = isAll(table, row, "university_code");
    boolean everyField = isAll(table, row, "major_level");
    boolean everyRegion = isAll(table, row, "region_level");
    if (everyRegion && everyField) {
      return Optional.of(
          everyUniversity
              ? new CutPlace(ALL, ALL)
              : new CutPlace("university", text(table, row, "university_code")));
    }
    if (everyUniversity && everyField && text(table, row, "region_role").equals("university")) {
      return Optional.of(
          new CutPlace(text(table, row, "region_level"), text(table, row, "region_code")));
    }
    boolean byDiscipline = text(table, row, "major_level").equals(DISCIPLINE);
    return everyUniversity && everyRegion && byDiscipline
        ? Optional.of(
            new CutPlace(
                DISCIPLINE,
                text(table, row, "major_catalogue") + ":" + text(table, row, "major_code")))
        : Optional.empty();
  }

  private static boolean isAll(PublishedTable table, Object[] row, String column) {
    return text(table, row, column).equals(ALL);
  }

  static String text(PublishedTable table, Object[] row, String column) {
    return (String) table.value(row, column);
  }

  String inWords() {
    return level.equals(ALL) ? "everywhere" : level + " " + code;
  }
}
