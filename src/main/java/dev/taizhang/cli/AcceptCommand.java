package dev.taizhang.cli;

import dev.taizhang.tables.Decisions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Decides that a submission counts although it looks like a mistake. */
@Command(
    name = "accept",
    description = {
      "Makes a submission count although it looks like a mistake, such as a slice that was held",
      "because many graduates left at once. The next run applies the decision to the tables."
    })
final class AcceptCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private RulingOptions ruling;

  @Override
  public Integer call() {
    return ruling.record(Decisions.ACCEPT, spec.commandLine());
  }
}
