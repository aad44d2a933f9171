package dev.taizhang.conform;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import dev.taizhang.config.Thresholds;
import dev.taizhang.reference.Expectation;
import dev.taizhang.reference.Expectation.Scope;
import dev.taizhang.reference.Expectation.Severity;
import dev.taizhang.tables.Entries;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;

/** What the expressions of rules may look at. */
public final class RuleScope {

  // What differs from day to day or call to call: tables depend on files and configuration alone.
  private static final Pattern UNSTEADY =
      Pattern.compile(
          "(?i)\\b(current_date|current_timestamp|current_time|now|localtimestamp|uuid|rand|randn|"
              + "shuffle|monotonically_increasing_id|spark_partition_id|input_file_name)\\b");

  private final Dataset<Row> quarantine;
  private final Dataset<Row> flags;
  private final Dataset<Row> files;

  private RuleScope(Dataset<Row> quarantine, Dataset<Row> flags, Dataset<Row> files) {
    this.quarantine = quarantine;
    this.flags = flags;
    this.files = files;
  }

  /**
   * The scope.
   *
   * @param rows {@link dev.taizhang.tables.Rows}, of which only the columns count
   */
  public static RuleScope of(Dataset<Row> rows, Lookups lookups, Thresholds thresholds) {
    Dataset<Row> readings = Conform.readings(rows, lookups, thresholds);
    return new RuleScope(
        Screening.withAll(rows, thresholds),
        readings,
        readings.withColumn(Entries.FLAGS.name(), lit(null).cast(Entries.FLAGS.type())));
  }

  /** The columns that a rule with this severity and scope may look at. */
  public List<String> columns(Severity severity, Scope scope) {
    return Arrays.asList(rows(severity, scope).columns());
  }

  private Dataset<Row> rows(Severity severity, Scope scope) {
    if (severity == Severity.QUARANTINE) {
      return quarantine;
    }
    return scope == Scope.ROW ? flags : files.select(Entries.TABLE.columns());
  }

  /** What is wrong with a rule's expression; empty when it can be applied. */
  public Optional<String> problem(Expectation rule) {
    Matcher unsteady = UNSTEADY.matcher(rule.expression());
    if (unsteady.find()) {
      return Optional.of(
          "%s() differs from run to run, so that the same file would give other rows"
              .formatted(unsteady.group()));
    }
    try {
      return rule.scope() == Scope.ROW ? rowProblem(rule) : fileProblem(rule);
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      if (e instanceof AnalysisException || e instanceof ParseException) {
        return Optional.of(firstLine(e));
      }
      throw e;
    }
  }

  private Optional<String> rowProblem(Expectation rule) {
    // WHERE takes no aggregate and no window, which one row has not.
    Dataset<Row> rows = rows(rule.severity(), rule.scope());
    rows.filter(expr(rule.expression()).cast("boolean"));
    DataType type = rows.select(expr(rule.expression())).schema().fields()[0].dataType();
    return type instanceof BooleanType
        ? Optional.empty()
        : Optional.of("the expression is true or false, not " + type.sql());
  }

  private Optional<String> fileProblem(Expectation rule) {
    DataType type =
        rows(rule.severity(), rule.scope())
            .groupBy()
            .agg(expr(rule.expression()))
            .schema()
            .fields()[0]
            .dataType();
    return type instanceof NumericType
        ? Optional.empty()
        : Optional.of("the expression counts rows, and is not " + type.sql());
  }

  private static String firstLine(Exception problem) {
    return String.valueOf(problem.getMessage()).lines().findFirst().orElse("it is not SQL");
  }
}
