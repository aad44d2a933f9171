package dev.taizhang.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes a release back: its rows stay, and say so. */
@Command(name = "withdraw", description = "Takes a release back: its rows stay, and say so.")
final class ReleaseWithdrawCommand implements Callable<Integer> {

  @Mixin private ReleaseDecisionOptions decision;

  @Override
  public Integer call() {
    throw new UnsupportedOperationException(decision.release());
  }
}
