package dev.taizhang.benchmark;

import dev.taizhang.attack.Attack;
import dev.taizhang.attack.AttackReport;
import dev.taizhang.attack.EveryInsider;
import dev.taizhang.attack.InsidersReport;
import dev.taizhang.attack.Publication;
import dev.taizhang.attack.Requirement;
import dev.taizhang.attack.TimeLimit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures the attack on what an invented province publishes.
 *
 * @see <a href="../../../../../../docs/benchmarks.md">benchmarks.md</a>
 */
@Command(
    name = "attack",
    description = "Measures the attack on the figures that an invented province publishes.",
    mixinStandardHelpOptions = true)
final class AttackBenchmark implements Callable<Integer> {

  private static final long SEED = 1;
  private static final long WHOLE_UP_TO = 9;

  @Spec private CommandSpec spec;

  @Option(
      names = "--universities",
      split = ",",
      description = "Universities of each province (default: ${DEFAULT-VALUE}).")
  private List<Integer> universities = List.of(5, 10, 20, 40);

  @Option(
      names = "--minutes",
      description = "How long each attack may take (default: ${DEFAULT-VALUE}).")
  private long minutes = 10;

  @Override
  public Integer call() {
    tell(
        "| universities | people told apart | figures | withheld | protected | public |"
            + " by swaps and moves | undecided | breaches | programmes | insiders: pairs |"
            + " by swaps and moves | undecided | breaches | programmes | time |");
    tell("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    for (int some : universities) {
      measure(some, ProtectedProvince.of(some, SEED));
    }
    return 0;
  }

  private void measure(int some, ProtectedProvince province) {
    Publication publication = province.cohort().publication(Requirement.ofWithheld(WHOLE_UP_TO));
    TimeLimit limit = TimeLimit.of(Duration.ofMinutes(minutes));
    AttackReport report = Attack.on(publication, limit);
    InsidersReport insiders =
        EveryInsider.on(
            publication,
            province.cohort().insiders(),
            report,
            TimeLimit.of(Duration.ofMinutes(minutes)));
    tell(
        "| %d | %d | %d | %d | %.1f s | %.1f s | %d | %d | %d | %d | %d | %d | %d | %d | %d | %.1f s |"
            .formatted(
                some,
                province.cohort().kinds(),
                publication.told().size(),
                report.attacked(),
                province.seconds(),
                report.seconds(),
                report.settledByMoves(),
                report.undecided(),
                report.breaches().size(),
                report.programmes(),
                insiders.attacked(),
                insiders.settledByMoves(),
                insiders.undecided(),
                insiders.breaches().size(),
                insiders.programmes(),
                insiders.seconds()));
  }

  private void tell(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
