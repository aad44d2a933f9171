package dev.taizhang.flow.change;

import dev.taizhang.intake.CohortCount;
import dev.taizhang.support.KnownLedgers;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Submissions.Submission;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** What a run knows of files. */
final class SubmissionRows {

  private SubmissionRows() {}

  /** An accepted ledger of university 90001. */
  static Submission ledger(String id, LocalDate date, CohortCount... counts) {
    long accepted = Arrays.stream(counts).mapToLong(CohortCount::accepted).sum();
    return KnownLedgers.ledger(id, date)
        .withCounts(
            new Submissions.Counts(
                accepted, accepted, 0, 0, 0, CohortCount.column(List.of(counts))));
  }

  /** An accepted ledger of a release that did not count the rows of each cohort. */
  static Submission ledgerOfUnknownCohorts(String id) {
    return KnownLedgers.ledger(id, LocalDate.EPOCH);
  }
}
