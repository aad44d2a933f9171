package dev.taizhang.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import dev.taizhang.reference.Expectation;
import dev.taizhang.reference.Expectation.Scope;
import dev.taizhang.reference.Expectation.Severity;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.ExpectationResults;
import dev.taizhang.tables.Quarantine;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How often each submission breaks each rule. */
public final class RuleCounts {

  private RuleCounts() {}

  /**
   * The counts, as {@link ExpectationResults#TABLE}.
   *
   * @param quarantine {@link Quarantine}, one per row left out
   * @param entries {@link Entries}, one per accepted row of a ledger
   * @param others entries of the other feeds
   * @param expectations the rules
   */
  public static Dataset<Row> build(
      Dataset<Row> quarantine,
      Dataset<Row> entries,
      List<Dataset<Row>> others,
      Expectations expectations) {
    Dataset<Row> counts = quarantined(quarantine).unionByName(flagged(entries));
    for (Dataset<Row> other : others) {
      counts = counts.unionByName(flagged(other));
    }
    List<Expectation> ofFiles = expectations.of(Conform.LEDGER, Severity.FLAG, Scope.FILE);
    return ofFiles.isEmpty() ? counts : counts.unionByName(ofFiles(entries, ofFiles));
  }

  private static Dataset<Row> quarantined(Dataset<Row> quarantine) {
    return counted(quarantine, count(lit(1)), Severity.QUARANTINE);
  }

  private static Dataset<Row> flagged(Dataset<Row> entries) {
    // Rows with the same flags are counted before the flags are parted: there are few kinds.
    String rows = "rows";
    Dataset<Row> kinds =
        entries
            .filter(size(Entries.FLAGS.column()).gt(0))
            .groupBy(
                ExpectationResults.SUBMISSION_ID.column(),
                ExpectationResults.SNAPSHOT_DATE.column(),
                Entries.FLAGS.column())
            .agg(count(lit(1)).as(rows))
            .withColumn(ExpectationResults.RULE_ID.name(), explode(Entries.FLAGS.column()));
    return counted(kinds, sum(col(rows)), Severity.FLAG);
  }

  private static Dataset<Row> counted(Dataset<Row> rows, Column number, Severity severity) {
    return rows.groupBy(
            ExpectationResults.SUBMISSION_ID.column(),
            ExpectationResults.RULE_ID.column(),
            ExpectationResults.SNAPSHOT_DATE.column())
        .agg(number.as(ExpectationResults.BROKEN_COUNT.name()))
        .withColumn(ExpectationResults.SEVERITY.name(), lit(severity.id()))
        .withColumn(ExpectationResults.SCOPE.name(), lit(Scope.ROW.id()))
        .select(ExpectationResults.TABLE.columns());
  }

  /** The rules about a file's rows together: one aggregate each, over one pass. */
  private static Dataset<Row> ofFiles(Dataset<Row> entries, List<Expectation> rules) {
    Column[] aggregates = RuleExpression.ofFiles(entries, rules);
    String[] names = rules.stream().map(Expectation::id).toArray(String[]::new);
    String stack =
        Arrays.stream(names)
            .map(name -> "'%s', %s".formatted(name, name))
            .collect(
                Collectors.joining(
                    ", ",
                    "stack(%d, ".formatted(names.length),
                    ") AS (%s, %s)"
                        .formatted(
                            ExpectationResults.RULE_ID.name(),
                            ExpectationResults.BROKEN_COUNT.name())));
    return entries
        .groupBy(
            ExpectationResults.SUBMISSION_ID.column(), ExpectationResults.SNAPSHOT_DATE.column())
        .agg(aggregates[0], Arrays.copyOfRange(aggregates, 1, aggregates.length))
        .select(
            ExpectationResults.SUBMISSION_ID.column(),
            ExpectationResults.SNAPSHOT_DATE.column(),
            expr(stack))
        .filter(col(ExpectationResults.BROKEN_COUNT.name()).gt(0))
        .withColumn(ExpectationResults.SEVERITY.name(), lit(Severity.FLAG.id()))
        .withColumn(ExpectationResults.SCOPE.name(), lit(Scope.FILE.id()))
        .select(ExpectationResults.TABLE.columns());
  }
}
