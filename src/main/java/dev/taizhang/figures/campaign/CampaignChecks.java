package dev.taizhang.figures.campaign;

import dev.taizhang.tables.Agreement;
import dev.taizhang.tables.Campaign;
import dev.taizhang.tables.Check;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.Tally;
import dev.taizhang.tables.Transitions;
import dev.taizhang.tables.UnplacedTwoYears;
import java.util.List;
import java.util.stream.Stream;

/** What must hold of the campaign and of the unplaced of two years. */
public final class CampaignChecks {

  private static final String UNPLACED =
      Transitions.COLUMNS_OF_STATES.get("awaiting")
          + " + "
          + Transitions.COLUMNS_OF_STATES.get("not_seeking")
          + " + "
          + Transitions.COLUMNS_OF_STATES.get("outcome_unknown");

  /** Of {@code marts.campaign}. */
  public static final List<Check> CHECKS =
      List.of(
          fromCells(),
          Check.that(
              "campaign_month_by_month",
              "every month until the as-of date speaks of the same graduates",
              Agreement.between(
                  monthly().counting("1"),
                  // Errors of months cannot make up for each other: all have the number of July.
                  monthly()
                      .where("month_end = make_date(graduation_year, 7, 31)")
                      .counting(
                          "least(6, 12 * (year(as_of_date) - graduation_year)"
                              + " + month(as_of_date) - 7"
                              + " + if(as_of_date = last_day(as_of_date), 1, 0))"))),
          addUp("campaign", "places", Campaign.TABLE, "unplaced_on_1_july", "placed_since"),
          addUpOverGroups("campaign", Campaign.TABLE, "unplaced_on_1_july", "placed_since"));

  /** Of {@code marts.unplaced_two_years}. */
  public static final List<Check> UNPLACED_TWO_YEARS =
      List.of(
          Check.that(
              "unplaced_from_cells",
              "graduates, and those unplaced in the slice that speaks, are those of the cells of"
                  + " the cohorts that left school within two years",
              """
              SELECT coalesce(u.as_of_date, c.as_of_date),
                coalesce(u.graduation_year, c.graduation_year),
                u.graduates, c.graduates AS in_cells, u.unplaced, c.unplaced AS unplaced_in_cells
              FROM (SELECT as_of_date, as_of_kind, graduation_year, sum(graduates) AS graduates,
                  sum(unplaced_at_slice) AS unplaced
                FROM marts.unplaced_two_years
                WHERE place_level = 'all' AND hardship_group = 'all' GROUP BY ALL) u
              FULL JOIN (
                SELECT a.as_of_date, a.as_of_kind, a.graduation_year, sum(%1$s) AS graduates,
                  sum(%2$s) AS unplaced
                FROM marts.as_of a JOIN marts.cells_by_major c
                  ON a.university_code = c.university_code
                  AND a.graduation_year = c.graduation_year AND a.snapshot_date = c.snapshot_date
                WHERE a.in_rates AND a.as_of_date >= make_date(a.graduation_year, 7, 1)
                  AND a.as_of_date < make_date(a.graduation_year + 2, 7, 1)
                GROUP BY ALL HAVING sum(%1$s) > 0) c
              ON u.as_of_date = c.as_of_date AND u.as_of_kind = c.as_of_kind
                AND u.graduation_year = c.graduation_year
              WHERE NOT (u.graduates <=> c.graduates AND u.unplaced <=> c.unplaced)"""
                  .formatted(Transitions.COLUMNS_OF_GRADUATES, UNPLACED)),
          addUp("unplaced", "places", UnplacedTwoYears.TABLE, "unplaced", "no_word_30_days"),
          addUpOverGroups("unplaced", UnplacedTwoYears.TABLE, "unplaced", "no_word_30_days"));

  private CampaignChecks() {}

  private static Check fromCells() {
    return Check.that(
        "campaign_from_cells",
        "those unplaced on 1 July are those of the cells of the slice that spoke then",
        """
        WITH first AS (
          SELECT a.as_of_date, a.as_of_kind, a.graduation_year, a.university_code,
            coalesce(
              max(CASE WHEN s.snapshot_date <= make_date(a.graduation_year, 7, 1)
                THEN s.snapshot_date END),
              min(s.snapshot_date)) AS snapshot_date
          FROM marts.as_of a JOIN intake.slices s
            ON s.university_code = a.university_code AND s.graduation_year = a.graduation_year
            AND s.status = 'in_force' AND s.snapshot_date <= a.snapshot_date
            AND s.snapshot_date < make_date(a.graduation_year, 8, 1)
          WHERE a.in_rates AND a.as_of_date >= make_date(a.graduation_year, 7, 31)
          GROUP BY ALL)
        SELECT coalesce(m.as_of_date, c.as_of_date), coalesce(m.graduation_year, c.graduation_year),
          m.unplaced, c.unplaced AS in_cells
        FROM (SELECT as_of_date, as_of_kind, graduation_year, max(unplaced_on_1_july) AS unplaced
          FROM marts.campaign WHERE place_level = 'all' AND hardship_group = 'all' GROUP BY ALL) m
        FULL JOIN (
          SELECT f.as_of_date, f.as_of_kind, f.graduation_year, sum(%1$s) AS unplaced
          FROM first f JOIN marts.cells_by_major c
            ON f.university_code = c.university_code AND f.graduation_year = c.graduation_year
            AND f.snapshot_date = c.snapshot_date
          GROUP BY ALL HAVING sum(%1$s) > 0) c
        ON m.as_of_date = c.as_of_date AND m.as_of_kind = c.as_of_kind
          AND m.graduation_year = c.graduation_year
        WHERE NOT (m.unplaced <=> c.unplaced)"""
            .formatted(UNPLACED));
  }

  /** The months of each cut, by how many were unplaced on 1 July. */
  private static Tally monthly() {
    return Tally.of(Campaign.TABLE)
        .by(
            Stream.concat(
                    columns(Campaign.TABLE, List.of(Campaign.MONTH_END.name())).stream(),
                    Stream.of("unplaced_on_1_july"))
                .toList());
  }

  private static Check addUp(String of, String over, Table table, String count, String part) {
    Tally places = Tally.of(table).by(columns(table, List.of("place_level", "place_code")));
    return Check.that(
        of + "_adds_up_over_" + over,
        "counts of everywhere are the sums over provinces, over prefectures and over universities",
        Agreement.between(
                places.where("place_level = 'all'").counting(count, part, count, part, count, part),
                places
                    .where("place_level <> 'all'")
                    .counting(
                        Stream.of("province", "prefecture", "university")
                            .flatMap(level -> Stream.of(at(level, count), at(level, part)))
                            .toArray(String[]::new)))
            .orNothing());
  }

  private static String at(String level, String count) {
    return "if(place_level = '%s', %s, 0)".formatted(level, count);
  }

  private static Check addUpOverGroups(String of, Table table, String count, String part) {
    Tally groups =
        Tally.of(table).by(columns(table, List.of("hardship_group"))).counting(count, part);
    return Check.that(
        of + "_adds_up_over_groups",
        "counts of all are the sums over the groups that do not overlap",
        Agreement.between(
                groups.where("hardship_group = 'all'"),
                groups.where(
                    "hardship_group IN ('none', 'any', 'employment_difficulty_only', 'unknown')"))
            .orNothing());
  }

  private static List<String> columns(Table table, List<String> without) {
    return table.key().stream().map(Field::name).filter(name -> !without.contains(name)).toList();
  }
}
