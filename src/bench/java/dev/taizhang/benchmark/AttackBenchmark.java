package dev.taizhang.benchmark;

import dev.taizhang.attack.Attack;
import dev.taizhang.attack.AttackReport;
import dev.taizhang.attack.Checked;
import dev.taizhang.attack.EveryInsider;
import dev.taizhang.attack.InsidersReport;
import dev.taizhang.attack.PublishedFigure;
import dev.taizhang.attack.Requirement;
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

  @Spec private CommandSpec spec;

  @Option(
      names = "--universities",
      split = ",",
      description = "Universities of each province (default: ${DEFAULT-VALUE}).")
  private List<Integer> universities = List.of(10, 40, 150);

  @Option(
      names = "--withheld",
      split = ",",
      description = "What is withheld: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private List<AttackedProvince.Withheld> withheld =
      List.of(AttackedProvince.Withheld.PRIMARY, AttackedProvince.Withheld.EVERYTHING);

  @Option(
      names = "--whole-up-to",
      description =
          "None and everyone must be possible of so many graduates (default: of any number).")
  private long wholeUpTo = Long.MAX_VALUE;

  @Option(
      names = "--insiders",
      description = "Also attack with what an insider of each university knows.")
  private boolean insiders;

  @Override
  public Integer call() {
    tell(
        "| universities | graduates | unknowns | withheld | figures | attacked | settled by moves |"
            + " breaches | programmes | searches | not in whole numbers | seconds |");
    tell("|---:|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    for (int some : universities) {
      AttackedProvince province = new AttackedProvince(some, SEED);
      for (AttackedProvince.Withheld what : withheld) {
        measure(some, province, what);
      }
    }
    return 0;
  }

  private void measure(int some, AttackedProvince province, AttackedProvince.Withheld what) {
    List<PublishedFigure> published = province.published(what);
    Requirement requirement = Requirement.ofWithheld(wholeUpTo);
    AttackReport report = Attack.on(published, province.known(), requirement, province.placed());
    tell(
        "| %d | %d | %d | %s | %d | %d | %d | %d | %d | %d | %d | %.1f |"
            .formatted(
                some,
                province.graduates(),
                province.peopleToldApart(),
                what,
                published.size(),
                report.attacked(),
                report.settledByMoves(),
                report.breaches().size(),
                report.programmes(),
                report.integerSearches(),
                report.checked(Checked.LINEAR),
                report.seconds()));
    if (insiders) {
      InsidersReport ofInsiders =
          EveryInsider.on(published, province.known(), province.insiders(), requirement, report);
      tell(
          "| %d | | | %s, %d insiders | | %d | %d | %d | %d | | | %.1f |"
              .formatted(
                  some,
                  what,
                  ofInsiders.insiders(),
                  ofInsiders.attacked(),
                  ofInsiders.settledByMoves(),
                  ofInsiders.breaches().size(),
                  ofInsiders.programmes(),
                  ofInsiders.seconds()));
    }
  }

  private void tell(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
