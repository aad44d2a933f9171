package dev.taizhang.conform;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.reference.Expectation;
import dev.taizhang.tables.Rows;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.BinaryArithmetic;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.If;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Not;
import org.apache.spark.sql.catalyst.expressions.TryEval;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateFunction;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The expressions of rules as they are evaluated: null where a value lets them fail, as {@code
 * cell_monthly_salary > 3000} on 面议. Types and meaning are those of the session, in which such a
 * value otherwise ends everything, and is repeated in the message.
 */
final class RuleExpression {

  // What gives a value or null, whatever it is given. Most rules consist of these alone, and stay
  // as they are, since Spark shares what they have in common.
  private static final Set<String> NEVER_FAIL =
      Set.of(
          "Alias",
          "And",
          "ArrayContains",
          "ArrayExists",
          "AttributeReference",
          "CaseWhen",
          "Coalesce",
          "CommonExpressionDef",
          "CommonExpressionRef",
          "Concat",
          "Contains",
          "Count",
          "DateAdd",
          "DateDiff",
          "DateSub",
          "EndsWith",
          "EqualNullSafe",
          "EqualTo",
          "GreaterThan",
          "GreaterThanOrEqual",
          "If",
          "In",
          "IsNotNull",
          "IsNull",
          "LambdaFunction",
          "Length",
          "LessThan",
          "LessThanOrEqual",
          "Literal",
          "Lower",
          "MonthsBetween",
          "NamedLambdaVariable",
          "Not",
          "Or",
          "Size",
          "StartsWith",
          "StringLPad",
          "StringTrim",
          "Substring",
          "Upper",
          "With");
  private static final Set<String> PATTERNS = Set.of("RLike", "RegExpReplace");

  private RuleExpression() {}

  /**
   * The rules about a row.
   *
   * @param rows what they look at; only the columns count
   */
  static Map<String, Column> ofRows(Dataset<Row> rows, List<Expectation> rules) {
    Set<String> mayFail = thatMayFail(rows, rules);
    Map<String, Column> columns = new LinkedHashMap<>();
    for (Expectation rule : rules) {
      columns.put(
          rule.id(),
          mayFail.contains(rule.id())
              ? tried(rows.sparkSession(), rule.expression())
              : expr(rule.expression()));
    }
    return columns;
  }

  /** The ids of the rules about a row that a value may let fail. */
  static Set<String> thatMayFail(Dataset<Row> rows, List<Expectation> rules) {
    if (rules.isEmpty()) {
      return Set.of();
    }
    // Without what the rows come from, which would be resolved once more.
    List<Expression> resolved =
        Resolved.of(
            rows.sparkSession()
                .createDataFrame(List.of(), rows.schema())
                .select(
                    rules.stream().map(rule -> expr(rule.expression())).toArray(Column[]::new)));
    Set<String> ids = new LinkedHashSet<>();
    for (int i = 0; i < rules.size(); i++) {
      if (mayFail(Resolved.replaced(resolved.get(i)))) {
        ids.add(rules.get(i).id());
      }
    }
    return ids;
  }

  /**
   * The rules about the rows of a file together, each a count under the rule's id.
   *
   * @param rows what they look at
   */
  static Column[] ofFiles(Dataset<Row> rows, List<Expectation> rules) {
    Column[] counts =
        rules.stream()
            .map(rule -> expr(rule.expression()).cast("bigint").as(rule.id()))
            .toArray(Column[]::new);
    Dataset<Row> counted =
        rows.groupBy(Rows.SUBMISSION_ID.column())
            .agg(counts[0], Arrays.copyOfRange(counts, 1, counts.length));
    Aggregate aggregate = (Aggregate) Resolved.plan(counted);
    // The first is the submission's id.
    Expression submission = aggregate.groupingExpressions().head();
    return CollectionConverters.asJava(aggregate.aggregateExpressions()).stream()
        .skip(1)
        .map(
            count ->
                ExpressionUtils.column(guarded(((Alias) count).child(), submission))
                    .as(count.name()))
        .toArray(Column[]::new);
  }

  /** An aggregate of values, both of which may fail. */
  private static Expression guarded(Expression count, Expression submission) {
    Expression ofGuardedValues = guardedInside(count, submission);
    return mayFail(Resolved.replaced(count)) ? tried(ofGuardedValues, submission) : ofGuardedValues;
  }

  private static Expression guardedInside(Expression count, Expression submission) {
    if (count instanceof AggregateExpression aggregate) {
      AggregateFunction function =
          (AggregateFunction)
              aggregate
                  .aggregateFunction()
                  .mapChildren(
                      value ->
                          mayFail(Resolved.replaced(value)) ? tried(value, submission) : value);
      return aggregate.copy(
          function,
          aggregate.mode(),
          aggregate.isDistinct(),
          aggregate.filter().map(value -> tried(value, submission)),
          aggregate.resultId());
    }
    return count.mapChildren(inner -> guardedInside(inner, submission));
  }

  /**
   * A value, or null where it fails.
   *
   * <p>Spark computes once what expressions have in common, and before all of them: what one shares
   * with another would fail outside of what catches it. It does not look into a branch, unless it
   * can foresee that the branch is always taken.
   *
   * @param submission the id of the submission, which is never empty
   */
  private static Expression tried(Expression value, Expression submission) {
    return new If(
        new Not(new EqualTo(submission, Literal.create("", DataTypes.StringType))),
        new TryEval(value),
        Literal.create(null, value.dataType()));
  }

  private static Column tried(SparkSession spark, String text) {
    try {
      Column value = ExpressionUtils.column(new TryEval(Resolved.parsed(spark, text)));
      // In a branch, as above.
      return when(Rows.SUBMISSION_ID.column().notEqual(""), value);
    } catch (ParseException e) {
      throw new IllegalStateException("Rules are checked before they are applied", e);
    }
  }

  /** Whether a value may let an expression fail; said of too many rather than of too few. */
  static boolean mayFail(Expression expression) {
    // What no value has a say in is evaluated when rules are checked.
    return !expression.foldable()
        && (!neverFailsItself(expression)
            || CollectionConverters.asJava(expression.children()).stream()
                .anyMatch(RuleExpression::mayFail));
  }

  private static boolean neverFailsItself(Expression expression) {
    String name = expression.getClass().getSimpleName();
    if (expression instanceof AggregateExpression) {
      return true;
    }
    if (expression instanceof Cast cast) {
      return cast.dataType() instanceof StringType
          || (cast.dataType() instanceof DoubleType
              && cast.child().dataType() instanceof NumericType)
          || Cast.canUpCast(cast.child().dataType(), cast.dataType());
    }
    if (PATTERNS.contains(name)) {
      return expression.children().apply(1).foldable();
    }
    if (name.equals("Abs") || expression instanceof BinaryArithmetic) {
      return expression.dataType() instanceof DoubleType && !mayDivideByZero(expression);
    }
    return NEVER_FAIL.contains(name);
  }

  private static boolean mayDivideByZero(Expression arithmetic) {
    return Set.of("Divide", "IntegralDivide", "Remainder", "Pmod")
            .contains(arithmetic.getClass().getSimpleName())
        && !(arithmetic.children().apply(1).foldable()
            && arithmetic.children().apply(1).eval(InternalRow.empty()) instanceof Double divisor
            && divisor != 0);
  }
}
