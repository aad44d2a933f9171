package dev.taizhang.cli;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.pipeline.Catalog;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
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
      "Answers a question in SQL. Every table is there under its schema's name, such as",
      "marts.placement_rates; add VERSION AS OF n or TIMESTAMP AS OF 't' for an earlier state."
    })
final class QueryCommand implements Callable<Integer> {

  private static final Set<String> READING =
      Set.of("select", "with", "values", "table", "from", "show", "describe", "desc", "explain");

  private static final Pattern FIRST_WORD = Pattern.compile("^[\\s(]*(\\w*).*$", Pattern.DOTALL);

  @Spec private CommandSpec spec;

  @Mixin private WarehouseOption warehouse;

  @Mixin private FormatOption format;

  @Parameters(paramLabel = "SQL", description = "The question.")
  private String sql;

  @Override
  public Integer call() throws Exception {
    requireReading();
    SparkSession spark = Spark.session();
    Catalog.openFor(spark, warehouse.location(), sql);
    try {
      Dataset<Row> answer = spark.sql(sql);
      format.format().print(answer.columns(), answer.collectAsList(), spec.commandLine().getOut());
      return 0;
    } catch (Exception e) {
      // Spark's own kind of error is checked but not declared.
      throw e instanceof AnalysisException ? refused(e) : e;
    }
  }

  private static InvalidUsage refused(Exception cause) {
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return new InvalidUsage(
        "The query cannot be answered: "
            + message
            + " What to do: correct the SQL; 'SHOW TABLES IN marts' and 'DESCRIBE"
            + " marts.placement_rates' tell what there is.",
        cause);
  }

  /** The command reads; tables are changed by runs only. */
  private void requireReading() {
    String word = FIRST_WORD.matcher(sql).replaceFirst("$1");
    if (!READING.contains(word.toLowerCase(Locale.ROOT))) {
      throw new InvalidUsage(
          "'taizhang query' only reads, and this begins with '"
              + word
              + "'. What to do: begin with SELECT, WITH, SHOW or DESCRIBE.");
    }
  }
}
