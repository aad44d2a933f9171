package dev.taizhang.cli;

import dev.taizhang.answers.Worklists;
import dev.taizhang.config.JobFile;
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
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private UniversityWorkbookOptions options;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      defaultValue = "30",
      description =
          "Days without contact or help one to one, 1 to 730 (default: ${DEFAULT-VALUE}).")
  private int days;

  @Override
  public Integer call() {
    requireDays();
    JobFile job = options.job();
    String location = options.location(job, spec.commandLine());
    Optional<String> additions = options.additions(job);
    ReferenceData lists = ReferenceData.load(additions);
    FileNameWords words = FileNameWords.load(additions, lists.universities());
    SparkSession spark = Spark.session();
    Catalog.openFor(spark, location, Worklists.TABLES);
    Worklists worklists = Worklists.of(spark, lists, words, days);
    Set<String> wanted =
        options.wanted(
            worklists.universities(),
            " counts. What to do: check --university; 'taizhang status' lists who reported.");
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
      return WorklistWorkbook.write(worklist, options.out());
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
}
