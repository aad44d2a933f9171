package dev.taizhang.expressions;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.SharedSpark;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An expression says of a row what a query would say of it. */
class BoundExpressionsTest {

  private static final StructType ROWS =
      new StructType().add("major", StringType).add("graduates", IntegerType);

  private static SparkSession spark() {
    return SharedSpark.session();
  }

  private static Expression bound(String sql) {
    return BoundExpressions.of(spark(), ROWS, List.of(expr(sql))).get(0);
  }

  private static Object value(Expression expression, String major, Integer graduates) {
    return expression.eval(
        new GenericInternalRow(new Object[] {UTF8String.fromString(major), graduates}));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          graduates                              | 12
          graduates + 1                          | 13
          graduates BETWEEN 10 AND 20            | true
          nullif(graduates + 0, 12) IS NULL      | true
          nvl(nullif(major, '0809'), 'none')     | none
          left(major, 2) = '08'                  | true
          try_divide(graduates, graduates - 12)  |
          """)
  void expressionSaysWhatAQueryWouldSay(String sql, String expected) {
    Object value = value(bound(sql), "0809", 12);
    assertEquals(expected, value == null ? null : value.toString());
  }

  @Test
  void expressionsStandInTheOrderTheyWereAskedIn() {
    List<Column> asked = List.of(expr("major"), expr("graduates"), expr("graduates"));
    assertEquals(
        List.of("0809", "12", "12"),
        BoundExpressions.of(spark(), ROWS, asked).stream()
            .map(one -> value(one, "0809", 12).toString())
            .toList());
    assertTrue(BoundExpressions.of(spark(), ROWS, List.of()).isEmpty());
  }

  @Test
  void constantIsComputedOnce() {
    Expression date = bound("to_date('2025-08-31') + 1");
    assertEquals(
        20_332, assertInstanceOf(Literal.class, date, () -> date + " is computed by row").value());
  }

  @Test
  void constantThatFailsFailsWhereARowIsAsked() {
    Expression fails = bound("graduates > 0 OR 1 / 0 > 1");
    assertEquals(true, value(fails, "0809", 12));
    assertThrows(ArithmeticException.class, () -> value(fails, "0809", 0));
  }

  @Test
  void nameThatNoRowHasIsRefused() {
    Expression elsewhere =
        Resolved.of(spark().createDataFrame(List.of(), ROWS).select(expr("graduates + 1"))).get(0);
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> BoundExpressions.of(elsewhere, List.of()));
    assertEquals("No row has the column graduates", refused.getMessage());
  }
}
