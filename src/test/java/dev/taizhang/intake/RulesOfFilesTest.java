package dev.taizhang.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.conform.MadeOfFiles;
import dev.taizhang.conform.TableRows;
import dev.taizhang.reference.Expectation;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.ExpectationResults;
import dev.taizhang.tables.Quarantine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What the rows of a file look like together, and how often each rule is broken. */
class RulesOfFilesTest {

  private static final List<Expectation> RULES =
      ReferenceData.load(Optional.empty()).expectations();

  private final TableRows entries =
      TableRows.of(
          Entries.TABLE,
          Entries.SUBMISSION_ID,
          "s1",
          Entries.SNAPSHOT_DATE,
          LocalDate.of(2025, 6, 8),
          Entries.SHEET_NAME,
          "",
          Entries.UNIVERSITY_CODE,
          "90001",
          Entries.GRADUATION_YEAR,
          2025,
          Entries.DEGREE_LEVEL,
          "bachelor",
          Entries.MAJOR_CATALOGUE,
          "unknown",
          Entries.HARDSHIP_TAGS,
          List.of(),
          Entries.HARDSHIP_DETAIL,
          "none",
          Entries.IN_DENOMINATOR,
          true,
          Entries.FLAGS,
          List.of());
  private int rows;

  @Test
  void sharesThatAreTooHighAreCountedWithTheirRows() {
    add("s1", "75", 6, "");
    add("s1", "76", 11, "");
    add("s1", "12", 31, "");
    add("s1", "10", 52, "");

    assertEquals(
        List.of(
            "flexible_share_high|flag|file|42",
            "freelance_share_high|flag|file|11",
            "other_form_share_high|flag|file|31",
            "own_business_share_high|flag|file|6"),
        counts());
  }

  @Test
  void sharesAtTheLimitAndFilesOfFewRowsAreNot() {
    add("s1", "75", 5, "");
    add("s1", "76", 10, "");
    add("s1", "12", 25, "");
    add("s1", "10", 60, "");
    add("s2", "12", 49, "");

    assertEquals(List.of(), counts());
  }

  @Test
  void enterpriseWithManyGraduatesOfAFileIsCountedOnce() {
    add("s1", "10", 25, "91130104MA08Y7FL6L");
    add("s1", "11", 21, "91130104MA08Y7FL7J");
    add("s1", "10", 54, "");

    assertEquals(List.of("employer_crowded|flag|file|25"), counts());
  }

  @Test
  void enterpriseWithFewGraduatesOrASmallShareIsNot() {
    add("s1", "10", 19, "91130104MA08Y7FL6L");
    add("s1", "10", 81, "");
    add("s2", "10", 25, "91130104MA08Y7FL6L");
    add("s2", "10", 475, "");

    assertEquals(List.of(), counts());
  }

  @Test
  void flagsAndQuarantinedRowsAreCountedByRule() {
    entries
        .row(Entries.ROW_NUMBER, 2, Entries.FLAGS, List.of("a", "b"))
        .row(Entries.ROW_NUMBER, 3, Entries.FLAGS, List.of("b"))
        .row(Entries.ROW_NUMBER, 4, Entries.FLAGS, List.of("b"));
    TableRows quarantine =
        TableRows.of(
                Quarantine.TABLE,
                Quarantine.SUBMISSION_ID,
                "s1",
                Quarantine.SNAPSHOT_DATE,
                LocalDate.of(2025, 6, 8),
                Quarantine.SHEET_NAME,
                "",
                Quarantine.UNIVERSITY_CODE,
                "90001",
                Quarantine.MESSAGE_ZH,
                "",
                Quarantine.MESSAGE_EN,
                "")
            .row(Quarantine.ROW_NUMBER, 5, Quarantine.RULE_ID, "c")
            .row(Quarantine.ROW_NUMBER, 6, Quarantine.RULE_ID, "c");

    assertEquals(
        List.of("a|flag|row|1", "b|flag|row|3", "c|quarantine|row|2"),
        lines(MadeOfFiles.ruleCounts(quarantine, entries, RULES)));
  }

  private void add(String submission, String outcome, int number, String creditCode) {
    for (int i = 0; i < number; i++) {
      entries.row(
          Entries.SUBMISSION_ID,
          submission,
          Entries.ROW_NUMBER,
          ++rows,
          Entries.OUTCOME_CODE,
          outcome,
          Entries.EMPLOYER_KIND_CODE,
          "39",
          Entries.EMPLOYER_CREDIT_CODE,
          creditCode.isEmpty() ? null : creditCode);
    }
  }

  private List<String> counts() {
    return lines(MadeOfFiles.ruleCounts(TableRows.of(Quarantine.TABLE), entries, RULES));
  }

  private static List<String> lines(Dataset<Row> counts) {
    return TableRows.lines(
        counts,
        ExpectationResults.RULE_ID,
        ExpectationResults.SEVERITY,
        ExpectationResults.SCOPE,
        ExpectationResults.BROKEN_COUNT);
  }
}
