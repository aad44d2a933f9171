package dev.taizhang.verification;

import static java.util.stream.Collectors.joining;

import dev.taizhang.conform.Forgotten;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.history.SupersededLists;
import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Measures;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.PlacementTrend;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.Tombstones;
import dev.taizhang.tables.Transitions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What several tables promise together. Each is a query that finds the rows that break it. */
final class Invariants {

  /**
   * A promise.
   *
   * @param name identifies it
   * @param statement says what holds
   * @param breaches SQL that finds where it does not
   */
  record Invariant(String name, String statement, String breaches) {}

  private static final Map<String, String> STATES = states();

  /** Every invariant. */
  static final List<Invariant> ALL = all();

  private Invariants() {}

  /** SQL for the rows of a table that are of somebody who was forgotten. */
  private static Stream<String> forgotten(Table table) {
    return table.fields().stream()
        .filter(Field::pseudonym)
        .map(
            field ->
                "SELECT '%s' AS found_in FROM %s WHERE %s IN (SELECT tombstone FROM %s)"
                    .formatted(
                        table.name(),
                        table.name(),
                        Forgotten.tombstone(field.name()),
                        Tombstones.TABLE.name()));
  }

  private static List<Invariant> all() {
    List<Invariant> all = new ArrayList<>();
    all.add(
        new Invariant(
            "nothing_lost",
            "each submission has as many entries and quarantined rows as it says",
            """
            SELECT s.submission_id, s.row_count, s.accepted_count, e.n AS entries,
              s.quarantined_count, q.n AS quarantined
            FROM intake.submissions s
            LEFT JOIN (SELECT submission_id, count(*) n FROM (
                SELECT submission_id FROM ledger.entries
                UNION ALL SELECT submission_id FROM ledger.follow_up_entries
                UNION ALL SELECT submission_id FROM ledger.assistance_entries) GROUP BY 1) e
              ON s.submission_id = e.submission_id
            LEFT JOIN (SELECT submission_id, count(*) n FROM intake.quarantine GROUP BY 1) q
              ON s.submission_id = q.submission_id
            WHERE s.status = 'accepted' AND (s.accepted_count <> coalesce(e.n, 0)
              OR s.quarantined_count <> coalesce(q.n, 0)
              OR s.row_count <> s.accepted_count + s.quarantined_count + s.forgotten_count)"""));
    all.add(
        new Invariant(
            "nobody_forgotten",
            "no table has a row of a person forgotten by law",
            Pipeline.tables().stream()
                .flatMap(Invariants::forgotten)
                .collect(joining(" UNION ALL "))));
    all.add(
        new Invariant(
            "rules_counted",
            "the counts by rule match the quarantined rows and flags",
            """
            SELECT coalesce(r.submission_id, c.submission_id), coalesce(r.rule_id, c.rule_id),
              r.broken_count, c.n
            FROM (SELECT * FROM intake.expectation_results
              WHERE scope = 'row' AND submission_id IN (
                SELECT submission_id FROM intake.submissions WHERE status = 'accepted')) r
            FULL JOIN (SELECT submission_id, rule_id, count(*) n FROM (
                SELECT submission_id, rule_id FROM intake.quarantine
                UNION ALL SELECT submission_id, explode(flags) FROM ledger.entries
                UNION ALL SELECT submission_id, explode(flags) FROM ledger.follow_up_entries
                UNION ALL SELECT submission_id, explode(flags) FROM ledger.assistance_entries)
              WHERE submission_id IN (
                SELECT submission_id FROM intake.submissions WHERE status = 'accepted')
              GROUP BY 1, 2) c
            ON r.submission_id = c.submission_id AND r.rule_id = c.rule_id
            WHERE NOT (r.broken_count <=> c.n)"""));
    all.add(
        new Invariant(
            "major_names_counted",
            "the names of majors match the entries of accepted submissions",
            """
            SELECT * FROM (SELECT submission_id, graduation_year, major_catalogue, major_code,
                major_name, row_count FROM intake.major_names WHERE submission_id IN (
                  SELECT submission_id FROM intake.submissions WHERE status = 'accepted')) n
            FULL JOIN (SELECT submission_id, graduation_year, major_catalogue, major_code,
                major_name, count(*) AS entries FROM ledger.entries
              WHERE major_code IS NOT NULL AND major_name IS NOT NULL AND submission_id IN (
                SELECT submission_id FROM intake.submissions WHERE status = 'accepted')
              GROUP BY ALL) e
            USING (submission_id, graduation_year, major_catalogue, major_code, major_name)
            WHERE NOT (row_count <=> entries)"""));
    all.add(
        new Invariant(
            "feeds_matched",
            "the matched rows are exactly the entries of the lists that count, and every"
                + " matched graduate is in the history",
            """
            WITH counting AS (
              SELECT submission_id FROM intake.submissions WHERE status = 'accepted'
              EXCEPT SELECT submission_id FROM (%s)),
            due AS (
              SELECT 'follow_up' AS feed, submission_id, sheet_name, row_number
              FROM ledger.follow_up_entries LEFT SEMI JOIN counting USING (submission_id)
              UNION ALL
              SELECT 'assistance', submission_id, sheet_name, row_number
              FROM ledger.assistance_entries LEFT SEMI JOIN counting USING (submission_id)),
            matched AS (
              SELECT 'follow_up' AS feed, submission_id, sheet_name, row_number, graduate_id
              FROM ledger.follow_up
              UNION ALL
              SELECT 'assistance', submission_id, sheet_name, row_number, graduate_id
              FROM ledger.assistance)
            (SELECT 'missing ' || feed, submission_id, sheet_name, row_number FROM (
              SELECT * FROM due EXCEPT ALL
              SELECT feed, submission_id, sheet_name, row_number FROM matched))
            UNION ALL
            (SELECT 'does not count in ' || feed, submission_id, sheet_name, row_number FROM (
              SELECT feed, submission_id, sheet_name, row_number FROM matched EXCEPT ALL
              SELECT * FROM due))
            UNION ALL
            (SELECT 'no such graduate', submission_id, sheet_name, row_number FROM matched m
              WHERE graduate_id IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM ledger.history h WHERE h.graduate_id = m.graduate_id))"""
                .formatted(SupersededLists.SQL)));
    all.add(
        new Invariant(
            "slices_complete",
            "slices have as many rows as the entries of accepted submissions that were not retracted",
            """
            SELECT coalesce(s.submission_id, e.submission_id), s.graduates, e.n
            FROM intake.slices s FULL JOIN (
              SELECT submission_id, graduation_year, count(*) n FROM ledger.entries
              WHERE submission_id IN (
                SELECT submission_id FROM intake.submissions WHERE status = 'accepted')
              GROUP BY 1, 2) e
            ON s.submission_id = e.submission_id AND s.graduation_year = e.graduation_year
            WHERE NOT (s.graduates <=> e.n) AND NOT (s.submission_id IS NULL AND EXISTS (
              SELECT 1 FROM intake.decisions d WHERE d.kind = 'retract'
              AND d.submission_id = e.submission_id
              AND coalesce(d.graduation_year = e.graduation_year, true)))"""));
    all.add(
        new Invariant(
            "history_intervals",
            "the intervals of each graduate follow each other without gap or overlap",
            """
            SELECT university_code, graduation_year, graduate_id, valid_from FROM (
              SELECT *, lead(valid_from) OVER (PARTITION BY university_code, graduation_year,
                graduate_id ORDER BY valid_from) AS following FROM ledger.history)
            WHERE NOT (valid_to <=> following)"""));
    all.add(
        new Invariant(
            "history_begins",
            "each graduate enters exactly once, at the beginning",
            """
            SELECT university_code, graduation_year, graduate_id FROM ledger.history
            GROUP BY 1, 2, 3
            HAVING count_if(change_kind = 'entered') <> 1
              OR min_by(change_kind, valid_from) <> 'entered'"""));
    all.add(cellsAgree());
    all.add(
        new Invariant(
            "rates_from_history",
            "graduates and placed of each cohort match the history at the effective slices",
            """
            SELECT r.as_of_date, r.graduation_year, r.graduates, h.graduates AS in_history,
              r.placed, h.placed AS placed_in_history
            FROM (SELECT as_of_date, as_of_kind, graduation_year, graduates, placed
              FROM marts.placement_rates WHERE %s AND region_role = 'all' AND major_level = 'all'
              AND university_code = 'all' AND hardship_group = 'all') r
            FULL JOIN (
              SELECT a.as_of_date, a.as_of_kind, a.graduation_year,
                count_if(h.in_denominator) AS graduates,
                count_if(h.outcome_code IN (%s)) AS placed
              FROM marts.as_of a JOIN ledger.history h
                ON a.university_code = h.university_code AND a.graduation_year = h.graduation_year
                AND h.valid_from <= a.snapshot_date
                AND coalesce(h.valid_to > a.snapshot_date, true) AND h.change_kind <> 'left'
              WHERE a.in_rates GROUP BY 1, 2, 3 HAVING graduates > 0) h
            ON r.as_of_date = h.as_of_date AND r.as_of_kind = h.as_of_kind
              AND r.graduation_year = h.graduation_year
            WHERE NOT (r.graduates <=> h.graduates AND r.placed <=> h.placed)"""
                .formatted("degree_level = 'all'", placedCodes())));
    all.add(trendFromCells());
    all.add(groupsAddUp("rates", PlacementRates.TABLE));
    all.add(groupsAddUp("trend", PlacementTrend.TABLE));
    String upToDiscipline = "major_level IN ('all', 'discipline')";
    String groupsOfUniversityMajors = "hardship_group IN ('all', 'none', 'any', 'key_group')";
    all.add(
        addsUp(
            "universities",
            "university_code <> 'all'",
            "university_code",
            "region_role = 'all' AND (%s OR %s)"
                .formatted(upToDiscipline, groupsOfUniversityMajors)));
    for (String role : List.of("university", "origin")) {
      for (String level : List.of("province", "prefecture")) {
        boolean allMajorLevels = role.equals("university") && level.equals("province");
        all.add(
            addsUp(
                role + "_" + level,
                "region_role = '%s' AND region_level = '%s'".formatted(role, level),
                "region_role, region_level, region_code",
                "university_code = 'all' AND " + (allMajorLevels ? "true" : upToDiscipline)));
      }
    }
    all.add(addsUpOverMajors("discipline", "true"));
    for (String level : List.of("class", "major")) {
      all.add(
          addsUpOverMajors(
              level,
              "region_role <> 'origin' AND region_level <> 'prefecture' AND (university_code ="
                  + " 'all' OR "
                  + groupsOfUniversityMajors
                  + ")"));
    }
    all.add(addsUp("degree_levels", "degree_level <> 'all'", "degree_level", "true"));
    all.add(
        new Invariant(
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
    all.add(
        new Invariant(
            "schemes_add_up",
            "the groups of every scheme add up to graduates, and those in the numerator to placed",
            """
            SELECT %s, s.scheme, r.graduates, s.total, r.placed, s.numerator
            FROM marts.placement_rates r LEFT JOIN (
              SELECT %s, scheme, sum(in_group) AS total,
                sum(CASE WHEN in_numerator THEN in_group ELSE 0 END) AS numerator
              FROM marts.scheme_rates GROUP BY ALL) s USING (%s)
            WHERE NOT (s.total <=> r.graduates AND s.numerator <=> r.placed)"""
                .formatted(
                    names(PlacementRates.KEY),
                    names(PlacementRates.KEY),
                    names(PlacementRates.KEY))));
    all.add(transitionsFromCells("as_of_date", "to_state", "after"));
    all.add(transitionsFromCells("previous_date", "from_state", "before"));
    all.add(
        transitionsAddUp(
            "groups",
            "hardship_group",
            "hardship_group IN ('none', 'any', 'employment_difficulty_only', 'unknown')"));
    all.add(transitionsAddUp("provinces", "province_code", "province_code <> 'all'"));
    all.add(
        new Invariant(
            "reporting_without_gap",
            "each university has one row for each week from its first slice to the newest date",
            """
            SELECT coalesce(r.university_code, s.university_code), r.first_week, s.first_week,
              r.last_week, s.last_week, r.weeks
            FROM (SELECT university_code, min(week_ending) AS first_week,
                max(week_ending) AS last_week, count(*) AS weeks
              FROM marts.reporting GROUP BY 1) r
            FULL JOIN (
              SELECT * FROM (
                SELECT university_code, min(next_day(date_sub(snapshot_date, 1), 'SUN')) AS first_week,
                  next_day(date_sub(max(newest), 1), 'SUN') AS last_week,
                  min(snapshot_date) AS first_date, max(newest) AS newest
                FROM intake.slices CROSS JOIN (
                  SELECT max(as_of_date) AS newest FROM marts.as_of
                  WHERE in_trend AND as_of_kind = 'plain')
                GROUP BY 1)
              WHERE first_date <= newest) s
            ON r.university_code = s.university_code
            WHERE NOT (r.first_week <=> s.first_week AND r.last_week <=> s.last_week
              AND r.weeks <=> datediff(s.last_week, s.first_week) / 7 + 1)"""));
    all.add(
        new Invariant(
            "reporting_counts_files",
            "the files and held slices of each university's weeks match the intake",
            """
            SELECT r.university_code, r.accepted_files, f.accepted_files, r.rejected_files,
              f.rejected_files, r.rows_read, f.rows_read, r.held_slices, h.held_slices
            FROM (SELECT university_code, min(date_sub(week_ending, 6)) AS first_day,
                max(as_of_date) AS last_day, sum(accepted_files) AS accepted_files,
                sum(rejected_files) AS rejected_files, sum(rows_read) AS rows_read,
                sum(held_slices) AS held_slices
              FROM marts.reporting GROUP BY 1) r
            LEFT JOIN LATERAL (
              SELECT count_if(status = 'accepted') AS accepted_files,
                count_if(status = 'rejected') AS rejected_files,
                coalesce(sum(CASE WHEN status = 'accepted' THEN row_count END), 0) AS rows_read
              FROM intake.submissions u WHERE u.university_code = r.university_code
                AND u.feed = 'ledger' AND u.snapshot_date BETWEEN r.first_day AND r.last_day) f
            LEFT JOIN LATERAL (
              SELECT count_if(status = 'held') AS held_slices
              FROM intake.slices s WHERE s.university_code = r.university_code
                AND s.snapshot_date BETWEEN r.first_day AND r.last_day) h
            WHERE NOT (r.accepted_files = f.accepted_files AND r.rejected_files = f.rejected_files
              AND r.rows_read = f.rows_read AND r.held_slices = h.held_slices)"""));
    all.add(
        new Invariant(
            "locks_have_figures",
            "the figures of every recorded lock are present",
            """
            SELECT as_of_date, decided_at FROM intake.decisions WHERE kind = 'lock'
            EXCEPT SELECT as_of_date, locked_at FROM marts.locked_figures"""));
    return List.copyOf(all);
  }

  /**
   * The graduates on one side of the transitions are those of the cells that speak at its date, of
   * the cohorts that still speak at the later date.
   *
   * @param date the column of the side's date
   * @param state the column of the side's state
   */
  private static Invariant transitionsFromCells(String date, String state, String side) {
    return new Invariant(
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
                STATES.entrySet().stream()
                    .map(one -> "sum(%s) AS %s".formatted(one.getValue(), one.getKey()))
                    .collect(joining(", ")),
                String.join(", ", STATES.keySet())));
  }

  private static Invariant transitionsAddUp(String name, String dimension, String parts) {
    String key =
        Transitions.TABLE.key().stream()
            .map(Field::name)
            .filter(column -> !column.equals(dimension))
            .collect(joining(", "));
    return new Invariant(
        "transitions_add_up_over_" + name,
        "total movements are the sums over " + name,
        """
        SELECT %1$s FROM marts.transitions GROUP BY %1$s
        HAVING sum(CASE WHEN %2$s = 'all' THEN graduates ELSE 0 END)
          <> sum(CASE WHEN %3$s THEN graduates ELSE 0 END)"""
            .formatted(key, dimension, parts));
  }

  /** The columns of the cells that add up to each state of the transitions. */
  private static Map<String, String> states() {
    Map<String, String> states = new TreeMap<>();
    states.put("outcome_unknown", "outcome_unknown");
    for (Outcome outcome : Outcome.values()) {
      OutcomeComponent component = outcome.component();
      states.merge(
          component.placed() ? Transitions.PLACED : component.columnName(),
          outcome.columnName(),
          (one, other) -> one + " + " + other);
    }
    return states;
  }

  private static String names(List<Field> fields) {
    return fields.stream().map(Field::name).collect(joining(", "));
  }

  private static String placedCodes() {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> outcome.component().placed())
        .map(outcome -> "'" + outcome.code() + "'")
        .collect(joining(", "));
  }

  private static Invariant cellsAgree() {
    String sums =
        Measures.outcomes().stream()
            .map(field -> "sum(" + field.name() + ") AS " + field.name())
            .collect(joining(", "));
    String cohort =
        "university_code, graduation_year, snapshot_date, degree_level, hardship_tags, hardship_detail";
    return new Invariant(
        "cells_agree",
        "the cells by major and by origin have the same totals per slice, degree level and tag set",
        """
        (SELECT %1$s, %2$s FROM marts.cells_by_major GROUP BY %1$s
         EXCEPT ALL SELECT %1$s, %2$s FROM marts.cells_by_origin GROUP BY %1$s)
        UNION ALL
        (SELECT %1$s, %2$s FROM marts.cells_by_origin GROUP BY %1$s
         EXCEPT ALL SELECT %1$s, %2$s FROM marts.cells_by_major GROUP BY %1$s)"""
            .formatted(cohort, sums));
  }

  /** The trend of everybody in all is what the cells of the slices that speak add up to. */
  private static Invariant trendFromCells() {
    return new Invariant(
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
                STATES.entrySet().stream()
                    .filter(one -> !one.getKey().equals(OutcomeComponent.OUTSIDE.columnName()))
                    .map(Map.Entry::getValue)
                    .collect(joining(" + ")),
                STATES.get(Transitions.PLACED)));
  }

  private static Invariant groupsAddUp(String figures, Table table) {
    String cut =
        PlacementRates.KEY.stream()
            .map(Field::name)
            .filter(name -> !name.equals("hardship_group"))
            .collect(joining(", "));
    // By university the classes and majors have only some of the groups.
    return new Invariant(
        "groups_add_up_in_" + figures,
        "none + any + employment_difficulty_only + unknown = all in " + table.name(),
        """
        SELECT %1$s FROM %2$s
        WHERE university_code = 'all' OR major_level IN ('all', 'discipline')
        GROUP BY %1$s
        HAVING sum(CASE WHEN hardship_group = 'all' THEN graduates ELSE 0 END)
          <> sum(CASE WHEN hardship_group IN ('none', 'any', 'employment_difficulty_only', 'unknown')
            THEN graduates ELSE 0 END)
        OR sum(CASE WHEN hardship_group = 'all' THEN placed ELSE 0 END)
          <> sum(CASE WHEN hardship_group IN ('none', 'any', 'employment_difficulty_only', 'unknown')
            THEN placed ELSE 0 END)"""
            .formatted(cut, table.name()));
  }

  private static Invariant addsUpOverMajors(String level, String where) {
    return addsUp(
        level, "major_level = '" + level + "'", "major_level, major_catalogue, major_code", where);
  }

  /**
   * The parts of a dimension add up to the whole, in every cut that has it.
   *
   * @param parts condition of the rows that are parts
   * @param dimension columns that tell the parts apart, and are {@code all} in the whole
   * @param where condition of the cuts that have parts
   */
  private static Invariant addsUp(String name, String parts, String dimension, String where) {
    List<String> dropped = List.of(dimension.split(", "));
    List<String> cut =
        PlacementRates.KEY.stream()
            .map(Field::name)
            .filter(column -> !dropped.contains(column))
            .toList();
    List<String> counts =
        List.of(
            "graduates", "placed", "awaiting", "not_seeking", "outcome_unknown", "stale_graduates");
    return new Invariant(
        "adds_up_over_" + name,
        "totals are the sums over " + name,
        """
        SELECT %s, w.graduates, p.graduates AS in_parts
        FROM (SELECT * FROM marts.placement_rates WHERE %s AND %s) w
        FULL JOIN (SELECT %s, %s FROM marts.placement_rates WHERE %s AND %s GROUP BY ALL) p
        ON %s WHERE NOT (%s)"""
            .formatted(
                each(cut, "coalesce(w.%1$s, p.%1$s)", ", "),
                each(dropped, "%1$s = 'all'", " AND "),
                where,
                String.join(", ", cut),
                each(counts, "sum(%1$s) AS %1$s", ", "),
                parts,
                where,
                each(cut, "w.%1$s = p.%1$s", " AND "),
                each(counts, "w.%1$s <=> p.%1$s", " AND ")));
  }

  private static String each(List<String> names, String form, String separator) {
    return names.stream().map(form::formatted).collect(joining(separator));
  }
}
