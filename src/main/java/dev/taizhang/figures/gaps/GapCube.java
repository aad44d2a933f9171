package dev.taizhang.figures.gaps;

import dev.taizhang.figures.rates.Cell;
import dev.taizhang.figures.rates.Cube;
import dev.taizhang.figures.rates.CutCounts;
import dev.taizhang.figures.rates.CutKey;
import dev.taizhang.figures.rates.CutSettings;
import dev.taizhang.figures.rates.Disciplines;
import dev.taizhang.figures.rates.GroupsOfCells;
import dev.taizhang.figures.rates.SpeakingSlices.Turn;
import java.util.Arrays;

/**
 * Adds cells up to counts per university, class of majors, degree level and hardship group: the
 * finest strata. Groups are by baseline tags.
 */
public final class GapCube implements Cube {

  private static final int ONLY_CUT = 0;

  private final CutSettings settings;
  private final GroupsOfCells groups;
  private final CutCounts counts = new CutCounts(StratumCount.values().length);

  /** No cells yet. */
  public GapCube(CutSettings settings) {
    this.settings = settings;
    this.groups = settings.groupsOfCells();
  }

  @Override
  public CutCounts counts() {
    return counts;
  }

  @Override
  public void add(Cell cell) {
    if (!(cell.place() instanceof Cell.ByMajor one)) {
      throw new IllegalArgumentException("Gaps are made of cells by major");
    }
    long graduates = cell.outcomes().graduates();
    if (graduates == 0) {
      return;
    }
    long placed = cell.outcomes().placed();
    int degree = CutSettings.degree(cell.degreeLevel());
    int university = counts.place(cell.slice().universityCode());
    int field = counts.field(Disciplines.classOf(one.major()));
    int[] before = groups.atGraduation(cell);
    int[] now = groups.of(cell);
    for (Turn turn : settings.speaking().of(cell.slice())) {
      long high = CutKey.high(turn.period(), field);
      for (int group : before) {
        boolean isDropped = !has(now, group);
        counts.add(
            high,
            CutKey.low(university, ONLY_CUT, degree, group),
            StratumCount.counts(graduates, placed, 0, isDropped ? placed : 0));
      }
      for (int group : now) {
        if (placed > 0 && !has(before, group)) {
          counts.add(
              high,
              CutKey.low(university, ONLY_CUT, degree, group),
              StratumCount.counts(0, 0, placed, 0));
        }
      }
    }
  }

  private static boolean has(int[] groups, int group) {
    return Arrays.stream(groups).anyMatch(one -> one == group);
  }
}
