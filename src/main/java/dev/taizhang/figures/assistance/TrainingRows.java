package dev.taizhang.figures.assistance;

import dev.taizhang.figures.assistance.HelpCuts.Cut;
import dev.taizhang.tables.HelpCells;
import dev.taizhang.tables.HelpCells.HelpCell;
import dev.taizhang.tables.Training.Trained;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whom training reached, and what followed.
 *
 * @see <a href="../../../../../../docs/definitions.md">definitions.md, "Help"</a>
 */
public final class TrainingRows {

  private TrainingRows() {}

  /** A kind of training in a cut. */
  private record Kind(Cut cut, String training) {}

  /** What was found after some days. */
  private record Answer(int days, String answer) {}

  /** The rows that cells add up to. */
  public static List<Trained> of(List<HelpCell> cells, HelpCuts cuts) {
    Map<Kind, Map<Answer, Long>> counted = new HashMap<>();
    for (HelpCell cell : cells) {
      if (cell.subject().equals(HelpCells.TRAINED)) {
        for (Cut cut : cuts.of(cell)) {
          counted
              .computeIfAbsent(new Kind(cut, cell.kind()), key -> new HashMap<>())
              .merge(new Answer(cell.days(), cell.answer()), cell.graduates(), Long::sum);
        }
      }
    }
    List<Trained> rows = new ArrayList<>();
    counted.forEach((kind, answers) -> rows.add(row(kind, answers)));
    return rows;
  }

  private static Trained row(Kind kind, Map<Answer, Long> answers) {
    return new Trained(
        kind.cut().asOfDate(),
        kind.cut().asOfKind(),
        kind.cut().graduationYear(),
        kind.cut().provinceCode(),
        kind.cut().universityCode(),
        kind.cut().hardshipGroup(),
        kind.training(),
        count(answers, 0, HelpCells.ALL),
        count(answers, 0, HelpCells.PLACED_BEFORE),
        count(answers, 0, HelpCells.WITHOUT_DATE),
        observed(answers, 30),
        placed(answers, 30),
        Shares.of(placed(answers, 30), observed(answers, 30)),
        observed(answers, 90),
        placed(answers, 90),
        Shares.of(placed(answers, 90), observed(answers, 90)),
        observed(answers, 180),
        placed(answers, 180),
        Shares.of(placed(answers, 180), observed(answers, 180)));
  }

  private static long observed(Map<Answer, Long> answers, int days) {
    return placed(answers, days) + count(answers, days, HelpCells.WAITING);
  }

  private static long placed(Map<Answer, Long> answers, int days) {
    return count(answers, days, HelpCells.PLACED);
  }

  private static long count(Map<Answer, Long> answers, int days, String answer) {
    return answers.getOrDefault(new Answer(days, answer), 0L);
  }
}
