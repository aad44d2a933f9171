package dev.taizhang.slices;

import dev.taizhang.tables.Agreement;
import dev.taizhang.tables.Check;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Tally;
import java.util.List;

/** What must hold of the slices. */
public final class SliceChecks {

  private static final List<String> SLICE = List.of("submission_id", "graduation_year");

  public static final List<Check> CHECKS =
      List.of(
          Check.that(
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
                AND coalesce(d.graduation_year = e.graduation_year, true)))""")
              // Where nobody retracted any of it.
              .shownBy(
                  Agreement.between(
                      Tally.of(Slices.TABLE).by(SLICE).counting("graduates"),
                      Tally.of(Entries.TABLE)
                          .beside(
                              Submissions.TABLE,
                              List.of(Submissions.SUBMISSION_ID),
                              List.of(Submissions.STATUS))
                          .where("status = 'accepted'")
                          .by(SLICE)
                          .counting("1"))));

  private SliceChecks() {}
}
