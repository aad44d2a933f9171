package dev.taizhang.figures.gaps;

import dev.taizhang.figures.Hardship;
import dev.taizhang.figures.rates.Cell;
import dev.taizhang.figures.rates.Cube;
import dev.taizhang.figures.rates.CutCounts;
import dev.taizhang.figures.rates.CutKey;
import dev.taizhang.figures.rates.CutSettings;
import dev.taizhang.figures.rates.Disciplines;
import dev.taizhang.figures.rates.GroupsOfCells;
import dev.taizhang.figures.rates.SpeakingSlices.Turn;
import dev.taizhang.reference.HardshipTag;
import java.util.Arrays;
import java.util.Set;

/**
 * Adds cells up to counts per university, class of majors, degree level and hardship group: the
 * finest strata. Groups are by baseline tags.
 */
public final class GapCube implements Cube {

  private static final int ONLY_CUT = 0;

  /** Groups of the tags that the mask 0 to 7 has. */
  private static final Set<String> OF_THE_MASK =
      Set.of(
          HardshipTag.EMPLOYMENT_DIFFICULTY, HardshipTag.ECONOMIC_DIFFICULTY, HardshipTag.DISABLED);

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
        boolean isDropped = !has(now, group) && isTold(cell.hardship(), group);
        counts.add(
            high,
            CutKey.low(university, ONLY_CUT, degree, group),
            StratumCount.counts(graduates, placed, 0, isDropped ? placed : 0));
      }
      for (int group : now) {
        if (placed > 0 && !has(before, group) && isTold(cell.baseline(), group)) {
          counts.add(
              high,
              CutKey.low(university, ONLY_CUT, degree, group),
              StratumCount.counts(0, 0, placed, 0));
        }
      }
    }
  }

  /** Whether what a file told of somebody's hardship says that they are not in a group. */
  private boolean isTold(Hardship hardship, int group) {
    return switch (hardship.detail()) {
      case "none", "tags" -> true;
      case "mask" -> OF_THE_MASK.contains(settings.group(group));
      default -> false;
    };
  }

  private static boolean has(int[] groups, int group) {
    return Arrays.stream(groups).anyMatch(one -> one == group);
  }
}
