package dev.taizhang.intake;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.reference.Expectation;
import dev.taizhang.reference.Expectation.Scope;
import dev.taizhang.reference.Expectation.Severity;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.support.SharedSpark;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleCheckTest {

  private static final ReferenceData REFERENCE = ReferenceData.load(Optional.empty());

  @Test
  void shippedRulesCanBeApplied() {
    assertDoesNotThrow(() -> RuleCheck.check(SharedSpark.session(), REFERENCE));
  }

  @Test
  void everyRuleThatCannotBeAppliedIsToldAtOnce() {
    assertEquals(
        """
        6 rules cannot be applied; nothing was done:
          rule 'no_such_column': [UNRESOLVED_COLUMN.WITH_SUGGESTION] A column, variable, or function parameter with name `salary` cannot be resolved.
          rule 'no_sql': [PARSE_SYNTAX_ERROR] Syntax error at or near end of input.
          rule 'no_truth': the expression must be true or false, not int
          rule 'unsteady': current_date differs from run to run, so the same file would give different rows
          rule 'too_much_for_quarantine': [UNRESOLVED_COLUMN.WITH_SUGGESTION] A column, variable, or function parameter with name `outcome_code` cannot be resolved.
          rule 'no_count': the expression must be a count of rows, not boolean""",
        problems(
            rule("no_such_column", Severity.FLAG, Scope.ROW, "salary > 1"),
            rule("no_sql", Severity.FLAG, Scope.ROW, "outcome_code ="),
            rule("no_truth", Severity.FLAG, Scope.ROW, "monthly_salary_yuan"),
            rule("unsteady", Severity.FLAG, Scope.ROW, "outcome_date > current_date()"),
            rule("too_much_for_quarantine", Severity.QUARANTINE, Scope.ROW, "outcome_code = '10'"),
            rule("no_count", Severity.FLAG, Scope.FILE, "count(*) > 1"),
            rule("sound", Severity.FLAG, Scope.ROW, "monthly_salary_yuan > 50000")));
  }

  @Test
  void ruleAboutARowTakesNoAggregate() {
    assertThrows(
        InvalidUsage.class,
        () -> check(rule("aggregate", Severity.FLAG, Scope.ROW, "count(*) > 1")));
  }

  @Test
  void rulesThatDependOnTheMomentAreRefusedWhateverTheyCall() {
    for (String expression :
        List.of(
            "outcome_date > now()",
            "unix_timestamp() > 0",
            "to_unix_timestamp(current_timestamp()) > 0",
            "year(current_date) > 2025",
            "year(curdate()) > 2025",
            "localtimestamp() IS NULL",
            "current_time() IS NULL",
            "date_format(`now`(), 'E') = 'Mon'",
            "random() > 0.5",
            "rand(7) > 0.5",
            "randn() > 0",
            "uniform(1, 10) > 5",
            "randstr(3) = 'abc'",
            "uuid() IS NULL",
            "element_at(shuffle(hardship_tags), 1) = 'a'",
            "monotonically_increasing_id() > 0",
            "spark_partition_id() > 0",
            "input_file_name() = ''",
            "input_file_block_start() > 0",
            "current_user() = 'a'",
            "session_user() = 'a'",
            "user() = 'a'",
            "current_database() = 'a'",
            "version() = 'a'",
            "outcome_date > date'today'",
            "outcome_date < TIMESTAMP 'now'",
            "if(outcome_code = '10', rand() > 1, false)")) {
      String problems = problems(rule("unsteady", Severity.FLAG, Scope.ROW, expression));
      assertTrue(
          problems.contains("differs from run to run, so the same file would give different rows"),
          expression + ": " + problems);
    }
    assertTrue(
        problems(rule("unsteady", Severity.FLAG, Scope.FILE, "count_if(outcome_date > now())"))
            .contains("now differs from run to run"));
    assertTrue(
        problems(rule("unsteady", Severity.FLAG, Scope.FILE, "int(any_value(outcome_code))"))
            .contains("differs from run to run"));
  }

  @Test
  void rulesThatReachOutsideOfTheirRowAreRefused() {
    for (String expression :
        List.of(
            "java_method('java.lang.System', 'getProperty', 'user.home') = outcome_code",
            "reflect('java.lang.Runtime', 'getRuntime') IS NULL",
            "try_reflect('java.lang.System', 'exit', 1) IS NULL",
            "system.builtin.java_method('java.lang.System', 'exit', 1) IS NULL",
            "IDENTIFIER('java_' || 'method')('java.lang.System', 'exit', 1) IS NULL",
            "exists(hardship_tags, tag -> reflect('java.lang.System', 'getenv', tag) IS NULL)",
            "from_xml(outcome_code, 'a INT', map('rowValidationXSDPath', '/etc/passwd')) IS NULL")) {
      String problems = problems(rule("reaching", Severity.FLAG, Scope.ROW, expression));
      assertTrue(
          problems.contains("reaches outside the row, into Java or files"),
          expression + ": " + problems);
    }
    for (String expression :
        List.of(
            "outcome_code IN (SELECT value FROM text.`/etc/passwd`)",
            "EXISTS (SELECT 1 FROM parquet.`/tmp`)",
            "(SELECT count(*) FROM delta.`/tmp`) > 1",
            "outcome_code = (SELECT 1)")) {
      String problems = problems(rule("asking", Severity.FLAG, Scope.ROW, expression));
      assertTrue(
          problems.contains(
              "it queries a table, and a rule may only look at the rows of its own file"),
          expression + ": " + problems);
    }
  }

  @Test
  void rulesThatFailWhateverTheRowAreNamed() {
    assertEquals(
        """
        4 rules cannot be applied; nothing was done:
          rule 'zero': it fails on every row: [DIVIDE_BY_ZERO] Division by zero.
          rule 'no_number': it fails on every row: [CAST_INVALID_INPUT] The value 'x' of the type "STRING" cannot be cast to "BIGINT" because it is malformed.
          rule 'no_pattern': '(' is not a valid pattern: Unclosed group
          rule 'raises': it would stop the whole run because of one row""",
        problems(
                rule("zero", Severity.FLAG, Scope.ROW, "monthly_salary_yuan > 1 / 0"),
                rule("no_number", Severity.FLAG, Scope.ROW, "monthly_salary_yuan > bigint('x')"),
                rule("no_pattern", Severity.FLAG, Scope.ROW, "outcome_code RLIKE '('"),
                rule("raises", Severity.FLAG, Scope.ROW, "raise_error(outcome_code) IS NULL"))
            .replaceAll("(Division by zero\\.|malformed\\.)[^\\n]*", "$1"));
  }

  /** The message without what Spark proposes, and without the advice at its end. */
  private static String problems(Expectation... rules) {
    InvalidUsage refused = assertThrows(InvalidUsage.class, () -> check(rules));
    return refused
        .getMessage()
        .replaceAll("(resolved|end of input)\\..*", "$1.")
        .replaceAll("(?s)\\nWhat to do: .*", "");
  }

  private static void check(Expectation... rules) {
    RuleCheck.check(SharedSpark.session(), REFERENCE.withExpectations(List.of(rules)));
  }

  private static Expectation rule(String id, Severity severity, Scope scope, String expression) {
    return new Expectation(id, "ledger", severity, scope, "", expression, "有误。", "Wrong.", "test");
  }
}
