package dev.taizhang.cli;

import dev.taizhang.pipeline.Catalog;
import dev.taizhang.pipeline.Status;
import dev.taizhang.warehouse.Warehouse;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells who reported, who is late, and what was rejected and why. */
@Command(
    name = "status",
    description = "Tells who reported, who is late, and what was rejected and why.")
final class StatusCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private WarehouseOption warehouse;

  @Mixin private FormatOption format;

  @Override
  public Integer call() {
    SparkSession spark = Spark.session();
    Warehouse opened = Catalog.open(spark, warehouse.location());
    PrintWriter out = spec.commandLine().getOut();
    Dataset<Row> universities = Status.universities(spark, opened);
    format.format().print(universities.columns(), universities.collectAsList(), out);
    Dataset<Row> problems = Status.problems(spark);
    if (!problems.isEmpty()) {
      out.println();
      format.format().print(problems.columns(), problems.collectAsList(), out);
    }
    return 0;
  }
}
