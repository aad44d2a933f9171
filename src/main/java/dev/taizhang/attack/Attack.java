package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
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

  private Attack(
      List<PublishedFigure> published,
      SideKnowledge known,
      Requirement requirement,
      boolean inIntegers) {
    this.published = published;
    this.known = known;
    this.requirement = requirement;
    this.inIntegers = inIntegers;
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

  private AttackReport report(List<PublishedFigure> attacked, List<Breach> shown) {
    long start = System.nanoTime();
    List<Width> widths = widths(shown(published, known), attacked);
    List<Breach> breaches = new ArrayList<>(shown);
    breaches.addAll(narrow(widths));
    double seconds = (System.nanoTime() - start) / 1e9;
    return new AttackReport(
        known.inWords(), widths, breaches, tally.programmes(), tally.integerSearches(), seconds);
  }

  /** The figures that say something. */
  static List<PublishedFigure> shown(List<PublishedFigure> published, SideKnowledge known) {
    return Stream.concat(published.stream(), known.ofAll().stream())
        .filter(figure -> !figure.isWithheld())
        .toList();
  }

  private List<Width> widths(List<PublishedFigure> shown, List<PublishedFigure> attacked) {
    Reading reading = new Reading(known, shown, attacked);
    long enough = requirement.integers(Long.MAX_VALUE - 1);
    Methods methods = new Methods(enough, tally);
    Method method = inIntegers ? methods::thoroughly : methods::inReals;
    List<Found> found =
        new Sums(reading.knowledge(), method)
            .attack(
                IntStream.range(0, attacked.size()).mapToObj(reading::members).toList(), enough);
    return IntStream.range(0, attacked.size())
        .filter(number -> reading.size(number) > 0)
        .mapToObj(number -> width(attacked.get(number), reading.size(number), found.get(number)))
        .toList();
  }

  private static Width width(PublishedFigure figure, long size, Found found) {
    return new Width(
        figure, size, found.lowest(), found.highest(), found.feasible(), found.checked());
  }

  /**
   * What is narrow is compared with what is left without the release, which is asked only of what
   * would be narrow were nothing known at all.
   */
  private List<Breach> narrow(List<Width> widths) {
    List<Width> doubtful = widths.stream().filter(one -> !isMet(one, 0, one.size())).toList();
    List<Width> before = widths(known.ofAll(), doubtful.stream().map(Width::figure).toList());
    TreeMap<Integer, Breach> breaches = new TreeMap<>();
    for (int number = 0; number < doubtful.size(); number++) {
      Width width = doubtful.get(number);
      if (!isMet(width, before.get(number).lowest(), before.get(number).highest())) {
        breaches.put(number, new Breach(Breach.Kind.NARROW, width, known.inWords()));
      }
    }
    return List.copyOf(breaches.values());
  }

  private boolean isMet(Width width, long leastKnown, long mostKnown) {
    // A rounded figure says its own interval; what must be left is what it says.
    long least = Math.max(leastKnown, said(width.figure().lowestPlaced(), leastKnown));
    long most = Math.min(mostKnown, said(width.figure().highestPlaced(), mostKnown));
    return requirement.isMet(width.lowest(), width.highest(), width.feasible(), least, most);
  }

  private static long said(OptionalLong said, long otherwise) {
    return said.orElse(otherwise);
  }
}
