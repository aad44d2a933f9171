package dev.taizhang.cli;

import dev.taizhang.errors.BrokenContract;
import dev.taizhang.release.audit.ReleaseAudit;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Attacks a release, and records what that came to. */
@Command(
    name = "audit",
    description = {
      "Attacks a release with what it and the releases before it say: what can be worked out of"
          + " its",
      "withheld figures by the public, and by somebody at each university. Its own tables suffice,",
      "and any release can be audited again. Its manifest keeps what was attacked and how."
    })
final class ReleaseAuditCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ReleaseOption release;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "10",
      description = {
        "How long it may take (default: ${DEFAULT-VALUE}). Figures that are not settled by then",
        "are told as undecided."
      })
  private double minutes;

  @Override
  public Integer call() {
    if (!(minutes > 0)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--minutes is more than 0, such as 10, not " + minutes + ".");
    }
    ReleaseAudit.Report report =
        ReleaseAudit.of(
            Spark.session(),
            release.warehouse(),
            release.id(),
            Duration.ofMillis(Math.round(minutes * 60_000)));
    if (report.isFailed()) {
      throw new BrokenContract(report.inWords());
    }
    spec.commandLine().getOut().println(report.inWords());
    return 0;
  }
}
