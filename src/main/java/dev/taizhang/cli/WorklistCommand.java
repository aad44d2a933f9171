package dev.taizhang.cli;

import dev.taizhang.answers.Worklists;
import dev.taizhang.config.JobFile;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.flow.Catalog;
import dev.taizhang.publish.Worklist;
import dev.taizhang.publish.WorklistWorkbook;
import dev.taizhang.reference.FileNameWords;
import dev.taizhang.reference.ReferenceData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes each university a workbook of whom to help next. */
@Command(
    name = "worklist",
    description = {
      "Writes a workbook for each university with its unplaced graduates of key groups (重点群体) who",
      "had neither contact nor help one to one for some days: by file, sheet and row, without names."
    })
final class WorklistCommand implements Callable<Integer> {

  // Two years of follow-up.
  private static final int MOST_DAYS = 730;

  @Spec private CommandSpec spec;

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      description = "Folder of the Delta tables; 'run' creates it if it is missing.")
  private String warehouse;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder to write the workbooks to; workbooks with the same name are replaced.")
  private Path out;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      defaultValue = "30",
      description =
          "Days without contact or help one to one, 1 to 730 (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--university",
      paramLabel = "CODE",
      description = "Only this university (five-digit code); may be repeated.")
  private List<String> universities;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "Folder with your universities.csv, hardship_tags.csv and other additions.")
  private String reference;

  @Option(
      names = "--job",
      paramLabel = "FILE",
      description =
          "Job file (YAML) with warehouse and reference; options given here take precedence.")
  private Path jobFile;

  @Override
  public Integer call() {
    requireDays();
    JobFile job = jobFile == null ? JobFile.NONE : JobFile.read(jobFile);
    String location = Optional.ofNullable(warehouse).or(job::warehouse).orElseThrow(this::noPlace);
    Optional<String> additions = Optional.ofNullable(reference).or(job::reference);
    ReferenceData lists = ReferenceData.load(additions);
    FileNameWords words = FileNameWords.load(additions, lists.universities());
    SparkSession spark = Spark.session();
    Catalog.open(spark, location);
    Worklists worklists = Worklists.of(spark, lists, words, days);
    Set<String> all = worklists.universities();
    Set<String> wanted = universities == null ? all : known(all, universities);
    PrintWriter stdout = spec.commandLine().getOut();
    List<String> nobody = new ArrayList<>();
    worklists.forEach(
        wanted,
        worklist -> {
          if (worklist.waiting().isEmpty()) {
            nobody.add(worklist.universityCode());
          } else {
            stdout.println(
                "%s: graduates waiting %d"
                    .formatted(written(worklist).getFileName(), worklist.waiting().size()));
          }
        });
    if (!nobody.isEmpty()) {
      stdout.println("nobody waiting: " + String.join(", ", nobody));
    }
    if (wanted.isEmpty()) {
      stdout.println("nobody waiting: no ledger counts in this warehouse");
    }
    return 0;
  }

  private Path written(Worklist worklist) {
    try {
      return WorklistWorkbook.write(worklist, out);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The workbook " + worklist.fileName() + " could not be written", e);
    }
  }

  private void requireDays() {
    if (days < 1 || days > MOST_DAYS) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--days must be from 1 to %d, not %d. What to do: give the days without help after which somebody is listed, such as --days 30."
              .formatted(MOST_DAYS, days));
    }
  }

  private CommandLine.ParameterException noPlace() {
    return new CommandLine.ParameterException(
        spec.commandLine(),
        "'taizhang worklist' needs --warehouse. What to do: add it as an option, or to a job file"
            + " given with --job.");
  }

  private static Set<String> known(Set<String> all, List<String> codes) {
    Set<String> wanted = new TreeSet<>(codes);
    Set<String> unknown = new TreeSet<>(wanted);
    unknown.removeAll(all);
    if (!unknown.isEmpty()) {
      throw new InvalidUsage(
          "No ledger of "
              + String.join(", ", unknown)
              + " counts. What to do: check --university; 'taizhang status' lists who reported.");
    }
    return wanted;
  }
}
