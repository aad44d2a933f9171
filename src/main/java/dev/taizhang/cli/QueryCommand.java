package dev.taizhang.cli;

import dev.taizhang.answers.Question;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.warehouse.Sessions;
import java.util.concurrent.Callable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers a question in SQL. */
@Command(
    name = "query",
    description = {
      "Runs a query in SQL. Tables are named with their schema, such as marts.placement_rates;",
      "add VERSION AS OF n or TIMESTAMP AS OF 't' for an earlier state."
    })
final class QueryCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private WarehouseOption warehouse;

  @Mixin private FormatOption format;

  @Parameters(paramLabel = "SQL", description = "The query.")
  private String sql;

  @Override
  public Integer call() throws Exception {
    SparkSession spark = Spark.session();
    // A single query, and perhaps over millions of rows.
    Sessions.compilePlans(spark, true);
    try {
      Dataset<Row> answer = Question.ask(spark, warehouse.location(), sql);
      format.format().print(answer.columns(), answer.collectAsList(), spec.commandLine().getOut());
      return 0;
    } catch (Exception e) {
      // Spark's own kind of error is checked but not declared.
      Throwable ofTheQuestion =
          e instanceof AnalysisException ? e : Failures.ofAValue(e).orElse(null);
      throw ofTheQuestion == null ? e : refused(ofTheQuestion);
    }
  }

  private static InvalidUsage refused(Throwable cause) {
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return new InvalidUsage(
        "The query cannot be run: "
            + message
            + " What to do: correct the SQL; 'SHOW TABLES IN marts' and 'DESCRIBE"
            + " marts.placement_rates' show what is available.",
        cause);
  }
}
