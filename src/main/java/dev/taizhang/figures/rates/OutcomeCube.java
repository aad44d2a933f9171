package dev.taizhang.figures.rates;

import dev.taizhang.figures.FieldCode;
import dev.taizhang.figures.rates.SpeakingSlices.Turn;
import dev.taizhang.tables.Dimensions;

/** Adds cells up to counts per outcome: of every degree level, province and hardship group. */
public final class OutcomeCube implements Cube {

  private static final int TOGETHER = CutSettings.degree(Dimensions.ALL);
  private static final int ONLY_CUT = 0;

  private final CutSettings settings;
  private final GroupsOfCells groups;
  private final CutCounts counts = new CutCounts(OutcomeTally.OUTCOMES);
  private final int everywhere = counts.place(Dimensions.ALL);
  private final int everyField = counts.field(FieldCode.ALL);

  /** No cells yet. */
  public OutcomeCube(CutSettings settings) {
    this.settings = settings;
    this.groups = settings.groupsOfCells();
  }

  @Override
  public CutCounts counts() {
    return counts;
  }

  @Override
  public void add(Cell cell) {
    long[] more = cell.outcomes().byOutcome();
    int degree = CutSettings.degree(cell.degreeLevel());
    int province = counts.place(settings.names().provinceOf(cell.slice().universityCode()));
    for (Turn turn : settings.speaking().of(cell.slice())) {
      long high = CutKey.high(turn.period(), everyField);
      for (int group : groups.of(cell)) {
        counts.add(high, CutKey.low(everywhere, ONLY_CUT, TOGETHER, group), more);
        counts.add(high, CutKey.low(everywhere, ONLY_CUT, degree, group), more);
        counts.add(high, CutKey.low(province, ONLY_CUT, TOGETHER, group), more);
        counts.add(high, CutKey.low(province, ONLY_CUT, degree, group), more);
      }
    }
  }
}
