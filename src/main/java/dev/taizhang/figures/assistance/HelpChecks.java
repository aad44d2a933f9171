package dev.taizhang.figures.assistance;

import dev.taizhang.tables.Check;
import java.util.List;

/** What must hold of the figures of help. */
public final class HelpChecks {

  /** Of {@code marts.assistance_coverage}. */
  public static final List<Check> COVERAGE =
      List.of(
          Check.that(
              "coverage_covers_rates",
              "whoever the rates have unplaced at a date is among those unplaced in the seven days"
                  + " up to it: all, by province and by university",
              """
              SELECT r.as_of_date, r.as_of_kind, r.graduation_year, r.province_code,
                r.university_code, r.unplaced AS in_rates, c.unplaced AS in_coverage
              FROM (SELECT as_of_date, as_of_kind, graduation_year,
                  CASE WHEN region_level = 'province' THEN region_code ELSE 'all' END
                    AS province_code,
                  university_code, graduates - placed AS unplaced
                FROM marts.placement_rates
                WHERE degree_level = 'all' AND major_level = 'all' AND hardship_group = 'all'
                  AND (region_role = 'all'
                    OR region_role = 'university' AND region_level = 'province')
                  AND graduates > placed) r
              LEFT JOIN marts.assistance_coverage c
                ON c.as_of_date = r.as_of_date AND c.as_of_kind = r.as_of_kind
                AND c.graduation_year = r.graduation_year AND c.province_code = r.province_code
                AND c.university_code = r.university_code AND c.hardship_group = 'all'
                AND c.window_days = 7 AND c.provider = 'all'
              WHERE c.unplaced IS NULL OR c.unplaced < r.unplaced"""),
          Check.that(
              "coverage_windows_grow",
              "a longer window has everybody of a shorter one, and of those helped one to one, or"
                  + " closer than to many at once",
              """
              SELECT s.as_of_date, s.as_of_kind, s.graduation_year, s.province_code,
                s.university_code, s.hardship_group, s.provider, s.window_days
              FROM marts.assistance_coverage s
              LEFT JOIN marts.assistance_coverage l
                ON l.as_of_date = s.as_of_date AND l.as_of_kind = s.as_of_kind
                AND l.graduation_year = s.graduation_year AND l.province_code = s.province_code
                AND l.university_code = s.university_code AND l.hardship_group = s.hardship_group
                AND l.provider = s.provider
                AND l.window_days = CASE s.window_days WHEN 7 THEN 30 ELSE 90 END
              WHERE s.window_days < 90 AND NOT coalesce(l.unplaced >= s.unplaced
                AND l.one_to_one >= s.one_to_one
                AND l.one_to_one + l.contact_only >= s.one_to_one + s.contact_only
                AND l.unplaced - l.nothing >= s.unplaced - s.nothing, false)"""),
          addUp(
              "coverage_adds_up_over_groups",
              "marts.assistance_coverage",
              // A provider has no row for a group that it reached nobody of.
              "CASE WHEN provider = 'all' THEN unplaced ELSE 0 END + 2 * one_to_one"
                  + " + 3 * contact_only + 5 * mass_only + 7 * mode_unknown",
              "window_days, provider",
              "hardship_group = 'all'",
              "hardship_group IN ('none', 'any', 'employment_difficulty_only', 'unknown')",
              "province_code, university_code"),
          fromCells(
              "coverage_from_cells",
              "the unplaced are those of the cells, by window",
              "SELECT as_of_date, as_of_kind, graduation_year, window_days AS item, unplaced AS n"
                  + " FROM marts.assistance_coverage WHERE provider = 'all' AND %s",
              "SELECT as_of_date, as_of_kind, graduation_year, days AS item, sum(graduates) AS n"
                  + " FROM marts.cells_of_help WHERE subject = 'unplaced' GROUP BY 1, 2, 3, 4"));

  /** Of {@code marts.assistance_funnel}. */
  public static final List<Check> FUNNEL =
      List.of(
          fromCells(
              "funnel_from_cells",
              "those to whom a post was recommended, and those helped one to one while unplaced, are"
                  + " those of the cells",
              "SELECT as_of_date, as_of_kind, graduation_year, 0 AS item,"
                  + " recommended * 1000000 + helped_one_to_one AS n"
                  + " FROM marts.assistance_funnel WHERE %s",
              "SELECT as_of_date, as_of_kind, graduation_year, 0 AS item,"
                  + " sum(CASE subject WHEN 'funnel' THEN 1000000 ELSE 1 END * graduates) AS n"
                  + " FROM marts.cells_of_help WHERE subject IN ('funnel', 'first_help')"
                  + " GROUP BY 1, 2, 3"),
          addUp(
              "funnel_adds_up_over_provinces",
              "marts.assistance_funnel",
              "recommended + applied + interviewed + offered + signed + helped_one_to_one"
                  + " + placed_since",
              "hardship_group",
              "province_code = 'all' AND university_code = 'all'",
              "province_code <> 'all'",
              ""));

  /** Of {@code marts.decline_reasons}. */
  public static final List<Check> DECLINED =
      List.of(
          fromCells(
              "declined_from_cells",
              "those who declined are those of the cells, by reason",
              "SELECT as_of_date, as_of_kind, graduation_year, decline_reason_code AS item,"
                  + " graduates AS n FROM marts.decline_reasons WHERE %s",
              "SELECT as_of_date, as_of_kind, graduation_year, answer AS item, sum(graduates) AS n"
                  + " FROM marts.cells_of_help WHERE subject = 'declined' GROUP BY 1, 2, 3, 4"));

  /** Of {@code marts.training}. */
  public static final List<Check> TRAINING =
      List.of(
          fromCells(
              "training_from_cells",
              "those whom training reached are those of the cells, by training",
              "SELECT as_of_date, as_of_kind, graduation_year, training AS item, reached AS n"
                  + " FROM marts.training WHERE %s",
              "SELECT as_of_date, as_of_kind, graduation_year, kind AS item, sum(graduates) AS n"
                  + " FROM marts.cells_of_help"
                  + " WHERE subject = 'trained' AND days = 0 AND answer = 'all'"
                  + " GROUP BY 1, 2, 3, 4"));

  /** Of {@code marts.plans}. */
  public static final List<Check> PLANS =
      List.of(
          Check.that(
              "plans_from_rates",
              "the graduates of key groups, and of them the unplaced, are those of the rates: all,"
                  + " by province and by university",
              """
              SELECT coalesce(r.as_of_date, p.as_of_date), coalesce(r.as_of_kind, p.as_of_kind),
                coalesce(r.graduation_year, p.graduation_year),
                coalesce(r.province_code, p.province_code),
                coalesce(r.university_code, p.university_code),
                r.graduates AS in_rates, p.graduates AS in_plans
              FROM (SELECT as_of_date, as_of_kind, graduation_year,
                  CASE WHEN region_level = 'province' THEN region_code ELSE 'all' END
                    AS province_code,
                  university_code, graduates, graduates - placed AS unplaced
                FROM marts.placement_rates
                WHERE degree_level = 'all' AND major_level = 'all' AND hardship_group = 'key_group'
                  AND (region_role = 'all'
                    OR region_role = 'university' AND region_level = 'province')) r
              FULL JOIN marts.plans p
                ON p.as_of_date = r.as_of_date AND p.as_of_kind = r.as_of_kind
                AND p.graduation_year = r.graduation_year AND p.province_code = r.province_code
                AND p.university_code = r.university_code
              WHERE NOT (p.graduates <=> r.graduates AND p.unplaced <=> r.unplaced)"""));

  private HelpChecks() {}

  /**
   * Figures of everybody are what the cells add up to.
   *
   * @param figures with a condition left open
   */
  private static Check fromCells(String name, String statement, String figures, String cells) {
    return Check.that(
        name,
        statement,
        """
        SELECT coalesce(f.as_of_date, c.as_of_date), coalesce(f.as_of_kind, c.as_of_kind),
          coalesce(f.graduation_year, c.graduation_year), coalesce(f.item, c.item),
          f.n AS in_figures, c.n AS in_cells
        FROM (%s) f FULL JOIN (%s) c
        ON f.as_of_date = c.as_of_date AND f.as_of_kind = c.as_of_kind
          AND f.graduation_year = c.graduation_year AND f.item = c.item
        WHERE NOT (f.n <=> c.n)"""
            .formatted(
                figures.formatted(
                    "hardship_group = 'all' AND province_code = 'all' AND university_code = 'all'"),
                cells));
  }

  /** What a total counts is what its parts count together. */
  private static Check addUp(
      String name,
      String table,
      String count,
      String key,
      String whole,
      String parts,
      String moreKey) {
    String all =
        "as_of_date, as_of_kind, graduation_year, "
            + key
            + (moreKey.isEmpty() ? "" : ", " + moreKey);
    return Check.that(
        name,
        "totals are the sums of their parts in " + table,
        """
        SELECT %1$s FROM %2$s GROUP BY %1$s
        HAVING sum(CASE WHEN %4$s THEN %3$s ELSE 0 END)
          <> sum(CASE WHEN %5$s THEN %3$s ELSE 0 END)"""
            .formatted(all, table, count, whole, parts));
  }
}
