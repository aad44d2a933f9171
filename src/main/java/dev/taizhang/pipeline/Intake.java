package dev.taizhang.pipeline;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.conform.FileFacts;
import dev.taizhang.conform.Forgotten;
import dev.taizhang.conform.Screening;
import dev.taizhang.errors.BrokenContract;
import dev.taizhang.landing.FilePlan;
import dev.taizhang.landing.LandingFile;
import dev.taizhang.landing.Limits;
import dev.taizhang.landing.ReadingReport;
import dev.taizhang.landing.Rejection;
import dev.taizhang.landing.Survey;
import dev.taizhang.landing.Surveyor;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Rows;
import dev.taizhang.tables.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files in: finds what is new, looks at each, reads the rows of all in one job, and makes
 * entries and quarantine of them. What it decides of each file it returns; {@link Receipts} keeps
 * it.
 */
final class Intake {

  private static final Logger LOGGER = LoggerFactory.getLogger(Intake.class);
  private static final ZoneId LANDING_ZONE = ZoneId.of("Asia/Shanghai");

  private final SparkSession spark;
  private final Runner runner;
  private final Inputs inputs;
  private final PseudonymKey key;
  private final Forgotten forgotten;
  private final Limits limits;

  Intake(
      SparkSession spark,
      Runner runner,
      Inputs inputs,
      PseudonymKey key,
      Forgotten forgotten,
      Limits limits) {
    this.spark = spark;
    this.runner = runner;
    this.inputs = inputs;
    this.key = key;
    this.forgotten = forgotten;
    this.limits = limits;
  }

  /**
   * What became of one file.
   *
   * @param survey the first look at it
   * @param rejection why it is rejected; empty when it is accepted
   * @param counts its rows; empty when it is rejected
   */
  record Taken(Survey survey, Optional<Rejection> rejection, Optional<Counts> counts) {

    /** Whether it is rejected for another reason than its bytes. */
    boolean isTriedAgain() {
      return rejection
          .filter(
              why ->
                  Rejection.isOfTheMachine(why.code())
                      || (why.code().equals(Rejection.IMPLAUSIBLE_DATE)
                          && dateInFuture(survey).isPresent()))
          .isPresent();
    }
  }

  /**
   * Rows of one file.
   *
   * @param read rows that the reader met
   * @param forgotten rows left out by law
   * @param kept rows that are in the tables
   */
  record Counts(long read, long forgotten, RowCounts kept) {

    boolean isWhole() {
      return read == kept.accepted() + kept.quarantined() + forgotten;
    }
  }

  /** First looks at files, in parallel over files. */
  List<Survey> survey(List<LandingFile> files) {
    Surveyor surveyor = surveyor();
    int tasks = Math.min(files.size(), spark.sparkContext().defaultParallelism() * 4);
    Instant start = Instant.now();
    List<Survey> surveys =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(files, Math.max(1, tasks))
            .map(surveyor::survey)
            .collect();
    LOGGER.info("survey: {} files, {} s", surveys.size(), Runner.seconds(start));
    return surveys;
  }

  private Surveyor surveyor() {
    return new Surveyor(
        inputs.reference().columnAliases(),
        inputs.reference().templates(),
        limits,
        spark.sparkContext().hadoopConfiguration());
  }

  /** Whether a file has the bytes of a submission, which had another name. */
  boolean isContentOf(LandingFile file, Survey.Named name, String submissionId) {
    return surveyor().submissionIdAs(file, name).equals(Optional.of(submissionId));
  }

  /** Reads files and makes entries and quarantine of their rows. */
  List<Taken> take(List<Survey> surveys, String runId) {
    Map<String, Rejection> rejected = new HashMap<>();
    for (Survey survey : surveys) {
      survey
          .rejection()
          .or(() -> dateInFuture(survey))
          .ifPresent(rejection -> rejected.put(survey.submissionId(), rejection));
    }
    Map<String, Counts> counts =
        read(
            surveys.stream()
                .filter(survey -> !rejected.containsKey(survey.submissionId()))
                .toList(),
            rejected,
            runId);
    return surveys.stream()
        .map(
            survey ->
                new Taken(
                    survey,
                    Optional.ofNullable(rejected.get(survey.submissionId())),
                    Optional.ofNullable(counts.get(survey.submissionId()))))
        .toList();
  }

  /** A snapshot cannot speak of a day after the file was written; a day is left for time zones. */
  static Optional<Rejection> dateInFuture(Survey survey) {
    LocalDate date = survey.name().snapshotDate();
    Instant written = survey.file().modifiedAt();
    return isInFuture(date, written)
        ? Optional.of(Rejection.implausibleDate(date + " > " + dayOf(written)))
        : Optional.empty();
  }

  /** Whether a snapshot date is later than the file could know. */
  static boolean isInFuture(LocalDate date, Instant written) {
    return date.isAfter(dayOf(written).plusDays(1));
  }

  private static LocalDate dayOf(Instant written) {
    return written.atZone(LANDING_ZONE).toLocalDate();
  }

  private Map<String, Counts> read(
      List<Survey> surveys, Map<String, Rejection> rejected, String runId) {
    if (surveys.isEmpty()) {
      return Map.of();
    }
    List<FilePlan> plans = surveys.stream().map(Survey::plan).toList();
    try (RowSource source = new RowSource(spark, plans, key, limits)) {
      Instant start = Instant.now();
      Dataset<Row> narrow =
          source.narrowed(
              rows -> Screening.narrowed(rows, inputs.thresholds(), inputs.expectations()));
      List<Row> facts = FileFacts.build(narrow, inputs.thresholds()).collectAsList();
      LOGGER.info("first pass: {} files, {} s", plans.size(), Runner.seconds(start));
      source
          .report()
          .value()
          .values()
          .forEach(
              reading ->
                  reading
                      .rejection()
                      .ifPresent(rejection -> rejected.put(reading.submissionId(), rejection)));
      rejectImplausible(surveys, facts, rejected);
      List<FilePlan> accepted =
          plans.stream().filter(plan -> !rejected.containsKey(plan.submissionId())).toList();
      if (accepted.isEmpty()) {
        return Map.of();
      }
      Map<Table, Dataset<Row>> given = new LinkedHashMap<>();
      given.put(FileFacts.TABLE, factsOf(facts, rejected));
      makeTables(accepted, narrow, source, given, runId);
      return counts(accepted, source.report(), leftOut(narrow, given.get(FileFacts.TABLE)));
    }
  }

  private Dataset<Row> factsOf(List<Row> facts, Map<String, Rejection> rejected) {
    List<Row> kept = facts.stream().filter(row -> !rejected.containsKey(row.getString(0))).toList();
    return spark.createDataFrame(kept, FileFacts.TABLE.structType());
  }

  /** Quarantine from the columns already read, then entries from all columns of what is left. */
  private void makeTables(
      List<FilePlan> accepted,
      Dataset<Row> narrow,
      RowSource source,
      Map<Table, Dataset<Row>> given,
      String runId) {
    String condition = condition(accepted);
    for (Stage stage : Pipeline.STAGES) {
      List<FilePlan> plans =
          accepted.stream()
              .filter(plan -> stage.feed().map(plan.feed()::equals).orElse(true))
              .toList();
      if (stage.scope() == Stage.Scope.SUBMISSIONS && !plans.isEmpty()) {
        given.put(
            Rows.TABLE,
            forgotten.without(
                stage.output().equals(Quarantine.TABLE) ? narrow : source.rows(plans),
                given.get(FileFacts.TABLE)));
        runner.runForSubmissions(
            List.of(stage),
            condition,
            inputs.reading(
                table ->
                    given.containsKey(table)
                        ? given.get(table)
                        : inputs.of(table).filter(condition)),
            runId);
      }
    }
  }

  /** No cohort's ledger begins before the 1 September that precedes its year. */
  static void rejectImplausible(
      List<Survey> surveys, List<Row> facts, Map<String, Rejection> rejected) {
    Map<String, Integer> earliest = new HashMap<>();
    for (Row row : facts) {
      if (!row.isNullAt(2)) {
        earliest.put(row.getString(0), row.getInt(2));
      }
    }
    for (Survey survey : surveys) {
      Integer year = earliest.get(survey.submissionId());
      LocalDate date = survey.name().snapshotDate();
      if (year != null && date.isBefore(LocalDate.of(year - 1, 9, 1))) {
        rejected.putIfAbsent(
            survey.submissionId(),
            Rejection.implausibleDate(date + " < " + LocalDate.of(year - 1, 9, 1)));
      }
    }
  }

  /** By submission the rows that are left out by law. */
  private Map<String, Long> leftOut(Dataset<Row> narrow, Dataset<Row> facts) {
    return forgotten.isEmpty()
        ? Map.of()
        : forgotten
            .among(narrow, facts)
            .groupBy(Rows.SUBMISSION_ID.column())
            .count()
            .collectAsList()
            .stream()
            .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
  }

  /** The rows of these files; the dates let Delta pass over the files of other weeks. */
  private static String condition(Collection<FilePlan> plans) {
    String dates =
        plans.stream()
            .map(plan -> "DATE'" + plan.snapshotDate() + "'")
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    String ids =
        plans.stream()
            .map(plan -> "'" + plan.submissionId() + "'")
            .sorted()
            .collect(Collectors.joining(", "));
    return "snapshot_date IN (%s) AND submission_id IN (%s)".formatted(dates, ids);
  }

  /**
   * The rows of each file, counted where they lie, against what the readers counted.
   *
   * @throws BrokenContract when a row was lost
   */
  private Map<String, Counts> counts(
      List<FilePlan> plans, ReadingReport report, Map<String, Long> leftOut) {
    Instant start = Instant.now();
    String condition = condition(plans);
    Map<String, RowCounts> kept =
        RowCounts.bySubmission(table -> inputs.of(table).filter(condition));
    Map<String, Counts> counts = new TreeMap<>();
    for (FilePlan plan : plans) {
      String id = plan.submissionId();
      counts.put(
          id,
          new Counts(
              report.value().get(id).rowCount(),
              leftOut.getOrDefault(id, 0L),
              kept.getOrDefault(id, RowCounts.NONE)));
    }
    List<String> lost =
        counts.entrySet().stream()
            .filter(file -> !file.getValue().isWhole())
            .map(file -> file.getKey() + ": " + file.getValue())
            .toList();
    if (!lost.isEmpty()) {
      throw new BrokenContract(
          "Rows were lost: read = accepted + quarantined + forgotten does not hold for "
              + lost
              + ". The files are not counted. What to do: report it.");
    }
    LOGGER.info(
        "rows read = accepted + quarantined + forgotten: {} = {} + {} + {}, counted in {} s",
        counts.values().stream().mapToLong(Counts::read).sum(),
        counts.values().stream().mapToLong(file -> file.kept().accepted()).sum(),
        counts.values().stream().mapToLong(file -> file.kept().quarantined()).sum(),
        counts.values().stream().mapToLong(Counts::forgotten).sum(),
        Runner.seconds(start));
    return counts;
  }
}
