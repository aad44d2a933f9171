package dev.taizhang.pipeline;

import dev.taizhang.config.AsOfRequest;
import dev.taizhang.landing.Feed;
import dev.taizhang.landing.LandingFile;
import dev.taizhang.landing.Rejection;
import dev.taizhang.landing.Survey;
import dev.taizhang.tables.AssistanceEntries;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Files;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.FollowUpEntries;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.Warehouse;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/**
 * What is known of files, submissions and decisions: read once at the start of a run, changed by
 * it, and written back at the end. One row per file, so that all of it fits in memory.
 */
final class Receipts {

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final String configuration;
  private final Map<String, Row> files;
  private final Map<String, Row> submissions;
  private final Map<String, Row> decisions;

  Receipts(SparkSession spark, Warehouse warehouse, String configuration) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.configuration = configuration;
    this.files = rows(Files.TABLE);
    this.submissions = rows(Submissions.TABLE);
    this.decisions = rows(Decisions.TABLE);
  }

  /** The rows of a table by their key, which is the first column of each of these. */
  private Map<String, Row> rows(Table table) {
    Map<String, Row> byKey = new TreeMap<>();
    for (Row row : warehouse.read(table).select(table.columns()).collectAsList()) {
      byKey.put(row.getString(row.fieldIndex(table.key().get(0).name())), row);
    }
    return byKey;
  }

  /**
   * Whether a file has to be read: it is new or changed, or it was rejected under another
   * configuration, or accepted under one and everything is to be read anew.
   */
  boolean isToRead(LandingFile file, boolean reconform) {
    Row known = files.get(file.path());
    if (known == null || hasChanged(file, known)) {
      return true;
    }
    Row submission = submissions.get(text(known, Files.SUBMISSION_ID));
    return submission == null || (!isCurrent(submission) && (reconform || isRejected(submission)));
  }

  private static boolean hasChanged(LandingFile file, Row known) {
    return file.byteSize() != known.<Long>getAs(Files.BYTE_SIZE.name())
        || !file.modifiedAt().equals(known.<Instant>getAs(Files.MODIFIED_AT.name()));
  }

  /** Whether the content is taken in already, so that only its path is to be remembered. */
  boolean isTakenIn(Survey survey, boolean reconform) {
    Row submission = submissions.get(survey.submissionId());
    return submission != null && (isCurrent(submission) || (!isRejected(submission) && !reconform));
  }

  private boolean isCurrent(Row submission) {
    return text(submission, Submissions.CONFIGURATION).equals(configuration);
  }

  private static boolean isAccepted(Row submission) {
    return text(submission, Submissions.STATUS).equals(Submissions.ACCEPTED);
  }

  private static boolean isRejected(Row submission) {
    return text(submission, Submissions.STATUS).equals(Submissions.REJECTED);
  }

  /**
   * Makes the status of each submission what was decided last of it as a whole.
   *
   * @return whether any changed
   */
  boolean applyDecisions() {
    Map<String, Row> last = new HashMap<>();
    decisions.values().stream()
        .filter(row -> row.isNullAt(row.fieldIndex(Decisions.GRADUATION_YEAR.name())))
        .filter(row -> submissions.containsKey(text(row, Decisions.SUBMISSION_ID)))
        .sorted(Comparator.comparing(row -> row.<Instant>getAs(Decisions.DECIDED_AT.name())))
        .forEach(row -> last.put(text(row, Decisions.SUBMISSION_ID), row));
    boolean changed = false;
    for (Map.Entry<String, Row> decision : last.entrySet()) {
      Row submission = submissions.get(decision.getKey());
      String status =
          text(decision.getValue(), Decisions.KIND).equals(Decisions.RETRACT)
              ? Submissions.RETRACTED
              : Submissions.ACCEPTED;
      if (!isRejected(submission) && !text(submission, Submissions.STATUS).equals(status)) {
        submissions.put(decision.getKey(), with(submission, Submissions.STATUS, status));
        changed = true;
      }
    }
    return changed;
  }

  private static Row with(Row row, Field field, Object value) {
    Map<Field, Object> values = values(row);
    values.put(field, value);
    return row(Submissions.TABLE, values);
  }

  private static Map<Field, Object> values(Row submission) {
    Map<Field, Object> values = new HashMap<>();
    Submissions.TABLE.fields().forEach(one -> values.put(one, submission.getAs(one.name())));
    return values;
  }

  /** The name of a submission's file, as it was first seen. */
  String fileName(String submissionId) {
    return text(submissions.get(submissionId), Submissions.FILE_NAME);
  }

  /** Every path that a submission's bytes are known at; its file's name where there is none. */
  List<String> paths(String submissionId) {
    List<String> paths =
        files.values().stream()
            .filter(row -> text(row, Files.SUBMISSION_ID).equals(submissionId))
            .map(row -> text(row, Files.PATH))
            .toList();
    return paths.isEmpty() && submissions.containsKey(submissionId)
        ? List.of(fileName(submissionId))
        : paths;
  }

  /** Whether any file of a feed has ever come in. */
  private boolean hasSubmissions(Feed feed) {
    return submissions.values().stream()
        .anyMatch(row -> text(row, Submissions.FEED).equals(feed.id()));
  }

  /** Accepted submissions that were read under another configuration. */
  long outdated() {
    return submissions.values().stream().filter(row -> isAccepted(row) && !isCurrent(row)).count();
  }

  /** Submissions that were rejected, among all that are known. */
  boolean allRejected() {
    return !submissions.isEmpty() && submissions.values().stream().allMatch(Receipts::isRejected);
  }

  /**
   * Remembers a path. Of several paths with the same content the first by time and name is the one
   * that the submission is known by, whichever was met first.
   */
  void remember(LandingFile file, String submissionId) {
    Row known = submissions.get(submissionId);
    if (known != null && isEarlier(file, known)) {
      Row dated = with(known, Submissions.MODIFIED_AT, file.modifiedAt());
      submissions.put(submissionId, with(dated, Submissions.FILE_NAME, file.name()));
    }
    files.put(
        file.path(),
        row(
            Files.TABLE,
            Map.of(
                Files.PATH, file.path(),
                Files.BYTE_SIZE, file.byteSize(),
                Files.MODIFIED_AT, file.modifiedAt(),
                Files.SUBMISSION_ID, submissionId)));
  }

  private static boolean isEarlier(LandingFile file, Row known) {
    int order = file.modifiedAt().compareTo(known.<Instant>getAs(Submissions.MODIFIED_AT.name()));
    return order < 0
        || (order == 0 && file.name().compareTo(text(known, Submissions.FILE_NAME)) < 0);
  }

  /** Records what became of a file; what was known of its first arrival stays. */
  void record(Intake.Taken taken, String runId, Instant now) {
    Survey survey = taken.survey();
    Row before = submissions.get(survey.submissionId());
    Map<Field, Object> values = new HashMap<>();
    values.put(Submissions.SUBMISSION_ID, survey.submissionId());
    values.put(Submissions.FEED, survey.file().feed().id());
    values.put(Submissions.FILE_NAME, first(before, Submissions.FILE_NAME, survey.file().name()));
    values.put(Submissions.BYTE_SIZE, survey.file().byteSize());
    values.put(
        Submissions.MODIFIED_AT,
        first(before, Submissions.MODIFIED_AT, survey.file().modifiedAt()));
    values.put(Submissions.RECEIVED_AT, first(before, Submissions.RECEIVED_AT, now));
    values.put(Submissions.CONFIGURATION, configuration);
    values.put(
        Submissions.STATUS,
        taken.rejection().isPresent() ? Submissions.REJECTED : Submissions.ACCEPTED);
    values.put(Submissions.REASON_CODE, taken.rejection().map(Rejection::code).orElse(null));
    values.put(Submissions.REASON, taken.rejection().map(Rejection::reason).orElse(null));
    values.put(Submissions.RUN_ID, runId);
    if (survey.name() != null) {
      values.put(Submissions.UNIVERSITY_CODE, survey.name().submitterCode());
      values.put(Submissions.SNAPSHOT_DATE, survey.name().snapshotDate());
      values.put(Submissions.PART, survey.name().part());
    }
    if (survey.layout() != null) {
      values.put(Submissions.TEMPLATE, survey.layout().template());
      values.put(Submissions.ENCODING, survey.layout().encoding());
      values.put(Submissions.HIDDEN_SHEETS, HiddenSheets.column(survey.layout()));
    }
    taken.counts().ifPresent(counts -> putCounts(values, counts));
    submissions.put(survey.submissionId(), row(Submissions.TABLE, values));
  }

  private static Object first(Row before, Field field, Object now) {
    return before == null ? now : before.getAs(field.name());
  }

  private static void putCounts(Map<Field, Object> values, Intake.Counts counts) {
    values.put(Submissions.ROW_COUNT, counts.read());
    values.put(Submissions.ACCEPTED_COUNT, counts.kept().accepted());
    values.put(Submissions.QUARANTINED_COUNT, counts.kept().quarantined());
    values.put(Submissions.FLAGGED_COUNT, counts.kept().flagged());
    values.put(Submissions.FORGOTTEN_COUNT, counts.forgotten());
    values.put(Submissions.COHORTS, CohortCount.column(counts.kept().cohorts()));
  }

  /**
   * Counts the rows of all submissions anew, after some were left out by law.
   *
   * @param kept the rows that are in the tables, by submission
   * @return how many more rows are left out, by submission, where it is not as many as before
   */
  Map<String, Long> recount(Map<String, RowCounts> kept) {
    Map<String, Long> fewer = fewer(kept);
    fewer
        .keySet()
        .forEach(
            id -> {
              Row submission = submissions.get(id);
              Map<Field, Object> values = values(submission);
              putCounts(values, counts(submission, kept));
              submissions.put(id, row(Submissions.TABLE, values));
            });
    return fewer;
  }

  /** How many more rows of each submission are in no table than were left out by law. */
  Map<String, Long> fewer(Map<String, RowCounts> kept) {
    Map<String, Long> fewer = new TreeMap<>();
    for (Row submission : submissions.values()) {
      if (!submission.isNullAt(submission.fieldIndex(Submissions.ROW_COUNT.name()))) {
        long more =
            counts(submission, kept).forgotten()
                - submission.<Long>getAs(Submissions.FORGOTTEN_COUNT.name());
        if (more != 0) {
          fewer.put(text(submission, Submissions.SUBMISSION_ID), more);
        }
      }
    }
    return fewer;
  }

  /** The counts of a submission whose missing rows were left out by law. */
  private static Intake.Counts counts(Row submission, Map<String, RowCounts> kept) {
    RowCounts rows = kept.getOrDefault(text(submission, Submissions.SUBMISSION_ID), RowCounts.NONE);
    long read = submission.<Long>getAs(Submissions.ROW_COUNT.name());
    return new Intake.Counts(read, read - rows.accepted() - rows.quarantined(), rows);
  }

  /** Records figures asked for, where they were not asked for before. */
  void askFor(Collection<AsOfRequest> requests, Instant now) {
    int before = decisions.size();
    for (AsOfRequest request : requests) {
      Decided.newly(request, decisions.values(), now)
          .map(Decided::row)
          .ifPresent(row -> decisions.put(text(row, Decisions.DECISION_ID), row));
    }
    if (decisions.size() > before) {
      write(Decisions.TABLE, decisions);
    }
  }

  private static Row row(Table table, Map<Field, Object> values) {
    return new GenericRowWithSchema(
        table.fields().stream().map(values::get).toArray(), table.structType());
  }

  void writeSubmissions() {
    write(Submissions.TABLE, submissions);
  }

  void writeFiles() {
    write(Files.TABLE, files);
  }

  private void write(Table table, Map<String, Row> rows) {
    warehouse.replace(
        table,
        spark.createDataFrame(List.copyOf(rows.values()), table.structType()).coalesce(1),
        "receipts");
  }

  /** Stamps of the tables that files and decisions make. */
  Map<Table, String> stamps() {
    String stamp = submissionsStamp();
    Map<Table, String> stamps = new HashMap<>();
    stamps.put(Submissions.TABLE, stamp);
    stamps.put(Pipeline.EVERY_SUBMISSION, everySubmissionStamp());
    stamps.put(Entries.TABLE, stamp);
    stamps.put(Quarantine.TABLE, stamp);
    stamps.put(FollowUpEntries.TABLE, stamp);
    stamps.put(FollowUp.TABLE, "no follow-up list");
    stamps.put(AssistanceEntries.TABLE, stamp);
    stamps.put(Decisions.TABLE, decisionsStamp());
    return stamps;
  }

  /** The stages that there is something to do for. */
  List<Stage> stages() {
    return Pipeline.STAGES.stream()
        .filter(stage -> stage.scope() != Stage.Scope.SUBMISSIONS)
        .filter(stage -> stage.feed().map(this::hasSubmissions).orElse(true))
        .toList();
  }

  /** Stamp of everything about accepted submissions that the tables depend on. */
  private String submissionsStamp() {
    return Fingerprint.of(
        submissions.values().stream()
            .filter(Receipts::isAccepted)
            .map(Receipts::stamp)
            .toArray(String[]::new));
  }

  /** Everything about an accepted submission that the tables depend on. */
  static String stamp(Row submission) {
    return String.join(
        "|",
        text(submission, Submissions.SUBMISSION_ID),
        text(submission, Submissions.CONFIGURATION),
        text(submission, Submissions.MODIFIED_AT),
        text(submission, Submissions.FILE_NAME),
        text(submission, Submissions.PART),
        text(submission, Submissions.FORGOTTEN_COUNT));
  }

  /**
   * Which files each cohort is made of.
   *
   * @param strayShare share of a file's rows under which a cohort may be mistyped
   */
  CohortFiles cohortFiles(double strayShare) {
    return CohortFiles.of(submissions.values(), decisions.values(), strayShare);
  }

  /** Stamp of what became of every submission, also of those that no rows were taken from. */
  private String everySubmissionStamp() {
    return Fingerprint.of(
        Stream.concat(
                Stream.of(submissionsStamp()),
                submissions.values().stream()
                    .filter(row -> !isAccepted(row))
                    .map(
                        row ->
                            text(row, Submissions.SUBMISSION_ID)
                                + "|"
                                + text(row, Submissions.STATUS)))
            .toArray(String[]::new));
  }

  /** Stamp of the decisions that figures depend on: a lock keeps figures and moves none. */
  private String decisionsStamp() {
    return Fingerprint.of(
        decisions.values().stream()
            .filter(row -> !text(row, Decisions.KIND).equals(Decisions.LOCK))
            .map(row -> text(row, Decisions.DECISION_ID))
            .toArray(String[]::new));
  }

  private static String text(Row row, Field field) {
    return Optional.ofNullable(row.getAs(field.name())).map(Object::toString).orElse("");
  }
}
