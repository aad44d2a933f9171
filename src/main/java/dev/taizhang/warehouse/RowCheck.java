package dev.taizhang.warehouse;

import dev.taizhang.errors.BrokenContract;
import dev.taizhang.expressions.BoundExpressions;
import dev.taizhang.tables.Rule;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BasePredicate;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Predicate$;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Holds rows against a table's contract as they are written: columns never null, and its rules. */
final class RowCheck implements Serializable {

  private static final long serialVersionUID = 1L;

  // Compiling the rules costs what interpreting them costs for about as many rows.
  private static final int INTERPRETED_ROWS = 2_000;

  private final String tableName;
  private final int[] required;
  private final String[] columns;
  private final String[] rules;

  /** Each true where its rule is broken. */
  private final Expression[] broken;

  private RowCheck(
      String tableName, int[] required, String[] columns, String[] rules, Expression[] broken) {
    this.tableName = tableName;
    this.required = required;
    this.columns = columns;
    this.rules = rules;
    this.broken = broken;
  }

  static RowCheck of(SparkSession spark, String tableName, StructType schema, Rule... rules) {
    StructField[] fields = schema.fields();
    int[] required =
        java.util.stream.IntStream.range(0, fields.length)
            .filter(i -> !fields[i].nullable())
            .toArray();
    return new RowCheck(
        tableName,
        required,
        schema.fieldNames(),
        Arrays.stream(rules).map(Rule::name).toArray(String[]::new),
        BoundExpressions.of(
                spark,
                schema,
                Arrays.stream(rules)
                    .map(rule -> functions.expr("(" + rule.condition() + ") IS FALSE"))
                    .toList())
            .toArray(Expression[]::new));
  }

  /** A check for one thread. */
  Asked open() {
    return new Asked();
  }

  /** Asks row after row. */
  final class Asked {

    private final List<BasePredicate> predicates = new ArrayList<>();
    private long asked;

    private Asked() {
      for (Expression one : broken) {
        predicates.add(Predicate$.MODULE$.createInterpreted(one));
      }
    }

    /**
     * Asks of a row.
     *
     * @throws BrokenContract when it breaks the contract; no value of it is told
     */
    void require(InternalRow row) {
      for (int column : required) {
        if (row.isNullAt(column)) {
          throw broken(columns[column] + " is null");
        }
      }
      if (++asked == INTERPRETED_ROWS) {
        compile();
      }
      for (int i = 0; i < predicates.size(); i++) {
        if (predicates.get(i).eval(row)) {
          throw broken("the rule " + rules[i] + " does not hold");
        }
      }
    }

    private void compile() {
      for (int i = 0; i < broken.length; i++) {
        predicates.set(i, Predicate$.MODULE$.create(broken[i]));
      }
    }

    private BrokenContract broken(String what) {
      return new BrokenContract(
          "A row breaks the contract of %s, so nothing was written to it: %s. What to do: report it; 'taizhang verify' checks the other tables."
              .formatted(tableName, what));
    }
  }
}
