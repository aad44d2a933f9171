package dev.taizhang.cli;

import dev.taizhang.release.record.ReleaseDecision;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which release somebody decides of, who does, and why. */
final class ReleaseDecisionOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private ReleaseOption release;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "NAME",
      description = "Who decides; it is recorded with the release.")
  private String by;

  @Option(
      names = "--why",
      required = true,
      paramLabel = "TEXT",
      description = "The reason; it is recorded with the release.")
  private String why;

  String warehouse() {
    return release.warehouse();
  }

  /**
   * What is decided.
   *
   * @param unaudited whether a release that no audit passed may be approved
   */
  ReleaseDecision decision(boolean unaudited) {
    return new ReleaseDecision(
        release.id(),
        written("--by", by, "say who decides"),
        written("--why", why, "give the reason for the decision"),
        unaudited);
  }

  private String written(String option, String value, String advice) {
    if (value.isBlank()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), option + " is empty. What to do: " + advice + ".");
    }
    return value.strip();
  }
}
