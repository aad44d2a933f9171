package dev.taizhang.expressions;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Alias;
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
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Expressions that evaluate themselves on a row, in this process or in a task, without a plan
 * around them: without what only an optimiser can make values of, their names bound to places in
 * the row, and with their constants computed.
 */
public final class BoundExpressions {

  private BoundExpressions() {}

  /**
   * The expressions as the session understands them.
   *
   * @param schema of the rows
   * @param columns over these columns, no aggregates among them
   */
  public static List<Expression> of(SparkSession spark, StructType schema, List<Column> columns) {
    if (columns.isEmpty()) {
      return List.of();
    }
    Project project =
        (Project)
            Resolved.plan(
                spark.createDataFrame(List.of(), schema).select(columns.toArray(Column[]::new)));
    List<Attribute> attributes = CollectionConverters.asJava(project.child().output());
    return CollectionConverters.asJava(project.projectList()).stream()
        .map(value -> value instanceof Alias named ? named.child() : (Expression) value)
        .map(value -> of(value, attributes))
        .toList();
  }

  /**
   * A resolved expression.
   *
   * @param columns what its names mean, in the order of the rows' values
   */
  public static Expression of(Expression expression, List<? extends Attribute> columns) {
    if (expression instanceof RuntimeReplaceable function) {
      return of(function.replacement(), columns);
    }
    if (expression instanceof With shared) {
      return of(inPlace(shared.child(), definitions(shared)), columns);
    }
    if (expression instanceof AttributeReference column) {
      return bound(column, columns);
    }
    return folded(expression.mapChildren(inner -> of(inner, columns)));
  }

  private static Expression bound(AttributeReference column, List<? extends Attribute> columns) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).exprId().equals(column.exprId())) {
        return new BoundReference(i, column.dataType(), column.nullable());
      }
    }
    throw new IllegalStateException("No row has the column " + column.name());
  }

  private static Map<CommonExpressionId, Expression> definitions(With shared) {
    return CollectionConverters.asJava(shared.defs()).stream()
        .collect(toMap(CommonExpressionDef::id, CommonExpressionDef::child));
  }

  /** An expression that says several times what it shares with itself. */
  private static Expression inPlace(
      Expression expression, Map<CommonExpressionId, Expression> definitions) {
    return expression instanceof CommonExpressionRef reference
            && definitions.containsKey(reference.id())
        ? definitions.get(reference.id())
        : expression.mapChildren(inner -> inPlace(inner, definitions));
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
}
