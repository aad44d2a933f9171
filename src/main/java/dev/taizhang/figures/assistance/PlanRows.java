package dev.taizhang.figures.assistance;

import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.assistance.HelpCuts.Cut;
import dev.taizhang.tables.HelpCells;
import dev.taizhang.tables.HelpCells.HelpCell;
import dev.taizhang.tables.Plans.Planned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Graduates of key groups with a file and a plan.
 *
 * @see <a href="../../../../../../docs/definitions.md">definitions.md, "Help"</a>
 */
public final class PlanRows {

  private PlanRows() {}

  /** What was found of those who are placed, or unplaced. */
  private record Answer(String kind, String answer) {}

  /** The rows that cells add up to. */
  public static List<Planned> of(List<HelpCell> cells, HelpCuts cuts) {
    Map<Cut, Map<Answer, Long>> counted = new HashMap<>();
    for (HelpCell cell : cells) {
      if (cell.subject().equals(HelpCells.PLANNED)) {
        for (Cut cut : cuts.of(cell, HardshipGroups.KEY_GROUP)) {
          counted
              .computeIfAbsent(cut, key -> new HashMap<>())
              .merge(new Answer(cell.kind(), cell.answer()), cell.graduates(), Long::sum);
        }
      }
    }
    List<Planned> rows = new ArrayList<>();
    counted.forEach((cut, answers) -> rows.add(row(cut, answers)));
    return rows;
  }

  private static Planned row(Cut cut, Map<Answer, Long> answers) {
    long graduates = all(answers, HelpCells.ALL);
    long planned = all(answers, HelpCells.PLAN);
    long unplaced = unplaced(answers, HelpCells.ALL);
    long unplacedPlanned = unplaced(answers, HelpCells.PLAN);
    return new Planned(
        cut.asOfDate(),
        cut.asOfKind(),
        cut.graduationYear(),
        cut.provinceCode(),
        cut.universityCode(),
        graduates,
        all(answers, HelpCells.FILE),
        all(answers, HelpCells.MEASURE),
        all(answers, HelpCells.WORD),
        planned,
        Shares.of(planned, graduates),
        unplaced,
        unplacedPlanned,
        Shares.of(unplacedPlanned, unplaced));
  }

  private static long all(Map<Answer, Long> answers, String answer) {
    return unplaced(answers, answer)
        + answers.getOrDefault(new Answer(HelpCells.PLACED, answer), 0L);
  }

  private static long unplaced(Map<Answer, Long> answers, String answer) {
    return answers.getOrDefault(new Answer(HelpCells.UNPLACED, answer), 0L);
  }
}
