package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An attack on what is published of one cohort: how few and how many can be placed of each withheld
 * figure, and whether that is enough.
 */
public final class Attack {

  private final List<PublishedFigure> published;
  private final SideKnowledge known;
  private final Requirement requirement;
  private final boolean inIntegers;
  private final Map<String, Long> placed;
  private final Tally tally = new Tally();
  private final Methods methods;

  private Attack(
      List<PublishedFigure> published,
      SideKnowledge known,
      Requirement requirement,
      boolean inIntegers,
      Map<String, Long> placed) {
    this.published = published;
    this.known = known;
    this.requirement = requirement;
    this.inIntegers = inIntegers;
    this.placed = placed;
    this.methods = new Methods(enough(), tally);
  }

  /**
   * Attacks everything that was ever published of a cohort.
   *
   * @param published figures of this release and of those before
   * @param known what is known from elsewhere
   * @param requirement what must be left of a figure that is withheld or rounded
   * @throws ContradictionException when no graduates can be as all this says
   */
  public static AttackReport on(
      List<PublishedFigure> published, SideKnowledge known, Requirement requirement) {
    return new Attack(published, known, requirement, true, Map.of()).report();
  }

  /**
   * The same by somebody who knows the truth, and shows from there what else could be true. This
   * finds the same, and takes a large province in less time.
   *
   * @param placed how many are placed of all {@link KnownPeople}, by id
   */
  public static AttackReport on(
      List<PublishedFigure> published,
      SideKnowledge known,
      Requirement requirement,
      Map<String, Long> placed) {
    return new Attack(published, known, requirement, true, placed).report();
  }

  /** The same by linear programmes alone, which may take a figure for wider than it is. */
  public static AttackReport byProgrammesAlone(
      List<PublishedFigure> published, SideKnowledge known, Requirement requirement) {
    return new Attack(published, known, requirement, false, Map.of()).report();
  }

  /** Attacks some figures only, and leaves out what is shown. */
  static AttackReport onSome(
      List<PublishedFigure> published,
      List<PublishedFigure> some,
      SideKnowledge known,
      Requirement requirement,
      Map<String, Long> placed) {
    return new Attack(published, known, requirement, true, placed).report(some, List.of());
  }

  /** The figures of which something must be left. */
  static List<PublishedFigure> attacked(List<PublishedFigure> published) {
    return published.stream()
        .filter(figure -> !figure.isOfAll())
        .filter(figure -> figure.isWithheld() || figure.isRounded())
        .toList();
  }

  private AttackReport report() {
    return report(attacked(published), EveryonesOutcome.in(published, known));
  }

  private AttackReport report(List<PublishedFigure> attacked, List<Breach> everyones) {
    long start = System.nanoTime();
    Reading reading = new Reading(known, shown(published, known), attacked);
    List<Integer> open =
        IntStream.range(0, attacked.size())
            .filter(number -> reading.size(number) > 0)
            .boxed()
            .toList();
    Demand demand = new Demand(reading, requirement, new Baseline(reading, methods, enough()));
    SortedMap<Integer, Found> found = new TreeMap<>();
    if (!placed.isEmpty()) {
      found.putAll(new ByMoves(reading, reading.values(placed), demand, methods).settle(open));
    }
    List<Integer> rest = open.stream().filter(number -> !found.containsKey(number)).toList();
    long settled = found.size();
    found.putAll(byTheWhole(reading, rest));
    List<Width> widths = new ArrayList<>();
    List<Breach> breaches = new ArrayList<>(everyones);
    found.forEach(
        (number, one) -> {
          Width width = width(attacked.get(number), reading.size(number), one);
          widths.add(width);
          if (!demand.isMet(number, one)) {
            breaches.add(new Breach(Breach.Kind.NARROW, width, known.inWords()));
          }
        });
    double seconds = (System.nanoTime() - start) / 1e9;
    return new AttackReport(
        known.inWords(),
        widths,
        breaches,
        settled,
        tally.programmes(),
        tally.integerSearches(),
        seconds);
  }

  /** The figures that say something. */
  static List<PublishedFigure> shown(List<PublishedFigure> published, SideKnowledge known) {
    return Stream.concat(published.stream(), known.ofAll().stream())
        .filter(figure -> !figure.isWithheld())
        .toList();
  }

  /** What is left of some figures by everything known at once. */
  private SortedMap<Integer, Found> byTheWhole(Reading reading, List<Integer> some) {
    SortedMap<Integer, Found> all = new TreeMap<>();
    // Where the truth is known, what is known has been held against it already.
    if (!some.isEmpty() || placed.isEmpty()) {
      Method method = inIntegers ? methods::thoroughly : methods::inReals;
      List<Found> found =
          new Sums(reading.knowledge(), method)
              .attack(some.stream().map(reading::members).toList(), enough());
      IntStream.range(0, some.size()).forEach(place -> all.put(some.get(place), found.get(place)));
    }
    return all;
  }

  private long enough() {
    return requirement.integers(Long.MAX_VALUE - 1);
  }

  private static Width width(PublishedFigure figure, long size, Found found) {
    return new Width(
        figure, size, found.lowest(), found.highest(), found.feasible(), found.checked());
  }
}
