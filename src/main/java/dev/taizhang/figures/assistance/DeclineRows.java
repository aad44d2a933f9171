package dev.taizhang.figures.assistance;

import dev.taizhang.figures.assistance.HelpCuts.Cut;
import dev.taizhang.tables.DeclineReasons.Declined;
import dev.taizhang.tables.HelpCells;
import dev.taizhang.tables.HelpCells.HelpCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Why graduates declined.
 *
 * @see <a href="../../../../../../docs/definitions.md">definitions.md, "Help"</a>
 */
public final class DeclineRows {

  private DeclineRows() {}

  /** The rows that cells add up to. */
  public static List<Declined> of(List<HelpCell> cells, HelpCuts cuts) {
    Map<Cut, Map<String, Long>> counted = new HashMap<>();
    for (HelpCell cell : cells) {
      if (cell.subject().equals(HelpCells.DECLINED)) {
        for (Cut cut : cuts.of(cell)) {
          counted
              .computeIfAbsent(cut, key -> new HashMap<>())
              .merge(cell.answer(), cell.graduates(), Long::sum);
        }
      }
    }
    List<Declined> rows = new ArrayList<>();
    counted.forEach(
        (cut, reasons) ->
            reasons.forEach(
                (reason, graduates) ->
                    rows.add(row(cut, reason, graduates, reasons.get(HelpCells.ALL)))));
    return rows;
  }

  private static Declined row(Cut cut, String reason, long graduates, long all) {
    return new Declined(
        cut.asOfDate(),
        cut.asOfKind(),
        cut.graduationYear(),
        cut.provinceCode(),
        cut.universityCode(),
        cut.hardshipGroup(),
        reason,
        graduates,
        Shares.of(graduates, all));
  }
}
