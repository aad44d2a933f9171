package dev.taizhang.answers;

import dev.taizhang.history.SupersededLists;
import dev.taizhang.landing.HiddenSheets;
import dev.taizhang.slices.ListsInForce;
import dev.taizhang.tables.Assistance;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.Reporting;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.Warehouse;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Questions that an analyst asks of the intake. They are asked in SQL, as anybody could. */
public final class Status {

  /** What they read. */
  public static final Set<Table> TABLES =
      Set.of(
          Submissions.TABLE,
          Slices.TABLE,
          Entries.TABLE,
          FollowUp.TABLE,
          Assistance.TABLE,
          Reporting.TABLE);

  private static final String UNIVERSITIES =
      """
      SELECT university_code, max(snapshot_date) AS last_snapshot,
        datediff(max(max(snapshot_date)) OVER (), max(snapshot_date)) AS days_behind,
        count(*) AS submissions,
        max_by(row_count, struct(snapshot_date, modified_at)) AS last_rows,
        max_by(quarantined_count, struct(snapshot_date, modified_at)) AS last_quarantined,
        max_by(flagged_count, struct(snapshot_date, modified_at)) AS last_flagged
      FROM intake.submissions WHERE status = 'accepted' AND feed = 'ledger'
      GROUP BY university_code""";

  private static final String ORDER = " ORDER BY days_behind DESC, university_code";

  /** With the newest week of the reporting, by which the late ones come first. */
  private static final String WITH_REPORTING =
      """
      SELECT u.university_code, r.university_name, u.last_snapshot, u.days_behind, r.on_time,
        r.age_days, u.submissions, u.last_rows, u.last_quarantined, u.last_flagged,
        r.expected_graduates, r.coverage_share
      FROM (%s) u LEFT JOIN (
        SELECT *, max(week_ending) OVER () AS newest_week FROM marts.reporting) r
      ON u.university_code = r.university_code AND r.week_ending = r.newest_week
      ORDER BY coalesce(r.on_time, true), days_behind DESC, u.university_code"""
          .formatted(UNIVERSITIES);

  private static final String PROBLEMS =
      """
      SELECT * FROM (
        SELECT 'rejected' AS problem, file_name, snapshot_date, CAST(NULL AS INT) AS graduation_year,
          reason_code, reason, submission_id
        FROM intake.submissions WHERE status = 'rejected'
        UNION ALL
        SELECT s.status, u.file_name, s.snapshot_date, s.graduation_year, s.status, s.why,
          s.submission_id
        FROM intake.slices s JOIN intake.submissions u ON s.submission_id = u.submission_id
        WHERE s.status <> 'in_force'
        UNION ALL
        SELECT 'superseded', file_name, snapshot_date, NULL, 'superseded', '%s', submission_id
        FROM (%s)
        UNION ALL
        SELECT 'contradiction', NULL, max(snapshot_date), graduation_year, 'identity_contradiction',
          concat(count(DISTINCT person_id), ' ID numbers have several student numbers at ',
            university_code), NULL
        FROM (
          SELECT university_code, graduation_year, person_id, max(snapshot_date) AS snapshot_date
          FROM ledger.entries WHERE person_id IS NOT NULL AND student_key IS NOT NULL
          GROUP BY university_code, graduation_year, person_id HAVING count(DISTINCT student_key) > 1)
        GROUP BY university_code, graduation_year
        UNION ALL
        SELECT 'hidden_sheet', file_name, snapshot_date, NULL, 'hidden_sheet', %s, submission_id
        FROM (SELECT *, explode(hidden_sheets) AS position FROM (
          SELECT file_name, snapshot_date, submission_id, status, %s,
            max(CASE WHEN status = 'accepted' THEN snapshot_date END)
              OVER (PARTITION BY feed, university_code) AS newest
          FROM intake.submissions))
        WHERE status = 'accepted' AND snapshot_date = newest
        UNION ALL
        SELECT 'unmatched', u.file_name, u.snapshot_date, NULL, 'no_such_graduate',
          concat(count(*), ' of ', max(u.row_count), ' rows of ', u.feed,
            ' match no graduate of any ledger; they are matched again as ledgers come in: rows ',
            array_join(slice(array_sort(collect_list(m.row_number)), 1, 10), ', '),
            if(count(*) > 10, ', …', '')), u.submission_id
        FROM (SELECT submission_id, row_number FROM ledger.follow_up WHERE graduate_id IS NULL
          UNION ALL
          SELECT submission_id, row_number FROM ledger.assistance WHERE graduate_id IS NULL) m
        JOIN intake.submissions u ON m.submission_id = u.submission_id
        GROUP BY u.submission_id, u.file_name, u.snapshot_date, u.feed)
      ORDER BY problem, file_name, graduation_year, reason""";

  private Status() {}

  /**
   * One row per university that reported: when last, how far behind, how many rows; and whether it
   * is on time and how much of its roster it covers, where there is such a table. The late ones
   * come first.
   */
  public static Dataset<Row> universities(SparkSession spark, Warehouse warehouse) {
    return warehouse.exists(Reporting.TABLE)
        ? spark.sql(WITH_REPORTING)
        : spark.sql(UNIVERSITIES + ORDER);
  }

  /**
   * One row per rejected file, slice or list that does not count, cohort with contradictions, and
   * hidden sheet in a newest file: why, what to do, and the submission that 'accept' and 'retract'
   * ask for.
   */
  public static Dataset<Row> problems(SparkSession spark) {
    return spark.sql(
        PROBLEMS.formatted(
            ListsInForce.WHY_SUPERSEDED,
            SupersededLists.SQL,
            HiddenSheets.toldSql("CAST(position AS STRING)"),
            HiddenSheets.sql(spark)));
  }
}
