package dev.taizhang.decisions;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.flow.Fingerprint;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.landing.Feed;
import dev.taizhang.landing.ShownNames;
import dev.taizhang.register.Decided;
import dev.taizhang.slices.ListsInForce;
import dev.taizhang.slices.ListsInForce.ListFile;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Decisions.Decision;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Lock;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Submissions.Submission;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.Opening;
import dev.taizhang.warehouse.Warehouse;
import dev.taizhang.warehouse.WriterLock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Records what a person decided of a submission or one of its slices: that it counts although it
 * looks like a mistake, or that it does not count. The next run makes the tables so.
 */
public final class Ruling {

  private static final Set<Table> NEEDED =
      Set.of(Decisions.TABLE, Lock.TABLE, Submissions.TABLE, Entries.TABLE);
  // Fewer digits are too easily those of another.
  private static final int SHORTEST_BEGINNING = 8;

  private final Warehouse warehouse;
  private final Request request;
  private final Optional<PseudonymKey> key;

  private Ruling(Warehouse warehouse, Request request, Optional<PseudonymKey> key) {
    this.warehouse = warehouse;
    this.request = request;
    this.key = key;
  }

  /**
   * What is decided.
   *
   * @param kind {@link Decisions#ACCEPT} or {@link Decisions#RETRACT}
   * @param submission the submission's id, its first eight digits or more, or its file's name, as
   *     it is shown or as it is in the landing folder
   * @param graduationYear the cohort, or empty for the whole file
   * @param why the reason
   */
  public record Request(
      String kind, String submission, Optional<Integer> graduationYear, String why) {}

  /**
   * Records a decision.
   *
   * @param location folder of the warehouse
   * @param key the warehouse's key where there is one at hand; files whose names differ in what is
   *     left out of them are told apart by it
   * @return the id of the submission that it is of
   * @throws InvalidUsage when there is no such accepted submission or cohort of it, when the same
   *     was decided last, or when it would change nothing
   * @throws dev.taizhang.errors.WarehouseBusy when a run holds the warehouse
   */
  public static String record(
      SparkSession spark, String location, Request request, Optional<PseudonymKey> key) {
    Warehouse warehouse = Opening.toDecide(spark, location, Pipeline.tables(), NEEDED::contains);
    try (WriterLock lock =
        WriterLock.take(spark, warehouse, request.kind() + "-" + UUID.randomUUID())) {
      return new Ruling(warehouse.heldBy(lock), request, key).carryOut();
    }
  }

  private String carryOut() {
    Submission submission = submission();
    String submissionId = submission.submissionId();
    boolean ofLedger = submission.feed().equals(Feed.LEDGER.id());
    if (ofLedger) {
      request.graduationYear().ifPresent(year -> requireCohort(submissionId, year));
    } else {
      requireWholeList(submission);
    }
    requireNews(submissionId);
    if (!ofLedger && request.kind().equals(Decisions.ACCEPT)) {
      requireThatItCounts(submission);
    }
    // A timestamp in a table has microseconds.
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    String id =
        Fingerprint.of(
            request.kind(), submissionId, request.graduationYear().toString(), now.toString());
    Integer year = request.graduationYear().orElse(null);
    Decided.append(
        warehouse, Decision.ofFile(id, request.kind(), submissionId, year, request.why(), now));
    return submissionId;
  }

  private Submission submission() {
    String given = request.submission();
    List<Submission> found = taken().filter(one -> isMeant(given, one)).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new InvalidUsage(
        found.isEmpty()
            ? "There is no accepted ledger or list '%s'; nothing was decided. What to do: give the submission's id, at least its first %d digits, or its file name; 'taizhang status' lists those that do not count."
                .formatted(given, SHORTEST_BEGINNING)
            : "'%s' matches several submissions: %s; nothing was decided. What to do: give the id of one of them."
                .formatted(
                    given,
                    found.stream()
                        .map(one -> "%s (%s)".formatted(one.submissionId(), one.feed()))
                        .collect(Collectors.joining(", "))));
  }

  /** The files that rows were taken from. */
  private Stream<Submission> taken() {
    return warehouse.records(Submissions.RECORDS).stream().filter(one -> !one.isRejected());
  }

  /** Lists of other feeds than the ledger have no slices. */
  private void requireWholeList(Submission submission) {
    if (request.graduationYear().isPresent()) {
      throw new InvalidUsage(
          "'%s' belongs to the feed %s, whose files count as a whole; nothing was decided. What to do: leave out --graduation-year, or correct the file and send it again."
              .formatted(submission.fileName(), submission.feed()));
    }
  }

  /** What replaced a list is a fact of its files, which accepting the list does not change. */
  private void requireThatItCounts(Submission submission) {
    String id = submission.submissionId();
    Set<String> retracted = Decided.retracted(warehouse.records(Decisions.RECORDS));
    List<ListFile> accepted =
        ListsInForce.inOrder(
                taken()
                    .filter(one -> !one.isRenamed())
                    .filter(one -> !one.feed().equals(Feed.LEDGER.id()))
                    .toList())
            .stream()
            .filter(
                file -> file.submissionId().equals(id) || !retracted.contains(file.submissionId()))
            .toList();
    ListsInForce.superseded(accepted).entrySet().stream()
        .filter(one -> one.getKey().submissionId().equals(id))
        .map(one -> one.getValue())
        .findFirst()
        .ifPresent(
            later -> {
              throw new InvalidUsage(
                  "'%s' does not count because '%s' (%s), from the same submitter and for the same date, came later; nothing was decided. What to do: retract the later one if it is wrong."
                      .formatted(submission.fileName(), later.fileName(), later.submissionId()));
            });
  }

  private boolean isMeant(String given, Submission submission) {
    return ShownNames.isSame(given, submission.fileName(), key)
        || (given.length() >= SHORTEST_BEGINNING && submission.submissionId().startsWith(given));
  }

  private void requireCohort(String submissionId, int year) {
    List<Integer> years =
        warehouse
            .read(Entries.TABLE)
            .filter(Entries.SUBMISSION_ID.column().equalTo(submissionId))
            .select(Entries.GRADUATION_YEAR.column())
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.getInt(0))
            .sorted()
            .toList();
    if (!years.contains(year)) {
      throw new InvalidUsage(
          "The submission has no rows for %d, only for %s; nothing was decided. What to do: check --graduation-year, or leave it out to decide on the whole file."
              .formatted(year, years));
    }
  }

  private void requireNews(String submissionId) {
    warehouse.records(Decisions.RECORDS).stream()
        .filter(one -> one.isOfFile() && one.submissionId().equals(submissionId))
        .max(Decision.BY_TIME)
        .filter(last -> last.kind().equals(request.kind()))
        .filter(
            last -> Objects.equals(last.graduationYear(), request.graduationYear().orElse(null)))
        .ifPresent(
            last -> {
              throw new InvalidUsage(
                  "This was already decided at %s; nothing was written. What to do: nothing; the next run applies it to the tables."
                      .formatted(last.decidedAt()));
            });
  }
}
