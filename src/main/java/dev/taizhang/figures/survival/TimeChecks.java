package dev.taizhang.figures.survival;

import static java.util.stream.Collectors.joining;

import dev.taizhang.tables.Agreement;
import dev.taizhang.tables.Check;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.MedianTimeToPlacement;
import dev.taizhang.tables.Tally;
import dev.taizhang.tables.TimeToPlacement;
import java.util.List;

/** What must hold of the time that placements take. */
public final class TimeChecks {

  private static final String CURVE =
      MedianTimeToPlacement.TABLE.key().stream().map(Field::name).collect(joining(", "));

  /** Of {@code marts.time_to_placement}. */
  public static final List<Check> CHECKS =
      List.of(
          fromHistory(),
          addUp(
              "groups",
              "hardship_group",
              "('none', 'any', 'employment_difficulty_only', 'unknown')"),
          addUp("degree_levels", "degree_level", null),
          addUp("disciplines", "discipline_code", null),
          addUp("provinces", "province_code", null),
          Check.that(
              "time_goes_one_way",
              "from day to day nobody is added to a curve, placements and their shares do not"
                  + " become fewer, and the share of those who wait does not become larger",
              """
              SELECT * FROM (
                SELECT %1$s, day,
                  graduates - lag(graduates) OVER days AS joined,
                  employment - lag(employment) OVER days AS employed,
                  domestic_study - lag(domestic_study) OVER days AS studying,
                  abroad - lag(abroad) OVER days AS gone,
                  censored - lag(censored) OVER days AS stopped,
                  lost - lag(lost) OVER days AS losing,
                  unplaced_share - lag(unplaced_share) OVER days AS waiting,
                  employment_share - lag(employment_share) OVER days AS employed_share,
                  domestic_study_share - lag(domestic_study_share) OVER days AS studying_share,
                  abroad_share - lag(abroad_share) OVER days AS gone_share
                FROM marts.time_to_placement
                WINDOW days AS (PARTITION BY %1$s ORDER BY day))
              WHERE joined <> 0 OR employed < 0 OR studying < 0 OR gone < 0 OR stopped < 0
                OR losing < 0 OR waiting > 0 OR employed_share < 0 OR studying_share < 0
                OR gone_share < 0"""
                  .formatted(CURVE)));

  /** Of {@code marts.median_time_to_placement}. */
  public static final List<Check> MEDIANS =
      List.of(
          Check.that(
              "medians_of_curves",
              "each curve has its median: until then at least a half wait, and from then on at most"
                  + " a half",
              """
              SELECT coalesce(t.as_of_date, m.as_of_date), t.graduates, m.graduates, m.median_days
              FROM (SELECT %1$s, max(graduates) AS graduates,
                  max(employment + domestic_study + abroad) AS placed, max(censored) AS censored,
                  max(lost) AS lost,
                  max(CASE WHEN unplaced_share > 0.5 + 1e-9 THEN day END) AS more_than_half,
                  min(CASE WHEN unplaced_share < 0.5 - 1e-9 THEN day END) AS less_than_half
                FROM marts.time_to_placement GROUP BY ALL) t
              FULL JOIN marts.median_time_to_placement m ON %2$s
              WHERE NOT (t.graduates <=> m.graduates) OR t.placed > m.placed
                OR t.censored > m.censored OR t.lost > m.lost
                OR t.more_than_half >= m.median_days OR t.less_than_half < m.median_days
                OR (m.median_days IS NULL AND t.less_than_half IS NOT NULL)"""
                  .formatted(
                      CURVE,
                      MedianTimeToPlacement.TABLE.key().stream()
                          .map(Field::name)
                          .map(name -> "t.%1$s = m.%1$s".formatted(name))
                          .collect(joining(" AND ")))));

  private TimeChecks() {}

  /**
   * Everybody who was in the ledger by the slice before the last one, and was watched in the
   * graduation year, is on the calendar.
   */
  private static Check fromHistory() {
    return Check.that(
        "time_from_history",
        "on the calendar are the graduates whom the history knows by the slice before the one that"
            + " speaks, if they were in the ledger in the graduation year",
        """
        WITH cohorts AS (
          SELECT a.as_of_date, a.as_of_kind, a.university_code, a.graduation_year, a.snapshot_date,
            max(s.snapshot_date) AS watched_until
          FROM marts.as_of a JOIN intake.slices s
            ON s.university_code = a.university_code AND s.graduation_year = a.graduation_year
            AND s.status = 'in_force' AND s.snapshot_date < a.snapshot_date
          WHERE a.in_rates GROUP BY ALL
          HAVING watched_until >= make_date(a.graduation_year, 1, 1)),
        known AS (
          SELECT c.as_of_date, c.as_of_kind, c.graduation_year, c.university_code, h.graduate_id,
            min(h.valid_from) AS entered,
            max_by(h.outcome_code, h.valid_from) FILTER (WHERE h.change_kind <> 'left') AS outcome,
            max_by(h.change_kind = 'left', h.valid_from) AS is_gone,
            max(h.valid_from) AS last_change,
            max(c.watched_until) AS watched_until
          FROM cohorts c JOIN ledger.history h
            ON h.university_code = c.university_code AND h.graduation_year = c.graduation_year
            AND h.valid_from <= c.snapshot_date
          GROUP BY ALL),
        gone AS (
          SELECT k.as_of_date, k.as_of_kind, k.university_code, k.graduation_year, k.graduate_id
          FROM known k JOIN intake.slices s
            ON s.university_code = k.university_code AND s.graduation_year = k.graduation_year
            AND s.status = 'in_force' AND s.snapshot_date < k.last_change
          WHERE k.is_gone GROUP BY ALL
          HAVING max(s.snapshot_date) < make_date(k.graduation_year, 1, 1)),
        expected AS (
          SELECT k.as_of_date, k.as_of_kind, k.graduation_year, count(*) AS graduates
          FROM known k LEFT ANTI JOIN gone g
            ON g.as_of_date = k.as_of_date AND g.as_of_kind = k.as_of_kind
            AND g.university_code = k.university_code AND g.graduation_year = k.graduation_year
            AND g.graduate_id = k.graduate_id
          WHERE k.entered <= k.watched_until AND NOT (k.outcome <=> '65')
          GROUP BY ALL)
        SELECT coalesce(e.as_of_date, t.as_of_date), coalesce(e.graduation_year, t.graduation_year),
          e.graduates AS in_history, t.graduates AS on_the_calendar
        FROM expected e FULL JOIN (
          SELECT as_of_date, as_of_kind, graduation_year, max(graduates) AS graduates
          FROM marts.time_to_placement
          WHERE clock = 'calendar' AND degree_level = 'all' AND discipline_code = 'all'
            AND province_code = 'all' AND hardship_group = 'all' AND day = 0 GROUP BY ALL) t
        ON e.as_of_date = t.as_of_date AND e.as_of_kind = t.as_of_kind
          AND e.graduation_year = t.graduation_year
        WHERE NOT (e.graduates <=> t.graduates)""");
  }

  /** On day 0 nobody has been watched to the end yet, so that counts add up. */
  private static Check addUp(String name, String dimension, String parts) {
    boolean isCut = parts == null;
    Tally firstDay =
        Tally.of(TimeToPlacement.TABLE)
            .by(
                TimeToPlacement.TABLE.key().stream()
                    .map(Field::name)
                    .filter(column -> !column.equals(dimension))
                    .filter(column -> !isCut || !isDimension(column))
                    .toList())
            .counting("graduates");
    String rows =
        isCut
            ? List.of("degree_level", "discipline_code", "province_code").stream()
                .filter(column -> !column.equals(dimension))
                .map(column -> column + " = 'all'")
                .collect(joining(" AND "))
            : "true";
    return Check.that(
        "time_adds_up_over_" + name,
        "on day 0 the graduates of all are the sums over " + name,
        Agreement.between(
                firstDay.where("day = 0", rows, dimension + " = 'all'"),
                firstDay.where(
                    "day = 0", rows, isCut ? dimension + " <> 'all'" : dimension + " IN " + parts))
            .orNothing());
  }

  private static boolean isDimension(String column) {
    return List.of("degree_level", "discipline_catalogue", "discipline_code", "province_code")
        .contains(column);
  }
}
