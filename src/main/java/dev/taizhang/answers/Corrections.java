package dev.taizhang.answers;

import dev.taizhang.landing.HiddenSheets;
import dev.taizhang.publish.BrokenRule;
import dev.taizhang.publish.Feedback;
import dev.taizhang.reference.FileNameWords;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Table;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What each university has to correct in the ledgers that it sent: files, and rows by the rules
 * that they break. Asked in SQL, as anybody could, and handed on university by university.
 */
public final class Corrections {

  /** What is read for it. */
  public static final Set<Table> TABLES =
      Set.of(Submissions.TABLE, Slices.TABLE, Quarantine.TABLE, Entries.TABLE);

  private static final String NEWEST = "l.snapshot_date = l.newest OR s.newest";
  private static final String SINCE = "l.snapshot_date >= DATE'%s'";

  /**
   * The files to speak of. Whatever counts today of a cohort is among them, however old it is, and
   * whatever came after it and is held.
   */
  private static final String FILES =
      """
      WITH ledgers AS (
        SELECT *, max(snapshot_date) OVER (PARTITION BY university_code) AS newest,
          max(CASE WHEN status = 'accepted' THEN modified_at END)
            OVER (PARTITION BY university_code, snapshot_date) > modified_at AS replaced
        FROM intake.submissions
        WHERE feed = 'ledger' AND university_code IS NOT NULL AND snapshot_date IS NOT NULL),
      dated AS (
        SELECT *, max(CASE WHEN status = 'in_force' THEN snapshot_date END)
          OVER (PARTITION BY university_code, graduation_year) AS in_force_date
        FROM intake.slices),
      slices AS (
        SELECT submission_id,
          bool_or(status IN ('in_force', 'held') AND snapshot_date >= in_force_date) AS newest,
          bool_and(status = 'superseded') AS superseded,
          bool_or(status IN ('held', 'stray')) AS held,
          array_sort(collect_list(
            CASE WHEN status <> 'in_force' THEN struct(graduation_year, status, why) END)) AS notes
        FROM dated GROUP BY submission_id)
      SELECT l.submission_id, l.university_code, l.file_name, l.snapshot_date, l.received_at,
        l.status, coalesce(l.replaced, false) AS replaced, l.reason, l.row_count,
        l.accepted_count, l.quarantined_count, l.flagged_count,
        coalesce(s.superseded, false) AS superseded, coalesce(s.held, false) AS held,
        s.notes, %s
      FROM ledgers l LEFT JOIN slices s ON l.submission_id = s.submission_id
      WHERE %s
      ORDER BY l.university_code, l.snapshot_date, l.modified_at, l.file_name, l.submission_id""";

  /** The first rows that break each rule in each file, and how many there are. */
  private static final String FINDINGS =
      """
      WITH marked AS (
        SELECT submission_id, university_code, sheet_name, row_number, rule_id, column_name,
          offending_value, message_zh, message_en, 'RETURNED' AS severity
        FROM intake.quarantine
        UNION ALL
        SELECT submission_id, university_code, sheet_name, row_number, explode(flags), NULL, NULL,
          NULL, NULL, 'HINT'
        FROM ledger.entries),
      numbered AS (
        SELECT m.*,
          row_number() OVER (PARTITION BY m.submission_id, severity, rule_id
            ORDER BY try_cast(sheet_name AS INT), row_number) AS line,
          count(*) OVER (PARTITION BY m.submission_id, severity, rule_id) AS rows
        FROM marked m LEFT SEMI JOIN feedback_submissions f ON m.submission_id = f.value)
      SELECT * FROM numbered WHERE line <= %d
      ORDER BY university_code, submission_id, severity, rule_id, line"""
          .formatted(BrokenRule.MOST_LINES);

  private final SparkSession spark;
  private final FeedbackRows feedbackRows;
  private final Map<String, List<Row>> filesByUniversity;

  private Corrections(SparkSession spark, FeedbackRows feedbackRows, List<Row> files) {
    this.spark = spark;
    this.feedbackRows = feedbackRows;
    this.filesByUniversity =
        files.stream()
            .collect(
                Collectors.groupingBy(
                    file -> file.<String>getAs("university_code"),
                    LinkedHashMap::new,
                    Collectors.toList()));
  }

  /**
   * Asks for the ledgers of all universities: those that count today with the newest ones, or all
   * since a date.
   *
   * @param words that the names of files are shown with
   * @param since the first snapshot date; empty for the newest of each university
   */
  public static Corrections of(
      SparkSession spark, ReferenceData reference, FileNameWords words, Optional<LocalDate> since) {
    String condition = since.map(SINCE::formatted).orElse(NEWEST);
    String files = FILES.formatted(HiddenSheets.sql(spark), condition);
    return new Corrections(
        spark, new FeedbackRows(reference, words), spark.sql(files).collectAsList());
  }

  /** The universities that sent ledgers in the time asked for, sorted. */
  public Set<String> universities() {
    return filesByUniversity.keySet();
  }

  /**
   * Hands on what universities have to correct, one after the other, since a province's would not
   * fit into memory.
   *
   * @param codes the universities, all of {@link #universities}
   */
  public void forEach(Set<String> codes, Consumer<Feedback> reader) {
    List<String> submissions =
        filesByUniversity.entrySet().stream()
            .filter(university -> codes.contains(university.getKey()))
            .flatMap(university -> university.getValue().stream())
            .filter(Corrections::rowsMatter)
            .map(file -> file.<String>getAs("submission_id"))
            .toList();
    spark
        .createDataset(submissions, Encoders.STRING())
        .createOrReplaceTempView("feedback_submissions");
    RowsByUniversity findings = new RowsByUniversity(spark.sql(FINDINGS).toLocalIterator());
    filesByUniversity.forEach(
        (code, files) -> {
          if (codes.contains(code)) {
            reader.accept(feedbackRows.of(code, files, findings.of(code)));
          }
        });
  }

  /** Whoever replaced or took back a file has nothing to correct in it. */
  private static boolean rowsMatter(Row file) {
    return file.getAs("status").equals("accepted") && !file.<Boolean>getAs("superseded");
  }
}
