package dev.taizhang.benchmark.disclosure;

import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Level;
import dev.taizhang.disclosure.Population;
import dev.taizhang.disclosure.Protected;
import dev.taizhang.disclosure.Protection;
import dev.taizhang.disclosure.Verdict;
import dev.taizhang.reference.PublicationPolicy;
import dev.taizhang.reference.ReferenceData;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures the protection of invented provinces, and what is left of their figures.
 *
 * @see <a href="../../../../../../../docs/benchmarks.md">benchmarks.md</a>
 */
@Command(
    name = "protect",
    description = "Measures how the figures of an invented province are protected.",
    mixinStandardHelpOptions = true)
public final class DisclosureBenchmark implements Callable<Integer> {

  private static final int DISCIPLINES = 20;
  private static final List<Level> LEVELS =
      List.of(Level.PROVINCE, Level.PREFECTURE, Level.DISCIPLINE, Level.UNIVERSITY);

  @Spec private CommandSpec spec;

  @Option(
      names = "--universities",
      split = ",",
      description = "Universities of each province (default: ${DEFAULT-VALUE}).")
  private List<Integer> universities = List.of(10, 20, 40, 80, 150);

  @Option(names = "--seed", description = "What chance begins with (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--figures", description = "Also list what becomes of each figure.")
  private boolean figures;

  @Option(names = "--attack", description = "Also attack what would be published.")
  private boolean attack;

  @Override
  public Integer call() {
    tell(
        "| universities | figures | primary | complements | republished | greedy |"
            + " province | prefecture | discipline | university |"
            + " by exchanges | by programmes | open | seconds | processor seconds | verdicts |");
    tell("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    PublicationPolicy policy =
        ReferenceData.load(Optional.empty()).publicationPolicy(PublicationPolicy.DEFAULT);
    for (int some : universities) {
      Population population = InventedCohort.of(some, Math.max(2, some / 10), DISCIPLINES, seed);
      measure(some, population, policy);
    }
    return 0;
  }

  private void measure(int some, Population population, PublicationPolicy policy) {
    double before = processorSeconds();
    Protected told = Protection.protect(population, List.of(), policy, figure -> true);
    double after = processorSeconds();
    Set<Figure> primary =
        told.verdicts().entrySet().stream()
            .filter(one -> one.getValue() == Verdict.PRIMARY && !isOfAll(one))
            .map(Entry::getKey)
            .collect(Collectors.toSet());
    tell(
        "| %d | %d | %d | %d | %d | %d / %d | %s | %d | %d | %d | %.1f | %.1f | %08x |"
            .formatted(
                some,
                told.report().figures(),
                told.report().primary(),
                told.report().complements(),
                told.report().republished(),
                Greedy.withheld(population, primary),
                primary.size() + told.report().complements(),
                LEVELS.stream().map(level -> shown(told, level)).collect(Collectors.joining(" | ")),
                told.report().exchanged(),
                told.report().programmed(),
                told.report().open().size(),
                told.report().seconds(),
                after - before,
                told.verdicts().toString().hashCode()));
    if (figures) {
      told.verdicts().forEach((figure, verdict) -> tell(verdict + " " + figure));
    }
    if (attack) {
      tell(AttackedRelease.of(population, told.verdicts()).inWords());
    }
  }

  /** How many figures of groups are shown, of how many. */
  private static String shown(Protected told, Level level) {
    List<Verdict> verdicts =
        told.verdicts().entrySet().stream()
            .filter(one -> one.getKey().level() == level && !isOfAll(one))
            .map(Entry::getValue)
            .toList();
    return "%d of %d, %d small"
        .formatted(
            verdicts.stream().filter(verdict -> verdict == Verdict.SHOWN).count(),
            verdicts.size(),
            verdicts.stream().filter(verdict -> verdict == Verdict.PRIMARY).count());
  }

  private static boolean isOfAll(Entry<Figure, Verdict> one) {
    return one.getKey().group().equals(Figure.ALL);
  }

  private static double processorSeconds() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private void tell(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
