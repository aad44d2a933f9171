package dev.taizhang.expressions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.RuntimeReplaceable;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.jdk.javaapi.CollectionConverters;

/** What Spark makes of the text of an expression. */
public final class Resolved {

  private Resolved() {}

  /**
   * An expression as its text is read, before its names mean something.
   *
   * @throws ParseException when it is no SQL
   */
  public static Expression parsed(SparkSession spark, String text) throws ParseException {
    return ((org.apache.spark.sql.classic.SparkSession) spark)
        .sessionState()
        .sqlParser()
        .parseExpression(text);
  }

  /** The plan of a query, with every name resolved. */
  public static LogicalPlan plan(Dataset<Row> rows) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().analyzed();
  }

  /** The expressions of the outermost step of a query. */
  public static List<Expression> of(Dataset<Row> rows) {
    return CollectionConverters.asJava(plan(rows).expressions());
  }

  /** An expression with what stands in its functions' place when it is evaluated. */
  public static Expression replaced(Expression expression) {
    return expression instanceof RuntimeReplaceable function
        ? replaced(function.replacement())
        : expression.mapChildren(Resolved::replaced);
  }

  /** Visits an expression and everything in it, also what stands in its functions' place. */
  public static void visit(Expression expression, Consumer<Expression> visitor) {
    visitor.accept(expression);
    List<Expression> inner = new ArrayList<>(CollectionConverters.asJava(expression.children()));
    if (expression instanceof RuntimeReplaceable function) {
      inner.add(function.replacement());
    }
    inner.forEach(one -> visit(one, visitor));
  }
}
