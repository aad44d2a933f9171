package dev.taizhang.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code taizhang}. */
@Command(
    name = "taizhang",
    description = {
      "Turns the employment ledgers of universities into placement rates (毕业去向落实率)",
      "by hardship group, region and major."
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      InspectCommand.class,
      StatusCommand.class,
      AcceptCommand.class,
      RetractCommand.class,
      LockCommand.class,
      ForgetCommand.class,
      FeedbackCommand.class,
      WorklistCommand.class,
      ReleaseCommand.class,
      PublishCommand.class,
      ReferenceCommand.class,
      QueryCommand.class,
      ServeCommand.class,
      VerifyCommand.class,
      DocsCommand.class,
      GenerateCommand.class,
      AutoComplete.GenerateCompletion.class,
      WarmUpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, or nothing new",
      "1:fault of the program or the machine",
      "2:wrong usage, or no key",
      "3:no landing folder, or all files rejected",
      "4:a contract or an invariant is broken, or a gate before a release is closed",
      "5:done, with rejected, held or quarantined input, and --strict was given",
      "6:another run holds the warehouse"
    })
public final class Taizhang implements Runnable {

  @Spec private CommandSpec spec;

  @CommandLine.Option(
      names = "--verbose",
      description = "Print more details, with stack traces.",
      scope = ScopeType.INHERIT)
  private boolean verbose;

  /** Starts the program. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The program as a value, so that tests call it too. */
  public static CommandLine commandLine() {
    Taizhang program = new Taizhang();
    return new CommandLine(program)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(
            parsed -> {
              // Help has colours of its own.
              Integer helped = CommandLine.executeHelpRequest(parsed);
              if (helped != null) {
                return helped;
              }
              CommandLine all = parsed.commandSpec().commandLine();
              all.setOut(TerminalWriter.to(all.getOut()));
              all.setErr(TerminalWriter.to(all.getErr()));
              return new CommandLine.RunLast().execute(parsed);
            })
        .setExecutionExceptionHandler(
            (failure, command, parsed) ->
                Failures.tell(failure, command.getErr(), program.verbose));
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Which command? 'taizhang --help' lists them.");
  }
}
