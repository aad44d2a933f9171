package dev.taizhang.conform;

import static org.apache.spark.sql.functions.expr;

import dev.taizhang.expressions.BoundExpressions;
import dev.taizhang.reference.Expectation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The expressions of rules as they are evaluated. Types and meaning are those of the session, in
 * which names are looked up once; tasks ask the expressions themselves, row by row, since a plan of
 * some sixty of them takes longer to compile than a province's rows take to be looked at.
 */
final class RuleExpression {

  private RuleExpression() {}

  /**
   * The rules about a row by their ids, to be asked of one row after another.
   *
   * @param columns what they may look at
   */
  static Map<String, RowRule> ofRows(
      SparkSession spark, StructType columns, List<Expectation> rules) {
    List<Expression> expressions =
        BoundExpressions.of(
            spark, columns, rules.stream().map(rule -> expr(rule.expression())).toList());
    Map<String, RowRule> byId = new LinkedHashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      String id = rules.get(i).id();
      byId.put(id, new RowRule(UTF8String.fromString(id), expressions.get(i)));
    }
    return byId;
  }
}
