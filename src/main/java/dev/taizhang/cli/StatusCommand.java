package dev.taizhang.cli;

import dev.taizhang.answers.ShownPaths;
import dev.taizhang.answers.Status;
import dev.taizhang.config.PseudonymKey;
import dev.taizhang.flow.Catalog;
import dev.taizhang.warehouse.Warehouse;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells who reported, who is late, and what was rejected and why. */
@Command(
    name = "status",
    description = "Shows who reported, who is late, and what was rejected and why.")
final class StatusCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private WarehouseOption warehouse;

  @Mixin private FormatOption format;

  @Option(
      names = "--landing",
      paramLabel = "DIR",
      description = {
        "Also list the real names of the files in this folder that are shown with a hash in place",
        "of what may be a person's name; this needs the key."
      })
  private String landing;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "With --landing: the reference folder of your runs.")
  private String reference;

  @Override
  public Integer call() {
    SparkSession spark = Spark.session();
    Warehouse opened = Catalog.openFor(spark, warehouse.location(), Status.TABLES);
    PrintWriter out = spec.commandLine().getOut();
    Dataset<Row> universities = Status.universities(spark, opened);
    format.format().print(universities.columns(), universities.collectAsList(), out);
    Dataset<Row> asked = Status.problems(spark);
    List<Row> problems = asked.collectAsList();
    if (!problems.isEmpty()) {
      out.println();
      format.format().print(asked.columns(), problems, out);
    }
    if (landing != null) {
      out.println();
      format.format().print(new String[] {"shown_path", "path"}, paths(), out);
    }
    return 0;
  }

  private List<Row> paths() {
    PseudonymKey key = PseudonymKey.fromEnvironment(Environment.variables());
    return ShownPaths.of(Spark.session(), landing, Optional.ofNullable(reference), key)
        .entrySet()
        .stream()
        .map(path -> RowFactory.create(path.getKey(), path.getValue()))
        .toList();
  }
}
