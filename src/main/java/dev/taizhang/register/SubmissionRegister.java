package dev.taizhang.register;

import static java.util.stream.Collectors.toSet;

import dev.taizhang.config.AsOfRequest;
import dev.taizhang.flow.Fingerprint;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.flow.Stage;
import dev.taizhang.flow.change.CohortFiles;
import dev.taizhang.intake.CohortCount;
import dev.taizhang.intake.RowCounts;
import dev.taizhang.intake.Taken;
import dev.taizhang.landing.Feed;
import dev.taizhang.landing.HiddenSheets;
import dev.taizhang.landing.LandingFile;
import dev.taizhang.landing.Rejection;
import dev.taizhang.landing.Survey;
import dev.taizhang.landing.Surveyor;
import dev.taizhang.tables.AssistanceEntries;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Files;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.FollowUpEntries;
import dev.taizhang.tables.MajorNames;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.Warehouse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/**
 * What is known of files, submissions and decisions: read once at the start of a run, changed by
 * it, and written back at the end. One row per file, so that all of it fits in memory.
 */
public final class SubmissionRegister {

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Map<String, String> configurations;
  private final Map<String, Row> files;
  private final Map<String, Row> submissions;
  private final Map<String, Row> decisions;

  /**
   * Reads what is known.
   *
   * @param configurations what the files of each feed are read under, by its id
   */
  public SubmissionRegister(
      SparkSession spark, Warehouse warehouse, Map<String, String> configurations) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.configurations = configurations;
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
   * Whether a file has to be read: it is new or changed, or it was rejected for another reason than
   * its bytes or under another configuration, or accepted under one and everything is to be read
   * anew.
   */
  public boolean isToRead(LandingFile file, boolean reconform) {
    Row known = files.get(file.path());
    if (known == null || hasChanged(file, known)) {
      return true;
    }
    Row submission = submissions.get(text(known, Files.SUBMISSION_ID));
    return submission == null
        || isTriedAgain(submission)
        || (!isCurrent(submission) && (reconform || isRejected(submission)));
  }

  private static boolean hasChanged(LandingFile file, Row known) {
    String token = text(known, Files.CHANGE_TOKEN);
    return file.byteSize() != known.<Long>getAs(Files.BYTE_SIZE.name())
        || !file.modifiedAt().equals(known.<Instant>getAs(Files.MODIFIED_AT.name()))
        || (file.changeToken() != null && !token.isEmpty() && !token.equals(file.changeToken()));
  }

  /** The submissions whose content is taken in already: only its path is to be remembered. */
  public Set<String> takenIn(boolean reconform) {
    return submissions.entrySet().stream()
        .filter(one -> isTakenIn(one.getValue(), reconform))
        .map(Map.Entry::getKey)
        .collect(toSet());
  }

  private boolean isTakenIn(Row submission, boolean reconform) {
    return !isTriedAgain(submission)
        && (isCurrent(submission) || (!isRejected(submission) && !reconform));
  }

  /** Whether it is rejected for another reason than its bytes, which may be gone by now. */
  private static boolean isTriedAgain(Row submission) {
    String code = text(submission, Submissions.REASON_CODE);
    return isRejected(submission)
        && (Rejection.isOfTheMachine(code)
            || (code.equals(Rejection.IMPLAUSIBLE_DATE)
                && Taken.isInFuture(
                    submission.getAs(Submissions.SNAPSHOT_DATE.name()),
                    submission.getAs(Submissions.MODIFIED_AT.name()))));
  }

  private boolean isCurrent(Row submission) {
    return text(submission, Submissions.CONFIGURATION)
        .equals(configurations.get(text(submission, Submissions.FEED)));
  }

  private static boolean isAccepted(Row submission) {
    return text(submission, Submissions.STATUS).equals(Submissions.ACCEPTED);
  }

  private static boolean isRejected(Row submission) {
    return text(submission, Submissions.STATUS).equals(Submissions.REJECTED);
  }

  /**
   * Makes the status of each submission what was decided of it.
   *
   * @return whether any changed
   */
  public boolean applyDecisions() {
    Set<String> retracted = Decided.retracted(decisions.values());
    boolean changed = false;
    for (String id : Decided.files(decisions.values())) {
      Row submission = submissions.get(id);
      String status = retracted.contains(id) ? Submissions.RETRACTED : Submissions.ACCEPTED;
      if (submission != null
          && !isRejected(submission)
          && !isRenamed(submission)
          && !text(submission, Submissions.STATUS).equals(status)) {
        submissions.put(id, with(submission, Submissions.STATUS, status));
        changed = true;
      }
    }
    return changed;
  }

  /** Whether it does not count since its file has another name, with another date or code. */
  private static boolean isRenamed(Row submission) {
    return text(submission, Submissions.REASON_CODE).equals(Submissions.RENAMED);
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
  public String fileName(String submissionId) {
    return text(submissions.get(submissionId), Submissions.FILE_NAME);
  }

  /** Every path that a submission's bytes are known at; its file's name where there is none. */
  public List<String> paths(String submissionId) {
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

  /** Whether a ledger counts. */
  public boolean hasAcceptedLedger() {
    return submissions.values().stream()
        .anyMatch(row -> isAccepted(row) && text(row, Submissions.FEED).equals(Feed.LEDGER.id()));
  }

  /** Accepted submissions that were read under another configuration. */
  public long outdated() {
    return submissions.values().stream().filter(row -> isAccepted(row) && !isCurrent(row)).count();
  }

  /** Submissions that were rejected, among all that are known. */
  public boolean allRejected() {
    return !submissions.isEmpty()
        && submissions.values().stream().allMatch(SubmissionRegister::isRejected);
  }

  /** Whether nothing is known of a path. */
  public boolean isNew(LandingFile file) {
    return !files.containsKey(file.path());
  }

  /**
   * Remembers a path. Of several paths with the same content the first by time decides the order,
   * whichever was met first; content that took the path of other content comes after that.
   */
  public void remember(LandingFile file, String submissionId) {
    Row known = submissions.get(submissionId);
    if (known != null
        && file.modifiedAt().isBefore(known.<Instant>getAs(Submissions.MODIFIED_AT.name()))) {
      submissions.put(submissionId, with(known, Submissions.MODIFIED_AT, file.modifiedAt()));
    }
    Optional.ofNullable(files.get(file.path()))
        .map(row -> text(row, Files.SUBMISSION_ID))
        .filter(before -> !before.equals(submissionId))
        .map(submissions::get)
        .ifPresent(before -> comeAfter(submissionId, before));
    Map<Field, Object> values = new HashMap<>();
    values.put(Files.PATH, file.path());
    values.put(Files.BYTE_SIZE, file.byteSize());
    values.put(Files.MODIFIED_AT, file.modifiedAt());
    values.put(Files.CHANGE_TOKEN, file.changeToken());
    values.put(Files.SUBMISSION_ID, submissionId);
    files.put(file.path(), row(Files.TABLE, values));
  }

  /** Orders a submission after another one, whose path its bytes took. */
  private void comeAfter(String submissionId, Row before) {
    Row submission = submissions.get(submissionId);
    Instant after = order(before).plus(1, ChronoUnit.MICROS);
    if (submission != null && after.isAfter(order(submission))) {
      submissions.put(submissionId, with(submission, Submissions.ORDERED_AT, after));
    }
  }

  private static Instant order(Row submission) {
    return Optional.ofNullable(submission.<Instant>getAs(Submissions.ORDERED_AT.name()))
        .orElseGet(() -> submission.<Instant>getAs(Submissions.MODIFIED_AT.name()));
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
   * @see <a href="../../../../../docs/adr/0026-names-and-order-of-files.md">ADR 0026</a>
   */
  public Map<String, String> followNames(
      List<LandingFile> present, List<Survey> atNewPaths, SameContent sameContent) {
    Map<String, List<LandingFile>> carriers = new HashMap<>();
    for (LandingFile file : present) {
      Optional.ofNullable(files.get(file.path()))
          .ifPresent(
              row ->
                  carriers
                      .computeIfAbsent(text(row, Files.SUBMISSION_ID), id -> new ArrayList<>())
                      .add(file));
    }
    carriers.forEach(this::takeName);
    Map<String, String> renamed = new TreeMap<>();
    List<Row> gone = new ArrayList<>(gone(carriers.keySet()));
    for (Survey survey : atNewPaths) {
      gone.stream()
          .filter(before -> isSameFile(before, survey, sameContent))
          .min(Comparator.comparing(before -> !isOfSubmitter(before, survey)))
          .ifPresent(
              before -> {
                giveUp(before, survey.file().name());
                renamed.put(text(before, Submissions.FILE_NAME), survey.file().name());
                gone.remove(before);
              });
    }
    Set<String> known = new HashSet<>();
    files.values().forEach(row -> known.add(text(row, Files.SUBMISSION_ID)));
    submissions
        .values()
        .removeIf(
            row ->
                text(row, Submissions.REASON_CODE).equals(Rejection.READ_FAULT)
                    && !known.contains(text(row, Submissions.SUBMISSION_ID)));
    return renamed;
  }

  /** A submission is known by the first of the files that have its bytes now, by time and name. */
  private void takeName(String submissionId, List<LandingFile> carriers) {
    Row submission = submissions.get(submissionId);
    if (submission == null || isRejected(submission)) {
      return;
    }
    LandingFile first =
        carriers.stream()
            .min(Comparator.comparing(LandingFile::modifiedAt).thenComparing(LandingFile::name))
            .orElseThrow();
    Map<Field, Object> values = values(submission);
    values.put(Submissions.FILE_NAME, first.name());
    values.put(
        Submissions.PART,
        Surveyor.named(first.feed(), first.name()).map(Survey.Named::part).orElse(null));
    if (isRenamed(submission)) {
      values.put(Submissions.STATUS, Submissions.ACCEPTED);
      values.put(Submissions.REASON_CODE, null);
      values.put(Submissions.REASON, null);
    }
    submissions.put(submissionId, row(Submissions.TABLE, values));
  }

  /** Accepted submissions that no file has any more which had one. */
  private List<Row> gone(Set<String> present) {
    return files.values().stream()
        .map(row -> text(row, Files.SUBMISSION_ID))
        .filter(id -> !present.contains(id))
        .distinct()
        .map(submissions::get)
        .filter(row -> row != null && !isRejected(row) && !isRenamed(row))
        .toList();
  }

  /**
   * A file that was renamed keeps its time of modification; one that was written again does not.
   */
  private boolean isSameFile(Row gone, Survey survey, SameContent sameContent) {
    LandingFile file = survey.file();
    Row now = submissions.get(survey.submissionId());
    return now != null
        && !isRejected(now)
        && text(gone, Submissions.FEED).equals(file.feed().id())
        && gone.<Long>getAs(Submissions.BYTE_SIZE.name()) == file.byteSize()
        && paths(text(gone, Submissions.SUBMISSION_ID)).stream()
            .map(files::get)
            .anyMatch(
                row ->
                    row != null
                        && file.modifiedAt().equals(row.<Instant>getAs(Files.MODIFIED_AT.name())))
        && sameContent.test(
            file,
            new Survey.Named(
                text(gone, Submissions.UNIVERSITY_CODE),
                gone.getAs(Submissions.SNAPSHOT_DATE.name()),
                null),
            text(gone, Submissions.SUBMISSION_ID));
  }

  /** Equal bytes of two universities, such as of empty ledgers, are told apart by their codes. */
  private static boolean isOfSubmitter(Row gone, Survey survey) {
    return survey.name() != null
        && text(gone, Submissions.UNIVERSITY_CODE).equals(survey.name().submitterCode());
  }

  private void giveUp(Row gone, String name) {
    String id = text(gone, Submissions.SUBMISSION_ID);
    Map<Field, Object> values = values(gone);
    values.put(Submissions.STATUS, Submissions.RETRACTED);
    values.put(Submissions.REASON_CODE, Submissions.RENAMED);
    values.put(
        Submissions.REASON,
        "文件已更名为 %s，以新名称计。 / The file is now called %s and counts under that name."
            .formatted(name, name));
    submissions.put(id, row(Submissions.TABLE, values));
    // Should it get its former name back, the path is a new one again.
    files.values().removeIf(row -> text(row, Files.SUBMISSION_ID).equals(id));
  }

  /** Records what became of a file; what was known of its first arrival stays. */
  public void record(Taken taken, String runId, Instant now) {
    Survey survey = taken.survey();
    // Whatever could not be taken in is first seen now.
    Row before =
        Optional.ofNullable(submissions.get(survey.submissionId()))
            .filter(known -> !isTriedAgain(known))
            .orElse(null);
    Map<Field, Object> values = new HashMap<>();
    values.put(Submissions.SUBMISSION_ID, survey.submissionId());
    values.put(Submissions.FEED, survey.file().feed().id());
    values.put(Submissions.FILE_NAME, first(before, Submissions.FILE_NAME, survey.file().name()));
    values.put(Submissions.BYTE_SIZE, survey.file().byteSize());
    values.put(
        Submissions.MODIFIED_AT,
        first(before, Submissions.MODIFIED_AT, survey.file().modifiedAt()));
    values.put(Submissions.RECEIVED_AT, first(before, Submissions.RECEIVED_AT, now));
    values.put(Submissions.ORDERED_AT, first(before, Submissions.ORDERED_AT, null));
    values.put(Submissions.CONFIGURATION, configurations.get(survey.file().feed().id()));
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

  private static void putCounts(Map<Field, Object> values, Taken.Counts counts) {
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
  public Map<String, Long> recount(Map<String, RowCounts> kept) {
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
  public Map<String, Long> fewer(Map<String, RowCounts> kept) {
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
  private static Taken.Counts counts(Row submission, Map<String, RowCounts> kept) {
    RowCounts rows = kept.getOrDefault(text(submission, Submissions.SUBMISSION_ID), RowCounts.NONE);
    long read = submission.<Long>getAs(Submissions.ROW_COUNT.name());
    return new Taken.Counts(read, 0, read - rows.accepted() - rows.quarantined(), rows);
  }

  /** Records figures asked for, where they were not asked for before. */
  public void askFor(Collection<AsOfRequest> requests, Instant now) {
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

  public void writeSubmissions() {
    write(Submissions.TABLE, submissions);
  }

  /**
   * Writes what is known of the paths.
   *
   * @param present the files of the landing folder, whose change tokens an earlier release did not
   *     note
   */
  public void writeFiles(List<LandingFile> present) {
    for (LandingFile file : present) {
      Row known = files.get(file.path());
      if (known != null && text(known, Files.CHANGE_TOKEN).isEmpty() && !hasChanged(file, known)) {
        remember(file, text(known, Files.SUBMISSION_ID));
      }
    }
    write(Files.TABLE, files);
  }

  private void write(Table table, Map<String, Row> rows) {
    warehouse.replace(
        table,
        spark.createDataFrame(List.copyOf(rows.values()), table.structType()).coalesce(1),
        "receipts");
  }

  /** Stamps of the tables that files and decisions make. */
  public Map<Table, String> stamps() {
    String stamp = submissionsStamp();
    Map<Table, String> stamps = new HashMap<>();
    stamps.put(Submissions.TABLE, stamp);
    stamps.put(Pipeline.EVERY_SUBMISSION, everySubmissionStamp());
    stamps.put(Entries.TABLE, stamp);
    stamps.put(MajorNames.TABLE, stamp);
    stamps.put(Quarantine.TABLE, stamp);
    stamps.put(FollowUpEntries.TABLE, stamp);
    stamps.put(FollowUp.TABLE, "no follow-up list");
    stamps.put(AssistanceEntries.TABLE, stamp);
    stamps.put(MajorNames.TABLE, stamp);
    stamps.put(Decisions.TABLE, decisionsStamp());
    return stamps;
  }

  /** The stages that there is something to do for. */
  public List<Stage> stages() {
    return Pipeline.STAGES.stream()
        .filter(stage -> stage.scope() != Stage.Scope.SUBMISSIONS)
        .filter(stage -> stage.feed().map(this::hasSubmissions).orElse(true))
        .toList();
  }

  /** Stamp of everything about accepted submissions that the tables depend on. */
  private String submissionsStamp() {
    return Fingerprint.of(
        submissions.values().stream()
            .filter(SubmissionRegister::isAccepted)
            .map(CohortFiles::stamp)
            .toArray(String[]::new));
  }

  /**
   * Which files each cohort is made of.
   *
   * @param strayShare share of a file's rows under which a cohort may be mistyped
   */
  public CohortFiles cohortFiles(double strayShare) {
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
