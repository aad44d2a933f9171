package dev.taizhang.figures.movement;

import static java.util.stream.Collectors.joining;

import dev.taizhang.tables.Agreement;
import dev.taizhang.tables.Check;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Tally;
import dev.taizhang.tables.Transitions;
import java.util.List;

/** What must hold of the movements between dates. */
public final class MovementChecks {

  public static final List<Check> CHECKS =
      List.of(
          fromCells("as_of_date", "to_state", "after"),
          fromCells("previous_date", "from_state", "before"),
          addUp(
              "groups",
              "hardship_group",
              "hardship_group IN ('none', 'any', 'employment_difficulty_only', 'unknown')"),
          addUp("provinces", "province_code", "province_code <> 'all'"));

  private MovementChecks() {}

  /**
   * The graduates on one side of the transitions are those of the cells that speak at its date, of
   * the cohorts that still speak at the later date.
   *
   * @param date the column of the side's date
   * @param state the column of the side's state
   */
  private static Check fromCells(String date, String state, String side) {
    return Check.that(
        "transitions_from_cells_" + side,
        "graduates by state %s the transitions match the cells at the effective slices"
            .formatted(side),
        """
        WITH dates AS (
          SELECT as_of_date, lag(as_of_date) OVER (ORDER BY as_of_date) AS previous_date FROM (
            SELECT DISTINCT as_of_date FROM marts.as_of WHERE in_trend AND as_of_kind = 'plain')),
        cells AS (
          SELECT d.as_of_date, c.graduation_year, %3$s
          FROM dates d
          JOIN marts.as_of l ON l.as_of_date = d.as_of_date
            AND l.in_trend AND l.as_of_kind = 'plain'
          JOIN marts.as_of a ON a.as_of_date = d.%1$s AND a.in_trend AND a.as_of_kind = 'plain'
            AND a.university_code = l.university_code AND a.graduation_year = l.graduation_year
          JOIN marts.cells_by_major c ON c.university_code = a.university_code
            AND c.graduation_year = a.graduation_year AND c.snapshot_date = a.snapshot_date
          WHERE d.previous_date IS NOT NULL GROUP BY 1, 2)
        SELECT coalesce(c.as_of_date, t.as_of_date), coalesce(c.graduation_year, t.graduation_year),
          coalesce(c.state, t.state), c.graduates AS in_cells, t.graduates AS in_transitions
        FROM (SELECT * FROM cells UNPIVOT (graduates FOR state IN (%4$s)) WHERE graduates > 0) c
        FULL JOIN (
          SELECT as_of_date, graduation_year, %2$s AS state, sum(graduates) AS graduates
          FROM marts.transitions
          WHERE province_code = 'all' AND hardship_group = 'all' AND %2$s <> 'absent'
          GROUP BY 1, 2, 3) t
        ON c.as_of_date = t.as_of_date AND c.graduation_year = t.graduation_year
          AND c.state = t.state
        WHERE NOT (c.graduates <=> t.graduates)"""
            .formatted(
                date,
                state,
                Transitions.COLUMNS_OF_STATES.entrySet().stream()
                    .map(one -> "sum(%s) AS %s".formatted(one.getValue(), one.getKey()))
                    .collect(joining(", ")),
                String.join(", ", Transitions.COLUMNS_OF_STATES.keySet())));
  }

  private static Check addUp(String name, String dimension, String parts) {
    Tally moved =
        Tally.of(Transitions.TABLE)
            .by(
                Transitions.TABLE.key().stream()
                    .map(Field::name)
                    .filter(column -> !column.equals(dimension))
                    .toList())
            .counting("graduates");
    return Check.that(
        "transitions_add_up_over_" + name,
        "total movements are the sums over " + name,
        Agreement.between(moved.where(dimension + " = 'all'"), moved.where(parts)).orNothing());
  }
}
