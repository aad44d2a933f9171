package dev.taizhang.figures.reporting;

import dev.taizhang.tables.Check;
import java.util.List;

/** What must hold of how universities report. */
public final class ReportingChecks {

  public static final List<Check> CHECKS =
      List.of(
          Check.that(
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
                AND r.weeks <=> datediff(s.last_week, s.first_week) / 7 + 1)"""),
          Check.that(
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

  private ReportingChecks() {}
}
