package dev.taizhang.figures.assistance;

import dev.taizhang.figures.assistance.HelpCuts.Cut;
import dev.taizhang.statistics.KaplanMeier;
import dev.taizhang.statistics.RiskTable;
import dev.taizhang.tables.AssistanceFunnel.Led;
import dev.taizhang.tables.HelpCells;
import dev.taizhang.tables.HelpCells.HelpCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How far recommendations led, and how long it was from the first help one to one until placed.
 *
 * @see <a href="../../../../../../docs/definitions.md">definitions.md, "Help"</a>
 */
public final class FunnelRows {

  private FunnelRows() {}

  /** What is counted of a cut. */
  private static final class Counted {

    /** People by the furthest stage that they came to. */
    private final long[] furthest = new long[Measure.STAGES.size()];

    /** By days: placed, and still waiting when last seen. */
    private final TreeMap<Integer, long[]> followed = new TreeMap<>();

    void add(HelpCell cell) {
      if (cell.subject().equals(HelpCells.FUNNEL)) {
        furthest[Measure.STAGES.indexOf(cell.answer())] += cell.graduates();
      } else {
        int waiting = cell.answer().equals(HelpCells.PLACED) ? 0 : 1;
        followed.computeIfAbsent(cell.days(), key -> new long[2])[waiting] += cell.graduates();
      }
    }

    /** People who came to a stage or further. */
    long cameTo(int stage) {
      long people = 0;
      for (int one = stage; one < furthest.length; one++) {
        people += furthest[one];
      }
      return people;
    }

    RiskTable riskTable() {
      return new RiskTable(
          followed.entrySet().stream()
              .map(
                  day ->
                      new RiskTable.Day(
                          day.getKey(), List.of(day.getValue()[0]), day.getValue()[1]))
              .toList());
    }
  }

  /** The rows that cells add up to. */
  public static List<Led> of(List<HelpCell> cells, HelpCuts cuts) {
    Map<Cut, Counted> counted = new HashMap<>();
    for (HelpCell cell : cells) {
      switch (cell.subject()) {
        case HelpCells.FUNNEL, HelpCells.FIRST_HELP -> {
          for (Cut cut : cuts.of(cell)) {
            counted.computeIfAbsent(cut, key -> new Counted()).add(cell);
          }
        }
        default -> {}
      }
    }
    List<Led> rows = new ArrayList<>();
    counted.forEach((cut, found) -> rows.add(row(cut, found)));
    return rows;
  }

  private static Led row(Cut cut, Counted found) {
    RiskTable helped = found.riskTable();
    KaplanMeier curve = KaplanMeier.of(helped);
    long signed = found.cameTo(4);
    return new Led(
        cut.asOfDate(),
        cut.asOfKind(),
        cut.graduationYear(),
        cut.provinceCode(),
        cut.universityCode(),
        cut.hardshipGroup(),
        found.cameTo(0),
        found.cameTo(1),
        found.cameTo(2),
        found.cameTo(3),
        signed,
        Shares.of(signed, found.cameTo(0)),
        helped.people(),
        found.followed.values().stream().mapToLong(day -> day[0]).sum(),
        value(curve.median()),
        value(curve.medianLow()),
        value(curve.medianHigh()));
  }

  private static Double value(OptionalDouble days) {
    return days.isPresent() ? (Double) days.getAsDouble() : null;
  }
}
