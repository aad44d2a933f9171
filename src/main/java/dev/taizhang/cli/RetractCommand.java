package dev.taizhang.cli;

import dev.taizhang.tables.Decisions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Decides that a submission does not count. */
@Command(
    name = "retract",
    description = {
      "Excludes a submission, as if it had never been sent. Its rows stay in the entries of its",
      "feed. The next run applies the decision to the tables."
    })
final class RetractCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private RulingOptions ruling;

  @Override
  public Integer call() {
    return ruling.record(Decisions.RETRACT, spec.commandLine());
  }
}
