package dev.taizhang.cli;

import dev.taizhang.tables.Releases.Release;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Lets a draft leave the house: who, when and why is recorded, and nothing changes it from then on.
 */
@Command(
    name = "approve",
    description =
        "Lets a draft leave the house: who, when and why is recorded, and nothing changes it from"
            + " then on.")
final class ReleaseApproveCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ReleaseDecisionOptions decision;

  @Option(
      names = "--unaudited",
      description = {
        "Approve it although nobody audited it, or its audit left figures undecided; its manifest",
        "says so. One whose audit failed is not approved in any way."
      })
  private boolean unaudited;

  @Override
  public Integer call() {
    Release release = decision.decision(unaudited).approve(Spark.session(), decision.warehouse());
    spec.commandLine()
        .getOut()
        .printf("approved %s; its rows do not change any more%n", release.releaseId());
    return 0;
  }
}
