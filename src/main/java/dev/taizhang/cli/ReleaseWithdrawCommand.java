package dev.taizhang.cli;

import dev.taizhang.tables.Releases.Release;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes a release back: its rows stay, and say so. */
@Command(name = "withdraw", description = "Takes a release back: its rows stay, and say so.")
final class ReleaseWithdrawCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ReleaseDecisionOptions decision;

  @Override
  public Integer call() {
    Release release = decision.decision(false).withdraw(Spark.session(), decision.warehouse());
    spec.commandLine()
        .getOut()
        .printf(
            "withdrew %s; its rows stay, and %s%n",
            release.releaseId(),
            release.wasGivenOut()
                ? "later releases are protected against what it showed"
                : "as a draft it was never given out");
    return 0;
  }
}
