package dev.taizhang.warehouse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.BindReferences;
import org.apache.spark.sql.catalyst.expressions.CommonExpressionId;
import org.apache.spark.sql.catalyst.expressions.CommonExpressionRef;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.RuntimeReplaceable;
import org.apache.spark.sql.catalyst.expressions.With;
import org.apache.spark.sql.catalyst.expressions.package$;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Expressions that can be evaluated on a row by themselves, in this process or in a task, without a
 * plan around them.
 */
public final class BoundExpressions {

  private BoundExpressions() {}

  /**
   * The expressions, their names bound to places in a row.
   *
   * @param schema of the rows
   * @param columns over these columns, no aggregates among them
   */
  public static Expression[] of(SparkSession spark, StructType schema, List<Column> columns) {
    if (columns.isEmpty()) {
      return new Expression[0];
    }
    Dataset<Row> empty = spark.createDataFrame(List.<Row>of(), schema);
    Column[] named = new Column[columns.size()];
    for (int i = 0; i < named.length; i++) {
      named[i] = columns.get(i).as("value_" + i);
    }
    Project project =
        (Project)
            ((org.apache.spark.sql.classic.Dataset<Row>) empty.select(named))
                .queryExecution()
                .analyzed();
    var input = package$.MODULE$.AttributeSeq(project.child().output());
    return CollectionConverters.asJava(project.projectList()).stream()
        .map(value -> replaced(((Alias) value).child()))
        .map(value -> BindReferences.bindReference(value, input, false))
        .toArray(Expression[]::new);
  }

  /** An expression with what stands in its functions' place when it is evaluated. */
  private static Expression replaced(Expression expression) {
    if (expression instanceof RuntimeReplaceable function) {
      return replaced(function.replacement());
    }
    if (expression instanceof With shared) {
      Map<CommonExpressionId, Expression> values = new HashMap<>();
      CollectionConverters.asJava(shared.defs())
          .forEach(value -> values.put(value.id(), value.child()));
      return replaced(inPlace(shared.child(), values));
    }
    return expression.mapChildren(BoundExpressions::replaced);
  }

  /** An expression that says several times what it shares with itself. */
  private static Expression inPlace(
      Expression expression, Map<CommonExpressionId, Expression> values) {
    return expression instanceof CommonExpressionRef reference && values.containsKey(reference.id())
        ? values.get(reference.id())
        : expression.mapChildren(child -> inPlace(child, values));
  }
}
