package dev.taizhang.cli;

import dev.taizhang.config.AsOfRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a draft of a release. */
@Command(
    name = "create",
    description = {
      "Makes a draft of a release: the figures of one date that the plan lists, protected as the",
      "policy says, in the tables 'published.*'. Where a gate stops it, nothing is written."
    })
final class ReleaseCreateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

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

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = RunCommand.AsOfConverter.class,
      description = {
        "Date of the figures (yyyy-mm-dd, or official:yyyy-08-31). Default: the newest official date",
        "or end of a month with figures, or else the newest date."
      })
  private AsOfRequest asOf;

  @Option(
      names = "--plan",
      paramLabel = "NAME",
      description = "Publication plan: which figures leave the house (default: default).")
  private String plan;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description = "Publication policy: how they are protected (default: suppress).")
  private String policy;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "NAME",
      description = "Who makes it; it is recorded with the release.")
  private String by;

  @Option(
      names = "--accept",
      paramLabel = "GATE",
      description = "Let this gate pass, with --why; the manifest says so. May be repeated.")
  private List<String> accepted;

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason to let a gate pass.")
  private String why;

  @Override
  public Integer call() {
    throw new UnsupportedOperationException(
        "%s %s %s %s %s %s %s %s %s %s"
            .formatted(
                spec.name(), warehouse, reference, jobFile, asOf, plan, policy, by, accepted, why));
  }
}
