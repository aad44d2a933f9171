package dev.taizhang.cli;

import dev.taizhang.decisions.Locking;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Keeps the official figures of a date as they are known now. */
@Command(
    name = "lock",
    description = {
      "Locks the official figures of a date as they stand now. Later files still move the current",
      "figures; marts.official_figures shows both, and the differences."
    })
final class LockCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private WarehouseOption warehouse;

  @Option(
      names = "--official",
      required = true,
      paramLabel = "DATE",
      description = "Official date for which 'run --as-of official:DATE' made figures.")
  private LocalDate date;

  @Option(
      names = "--why",
      required = true,
      paramLabel = "TEXT",
      description = "The reason, such as the report that uses the figures.")
  private String why;

  @Override
  public Integer call() {
    if (why.isBlank()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--why is empty. What to do: say why the figures are locked.");
    }
    Locking.Report report = Locking.lock(Spark.session(), warehouse.location(), date, why.strip());
    spec.commandLine()
        .getOut()
        .printf(
            "locked %s: %d figures%s%n",
            date,
            report.figures(),
            report
                .since()
                .map(at -> "; %d moved since the lock of %s".formatted(report.moved(), at))
                .orElse(""));
    return 0;
  }
}
