package dev.taizhang.figures.rates;

import dev.taizhang.tables.Agreement;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Check;
import dev.taizhang.tables.PlacementTrend;
import dev.taizhang.tables.Tally;
import dev.taizhang.tables.Transitions;
import java.util.List;

/** What must hold of the trend. */
public final class TrendChecks {

  public static final List<Check> CHECKS =
      List.of(fromCells(), RateChecks.groupsAddUp("trend", PlacementTrend.TABLE));

  private TrendChecks() {}

  /** The trend of everybody in all is what the cells of the slices that speak add up to. */
  private static Check fromCells() {
    return Check.that(
        "trend_from_cells",
        "graduates and placed of each cohort in the trend match the cells at the effective"
            + " slices",
        Agreement.between(
                RateChecks.ofEverybody(PlacementTrend.TABLE),
                Tally.of(Cells.BY_MAJOR)
                    .beside(
                        AsOf.TABLE,
                        List.of(AsOf.UNIVERSITY_CODE, AsOf.GRADUATION_YEAR, AsOf.SNAPSHOT_DATE),
                        List.of(AsOf.AS_OF_DATE, AsOf.AS_OF_KIND, AsOf.IN_TREND))
                    .where("in_trend")
                    .by(RateChecks.COHORT)
                    .counting(
                        Transitions.COLUMNS_OF_GRADUATES,
                        Transitions.COLUMNS_OF_STATES.get(Transitions.PLACED)))
            .orNothing());
  }
}
