package dev.taizhang.cli;

import dev.taizhang.config.JobFile;
import dev.taizhang.config.PseudonymKey;
import dev.taizhang.inspection.Inspection;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a run would make of one file. */
@Command(
    name = "inspect",
    description = {
      "Shows what a run would make of one file: which headers are recognised, how its rows are",
      "read (masked), and every problem. Nothing is written."
    })
final class InspectCommand implements Callable<Integer> {

  private static final int DONE = 0;
  private static final int REJECTED = 3;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file, in any folder.")
  private String file;

  @Option(
      names = "--feed",
      defaultValue = "ledger",
      paramLabel = "FEED",
      description = "ledger, follow_up or assistance; ${DEFAULT-VALUE} by default.")
  private String feed;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "Folder with your universities.csv, column_aliases.csv and other additions.")
  private String reference;

  @Option(
      names = "--job",
      paramLabel = "FILE",
      description = "Job file (YAML) whose reference folder, thresholds and rules apply.")
  private Path jobFile;

  @Mixin private FormatOption format;

  @Override
  public Integer call() {
    JobFile job = jobFile == null ? JobFile.NONE : JobFile.read(jobFile);
    PseudonymKey key = PseudonymKey.fromEnvironment(Environment.variables());
    new RunReportPrinter(spec.commandLine()).warnOf(key);
    Inspection.Report report =
        Inspection.inspect(
            Spark.session(),
            new Inspection.Request(
                file,
                feed,
                Optional.ofNullable(reference).or(job::reference),
                job.thresholds(),
                job.expectations()),
            key);
    PrintWriter out = spec.commandLine().getOut();
    String gap = "";
    for (Inspection.Section section : report.sections()) {
      out.print(gap);
      print(section, out);
      gap = System.lineSeparator();
    }
    out.flush();
    return report.rejected() ? REJECTED : DONE;
  }

  /** Prints a section; its title is a heading for people and a column for programs. */
  private void print(Inspection.Section section, PrintWriter out) {
    boolean table = format.format() == Format.TABLE;
    if (table) {
      out.println("== " + Terminal.value(section.title()));
    }
    format
        .format()
        .print(
            with(table, "section", section.names()).toArray(String[]::new),
            section.rows().stream().map(row -> row(with(table, section.title(), row))).toList(),
            out);
  }

  private static <T> List<T> with(boolean table, T first, List<T> others) {
    List<T> all = new ArrayList<>(others);
    if (!table) {
      all.add(0, first);
    }
    return all;
  }

  private static Row row(List<Object> cells) {
    return RowFactory.create(cells.toArray());
  }
}
