package dev.taizhang.synthetic;

import dev.taizhang.reference.Outcome;
import java.util.HashMap;
import java.util.Map;

/** How many graduates of a university there are in a week, by what figures cut by. */
final class Slice {

  /**
   * What a graduate is counted by.
   *
   * @param degree the level
   * @param disciplineCatalogue catalogue of the discipline
   * @param discipline two digits
   * @param origin prefecture
   * @param profile hardships as the files tell them
   * @param baseline hardships as they told them at graduation, or in the first week after
   */
  record Cell(
      Degree degree,
      String disciplineCatalogue,
      String discipline,
      String origin,
      Profile profile,
      Profile baseline) {

    static Cell of(Graduate graduate, Profile profile, Profile baseline) {
      return new Cell(
          graduate.major().degree(),
          graduate.major().disciplineCatalogue(),
          graduate.major().discipline(),
          Places.prefecture(graduate.origin()),
          profile,
          baseline);
    }
  }

  /**
   * Graduates who are counted together.
   *
   * @param told the week whose file told their outcome
   */
  record Told(Cell cell, int told) {}

  // Sums do not depend on the order of the cells.
  private final Map<Told, Counts> counts = new HashMap<>();

  void add(Cell cell, Outcome outcome, int told) {
    counts.computeIfAbsent(new Told(cell, told), key -> new Counts()).add(outcome);
  }

  Map<Told, Counts> counts() {
    return counts;
  }
}
