package dev.taizhang.conform;

import java.io.Serializable;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A rule about a row, to be asked of one row after another.
 *
 * @param id identifies the rule
 * @param expression true where the rule is broken, on values in the order of the rows' columns
 */
record RowRule(UTF8String id, Expression expression) implements Serializable {

  /**
   * Whether a row breaks the rule. A value that lets the expression fail, as {@code
   * cell_monthly_salary > 3000} on 面议, says nothing of its row: such a value would otherwise end
   * everything, and be repeated in the message.
   */
  boolean isBrokenBy(InternalRow row) {
    try {
      return Boolean.TRUE.equals(expression.eval(row));
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      return false;
    }
  }
}
