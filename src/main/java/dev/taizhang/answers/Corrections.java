package dev.taizhang.answers;

import dev.taizhang.landing.Feed;
import dev.taizhang.landing.HiddenSheets;
import dev.taizhang.landing.ShownNames;
import dev.taizhang.publish.BrokenRule;
import dev.taizhang.publish.Feedback;
import dev.taizhang.publish.Finding;
import dev.taizhang.publish.Received;
import dev.taizhang.reference.Expectation;
import dev.taizhang.reference.FileNameWords;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.reference.University;
import dev.taizhang.tables.Submissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What each university has to correct in the ledgers that it sent: files, and rows by the rules
 * that they break. Asked in SQL, as anybody could, and handed on university by university.
 */
public final class Corrections {

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

  private static final Map<String, String> SLICE_STATUS =
      Map.of("held", "待核实，暂不采用 held", "stray", "疑为笔误 stray", "superseded", "已被后来的文件取代 superseded");

  private final SparkSession spark;
  private final Map<String, Expectation> rules;
  private final Map<String, String> columnNames = new LinkedHashMap<>();
  private final Map<String, String> universityNames;
  private final Map<String, List<Row>> filesByUniversity;
  private final ShownNames names;

  private Corrections(
      SparkSession spark, ReferenceData reference, FileNameWords words, List<Row> files) {
    this.spark = spark;
    this.names = ShownNames.of(words);
    this.rules =
        reference.expectations().stream()
            .collect(Collectors.toMap(Expectation::id, Function.identity()));
    this.universityNames =
        reference.universities().stream()
            .collect(Collectors.toMap(University::code, University::name, (first, last) -> last));
    this.filesByUniversity =
        files.stream()
            .collect(
                Collectors.groupingBy(
                    file -> file.<String>getAs("university_code"),
                    LinkedHashMap::new,
                    Collectors.toList()));
    // The first header of a column is its plain Chinese name.
    reference.columnAliases().of(Feed.LEDGER.id(), "").entrySet().stream()
        .filter(header -> !header.getValue().secondary())
        .sorted(Comparator.comparingLong(header -> header.getValue().line()))
        .forEach(header -> columnNames.putIfAbsent(header.getValue().column(), header.getKey()));
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
    return new Corrections(spark, reference, words, spark.sql(files).collectAsList());
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
            reader.accept(feedback(code, files, findings.of(code)));
          }
        });
  }

  /** Whoever replaced or took back a file has nothing to correct in it. */
  private static boolean rowsMatter(Row file) {
    return file.getAs("status").equals("accepted") && !file.<Boolean>getAs("superseded");
  }

  private Feedback feedback(String code, List<Row> files, List<Row> findings) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    files.forEach(file -> numbers.put(file.getAs("submission_id"), numbers.size() + 1));
    Map<String, List<Row>> byRule =
        findings.stream()
            .collect(
                Collectors.groupingBy(
                    row ->
                        row.<String>getAs("submission_id")
                            + row.<String>getAs("severity")
                            + row.<String>getAs("rule_id"),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return new Feedback(
        code,
        universityNames.getOrDefault(code, ""),
        files.stream()
            .map(file -> received(file, numbers.get(file.<String>getAs("submission_id"))))
            .toList(),
        byRule.values().stream()
            .map(
                rows ->
                    new BrokenRule(
                        rows.get(0).<Long>getAs("rows"),
                        rows.stream()
                            .map(
                                row ->
                                    finding(row, numbers.get(row.<String>getAs("submission_id"))))
                            .toList()))
            .toList());
  }

  private Received received(Row file, int number) {
    Received.Status status =
        switch (file.<String>getAs("status")) {
          case "accepted" -> Received.Status.ACCEPTED;
          case "retracted" -> Received.Status.RETRACTED;
          default ->
              file.<Boolean>getAs("replaced") ? Received.Status.REPLACED : Received.Status.REJECTED;
        };
    return new Received(
        number,
        shownName(file.getAs("file_name")),
        file.getAs("snapshot_date"),
        file.getAs("received_at"),
        status,
        orEmpty(file.getAs("reason")),
        file.<Boolean>getAs("held"),
        notes(file),
        Optional.ofNullable(file.<Long>getAs("row_count"))
            .map(
                rows ->
                    new Received.Counts(
                        rows,
                        file.<Long>getAs("accepted_count"),
                        file.<Long>getAs("quarantined_count"),
                        file.<Long>getAs("flagged_count"))));
  }

  /** A warehouse of an earlier release has names as they came, and a hash tells nobody anything. */
  private String shownName(String fileName) {
    return names.name(fileName).replace("_…", "…");
  }

  private static List<String> notes(Row file) {
    return Stream.concat(
            Corrections.<Row>listOf(file, "notes").map(Corrections::note),
            Corrections.<Integer>listOf(file, Submissions.HIDDEN_SHEETS.name())
                .map(HiddenSheets::told))
        .toList();
  }

  private static <T> Stream<T> listOf(Row row, String column) {
    int index = row.fieldIndex(column);
    return row.isNullAt(index) ? Stream.empty() : row.<T>getList(index).stream();
  }

  private static String note(Row slice) {
    String status = slice.getAs("status");
    return "%d届：%s。%s"
        .formatted(
            slice.<Integer>getAs("graduation_year"),
            SLICE_STATUS.getOrDefault(status, status),
            orEmpty(slice.getAs("why")));
  }

  private Finding finding(Row row, int file) {
    String id = row.getAs("rule_id");
    Optional<Expectation> rule = Optional.ofNullable(rules.get(id));
    String column =
        rule.map(Expectation::column).orElseGet(() -> orEmpty(row.getAs("column_name")));
    return new Finding(
        file,
        row.getAs("sheet_name"),
        row.getAs("row_number"),
        id,
        Pattern.compile("|", Pattern.LITERAL)
            .splitAsStream(column)
            .map(name -> columnNames.getOrDefault(name, name))
            .collect(Collectors.joining("／")),
        message(row.getAs("message_zh"), rule.map(Expectation::messageZh), id),
        message(row.getAs("message_en"), rule.map(Expectation::messageEn), id),
        Finding.Severity.valueOf(row.getAs("severity")),
        orEmpty(row.getAs("offending_value")));
  }

  /** The rule's words, or those kept with the row, or the id of a rule that there is no more. */
  private static String message(String kept, Optional<String> ofRule, String id) {
    return ofRule.orElse(kept == null ? id : kept);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /** Takes the rows of one university after the other from rows that are sorted by it. */
  private static final class RowsByUniversity {

    private final Iterator<Row> rows;
    private Row next;

    RowsByUniversity(Iterator<Row> rows) {
      this.rows = rows;
      advance();
    }

    private void advance() {
      next = rows.hasNext() ? rows.next() : null;
    }

    List<Row> of(String university) {
      List<Row> taken = new ArrayList<>();
      while (next != null && next.getAs("university_code").equals(university)) {
        taken.add(next);
        advance();
      }
      return taken;
    }
  }
}
