package dev.taizhang.figures.gaps;

import dev.taizhang.tables.Agreement;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Check;
import dev.taizhang.tables.HardshipGaps;
import dev.taizhang.tables.Tally;
import dev.taizhang.tables.Transitions;
import java.util.List;

/** What must hold of the gaps. */
public final class GapChecks {

  private static final String PLACED = Transitions.COLUMNS_OF_STATES.get(Transitions.PLACED);

  public static final List<Check> CHECKS =
      List.of(
          fromCells(),
          Check.that(
              "gaps_agree",
              "both stratifications speak of the same graduates",
              Agreement.between(
                  compared("stratification = 'class_university'"),
                  compared("stratification <> 'class_university'"))));

  /** Of {@code marts.gap_contributions}. */
  public static final List<Check> CONTRIBUTIONS =
      List.of(
          Check.that(
              "contributions_add_up",
              "of each gap there are classes and universities; fewer than ten add up to it, and ten"
                  + " have no more graduates than are compared",
              """
              SELECT g.as_of_date, g.as_of_kind, g.graduation_year, g.degree_level,
                g.province_code, g.hardship_group, g.kind, g.adjusted_gap, c.contribution
              FROM (SELECT *, explode(array('class', 'university')) AS kind
                FROM marts.hardship_gaps
                WHERE stratification = 'class_university' AND adjusted_gap IS NOT NULL) g
              FULL JOIN (
                SELECT as_of_date, as_of_kind, graduation_year, degree_level, province_code,
                  hardship_group, contributor_kind, count(*) AS parts,
                  sum(graduates) AS graduates, sum(placed) AS placed,
                  sum(contribution) AS contribution
                FROM marts.gap_contributions GROUP BY 1, 2, 3, 4, 5, 6, 7) c
              ON g.as_of_date = c.as_of_date AND g.as_of_kind = c.as_of_kind
                AND g.graduation_year = c.graduation_year AND g.degree_level = c.degree_level
                AND g.province_code = c.province_code AND g.hardship_group = c.hardship_group
                AND g.kind = c.contributor_kind
              WHERE g.kind IS NULL OR c.parts IS NULL
                OR c.graduates > g.graduates - g.graduates_without_counterpart
                OR c.placed > g.placed
                OR (c.parts < 10 AND (abs(g.adjusted_gap - c.contribution) > 1e-9
                  OR c.graduates <> g.graduates - g.graduates_without_counterpart))"""));

  private GapChecks() {}

  /** Gaps of a stratification with those whom they compare, who are the same in any other. */
  private static Tally compared(String stratification) {
    return Tally.of(HardshipGaps.TABLE)
        .where(stratification)
        .by(
            List.of(
                "as_of_date",
                "as_of_kind",
                "graduation_year",
                "degree_level",
                "province_code",
                "hardship_group",
                "graduates",
                "placed",
                "reference_graduates",
                "coalesce(crude_gap, 2.0)"))
        .counting("1");
  }

  /** Groups that do not overlap, and those without hardship, make up the cells. */
  private static Check fromCells() {
    List<String> cohort = List.of("as_of_date", "as_of_kind", "graduation_year");
    String withoutHardship =
        "if(baseline_detail = 'none', %s, 0)".formatted(Transitions.COLUMNS_OF_GRADUATES);
    return Check.that(
            "gaps_from_cells",
            "the groups that do not overlap, by baseline tags, have the graduates and placed of the"
                + " cells at the effective slices who are not without hardship",
            """
        SELECT coalesce(g.as_of_date, c.as_of_date), coalesce(g.graduation_year, c.graduation_year),
          g.graduates, c.graduates AS in_cells, g.placed, c.placed AS placed_in_cells,
          g.others, c.others AS others_in_cells
        FROM (SELECT as_of_date, as_of_kind, graduation_year, sum(graduates) AS graduates,
            sum(placed) AS placed, max(reference_graduates) AS others
          FROM marts.hardship_gaps
          WHERE degree_level = 'all' AND province_code = 'all'
            AND stratification = 'class_university'
            AND hardship_group IN ('any', 'employment_difficulty_only', 'unknown')
          GROUP BY 1, 2, 3) g
        FULL JOIN (
          SELECT a.as_of_date, a.as_of_kind, a.graduation_year,
            sum(CASE WHEN c.baseline_detail <> 'none' THEN %1$s ELSE 0 END) AS graduates,
            sum(CASE WHEN c.baseline_detail <> 'none' THEN %2$s ELSE 0 END) AS placed,
            sum(CASE WHEN c.baseline_detail = 'none' THEN %1$s ELSE 0 END) AS others
          FROM marts.as_of a JOIN marts.cells_by_major c
            ON a.university_code = c.university_code AND a.graduation_year = c.graduation_year
            AND a.snapshot_date = c.snapshot_date
          WHERE a.in_rates GROUP BY 1, 2, 3 HAVING graduates > 0) c
        ON g.as_of_date = c.as_of_date AND g.as_of_kind = c.as_of_kind
          AND g.graduation_year = c.graduation_year
        WHERE NOT (g.graduates <=> c.graduates AND g.placed <=> c.placed
          AND g.others <=> c.others)"""
                .formatted(Transitions.COLUMNS_OF_GRADUATES, PLACED))
        // Where each of the groups has a gap, each names all those without hardship.
        .shownBy(
            Agreement.between(
                Tally.of(HardshipGaps.TABLE)
                    .where(
                        "degree_level = 'all' AND province_code = 'all'",
                        "stratification = 'class_university'",
                        "hardship_group IN ('any', 'employment_difficulty_only', 'unknown')")
                    .by(cohort)
                    .counting(
                        "graduates",
                        "placed",
                        "if(hardship_group = 'any', reference_graduates, 0)",
                        "if(hardship_group = 'employment_difficulty_only', reference_graduates, 0)",
                        "if(hardship_group = 'unknown', reference_graduates, 0)"),
                Tally.of(Cells.BY_MAJOR)
                    .beside(
                        AsOf.TABLE,
                        List.of(AsOf.UNIVERSITY_CODE, AsOf.GRADUATION_YEAR, AsOf.SNAPSHOT_DATE),
                        List.of(AsOf.AS_OF_DATE, AsOf.AS_OF_KIND, AsOf.IN_RATES))
                    .where("in_rates")
                    .by(cohort)
                    .counting(
                        "if(baseline_detail <> 'none', %s, 0)"
                            .formatted(Transitions.COLUMNS_OF_GRADUATES),
                        "if(baseline_detail <> 'none', %s, 0)".formatted(PLACED),
                        withoutHardship,
                        withoutHardship,
                        withoutHardship)));
  }
}
