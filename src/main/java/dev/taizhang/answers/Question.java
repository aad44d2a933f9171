package dev.taizhang.answers;

import dev.taizhang.conform.Reach;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.flow.Catalog;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.DeltaReading;
import dev.taizhang.warehouse.Warehouse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.CurrentNamespace$;
import org.apache.spark.sql.catalyst.analysis.RelationChanges;
import org.apache.spark.sql.catalyst.analysis.RelationTimeTravel;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunctionName;
import org.apache.spark.sql.catalyst.analysis.UnresolvedHaving;
import org.apache.spark.sql.catalyst.analysis.UnresolvedInlineTable;
import org.apache.spark.sql.catalyst.analysis.UnresolvedNamespace;
import org.apache.spark.sql.catalyst.analysis.UnresolvedQualify;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedSubqueryColumnAliases;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTVFAliases;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTable;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedView;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.PipeOperator;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.DataFrameDropColumns;
import org.apache.spark.sql.catalyst.plans.logical.DescribeColumn;
import org.apache.spark.sql.catalyst.plans.logical.DescribeFunction;
import org.apache.spark.sql.catalyst.plans.logical.DescribeNamespace;
import org.apache.spark.sql.catalyst.plans.logical.DescribeRelation;
import org.apache.spark.sql.catalyst.plans.logical.Distinct;
import org.apache.spark.sql.catalyst.plans.logical.Except;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.GlobalLimit;
import org.apache.spark.sql.catalyst.plans.logical.Intersect;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LateralJoin;
import org.apache.spark.sql.catalyst.plans.logical.LimitAll;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Offset;
import org.apache.spark.sql.catalyst.plans.logical.OneRowRelation;
import org.apache.spark.sql.catalyst.plans.logical.Pivot;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.RebalancePartitions;
import org.apache.spark.sql.catalyst.plans.logical.Repartition;
import org.apache.spark.sql.catalyst.plans.logical.RepartitionByExpression;
import org.apache.spark.sql.catalyst.plans.logical.Sample;
import org.apache.spark.sql.catalyst.plans.logical.ShowColumns;
import org.apache.spark.sql.catalyst.plans.logical.ShowCreateTable;
import org.apache.spark.sql.catalyst.plans.logical.ShowFunctions;
import org.apache.spark.sql.catalyst.plans.logical.ShowPartitions;
import org.apache.spark.sql.catalyst.plans.logical.ShowTableProperties;
import org.apache.spark.sql.catalyst.plans.logical.ShowTables;
import org.apache.spark.sql.catalyst.plans.logical.ShowTablesExtended;
import org.apache.spark.sql.catalyst.plans.logical.ShowViews;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.Union;
import org.apache.spark.sql.catalyst.plans.logical.Unpivot;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedHint;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.catalyst.plans.logical.Window;
import org.apache.spark.sql.catalyst.plans.logical.WithWindowDefinition;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.apache.spark.sql.execution.command.DescribeQueryCommand;
import org.apache.spark.sql.execution.command.DescribeRelationJsonCommand;
import org.apache.spark.sql.execution.command.ExplainCommand;
import org.apache.spark.sql.execution.command.ShowCatalogsCommand;
import org.apache.spark.sql.execution.command.ShowCollationsCommand;
import org.apache.spark.sql.execution.command.ShowCurrentNamespaceCommand;
import org.apache.spark.sql.execution.command.ShowNamespacesCommand;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A question in SQL that only reads, and only the warehouse. What it does is asked of the plan that
 * Spark makes of its text, step by step; what is not known to read is refused.
 */
public final class Question {

  /** Steps that make rows of rows, and what stands for rows before its name means something. */
  private static final Set<Class<?>> READING =
      Set.of(
          Aggregate.class,
          DataFrameDropColumns.class,
          Distinct.class,
          Except.class,
          Filter.class,
          Generate.class,
          GlobalLimit.class,
          Intersect.class,
          Join.class,
          LateralJoin.class,
          LimitAll.class,
          LocalLimit.class,
          LocalRelation.class,
          Offset.class,
          OneRowRelation.class,
          Pivot.class,
          PipeOperator.class,
          Project.class,
          RebalancePartitions.class,
          RelationChanges.class,
          RelationTimeTravel.class,
          Repartition.class,
          RepartitionByExpression.class,
          Sample.class,
          Sort.class,
          SubqueryAlias.class,
          Union.class,
          Unpivot.class,
          UnresolvedHaving.class,
          UnresolvedHint.class,
          UnresolvedInlineTable.class,
          UnresolvedQualify.class,
          UnresolvedRelation.class,
          UnresolvedSubqueryColumnAliases.class,
          UnresolvedTVFAliases.class,
          UnresolvedTableValuedFunction.class,
          UnresolvedWith.class,
          Window.class,
          WithWindowDefinition.class);

  /** Commands that tell what there is, and what they name. */
  private static final Set<Class<?>> TELLING =
      Set.of(
          CurrentNamespace$.class,
          DescribeColumn.class,
          DescribeFunction.class,
          DescribeNamespace.class,
          DescribeQueryCommand.class,
          DescribeRelation.class,
          DescribeRelationJsonCommand.class,
          ExplainCommand.class,
          ShowCatalogsCommand.class,
          ShowCollationsCommand.class,
          ShowColumns.class,
          ShowCreateTable.class,
          ShowCurrentNamespaceCommand.class,
          ShowFunctions.class,
          ShowNamespacesCommand.class,
          ShowPartitions.class,
          ShowTableProperties.class,
          ShowTables.class,
          ShowTablesExtended.class,
          ShowViews.class,
          UnresolvedFunctionName.class,
          UnresolvedNamespace.class,
          UnresolvedTable.class,
          UnresolvedTableOrView.class,
          UnresolvedView.class);

  /** Functions that stand for a table and make it of their arguments. */
  private static final Set<String> TABLE_FUNCTIONS =
      Set.of(
          "collations",
          "explode",
          "explode_outer",
          "inline",
          "inline_outer",
          "json_tuple",
          "posexplode",
          "posexplode_outer",
          "range",
          "sql_keywords",
          "stack");

  private static final String CHANGES = "table_changes";
  private static final String CATALOG = "spark_catalog";
  private static final String DELTA = "delta";

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final List<Table> tables;

  private Question(SparkSession spark, String location) {
    this.spark = spark;
    this.warehouse = Warehouse.at(spark, location);
    this.tables = Pipeline.tables();
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
    question.check(question.parser().parsePlan(sql));
  }

  private ParserInterface parser() {
    return ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().sqlParser();
  }

  private void check(LogicalPlan step) throws ParseException {
    if (!READING.contains(step.getClass())
        && !TELLING.contains(step.getClass())
        && !DeltaReading.is(step)
        && DeltaReading.folder(step).isEmpty()) {
      throw new InvalidUsage(
          "'taizhang query' is read-only and does not run this: %s. Nothing was done. What to do: use SELECT, WITH, SHOW, DESCRIBE or EXPLAIN; only the other commands change tables, and none changes settings."
              .formatted(step.nodeName()));
    }
    checkNames(step);
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
          "'taizhang query' reads only the warehouse, and %s reaches outside it, into Java or files. Nothing was done. What to do: remove it from the query."
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

  /** What a step names is a table of the warehouse, or an alias. */
  private void checkNames(LogicalPlan step) throws ParseException {
    if (step instanceof UnresolvedRelation relation) {
      checkTable(CollectionConverters.asJava(relation.multipartIdentifier()));
      if (!relation.options().isEmpty()) {
        throw notOfTheWarehouse(relation.name() + " WITH (...)");
      }
    } else if (step instanceof UnresolvedTable table) {
      checkTable(CollectionConverters.asJava(table.multipartIdentifier()));
    } else if (step instanceof UnresolvedTableOrView table) {
      checkTable(CollectionConverters.asJava(table.multipartIdentifier()));
    } else if (step instanceof UnresolvedView view) {
      checkTable(CollectionConverters.asJava(view.multipartIdentifier()));
    } else if (step instanceof UnresolvedTableValuedFunction function) {
      checkTableFunction(function);
    }
    String folder = DeltaReading.folder(step).orElse(null);
    if (folder != null) {
      checkFolder(folder);
    }
  }

  private void checkTable(List<String> name) {
    List<String> parts =
        name.size() == 3 && name.get(0).equalsIgnoreCase(CATALOG) ? name.subList(1, 3) : name;
    String schema = parts.get(0).toLowerCase(Locale.ROOT);
    if (parts.size() == 2 && schema.equals(DELTA)) {
      checkFolder(parts.get(1));
    } else if (parts.size() > 2
        || (parts.size() == 2
            && tables.stream().noneMatch(table -> table.schemaName().equals(schema)))) {
      throw notOfTheWarehouse(String.join(".", name));
    }
  }

  private void checkFolder(String folder) {
    if (!warehouse.hasAt(tables, folder)) {
      throw notOfTheWarehouse(folder);
    }
  }

  private void checkTableFunction(UnresolvedTableValuedFunction function) throws ParseException {
    String name = function.name().mkString(".").toLowerCase(Locale.ROOT);
    if (name.equals(CHANGES)) {
      if (function.functionArgs().isEmpty()
          || !(function.functionArgs().head() instanceof Literal table)) {
        throw notOfTheWarehouse("an argument of " + CHANGES + " that is not a text");
      }
      checkTable(
          CollectionConverters.asJava(
              parser().parseMultipartIdentifier(String.valueOf(table.value()))));
    } else if (!TABLE_FUNCTIONS.contains(name)) {
      throw notOfTheWarehouse(name + "(...)");
    }
  }

  private static InvalidUsage notOfTheWarehouse(String name) {
    return new InvalidUsage(
        "'taizhang query' reads only the warehouse, and %s is not one of its tables. Nothing was done. What to do: name a table such as marts.placement_rates; 'SHOW SCHEMAS' and 'SHOW TABLES IN marts' list them."
            .formatted(name));
  }
}
