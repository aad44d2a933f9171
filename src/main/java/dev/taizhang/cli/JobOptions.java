package dev.taizhang.cli;

import dev.taizhang.config.JobFile;
import dev.taizhang.reference.ReferenceData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A warehouse and what its figures are made with, as options or in the job file of the runs. */
final class JobOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      description = "Folder of the Delta tables; 'run' creates it if it is missing.")
  private String warehouse;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "Folder with your publication_plans.csv, universities.csv and other additions.")
  private String reference;

  @Option(
      names = "--job",
      paramLabel = "FILE",
      description = "Job file (YAML) of your runs; options given here take precedence.")
  private Path jobFile;

  /** The job file; one that says nothing where none is given. */
  JobFile job() throws IOException {
    return jobFile == null ? JobFile.NONE : JobFile.read(jobFile);
  }

  /** Where the tables are. */
  String warehouse(JobFile job) {
    return Optional.ofNullable(warehouse)
        .or(job::warehouse)
        .orElseThrow(
            () ->
                new CommandLine.ParameterException(
                    spec.commandLine(),
                    "'%s' needs --warehouse. What to do: add it as an option, or to a job file given with --job."
                        .formatted(spec.qualifiedName())));
  }

  /** The analyst's additions beside what is shipped. */
  ReferenceData reference(JobFile job) {
    return ReferenceData.load(Optional.ofNullable(reference).or(job::reference))
        .withExpectations(job.expectations());
  }
}
