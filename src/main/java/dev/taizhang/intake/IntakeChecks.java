package dev.taizhang.intake;

import dev.taizhang.tables.Check;
import java.util.List;

/** What must hold of the tables that are made while files are read. */
public final class IntakeChecks {

  /** Of the submissions: no row is lost. */
  public static final List<Check> SUBMISSIONS =
      List.of(
          Check.that(
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

  /** Of how often each rule is broken. */
  public static final List<Check> EXPECTATION_RESULTS =
      List.of(
          Check.that(
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

  /** Of the names of majors. */
  public static final List<Check> MAJOR_NAMES =
      List.of(
          Check.that(
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

  private IntakeChecks() {}
}
