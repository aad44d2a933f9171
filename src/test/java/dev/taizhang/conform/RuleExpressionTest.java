package dev.taizhang.conform;

import static dev.taizhang.conform.TableRows.lines;
import static dev.taizhang.tables.LedgerColumn.GRADUATION_YEAR;
import static dev.taizhang.tables.LedgerColumn.MONTHLY_SALARY;
import static dev.taizhang.tables.LedgerColumn.OUTCOME_CODE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.reference.Expectation;
import dev.taizhang.reference.Expectation.Scope;
import dev.taizhang.reference.Expectation.Severity;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.ExpectationResults;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.LedgerColumn;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Rows;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that a value lets fail say nothing of its row, and the others go on. */
class RuleExpressionTest {

  private static final LocalDate DATE = LocalDate.of(2025, 6, 8);

  private final TableRows rows =
      TableRows.of(
          Rows.TABLE,
          Rows.SUBMISSION_ID,
          "s1",
          Rows.FEED,
          "ledger",
          Rows.TEMPLATE,
          "national",
          Rows.COLUMNS_PRESENT,
          List.of("monthly_salary"),
          Rows.SHEET_NAME,
          "",
          Rows.UNIVERSITY_CODE,
          "90001",
          Rows.SNAPSHOT_DATE,
          DATE,
          Rows.STUDENT_NUMBER_STATE,
          Rows.NUMBER_GIVEN,
          Rows.ID_NUMBER_STATE,
          Rows.ID_MISSING,
          Rows.EXAMINEE_NUMBER_STATE,
          Rows.FORM_MISSING,
          Rows.PHONE_STATE,
          Rows.FORM_MISSING,
          Rows.CREDIT_CODE_STATE,
          Rows.FORM_MISSING,
          Rows.EMPLOYER_STATED,
          false,
          Rows.ROW_HASH,
          1L,
          cell(GRADUATION_YEAR),
          "2025",
          cell(OUTCOME_CODE),
          "10");

  @Test
  void ruleThatAValueLetsFailSaysNothingOfItsRow() {
    salaries("5000", "面议", "2000", "3500.5");
    // Two with the same part, which Spark would compute once and before both.
    List<Expectation> rules =
        List.of(
            flag("above_3000", "cell_monthly_salary > 3000"),
            flag("above_4000", "cell_monthly_salary > 4000"),
            flag("quotient", "10000 / (monthly_salary_yuan - 2000) > 3"),
            flag("item", "hardship_tags[3] = 'a' OR element_at(hardship_tags, 9) = 'a'"),
            flag("date", "to_date(cell_monthly_salary, 'yyyy') > DATE'2025-01-01'"),
            flag("paid", "cell_monthly_salary IS NOT NULL"));

    assertEquals(
        List.of("2|above_3000 above_4000 date paid quotient", "3|paid", "4|paid", "5|paid"),
        flags(rules));
  }

  @Test
  void ruleByWhichRowsAreLeftOutLeavesARowThatLetsItFail() {
    salaries("5000", "面议", "2000");
    List<Expectation> rules =
        List.of(
            new Expectation(
                "too_much",
                "ledger",
                Severity.QUARANTINE,
                Scope.ROW,
                "monthly_salary",
                "Cell_Monthly_Salary > 3000",
                "有误。",
                "Wrong.",
                "test"));
    assertEquals(
        List.of("2|too_much"),
        lines(MadeOfFiles.of(rows, rules).quarantine(), Quarantine.ROW_NUMBER, Quarantine.RULE_ID));
  }

  @Test
  void ruleAboutAFileLeavesOutTheValuesThatLetItFail() {
    TableRows entries =
        TableRows.of(
            Entries.TABLE,
            Entries.SUBMISSION_ID,
            "s1",
            Entries.SNAPSHOT_DATE,
            DATE,
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
    int row = 1;
    for (String name : List.of("12", "面议", "30")) {
      entries.row(Entries.ROW_NUMBER, ++row, Entries.EMPLOYER_NAME, name);
    }
    List<Expectation> rules =
        List.of(
            file("above_20", "count_if(employer_name > 20)"),
            file("sum", "sum(bigint(employer_name))"),
            file("of_the_last", "bigint(max(employer_name))"),
            file("of_none", "count(*) / count_if(employer_name = 'nobody')"),
            file("chosen", "count(*) FILTER (WHERE employer_name > 20)"));
    assertEquals(
        List.of("above_20|1", "chosen|1", "sum|42"),
        lines(
            MadeOfFiles.ruleCounts(TableRows.of(Quarantine.TABLE), entries, rules),
            ExpectationResults.RULE_ID,
            ExpectationResults.BROKEN_COUNT));
  }

  private void salaries(String... salaries) {
    int row = 1;
    for (String salary : salaries) {
      row++;
      rows.row(Rows.ROW_NUMBER, row, Rows.STUDENT_KEY, "k" + row, cell(MONTHLY_SALARY), salary);
    }
  }

  private List<String> flags(List<Expectation> rules) {
    return lines(MadeOfFiles.of(rows, rules).entries(), Entries.ROW_NUMBER, Entries.FLAGS).stream()
        .map(line -> line.replaceAll("ArraySeq\\(|\\)", "").replace(", ", " "))
        .toList();
  }

  private static Field cell(LedgerColumn column) {
    return Rows.cell(column);
  }

  private static Expectation flag(String id, String expression) {
    return rule(id, Scope.ROW, expression);
  }

  private static Expectation file(String id, String expression) {
    return rule(id, Scope.FILE, expression);
  }

  private static Expectation rule(String id, Scope scope, String expression) {
    return new Expectation(
        id, "ledger", Severity.FLAG, scope, "", expression, "有误。", "Wrong.", "test");
  }
}
