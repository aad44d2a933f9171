package dev.taizhang.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes figures ready to leave the house, and records who lets them. */
@Command(
    name = "release",
    description = {
      "Makes a release of the figures of one date: tables 'published.*' in which whatever could"
          + " tell",
      "something of single people is withheld. A release is a draft until somebody approves it."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ReleaseCreateCommand.class,
      ReleaseAuditCommand.class,
      ReleaseApproveCommand.class,
      ReleaseWithdrawCommand.class,
      ReleaseListCommand.class,
      ReleaseExportCommand.class
    })
final class ReleaseCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "What with the release? 'taizhang release --help' lists it.");
  }
}
