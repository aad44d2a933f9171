package dev.taizhang.pipeline;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Lock;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.Warehouse;
import dev.taizhang.warehouse.WriterLock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.spark.sql.Row;
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

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Request request;

  private Ruling(SparkSession spark, Warehouse warehouse, Request request) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.request = request;
  }

  /**
   * What is decided.
   *
   * @param kind {@link Decisions#ACCEPT} or {@link Decisions#RETRACT}
   * @param submission the submission's id, its first eight digits or more, or its file's name
   * @param graduationYear the cohort, or empty for the whole file
   * @param why the reason
   */
  public record Request(
      String kind, String submission, Optional<Integer> graduationYear, String why) {}

  /**
   * Records a decision.
   *
   * @param location folder of the warehouse
   * @return the id of the submission that it is of
   * @throws InvalidUsage when there is no such accepted submission or cohort of it, or when the
   *     same was decided last
   * @throws dev.taizhang.errors.WarehouseBusy when a run holds the warehouse
   */
  public static String record(SparkSession spark, String location, Request request) {
    Warehouse warehouse =
        Warehouse.openToRead(spark, location, Pipeline.tables(), NEEDED::contains);
    try (WriterLock lock =
        WriterLock.take(spark, warehouse, request.kind() + "-" + UUID.randomUUID())) {
      return new Ruling(spark, warehouse.heldBy(lock), request).carryOut();
    }
  }

  private String carryOut() {
    String submissionId = submissionId();
    request.graduationYear().ifPresent(year -> requireCohort(submissionId, year));
    requireNews(submissionId);
    // A timestamp in a table has microseconds.
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Map<Field, Object> decision = new HashMap<>();
    decision.put(
        Decisions.DECISION_ID,
        Fingerprint.of(
            request.kind(), submissionId, request.graduationYear().toString(), now.toString()));
    decision.put(Decisions.KIND, request.kind());
    decision.put(Decisions.SUBMISSION_ID, submissionId);
    decision.put(Decisions.GRADUATION_YEAR, request.graduationYear().orElse(null));
    decision.put(Decisions.WHY, request.why());
    decision.put(Decisions.DECIDED_AT, now);
    Decided.append(spark, warehouse, decision);
    return submissionId;
  }

  private String submissionId() {
    String given = request.submission();
    List<String> found =
        warehouse
            .read(Submissions.TABLE)
            .filter(
                Submissions.STATUS
                    .column()
                    .notEqual(Submissions.REJECTED)
                    .and(Submissions.FEED.column().equalTo("ledger")))
            .select(Submissions.SUBMISSION_ID.column(), Submissions.FILE_NAME.column())
            .collectAsList()
            .stream()
            .filter(row -> isMeant(given, row.getString(0), row.getString(1)))
            .map(row -> row.getString(0))
            .toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new InvalidUsage(
        found.isEmpty()
            ? "There is no accepted ledger '%s'; nothing was decided. What to do: give the submission's id, at least its first %d digits, or its file name; 'taizhang status' lists those that do not count."
                .formatted(given, SHORTEST_BEGINNING)
            : "'%s' may be any of %s; nothing was decided. What to do: give the id of one."
                .formatted(given, String.join(", ", found)));
  }

  private static boolean isMeant(String given, String id, String fileName) {
    return given.equals(fileName) || (given.length() >= SHORTEST_BEGINNING && id.startsWith(given));
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
          "The submission has no rows of %d, only of %s; nothing was decided. What to do: check --graduation-year, or leave it out for the whole file."
              .formatted(year, years));
    }
  }

  private void requireNews(String submissionId) {
    Optional<Row> last =
        warehouse
            .read(Decisions.TABLE)
            .filter(
                Decisions.KIND
                    .column()
                    .isin(Decisions.ACCEPT, Decisions.RETRACT)
                    .and(Decisions.SUBMISSION_ID.column().equalTo(submissionId)))
            .select(
                Decisions.KIND.column(),
                Decisions.DECIDED_AT.column(),
                Decisions.GRADUATION_YEAR.column())
            .collectAsList()
            .stream()
            .max(Comparator.comparing(row -> row.getInstant(1)));
    last.filter(
            row ->
                row.getString(0).equals(request.kind())
                    && Objects.equals(row.get(2), request.graduationYear().orElse(null)))
        .ifPresent(
            row -> {
              throw new InvalidUsage(
                  "The same was decided at %s; nothing was written. What to do: nothing; the next run makes the tables so."
                      .formatted(row.getInstant(1)));
            });
  }
}
