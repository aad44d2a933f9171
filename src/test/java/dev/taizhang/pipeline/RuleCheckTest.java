package dev.taizhang.pipeline;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.taizhang.config.Thresholds;
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
    assertDoesNotThrow(() -> RuleCheck.check(SharedSpark.session(), REFERENCE, Thresholds.DEFAULT));
  }

  @Test
  void everyRuleThatCannotBeAppliedIsToldAtOnce() {
    assertEquals(
        """
        6 rules cannot be applied; nothing was done:
          rule 'no_such_column': [UNRESOLVED_COLUMN.WITH_SUGGESTION] A column, variable, or function parameter with name `salary` cannot be resolved.
          rule 'no_sql': [PARSE_SYNTAX_ERROR] Syntax error at or near end of input.
          rule 'no_truth': the expression is true or false, not int
          rule 'unsteady': current_date differs from run to run, so that the same file would give other rows
          rule 'too_much_for_quarantine': [UNRESOLVED_COLUMN.WITH_SUGGESTION] A column, variable, or function parameter with name `outcome_code` cannot be resolved.
          rule 'no_count': the expression counts rows, and is not boolean""",
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

  /** The message without what Spark proposes, and without the advice at its end. */
  private static String problems(Expectation... rules) {
    InvalidUsage refused = assertThrows(InvalidUsage.class, () -> check(rules));
    return refused
        .getMessage()
        .replaceAll("(resolved|end of input)\\..*", "$1.")
        .replaceAll("(?s)\\nWhat to do: .*", "");
  }

  private static void check(Expectation... rules) {
    RuleCheck.check(
        SharedSpark.session(), REFERENCE.withExpectations(List.of(rules)), Thresholds.DEFAULT);
  }

  private static Expectation rule(String id, Severity severity, Scope scope, String expression) {
    return new Expectation(id, "ledger", severity, scope, "", expression, "有误。", "Wrong.", "test");
  }
}
