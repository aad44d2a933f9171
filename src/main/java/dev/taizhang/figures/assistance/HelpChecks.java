package dev.taizhang.figures.assistance;

import dev.taizhang.tables.Agreement;
import dev.taizhang.tables.AssistanceCoverage;
import dev.taizhang.tables.AssistanceFunnel;
import dev.taizhang.tables.Check;
import dev.taizhang.tables.DeclineReasons;
import dev.taizhang.tables.HelpCells;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.Plans;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.Tally;
import dev.taizhang.tables.Training;
import java.util.List;
import java.util.stream.Stream;

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
              AssistanceCoverage.TABLE,
              // A provider has no row for a group that it reached nobody of.
              "CASE WHEN provider = 'all' THEN unplaced ELSE 0 END + 2 * one_to_one"
                  + " + 3 * contact_only + 5 * mass_only + 7 * mode_unknown",
              List.of("window_days", "provider", "province_code", "university_code"),
              "hardship_group = 'all'",
              "hardship_group IN ('none', 'any', 'employment_difficulty_only', 'unknown')"),
          fromCells(
              "coverage_from_cells",
              "the unplaced are those of the cells, by window",
              figures(AssistanceCoverage.TABLE, "window_days", "provider = 'all'")
                  .counting("unplaced"),
              cells("days", "subject = 'unplaced'").counting("graduates")));

  /** Of {@code marts.assistance_funnel}. */
  public static final List<Check> FUNNEL =
      List.of(
          fromCells(
              "funnel_from_cells",
              "those to whom a post was recommended, and those helped one to one while unplaced, are"
                  + " those of the cells",
              figures(AssistanceFunnel.TABLE, "0", "true")
                  .counting("recommended", "helped_one_to_one"),
              cells("0", "subject IN ('funnel', 'first_help')")
                  .counting(
                      "if(subject = 'funnel', graduates, 0)",
                      "if(subject = 'first_help', graduates, 0)")),
          addUp(
              "funnel_adds_up_over_provinces",
              AssistanceFunnel.TABLE,
              "recommended + applied + interviewed + offered + signed + helped_one_to_one"
                  + " + placed_since",
              List.of("hardship_group"),
              "province_code = 'all' AND university_code = 'all'",
              "province_code <> 'all'"));

  /** Of {@code marts.decline_reasons}. */
  public static final List<Check> DECLINED =
      List.of(
          fromCells(
              "declined_from_cells",
              "those who declined are those of the cells, by reason",
              figures(DeclineReasons.TABLE, "decline_reason_code", "true").counting("graduates"),
              cells("answer", "subject = 'declined'").counting("graduates")));

  /** Of {@code marts.training}. */
  public static final List<Check> TRAINING =
      List.of(
          fromCells(
              "training_from_cells",
              "those whom training reached are those of the cells, by training",
              figures(Training.TABLE, "training", "true").counting("reached"),
              cells("kind", "subject = 'trained' AND days = 0 AND answer = 'all'")
                  .counting("graduates")));

  /** Of {@code marts.plans}. */
  public static final List<Check> PLANS =
      List.of(
          Check.that(
              "plans_from_rates",
              "the graduates of key groups, and of them the unplaced, are those of the rates: all,"
                  + " by province and by university",
              Agreement.between(
                  Tally.of(PlacementRates.TABLE)
                      .where(
                          "degree_level = 'all' AND major_level = 'all'",
                          "hardship_group = 'key_group'",
                          "region_role = 'all'"
                              + " OR region_role = 'university' AND region_level = 'province'")
                      .by(
                          places(
                              "CASE WHEN region_level = 'province' THEN region_code ELSE 'all' END"))
                      .counting("graduates", "graduates - placed"),
                  Tally.of(Plans.TABLE)
                      .by(places("province_code"))
                      .counting("graduates", "unplaced"))));

  private HelpChecks() {}

  /** Figures of everybody are what the cells add up to. */
  private static Check fromCells(String name, String statement, Tally figures, Tally cells) {
    return Check.that(name, statement, Agreement.between(figures, cells));
  }

  /** Figures of everybody everywhere. */
  private static Tally figures(Table table, String item, String where) {
    return Tally.of(table)
        .where(
            "hardship_group = 'all' AND province_code = 'all' AND university_code = 'all'", where)
        .by(List.of("as_of_date", "as_of_kind", "graduation_year", item));
  }

  private static Tally cells(String item, String where) {
    return Tally.of(HelpCells.TABLE)
        .where(where)
        .by(List.of("as_of_date", "as_of_kind", "graduation_year", item));
  }

  private static List<String> places(String province) {
    return List.of("as_of_date", "as_of_kind", "graduation_year", province, "university_code");
  }

  /** What a total counts is what its parts count together. */
  private static Check addUp(
      String name, Table table, String count, List<String> more, String whole, String parts) {
    Tally sums =
        Tally.of(table)
            .by(
                Stream.concat(
                        Stream.of("as_of_date", "as_of_kind", "graduation_year"), more.stream())
                    .toList())
            .counting(count);
    return Check.that(
        name,
        "totals are the sums of their parts in " + table.name(),
        Agreement.between(sums.where(whole), sums.where(parts)).orNothing());
  }
}
