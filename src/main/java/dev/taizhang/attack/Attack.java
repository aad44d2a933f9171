package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
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
  private final Tally tally = new Tally();
  private final Methods methods;

  private Attack(
      List<PublishedFigure> published,
      SideKnowledge known,
      Requirement requirement,
      boolean inIntegers) {
    this.published = published;
    this.known = known;
    this.requirement = requirement;
    this.inIntegers = inIntegers;
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
    return new Attack(published, known, requirement, true).report();
  }

  /** The same by linear programmes alone, which may take a figure for wider than it is. */
  public static AttackReport byProgrammesAlone(
      List<PublishedFigure> published, SideKnowledge known, Requirement requirement) {
    return new Attack(published, known, requirement, false).report();
  }

  /** Attacks some figures only, and leaves out what is shown. */
  static AttackReport onSome(
      List<PublishedFigure> published,
      List<PublishedFigure> some,
      SideKnowledge known,
      Requirement requirement) {
    return new Attack(published, known, requirement, true).report(some, List.of());
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
    SortedMap<Integer, Width> widths = widths(reading, attacked);
    List<Breach> breaches = new ArrayList<>(everyones);
    breaches.addAll(narrow(reading, widths));
    double seconds = (System.nanoTime() - start) / 1e9;
    return new AttackReport(
        known.inWords(),
        List.copyOf(widths.values()),
        breaches,
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

  /** What is left of each attacked figure that speaks of somebody, by its number. */
  private SortedMap<Integer, Width> widths(Reading reading, List<PublishedFigure> attacked) {
    Method method = inIntegers ? methods::thoroughly : methods::inReals;
    List<Found> found =
        new Sums(reading.knowledge(), method)
            .attack(
                IntStream.range(0, attacked.size()).mapToObj(reading::members).toList(), enough());
    SortedMap<Integer, Width> widths = new TreeMap<>();
    for (int number = 0; number < attacked.size(); number++) {
      if (reading.size(number) > 0) {
        widths.put(number, width(attacked.get(number), reading.size(number), found.get(number)));
      }
    }
    return widths;
  }

  private long enough() {
    return requirement.integers(Long.MAX_VALUE - 1);
  }

  private static Width width(PublishedFigure figure, long size, Found found) {
    return new Width(
        figure, size, found.lowest(), found.highest(), found.feasible(), found.checked());
  }

  /**
   * What is narrow is compared with what its own parts leave of it, which is asked only of what
   * would be narrow were nothing known at all, and first as it is asked in no time.
   */
  private List<Breach> narrow(Reading reading, SortedMap<Integer, Width> widths) {
    Baseline baseline = new Baseline(reading, methods, enough());
    List<Breach> breaches = new ArrayList<>();
    widths.forEach(
        (number, width) -> {
          long own = reading.insiders(number);
          boolean met =
              isMet(width, own, Found.between(0, width.size()))
                  || isMet(width, own, baseline.atMost(number))
                  || isMet(width, own, baseline.exactly(number));
          if (!met) {
            breaches.add(new Breach(Breach.Kind.NARROW, width, known.inWords()));
          }
        });
    return breaches;
  }

  private boolean isMet(Width width, long insiders, Found before) {
    // A rounded figure says its own interval; what must be left is what it says.
    OptionalLong from = width.figure().lowestPlaced();
    OptionalLong to = width.figure().highestPlaced();
    long least = Math.max(before.lowest(), said(from, insiders, before.lowest()));
    long most = Math.min(before.highest(), said(to, insiders, before.highest()));
    long counts = Math.min(before.feasible(), most - least + 1);
    return requirement.isMet(
        width.lowest(), width.highest(), width.feasible(), least, most, counts);
  }

  private static long said(OptionalLong said, long insiders, long otherwise) {
    return said.isPresent() ? said.getAsLong() - insiders : otherwise;
  }
}
