package dev.taizhang.figures.rates;

import dev.taizhang.tables.Check;
import java.util.List;

/** What must hold of the counts by outcome. */
public final class OutcomeChecks {

  public static final List<Check> CHECKS =
      List.of(
          Check.that(
              "outcomes_add_up",
              "counts by outcome add up to graduates and placed",
              """
              SELECT coalesce(r.as_of_date, o.as_of_date), coalesce(r.region_code, o.province_code),
                coalesce(r.graduation_year, o.graduation_year), r.degree_level, r.hardship_group,
                r.graduates, o.graduates AS of_outcomes, r.placed, o.placed AS placed_of_outcomes
              FROM (SELECT * FROM marts.placement_rates
                WHERE region_level IN ('all', 'province') AND region_role <> 'origin'
                  AND major_level = 'all' AND university_code = 'all') r
              FULL JOIN (
                SELECT as_of_date, as_of_kind, graduation_year, degree_level, province_code,
                  hardship_group, sum(CASE WHEN in_denominator THEN graduates ELSE 0 END) AS graduates,
                  sum(CASE WHEN in_numerator THEN graduates ELSE 0 END) AS placed
                FROM marts.outcome_counts GROUP BY 1, 2, 3, 4, 5, 6 HAVING graduates > 0) o
              ON r.as_of_date = o.as_of_date AND r.as_of_kind = o.as_of_kind
                AND r.graduation_year = o.graduation_year AND r.degree_level = o.degree_level
                AND r.region_code = o.province_code AND r.hardship_group = o.hardship_group
              WHERE NOT (r.graduates <=> o.graduates AND r.placed <=> o.placed)"""));

  private OutcomeChecks() {}
}
