package dev.taizhang.register;

import dev.taizhang.intake.CohortCount;
import dev.taizhang.intake.RowCounts;
import dev.taizhang.intake.Taken;
import dev.taizhang.landing.HiddenSheets;
import dev.taizhang.landing.LandingFile;
import dev.taizhang.landing.Survey;
import dev.taizhang.landing.rows.Layout;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Submissions.Submission;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What is recorded of a file that was read, and of its rows. */
final class RecordedRows {

  private RecordedRows() {}

  /**
   * What became of a file.
   *
   * @param before what was known of its first arrival, which stays
   * @param configuration what it was read under
   * @param now when the run met it
   */
  static Submission of(
      Taken taken, Optional<Submission> before, String configuration, String runId, Instant now) {
    Survey survey = taken.survey();
    LandingFile file = survey.file();
    Optional<Survey.Named> name = Optional.ofNullable(survey.name());
    Optional<Layout> layout = Optional.ofNullable(survey.layout());
    Submission recorded =
        new Submission(
            survey.submissionId(),
            file.feed().id(),
            name.map(Survey.Named::submitterCode).orElse(null),
            name.map(Survey.Named::snapshotDate).orElse(null),
            name.map(Survey.Named::part).orElse(null),
            before.map(Submission::fileName).orElse(file.name()),
            file.byteSize(),
            before.map(Submission::modifiedAt).orElse(file.modifiedAt()),
            before.map(Submission::receivedAt).orElse(now),
            layout.map(Layout::template).orElse(null),
            layout.map(Layout::encoding).orElse(null),
            configuration,
            taken.rejection().isPresent() ? Submissions.REJECTED : Submissions.ACCEPTED,
            taken.rejection().map(Rejection::code).orElse(null),
            taken.rejection().map(Rejection::reason).orElse(null),
            null,
            null,
            null,
            null,
            null,
            runId,
            null,
            before.map(Submission::orderedAt).orElse(null),
            layout.map(HiddenSheets::column).orElse(null));
    return taken.counts().map(counts -> recorded.withCounts(of(counts))).orElse(recorded);
  }

  private static Submissions.Counts of(Taken.Counts counts) {
    return new Submissions.Counts(
        counts.read(),
        counts.kept().accepted(),
        counts.kept().quarantined(),
        counts.kept().flagged(),
        counts.forgotten(),
        CohortCount.column(counts.kept().cohorts()));
  }

  /**
   * A submission counted anew, after rows of it were left out by law.
   *
   * @param kept the rows that are in the tables, by submission
   */
  static Submission recounted(Submission submission, Map<String, RowCounts> kept) {
    return submission.withCounts(of(counts(submission, kept)));
  }

  /**
   * How many more rows of a submission are in no table than were left out by law; 0 for one that no
   * rows were taken from.
   */
  static long fewer(Submission submission, Map<String, RowCounts> kept) {
    return submission.rowCount() == null
        ? 0
        : counts(submission, kept).forgotten() - submission.forgottenCount();
  }

  /** The counts of a submission whose missing rows were left out by law. */
  private static Taken.Counts counts(Submission submission, Map<String, RowCounts> kept) {
    RowCounts rows = kept.getOrDefault(submission.submissionId(), RowCounts.NONE);
    long read = submission.rowCount();
    return new Taken.Counts(read, 0, read - rows.accepted() - rows.quarantined(), rows);
  }
}
