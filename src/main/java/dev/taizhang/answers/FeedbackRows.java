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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Makes what a workbook says to a university of the rows that were asked for. */
final class FeedbackRows {

  private static final Map<String, String> SLICE_STATUS =
      Map.of("held", "待核实，暂不采用 held", "stray", "疑为笔误 stray", "superseded", "已被后来的文件取代 superseded");

  private final Map<String, Expectation> rules;
  private final Map<String, String> columnNames = new LinkedHashMap<>();
  private final Map<String, String> universityNames;
  private final ShownNames names;

  /**
   * Speaks in the words of the reference data.
   *
   * @param words that the names of files are shown with
   */
  FeedbackRows(ReferenceData reference, FileNameWords words) {
    this.names = ShownNames.of(words);
    this.rules =
        reference.expectations().stream()
            .collect(Collectors.toMap(Expectation::id, Function.identity()));
    this.universityNames =
        reference.universities().stream()
            .collect(Collectors.toMap(University::code, University::name, (first, last) -> last));
    // The first header of a column is its plain Chinese name.
    reference.columnAliases().of(Feed.LEDGER.id(), "").entrySet().stream()
        .filter(header -> !header.getValue().secondary())
        .sorted(Comparator.comparingLong(header -> header.getValue().line()))
        .forEach(header -> columnNames.putIfAbsent(header.getValue().column(), header.getKey()));
  }

  /**
   * What a university has to correct.
   *
   * @param files the files that it sent, in the order in which they are numbered
   * @param findings the rows of them that break a rule, rule by rule
   */
  Feedback of(String code, List<Row> files, List<Row> findings) {
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
            FeedbackRows.<Row>listOf(file, "notes").map(FeedbackRows::note),
            FeedbackRows.<Integer>listOf(file, Submissions.HIDDEN_SHEETS.name())
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
}
