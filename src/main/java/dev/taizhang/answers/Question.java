package dev.taizhang.answers;

import dev.taizhang.conform.Reach;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.flow.Catalog;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.warehouse.Warehouse;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.RelationChanges;
import org.apache.spark.sql.catalyst.analysis.RelationTimeTravel;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.apache.spark.sql.execution.command.DescribeQueryCommand;
import org.apache.spark.sql.execution.command.ExplainCommand;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A question in SQL that only reads, and only the warehouse. What it does is asked of the plan that
 * Spark makes of its text, step by step; what is not known to read is refused.
 */
public final class Question {

  private final ParserInterface parser;
  private final NamedTables names;

  private Question(SparkSession spark, String location) {
    this.parser = ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().sqlParser();
    this.names = new NamedTables(parser, Warehouse.at(spark, location), Pipeline.tables());
  }

  /**
   * The answer to a question.
   *
   * @param location folder of the warehouse
   * @throws InvalidUsage when it does more than read, reads something else, or there is no
   *     warehouse
   * @throws ParseException when it is no SQL
   */
  public static Dataset<Row> ask(SparkSession spark, String location, String sql)
      throws ParseException {
    requireReading(spark, location, sql);
    Catalog.openFor(spark, location, sql);
    return spark.sql(sql);
  }

  /** Refuses a question that does more than read the warehouse, before anything of it is done. */
  static void requireReading(SparkSession spark, String location, String sql)
      throws ParseException {
    Question question = new Question(spark, location);
    question.check(question.parser.parsePlan(sql));
  }

  private void check(LogicalPlan step) throws ParseException {
    if (!ReadingSteps.contain(step)) {
      throw new InvalidUsage(
          "'taizhang query' only reads, and does not run this: %s. Nothing was done. What to do: use SELECT, WITH, SHOW, DESCRIBE or EXPLAIN; only the other commands change tables, and none changes settings."
              .formatted(step.nodeName()));
    }
    names.check(step);
    for (Expression expression : CollectionConverters.asJava(step.expressions())) {
      check(expression);
    }
    for (LogicalPlan inner : inside(step)) {
      check(inner);
    }
  }

  /** The steps that stand in a step. */
  private static List<LogicalPlan> inside(LogicalPlan step) {
    Stream<LogicalPlan> own =
        step instanceof ExplainCommand explain
            ? Stream.of(explain.logicalPlan())
            : step instanceof DescribeQueryCommand describe
                ? Stream.of(describe.plan())
                : step instanceof RelationTimeTravel travel
                    ? Stream.of(travel.relation())
                    : step instanceof RelationChanges changes
                        ? Stream.of(changes.relation())
                        : Stream.empty();
    Stream<TreeNode<?>> others =
        Stream.concat(
            CollectionConverters.asJava(step.children()).stream(),
            CollectionConverters.asJava(step.innerChildren()).stream());
    return Stream.concat(
            own, others.filter(LogicalPlan.class::isInstance).map(LogicalPlan.class::cast))
        .toList();
  }

  private void check(Expression expression) throws ParseException {
    String function = Reach.outside(expression).orElse(null);
    if (function != null) {
      throw new InvalidUsage(
          "'taizhang query' only reads the warehouse, and %s reaches outside it, into Java or files. Nothing was done. What to do: remove it from the query."
              .formatted(function));
    }
    checkSubqueries(expression);
  }

  private void checkSubqueries(Expression expression) throws ParseException {
    if (expression instanceof PlanExpression<?> subquery
        && subquery.plan() instanceof LogicalPlan plan) {
      check(plan);
    }
    for (Expression inner : CollectionConverters.asJava(expression.children())) {
      checkSubqueries(inner);
    }
  }
}
