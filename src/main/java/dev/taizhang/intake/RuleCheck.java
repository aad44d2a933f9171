package dev.taizhang.intake;

import dev.taizhang.conform.RuleScope;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.reference.Expectation;
import dev.taizhang.reference.ReferenceData;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Checks the expressions of rules before any data is read. */
public final class RuleCheck {

  private RuleCheck() {}

  /**
   * Checks every rule.
   *
   * @throws InvalidUsage with the problems of all rules, when there are any
   */
  public static void check(SparkSession spark, ReferenceData reference) {
    Map<String, String> byRule = RuleScope.of(spark).problems(reference.expectations());
    List<String> problems =
        reference.expectations().stream()
            .map(Expectation::id)
            .filter(byRule::containsKey)
            .map(rule -> "rule '" + rule + "': " + byRule.get(rule))
            .toList();
    if (!problems.isEmpty()) {
      throw new InvalidUsage(
          "%d rule%s cannot be applied; nothing was done:%n  %s%nWhat to do: correct the expressions in your job file or expectations.csv; docs/expectations.md lists what they may use."
              .formatted(
                  problems.size(),
                  problems.size() == 1 ? "" : "s",
                  String.join("%n  ".formatted(), problems)));
    }
  }
}
