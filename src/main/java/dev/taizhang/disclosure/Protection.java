package dev.taizhang.disclosure;

import com.google.ortools.Loader;
import dev.taizhang.reference.PublicationPolicy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Decides which figures of one cohort are withheld, so that of every one that is, enough counts
 * stay possible for whoever knows all that is shown, the sizes of all groups, the figures of
 * everybody, what earlier releases showed, and for the insider of each university, who knows the
 * outcomes of all of its people.
 *
 * <p>What shows that a figure is safe is witnesses: other outcomes of people that would look the
 * same ({@link Witness}). Exchanges of people are tried first, then linear programmes; where
 * nothing moves far enough, the figures that it costs least to lose are withheld as well, and need
 * witnesses themselves. The same input gives the same verdicts.
 *
 * @see <a href="../../../../../docs/adr/0042-what-may-leave-the-house.md">ADR 42</a>
 */
public final class Protection {

  private final Sums sums;
  private final Evidence evidence;
  private final Exchanges exchanges;
  private final Programmes programmes;
  private final Set<Sum> programmed = new LinkedHashSet<>();
  private final Set<Sum> open = new LinkedHashSet<>();

  private Protection(Sums sums, Width width) {
    this.sums = sums;
    evidence = new Evidence(sums, width);
    exchanges = new Exchanges(sums, evidence);
    programmes = new Programmes(sums, evidence);
  }

  /**
   * Verdicts on the planned figures of a cohort.
   *
   * @param population the cohort on the date of the release
   * @param earlier what was released of the cohort before
   * @param policy what may be shown
   * @param planned which figures leave the house if they may
   */
  public static Protected protect(
      Population population,
      List<Earlier> earlier,
      PublicationPolicy policy,
      Predicate<Figure> planned) {
    return protect(population, earlier, policy, planned, Width.DEFAULT);
  }

  static Protected protect(
      Population population,
      List<Earlier> earlier,
      PublicationPolicy policy,
      Predicate<Figure> planned,
      Width width) {
    long start = System.nanoTime();
    Sums sums = Sums.of(population, earlier, policy, planned);
    Protection protection = new Protection(sums, width);
    long republished = 0;
    if (!policy.rounds() && !policy.withholdsNothing()) {
      Loader.loadNativeLibraries();
      protection.withhold();
      republished =
          new Republication(sums, protection.evidence, protection.exchanges, protection.programmes)
              .republish();
    }
    return protection.told(earlier.size(), republished, start);
  }

  /** Each turn finds witnesses for what is withheld, or withholds more; so it ends. */
  private void withhold() {
    Set<Sum> left = exchanges.serve(open);
    while (!left.isEmpty() || evidence.withholdTotals()) {
      programmed.addAll(left);
      left.stream().filter(sum -> !isServed(sum)).forEach(open::add);
      left = exchanges.serve(open);
    }
  }

  /** At no loss where that is possible, then by a single exchange, then by whatever helps. */
  private boolean isServed(Sum sum) {
    return programmes.isServedFreely(sum)
        || exchanges.isServed(sum, Double.POSITIVE_INFINITY)
        || programmes.serve(sum);
  }

  private Protected told(long earlier, long republished, long start) {
    SortedMap<Figure, Verdict> verdicts = new TreeMap<>();
    for (Sum sum : sums.sums) {
      sum.figures.forEach(figure -> verdicts.put(figure, sum.verdict(figure)));
    }
    long targets = sums.sums.stream().filter(Sum::isTarget).count();
    return new Protected(
        verdicts,
        new ProtectionReport(
            verdicts.size(),
            count(verdicts, Verdict.PRIMARY),
            count(verdicts, Verdict.COMPLEMENT),
            republished,
            targets - programmed.stream().filter(Sum::isTarget).count(),
            programmed.size(),
            programmes.programmes(),
            programmes.fractional(),
            targets * sums.universities.size(),
            earlier,
            open.stream().flatMap(sum -> sum.figures.stream()).toList(),
            (System.nanoTime() - start) / 1e9));
  }

  private static long count(SortedMap<Figure, Verdict> verdicts, Verdict wanted) {
    return verdicts.values().stream().filter(verdict -> verdict == wanted).count();
  }
}
