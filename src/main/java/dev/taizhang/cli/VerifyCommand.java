package dev.taizhang.cli;

import dev.taizhang.errors.BrokenContract;
import dev.taizhang.verification.Verification;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks every contract and invariant anew. */
@Command(
    name = "verify",
    description = "Checks every contract and invariant again, and prints what fails.")
final class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private WarehouseOption warehouse;

  @Override
  public Integer call() {
    List<Verification.Outcome> outcomes =
        Verification.verify(Spark.session(), warehouse.location());
    PrintWriter out = spec.commandLine().getOut();
    outcomes.stream()
        .filter(outcome -> !outcome.holds())
        .forEach(outcome -> out.println("FAILED " + outcome.describe()));
    long failed = outcomes.stream().filter(outcome -> !outcome.holds()).count();
    out.printf("%d checks, %d failed%n", outcomes.size(), failed);
    out.flush();
    if (failed > 0) {
      throw new BrokenContract(
          failed
              + " checks failed; each is listed above with rows that break it. What to do:"
              + " if a file of the warehouse was changed by hand, restore it or rebuild the"
              + " warehouse from the landing folder; otherwise report it.");
    }
    return 0;
  }
}
