package dev.taizhang.cli;

import dev.taizhang.pipeline.Catalog;
import dev.taizhang.pipeline.Status;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells who reported, who is late, and what was rejected and why. */
@Command(
    name = "status",
    description = "Tells who reported, who is late, and what was rejected and why.")
final class StatusCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--warehouse",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the Delta tables.")
  private String warehouse;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "table, csv or json (one object a line); ${DEFAULT-VALUE} by default.")
  private String format;

  @Override
  public Integer call() {
    Format chosen = Formats.of(format);
    SparkSession spark = Spark.session();
    Catalog.open(spark, warehouse);
    PrintWriter out = spec.commandLine().getOut();
    Dataset<Row> universities = Status.universities(spark);
    chosen.print(universities.columns(), universities.collectAsList(), out);
    Dataset<Row> problems = Status.problems(spark);
    if (!problems.isEmpty()) {
      out.println();
      chosen.print(problems.columns(), problems.collectAsList(), out);
    }
    return 0;
  }
}
