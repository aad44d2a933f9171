package dev.taizhang.answers;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import dev.taizhang.landing.HiddenSheets;
import dev.taizhang.slices.ListsInForce;
import dev.taizhang.tables.Assistance;
import dev.taizhang.tables.ByteOrder;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Submissions.Submission;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.Warehouse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What came in and does not count, or not as its sender thinks, and what to do about it. */
public final class Problems {

  /** What is asked of in SQL. */
  public static final Set<Table> TABLES = Set.of(Entries.TABLE, FollowUp.TABLE, Assistance.TABLE);

  private static final int ROWS_TOLD = 10;

  private static final String CONTRADICTIONS =
      """
      SELECT max(snapshot_date), graduation_year,
        concat(count(*), ' ID numbers have several student numbers at ',
          university_code)
      FROM (
        SELECT university_code, graduation_year, person_id, max(snapshot_date) AS snapshot_date
        FROM ledger.entries WHERE person_id IS NOT NULL AND student_key IS NOT NULL
        GROUP BY university_code, graduation_year, person_id
        HAVING min(student_key) <> max(student_key))
      GROUP BY university_code, graduation_year""";

  private static final String UNMATCHED =
      "SELECT submission_id, row_number FROM %s WHERE graduate_id IS NULL";

  private static final Comparator<Problem> IN_ORDER =
      comparing(Problem::problem)
          .thenComparing(Problem::fileName, nullsFirst(ByteOrder.OF_TEXTS))
          .thenComparing(Problem::graduationYear, nullsFirst(naturalOrder()))
          .thenComparing(Problem::reason, nullsFirst(ByteOrder.OF_TEXTS));

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final List<Submission> submissions;
  private final Map<String, Submission> byId;

  private Problems(SparkSession spark, Warehouse warehouse) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.submissions = warehouse.records(Submissions.RECORDS);
    this.byId =
        submissions.stream()
            .collect(Collectors.toMap(Submission::submissionId, Function.identity()));
  }

  /**
   * Something to be looked at.
   *
   * @param problem its kind: a rejected file, a slice or list that does not count, a cohort with
   *     contradictions, a hidden sheet of a newest file, or rows that match nobody
   * @param fileName null for a cohort
   * @param snapshotDate of the file; of a cohort the newest that contradicts
   * @param graduationYear of a slice or cohort
   * @param reasonCode why, as a code
   * @param reason why and what to do, for a person
   * @param submissionId what 'accept' and 'retract' ask for; null for a cohort
   */
  public record Problem(
      String problem,
      String fileName,
      LocalDate snapshotDate,
      Integer graduationYear,
      String reasonCode,
      String reason,
      String submissionId) {

    private static Problem of(Submission submission, String kind, String code, String reason) {
      return new Problem(
          kind,
          submission.fileName(),
          submission.snapshotDate(),
          null,
          code,
          reason,
          submission.submissionId());
    }
  }

  /**
   * All of them, by kind and file.
   *
   * @param spark a session in which {@link #TABLES} are known under their names
   */
  public static List<Problem> of(SparkSession spark, Warehouse warehouse) {
    Problems problems = new Problems(spark, warehouse);
    return Stream.of(
            problems.rejected(),
            problems.slices(),
            problems.superseded(),
            problems.contradictions(),
            problems.hiddenSheets(),
            problems.unmatched())
        .flatMap(Function.identity())
        .sorted(IN_ORDER)
        .toList();
  }

  private Stream<Problem> rejected() {
    return submissions.stream()
        .filter(Submission::isRejected)
        .map(one -> Problem.of(one, Submissions.REJECTED, one.reasonCode(), one.reason()));
  }

  private Stream<Problem> slices() {
    return warehouse.records(Slices.RECORDS).stream()
        .filter(slice -> !slice.status().equals(Slices.IN_FORCE))
        .map(
            slice ->
                new Problem(
                    slice.status(),
                    byId.get(slice.submissionId()).fileName(),
                    slice.snapshotDate(),
                    slice.graduationYear(),
                    slice.status(),
                    slice.why(),
                    slice.submissionId()));
  }

  private Stream<Problem> superseded() {
    List<Submission> lists =
        submissions.stream().filter(one -> one.isAccepted() && !one.isLedger()).toList();
    return ListsInForce.superseded(ListsInForce.inOrder(lists)).keySet().stream()
        .map(
            list ->
                Problem.of(
                    byId.get(list.submissionId()),
                    Slices.SUPERSEDED,
                    Slices.SUPERSEDED,
                    ListsInForce.WHY_SUPERSEDED));
  }

  /** Of all entries, which a cluster may have to look through. */
  private Stream<Problem> contradictions() {
    return spark.sql(CONTRADICTIONS).collectAsList().stream()
        .map(
            row ->
                new Problem(
                    "contradiction",
                    null,
                    row.getLocalDate(0),
                    row.getInt(1),
                    "identity_contradiction",
                    row.getString(2),
                    null));
  }

  /** Of each sender's newest files of a feed. */
  private Stream<Problem> hiddenSheets() {
    Map<List<String>, LocalDate> newest = new HashMap<>();
    submissions.stream()
        .filter(Submission::isAccepted)
        .forEach(one -> newest.merge(sender(one), one.snapshotDate(), Problems::later));
    return submissions.stream()
        .filter(one -> one.isAccepted() && one.hiddenSheets() != null)
        .filter(one -> one.snapshotDate().equals(newest.get(sender(one))))
        .flatMap(
            one ->
                one.hiddenSheets().stream()
                    .map(
                        position ->
                            Problem.of(
                                one, "hidden_sheet", "hidden_sheet", HiddenSheets.told(position))));
  }

  private static List<String> sender(Submission submission) {
    return List.of(submission.feed(), submission.universityCode());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private Stream<Problem> unmatched() {
    Map<String, List<Long>> rows = new HashMap<>();
    for (Table table : List.of(FollowUp.TABLE, Assistance.TABLE)) {
      for (Row row : spark.sql(UNMATCHED.formatted(table.name())).collectAsList()) {
        rows.computeIfAbsent(row.getString(0), none -> new ArrayList<>())
            .add(((Number) row.get(1)).longValue());
      }
    }
    return rows.entrySet().stream()
        .map(found -> unmatched(byId.get(found.getKey()), found.getValue()));
  }

  private static Problem unmatched(Submission submission, List<Long> rows) {
    String told =
        rows.stream()
            .sorted()
            .limit(ROWS_TOLD)
            .map(String::valueOf)
            .collect(Collectors.joining(", ", "", rows.size() > ROWS_TOLD ? ", …" : ""));
    return Problem.of(
        submission,
        "unmatched",
        "no_such_graduate",
        "%d of %d rows of %s match no graduate of any ledger; they are matched again as ledgers come in: rows %s"
            .formatted(rows.size(), submission.rowCount(), submission.feed(), told));
  }
}
