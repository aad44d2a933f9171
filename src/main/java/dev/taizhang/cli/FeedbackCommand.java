package dev.taizhang.cli;

import dev.taizhang.answers.Corrections;
import dev.taizhang.config.JobFile;
import dev.taizhang.flow.Catalog;
import dev.taizhang.publish.Feedback;
import dev.taizhang.publish.FeedbackWorkbook;
import dev.taizhang.reference.FileNameWords;
import dev.taizhang.reference.ReferenceData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes each university a workbook of what it has to correct. */
@Command(
    name = "feedback",
    description = {
      "Writes a workbook for each university with what it has to correct (退回整改): rejected files,",
      "and every row that was returned or flagged, with what to do."
    })
final class FeedbackCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private UniversityWorkbookOptions options;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description =
          "Include every ledger since this snapshot date (yyyy-mm-dd), not only the newest.")
  private LocalDate since;

  @Override
  public Integer call() {
    JobFile job = options.job();
    String location = options.location(job, spec.commandLine());
    Optional<String> additions = options.additions(job);
    ReferenceData lists = ReferenceData.load(additions).withExpectations(job.expectations());
    FileNameWords words = FileNameWords.load(additions, lists.universities());
    SparkSession spark = Spark.session();
    Catalog.openFor(spark, location, Corrections.TABLES);
    Corrections corrections = Corrections.of(spark, lists, words, Optional.ofNullable(since));
    Set<String> wanted =
        options.wanted(
            corrections.universities(),
            " has been received. What to do: check --university and --since; 'taizhang status'"
                + " lists who reported.");
    PrintWriter stdout = spec.commandLine().getOut();
    List<String> nothing = new ArrayList<>();
    corrections.forEach(
        wanted,
        feedback -> {
          if (feedback.asksForCorrection()) {
            stdout.println(line(feedback, written(feedback)));
          } else {
            nothing.add(feedback.universityCode());
          }
        });
    if (!nothing.isEmpty()) {
      stdout.println("nothing to correct: " + String.join(", ", nothing));
    }
    if (wanted.isEmpty()) {
      stdout.println("nothing to correct: no university sent a ledger in that period");
    }
    return 0;
  }

  private Path written(Feedback feedback) {
    try {
      return FeedbackWorkbook.write(feedback, options.out());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The workbook " + feedback.fileName() + " could not be written", e);
    }
  }

  private static String line(Feedback feedback, Path file) {
    return "%s: rows returned %d, hints %d, files not counted %d"
        .formatted(
            file.getFileName(),
            feedback.returnedRows(),
            feedback.hints(),
            feedback.filesNotCounted());
  }
}
