package dev.taizhang.cli;

import dev.taizhang.config.JobFile;
import dev.taizhang.errors.InvalidUsage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What commands ask that write a workbook for each university. */
final class UniversityWorkbookOptions {

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
      names = "--university",
      paramLabel = "CODE",
      description = "Only this university (five-digit code); may be repeated.")
  private List<String> universities;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "Folder with your universities.csv, expectations.csv and other additions.")
  private String reference;

  @Option(
      names = "--job",
      paramLabel = "FILE",
      description =
          "Job file (YAML) with warehouse and reference; options given here take precedence.")
  private Path jobFile;

  /** Where the workbooks go. */
  Path out() {
    return out;
  }

  JobFile job() {
    return jobFile == null ? JobFile.NONE : JobFile.read(jobFile);
  }

  /** The folder with an analyst's own additions. */
  Optional<String> additions(JobFile job) {
    return Optional.ofNullable(reference).or(job::reference);
  }

  /**
   * Where the tables are.
   *
   * @throws CommandLine.ParameterException where neither an option nor the job file says it
   */
  String location(JobFile job, CommandLine command) {
    return Optional.ofNullable(warehouse)
        .or(job::warehouse)
        .orElseThrow(
            () ->
                new CommandLine.ParameterException(
                    command,
                    "'taizhang %s' needs --warehouse. What to do: add it as an option, or to a job file given with --job."
                        .formatted(command.getCommandName())));
  }

  /**
   * The universities that were asked for, or all.
   *
   * @param said what is so of one that is not among them, and what to do
   * @throws InvalidUsage where one is asked for that is not among them
   */
  Set<String> wanted(Set<String> all, String said) {
    if (universities == null) {
      return all;
    }
    Set<String> unknown = new TreeSet<>(universities);
    unknown.removeAll(all);
    if (!unknown.isEmpty()) {
      throw new InvalidUsage("No ledger of " + String.join(", ", unknown) + said);
    }
    return new TreeSet<>(universities);
  }
}
