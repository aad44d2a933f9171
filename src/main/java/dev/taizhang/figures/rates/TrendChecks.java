package dev.taizhang.figures.rates;

import static java.util.stream.Collectors.joining;

import dev.taizhang.reference.OutcomeComponent;
import dev.taizhang.tables.Check;
import dev.taizhang.tables.PlacementTrend;
import dev.taizhang.tables.Transitions;
import java.util.List;
import java.util.Map;

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
        """
        SELECT coalesce(t.as_of_date, c.as_of_date), coalesce(t.graduation_year, c.graduation_year),
          t.graduates, c.graduates AS in_cells, t.placed, c.placed AS placed_in_cells
        FROM (SELECT as_of_date, as_of_kind, graduation_year, graduates, placed
          FROM marts.placement_trend WHERE degree_level = 'all' AND region_role = 'all'
            AND major_level = 'all' AND university_code = 'all' AND hardship_group = 'all') t
        FULL JOIN (
          SELECT a.as_of_date, a.as_of_kind, a.graduation_year, sum(%s) AS graduates,
            sum(%s) AS placed
          FROM marts.as_of a JOIN marts.cells_by_major c
            ON a.university_code = c.university_code AND a.graduation_year = c.graduation_year
            AND a.snapshot_date = c.snapshot_date
          WHERE a.in_trend GROUP BY 1, 2, 3 HAVING graduates > 0) c
        ON t.as_of_date = c.as_of_date AND t.as_of_kind = c.as_of_kind
          AND t.graduation_year = c.graduation_year
        WHERE NOT (t.graduates <=> c.graduates AND t.placed <=> c.placed)"""
            .formatted(
                Transitions.COLUMNS_OF_STATES.entrySet().stream()
                    .filter(one -> !one.getKey().equals(OutcomeComponent.OUTSIDE.columnName()))
                    .map(Map.Entry::getValue)
                    .collect(joining(" + ")),
                Transitions.COLUMNS_OF_STATES.get(Transitions.PLACED)));
  }
}
