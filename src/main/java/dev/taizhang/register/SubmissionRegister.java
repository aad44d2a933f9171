package dev.taizhang.register;

import dev.taizhang.config.AsOfRequest;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.flow.Stage;
import dev.taizhang.flow.change.CohortFiles;
import dev.taizhang.intake.RowCounts;
import dev.taizhang.intake.Taken;
import dev.taizhang.landing.LandingFile;
import dev.taizhang.landing.Survey;
import dev.taizhang.tables.Assistance;
import dev.taizhang.tables.AssistanceEntries;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Decisions.Decision;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Files;
import dev.taizhang.tables.Files.KnownFile;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.FollowUpEntries;
import dev.taizhang.tables.MajorNames;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.RecordType;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Submissions.Submission;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.Stamp;
import dev.taizhang.warehouse.TableRows;
import dev.taizhang.warehouse.Warehouse;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known of files, submissions and decisions: read once at the start of a run, changed by
 * it, and written back at the end. One row per file, so that all of it fits in memory.
 */
public final class SubmissionRegister {

  private final Warehouse warehouse;
  private final KnownFiles files;
  private final KnownSubmissions submissions;
  private final Map<String, Decision> decisions = new TreeMap<>();

  /**
   * Reads what is known.
   *
   * @param configurations what the files of each feed are read under, by its id
   */
  public SubmissionRegister(Warehouse warehouse, Map<String, String> configurations) {
    this.warehouse = warehouse;
    this.files = new KnownFiles(warehouse.records(Files.RECORDS));
    this.submissions = new KnownSubmissions(warehouse.records(Submissions.RECORDS), configurations);
    warehouse
        .records(Decisions.RECORDS)
        .forEach(decision -> decisions.put(decision.decisionId(), decision));
  }

  /**
   * Whether a file has to be read: it is new or changed, or it was rejected for another reason than
   * its bytes or under another configuration, or accepted under one and everything is to be read
   * anew.
   */
  public boolean isToRead(LandingFile file, boolean reconform) {
    return files
        .at(file)
        .filter(known -> !KnownFiles.hasChanged(file, known))
        .flatMap(known -> submissions.of(known.submissionId()))
        .filter(submission -> submissions.isTakenIn(submission, reconform))
        .isEmpty();
  }

  /** Whether nothing is known of a path. */
  public boolean isNew(LandingFile file) {
    return files.at(file).isEmpty();
  }

  /** The submissions whose content is taken in already: only its path is to be remembered. */
  public Set<String> takenIn(boolean reconform) {
    return submissions.takenIn(reconform);
  }

  /** The name of a submission's file, as it was first seen. */
  public String fileName(String submissionId) {
    return submissions.of(submissionId).orElseThrow().fileName();
  }

  /** Every path that a submission's bytes are known at; its file's name where there is none. */
  public List<String> paths(String submissionId) {
    List<String> paths = files.of(submissionId).stream().map(KnownFile::path).toList();
    return paths.isEmpty()
        ? submissions.of(submissionId).map(Submission::fileName).stream().toList()
        : paths;
  }

  /** Whether a ledger counts. */
  public boolean hasAcceptedLedger() {
    return submissions.haveAcceptedLedger();
  }

  /** Accepted submissions that were read under another configuration. */
  public long outdated() {
    return submissions.outdated();
  }

  /** Submissions that were rejected, among all that are known. */
  public boolean allRejected() {
    return submissions.areAllRejected();
  }

  /**
   * Makes the status of each submission what was decided of it.
   *
   * @return whether any changed
   */
  public boolean applyDecisions() {
    return submissions.apply(
        Decided.files(decisions.values()), Decided.retracted(decisions.values()));
  }

  /** Records figures asked for, where they were not asked for before. */
  public void askFor(Collection<AsOfRequest> requests, Instant now) {
    int before = decisions.size();
    for (AsOfRequest request : requests) {
      Decided.newly(request, decisions.values(), now)
          .ifPresent(decision -> decisions.put(decision.decisionId(), decision));
    }
    if (decisions.size() > before) {
      write(Decisions.RECORDS, List.copyOf(decisions.values()));
    }
  }

  /** Records what became of a file; what was known of its first arrival stays. */
  public void record(Taken taken, String runId, Instant now) {
    // Whatever could not be taken in is first seen now.
    Optional<Submission> before =
        submissions
            .of(taken.survey().submissionId())
            .filter(known -> !KnownSubmissions.isTriedAgain(known));
    String configuration = submissions.configuration(taken.file().feed());
    submissions.put(RecordedRows.of(taken, before, configuration, runId, now));
  }

  /**
   * Remembers a path. Of several paths with the same content the first by time decides the order,
   * whichever was met first; content that took the path of other content comes after that.
   */
  public void remember(LandingFile file, String submissionId) {
    submissions.noteTime(file, submissionId);
    files
        .at(file)
        .map(KnownFile::submissionId)
        .filter(before -> !before.equals(submissionId))
        .flatMap(submissions::of)
        .ifPresent(before -> submissions.comeAfter(submissionId, before));
    files.put(file, submissionId);
  }

  /** Tells whether a file's bytes are those of a submission, which had this name. */
  @FunctionalInterface
  public interface SameContent {
    boolean test(LandingFile file, Survey.Named name, String submissionId);
  }

  /**
   * Makes submissions follow the names of their files: name and part are those of the first path
   * that still has the bytes, and a submission whose only path was renamed to another date or code
   * counts no more, since the same bytes count under the new name. A file that is merely gone goes
   * on counting. Submissions of files that could not be read are forgotten once they can be.
   *
   * @param present the files of the landing folder
   * @param atNewPaths those that were met now for the first time
   * @param sameContent looks at bytes, which few have to be: size and time are compared before
   * @return names that were given up, with the names that took their places
   */
  public Map<String, String> followNames(
      List<LandingFile> present, List<Survey> atNewPaths, SameContent sameContent) {
    return new RenamedFiles(files, submissions).follow(present, atNewPaths, sameContent);
  }

  /**
   * Counts the rows of all submissions anew, after some were left out by law.
   *
   * @param kept the rows that are in the tables, by submission
   * @return how many more rows are left out, by submission, where it is not as many as before
   */
  public Map<String, Long> recount(Map<String, RowCounts> kept) {
    Map<String, Long> fewer = fewer(kept);
    fewer.keySet().stream()
        .map(id -> submissions.of(id).orElseThrow())
        .forEach(submission -> submissions.put(RecordedRows.recounted(submission, kept)));
    return fewer;
  }

  /** How many more rows of each submission are in no table than were left out by law. */
  public Map<String, Long> fewer(Map<String, RowCounts> kept) {
    Map<String, Long> fewer = new TreeMap<>();
    for (Submission submission : submissions.all()) {
      long more = RecordedRows.fewer(submission, kept);
      if (more != 0) {
        fewer.put(submission.submissionId(), more);
      }
    }
    return fewer;
  }

  public void writeSubmissions() {
    write(Submissions.RECORDS, submissions.all());
  }

  /**
   * Writes what is known of the paths.
   *
   * @param present the files of the landing folder, whose change tokens an earlier release did not
   *     note
   */
  public void writeFiles(List<LandingFile> present) {
    for (LandingFile file : present) {
      files
          .at(file)
          .filter(known -> !known.hasChangeToken() && !KnownFiles.hasChanged(file, known))
          .ifPresent(known -> remember(file, known.submissionId()));
    }
    write(Files.RECORDS, files.all());
  }

  private <R extends Record> void write(RecordType<R> type, List<R> rows) {
    warehouse.replace(type.table(), TableRows.of(type, rows), Stamp.of("receipts"));
  }

  /** Stamps of the tables that files and decisions make. */
  public Map<Table, String> stamps() {
    String stamp = submissions.stamp();
    Map<Table, String> stamps = new HashMap<>();
    stamps.put(Submissions.TABLE, stamp);
    stamps.put(Pipeline.EVERY_SUBMISSION, submissions.stampOfEvery());
    stamps.put(Entries.TABLE, stamp);
    stamps.put(MajorNames.TABLE, stamp);
    stamps.put(Quarantine.TABLE, stamp);
    stamps.put(FollowUpEntries.TABLE, stamp);
    stamps.put(FollowUp.TABLE, "no follow-up list");
    stamps.put(AssistanceEntries.TABLE, stamp);
    stamps.put(Assistance.TABLE, "no assistance ledger");
    stamps.put(Decisions.TABLE, Decided.stamp(decisions.values()));
    return stamps;
  }

  /** The stages that there is something to do for. */
  public List<Stage> stages() {
    return Pipeline.STAGES.stream()
        .filter(stage -> stage.scope() != Stage.Scope.SUBMISSIONS)
        .filter(stage -> stage.feed().map(submissions::haveAny).orElse(true))
        .toList();
  }

  /**
   * Which files each cohort is made of.
   *
   * @param strayShare share of a file's rows under which a cohort may be mistyped
   */
  public CohortFiles cohortFiles(double strayShare) {
    return CohortFiles.of(submissions.all(), decisions.values(), strayShare);
  }
}
