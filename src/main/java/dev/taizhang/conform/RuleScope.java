package dev.taizhang.conform;

import static java.util.stream.Collectors.groupingBy;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;

import dev.taizhang.expressions.Resolved;
import dev.taizhang.reference.Expectation;
import dev.taizhang.reference.Expectation.Scope;
import dev.taizhang.reference.Expectation.Severity;
import dev.taizhang.tables.Entries;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** What the expressions of rules may look at. */
public final class RuleScope {

  private final SparkSession spark;

  private RuleScope(SparkSession spark) {
    this.spark = spark;
  }

  /** The scope, in a session. */
  public static RuleScope of(SparkSession spark) {
    return new RuleScope(spark);
  }

  /** The columns that a rule with this severity and scope may look at. */
  public List<String> columns(Severity severity, Scope scope) {
    return List.of(schema(severity, scope).fieldNames());
  }

  private static StructType schema(Severity severity, Scope scope) {
    if (severity == Severity.QUARANTINE) {
      return Screening.SCHEMA;
    }
    return scope == Scope.ROW ? Readings.SCHEMA : Entries.TABLE.structType();
  }

  /** What is wrong with each rule that cannot be applied, by its id. */
  public Map<String, String> problems(List<Expectation> rules) {
    Map<String, String> problems = new LinkedHashMap<>();
    rules.stream()
        .collect(groupingBy(rule -> List.of(rule.severity(), rule.scope())))
        .values()
        .forEach(
            group -> {
              // All at once, since each question to Spark costs the resolving of all columns.
              if (problem(group).isPresent()) {
                group.forEach(
                    rule ->
                        problem(List.of(rule))
                            .ifPresent(problem -> problems.put(rule.id(), problem)));
              }
            });
    return problems;
  }

  /** What is wrong with rules of one severity and scope; empty when all can be applied. */
  private Optional<String> problem(List<Expectation> rules) {
    try {
      for (Expectation rule : rules) {
        Optional<String> problem = RuleLimits.ofText(spark, rule.expression());
        if (problem.isPresent()) {
          return problem;
        }
      }
      return resolvedProblem(rules);
    } catch (ParseException e) {
      return Optional.of(firstLine(e));
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      if (e instanceof AnalysisException) {
        return Optional.of(firstLine(e));
      }
      throw e;
    }
  }

  private Optional<String> resolvedProblem(List<Expectation> rules) {
    Expectation any = rules.get(0);
    Dataset<Row> rows = spark.createDataFrame(List.of(), schema(any.severity(), any.scope()));
    Column[] expressions =
        rules.stream().map(rule -> expr(rule.expression())).toArray(Column[]::new);
    if (any.scope() == Scope.ROW) {
      // WHERE takes no aggregate and no window, which one row has not.
      rows.filter(coalesce(expressions).isNotNull());
      return problem(
          rows.select(expressions),
          BooleanType.class,
          "the expression must be true or false, not ");
    }
    return problem(
        rows.groupBy().agg(expressions[0], Arrays.copyOfRange(expressions, 1, expressions.length)),
        NumericType.class,
        "the expression must be a count of rows, not ");
  }

  private static Optional<String> problem(
      Dataset<Row> values, Class<? extends DataType> right, String message) {
    return wrongType(values, right, message)
        .or(
            () ->
                Resolved.of(values).stream()
                    .flatMap(expression -> RuleLimits.of(expression).stream())
                    .findFirst());
  }

  private static Optional<String> wrongType(
      Dataset<Row> values, Class<? extends DataType> right, String message) {
    return Arrays.stream(values.schema().fields())
        .map(StructField::dataType)
        .filter(type -> !right.isInstance(type))
        .map(type -> message + type.simpleString())
        .findFirst();
  }

  static String firstLine(Exception problem) {
    return String.valueOf(problem.getMessage())
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("it is not valid SQL");
  }
}
