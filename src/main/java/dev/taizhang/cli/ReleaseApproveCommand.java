package dev.taizhang.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Lets a draft leave the house: who, when and why is recorded, and nothing changes it from then on.
 */
@Command(
    name = "approve",
    description =
        "Lets a draft leave the house: who, when and why is recorded, and nothing changes it from then on.")
final class ReleaseApproveCommand implements Callable<Integer> {

  @Mixin private ReleaseDecisionOptions decision;

  @Override
  public Integer call() {
    throw new UnsupportedOperationException(decision.release());
  }
}
