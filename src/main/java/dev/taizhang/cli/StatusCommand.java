package dev.taizhang.cli;

import dev.taizhang.answers.Problems;
import dev.taizhang.answers.Problems.Problem;
import dev.taizhang.answers.ShownPaths;
import dev.taizhang.answers.Status;
import dev.taizhang.answers.Status.University;
import dev.taizhang.config.PseudonymKey;
import dev.taizhang.flow.Catalog;
import dev.taizhang.warehouse.Warehouse;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
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

  private static final String[] UNIVERSITY = {
    "university_code",
    "university_name",
    "last_snapshot",
    "days_behind",
    "on_time",
    "age_days",
    "submissions",
    "last_rows",
    "last_quarantined",
    "last_flagged",
    "expected_graduates",
    "coverage_share"
  };

  private static final String[] PROBLEM = {
    "problem",
    "file_name",
    "snapshot_date",
    "graduation_year",
    "reason_code",
    "reason",
    "submission_id"
  };

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
    Warehouse opened = Catalog.openFor(spark, warehouse.location(), Problems.TABLES);
    PrintWriter out = spec.commandLine().getOut();
    format.format().print(UNIVERSITY, rows(Status.universities(opened), StatusCommand::row), out);
    List<Problem> problems = Problems.of(spark, opened);
    if (!problems.isEmpty()) {
      out.println();
      format.format().print(PROBLEM, rows(problems, StatusCommand::row), out);
    }
    if (landing != null) {
      out.println();
      format.format().print(new String[] {"shown_path", "path"}, paths(), out);
    }
    return 0;
  }

  private static <R extends Record> List<Row> rows(List<R> records, Function<R, Row> row) {
    return records.stream().map(row).toList();
  }

  private static Row row(University one) {
    return RowFactory.create(
        one.universityCode(),
        one.universityName(),
        one.lastSnapshot(),
        one.daysBehind(),
        one.onTime(),
        one.ageDays(),
        one.submissions(),
        one.lastRows(),
        one.lastQuarantined(),
        one.lastFlagged(),
        one.expectedGraduates(),
        one.coverageShare());
  }

  private static Row row(Problem one) {
    return RowFactory.create(
        one.problem(),
        one.fileName(),
        one.snapshotDate(),
        one.graduationYear(),
        one.reasonCode(),
        one.reason(),
        one.submissionId());
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
