package dev.taizhang.conform;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.CommonExpressionDef;
import org.apache.spark.sql.catalyst.expressions.CommonExpressionId;
import org.apache.spark.sql.catalyst.expressions.CommonExpressionRef;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.RuntimeReplaceable;
import org.apache.spark.sql.catalyst.expressions.With;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.jdk.javaapi.CollectionConverters;

/** What Spark makes of the text of an expression. */
final class Resolved {

  private Resolved() {}

  /**
   * An expression as its text is read, before its names mean something.
   *
   * @throws ParseException when it is no SQL
   */
  static Expression parsed(SparkSession spark, String text) throws ParseException {
    return ((org.apache.spark.sql.classic.SparkSession) spark)
        .sessionState()
        .sqlParser()
        .parseExpression(text);
  }

  /** The plan of a query, with every name resolved. */
  static LogicalPlan plan(Dataset<Row> rows) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().analyzed();
  }

  /** The expressions of the outermost step of a query. */
  static List<Expression> of(Dataset<Row> rows) {
    return CollectionConverters.asJava(plan(rows).expressions());
  }

  /** An expression with what stands in its functions' place when it is evaluated. */
  static Expression replaced(Expression expression) {
    return expression instanceof RuntimeReplaceable function
        ? replaced(function.replacement())
        : expression.mapChildren(Resolved::replaced);
  }

  /**
   * An expression that evaluates itself, row by row, on rows with these columns: without what only
   * an optimiser can make values of, and with its constants computed.
   *
   * @param columns what its names mean, in the order of the rows' values
   */
  static Expression evaluable(Expression expression, List<? extends Attribute> columns) {
    if (expression instanceof RuntimeReplaceable function) {
      return evaluable(function.replacement(), columns);
    }
    if (expression instanceof With with) {
      return evaluable(inlined(with.child(), definitions(with)), columns);
    }
    if (expression instanceof AttributeReference column) {
      return bound(column, columns);
    }
    return folded(expression.mapChildren(inner -> evaluable(inner, columns)));
  }

  private static Expression bound(AttributeReference column, List<? extends Attribute> columns) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).exprId().equals(column.exprId())) {
        return new BoundReference(i, column.dataType(), column.nullable());
      }
    }
    throw new IllegalStateException("No row has the column " + column.name());
  }

  private static Map<CommonExpressionId, Expression> definitions(With with) {
    return CollectionConverters.asJava(with.defs()).stream()
        .collect(toMap(CommonExpressionDef::id, CommonExpressionDef::child));
  }

  private static Expression inlined(
      Expression expression, Map<CommonExpressionId, Expression> definitions) {
    return expression instanceof CommonExpressionRef reference
            && definitions.containsKey(reference.id())
        ? definitions.get(reference.id())
        : expression.mapChildren(inner -> inlined(inner, definitions));
  }

  private static Expression folded(Expression expression) {
    if (!expression.foldable() || expression instanceof Literal) {
      return expression;
    }
    try {
      return new Literal(expression.eval(InternalRow.empty()), expression.dataType());
    } catch (RuntimeException e) {
      // It fails where and when a row is asked, as it would unfolded.
      return expression;
    }
  }

  /** Visits an expression and everything in it, also what stands in its functions' place. */
  static void visit(Expression expression, Consumer<Expression> visitor) {
    visitor.accept(expression);
    List<Expression> inner = new ArrayList<>(CollectionConverters.asJava(expression.children()));
    if (expression instanceof RuntimeReplaceable function) {
      inner.add(function.replacement());
    }
    inner.forEach(one -> visit(one, visitor));
  }
}
