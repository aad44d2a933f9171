package dev.taizhang.history;

import dev.taizhang.tables.Check;
import java.util.List;

/** What must hold of the history, and of the lists that are matched with it. */
public final class HistoryChecks {

  /** Of the history. */
  public static final List<Check> HISTORY =
      List.of(
          Check.that(
              "history_intervals",
              "the intervals of each graduate follow each other without gap or overlap",
              """
              SELECT university_code, graduation_year, graduate_id, valid_from FROM (
                SELECT *, lead(valid_from) OVER (PARTITION BY university_code, graduation_year,
                  graduate_id ORDER BY valid_from) AS following FROM ledger.history)
              WHERE NOT (valid_to <=> following)"""),
          Check.that(
              "history_begins",
              "each graduate enters exactly once, at the beginning",
              """
              SELECT university_code, graduation_year, graduate_id FROM ledger.history
              GROUP BY 1, 2, 3
              HAVING count_if(change_kind = 'entered') <> 1
                OR min_by(change_kind, valid_from) <> 'entered'"""),
          Check.that(
              "baseline_tags",
              "baseline tags are those of the last state that began by the graduation day, or of"
                  + " the first state",
              """
              SELECT university_code, graduation_year, graduate_id, valid_from FROM (
                SELECT *, max_by(struct(hardship_tags, hardship_detail), valid_from) FILTER (
                    WHERE change_kind = 'entered' OR (change_kind <> 'left'
                      AND valid_from <= CASE
                        WHEN graduation_date >= make_date(graduation_year - 1, 9, 1)
                          AND graduation_date < make_date(graduation_year, 9, 1)
                        THEN graduation_date ELSE make_date(graduation_year, 7, 1) END))
                  OVER (PARTITION BY university_code, graduation_year, graduate_id
                    ORDER BY valid_from ROWS UNBOUNDED PRECEDING) AS due
                FROM ledger.history)
              WHERE NOT (baseline_tags <=> due.hardship_tags
                AND baseline_detail <=> due.hardship_detail)"""));

  /** Of the lists of the other feeds, once all are matched. */
  public static final List<Check> MATCHED =
      List.of(
          Check.that(
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

  private HistoryChecks() {}
}
