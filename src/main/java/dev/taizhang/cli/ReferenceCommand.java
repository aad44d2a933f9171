package dev.taizhang.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes reference data of what others publish. */
@Command(
    name = "reference",
    description = "Makes reference data from published sources.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = UniversitiesCommand.class)
final class ReferenceCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "Which reference data? 'taizhang reference universities FILE --out DIR' makes the roster.");
  }
}
