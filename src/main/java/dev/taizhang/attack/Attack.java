package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An attack on what is published of one cohort: how few and how many can be placed of each withheld
 * figure, and whether that is enough.
 */
public final class Attack {

  private final Publication publication;
  private final boolean inIntegers;
  private final boolean isMoved;
  // Figures of which swaps found as much as anybody may ask for.
  private final Set<Integer> enough = new HashSet<>();
  private final TimeLimit limit;
  private final Effort effort;
  private final Methods methods;
  private final Reading reading;
  private final Demand demand;
  private final NavigableMap<Integer, Found> found = new TreeMap<>();
  private final NavigableMap<Integer, Found> undecided = new TreeMap<>();

  /**
   * @param inIntegers whether small systems are searched in whole numbers, too
   * @param isMoved whether moves of a few universities were tried already
   */
  private Attack(Publication publication, boolean inIntegers, boolean isMoved, TimeLimit limit) {
    this.publication = publication;
    this.inIntegers = inIntegers;
    this.isMoved = isMoved;
    this.limit = limit;
    this.effort = new Effort(limit);
    this.methods = new Methods(enough(), effort);
    this.reading = new Reading(publication);
    this.demand =
        new Demand(reading, publication.requirement(), new Baseline(reading, methods, enough()));
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
    return on(Publication.of(published, known, requirement, Map.of()), TimeLimit.none());
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
    return on(Publication.of(published, known, requirement, placed), TimeLimit.none());
  }

  /**
   * Attacks some figures of what is published.
   *
   * @param limit when to stop; what is not found out by then is undecided
   */
  public static AttackReport on(Publication publication, TimeLimit limit) {
    return new Attack(publication, true, false, limit)
        .report(ofShown(publication.told(), publication.known()));
  }

  /** The same by linear programmes alone, which may take a figure for wider than it is. */
  public static AttackReport byProgrammesAlone(
      List<PublishedFigure> published, SideKnowledge known, Requirement requirement) {
    return new Attack(
            Publication.of(published, known, requirement, Map.of()), false, false, TimeLimit.none())
        .report(ofShown(published, known));
  }

  /** What shown figures tell by themselves. */
  private static List<Breach> ofShown(List<PublishedFigure> published, SideKnowledge known) {
    return Stream.concat(
            EveryonesOutcome.in(published, known).stream(), Rests.in(published, known).stream())
        .toList();
  }

  /** Attacks what moves of a few universities left, and leaves out what is shown. */
  static AttackReport onWithheld(Publication publication, TimeLimit limit) {
    return new Attack(publication, true, true, limit).report(List.of());
  }

  private AttackReport report(List<Breach> ofShown) {
    long start = System.nanoTime();
    List<PublishedFigure> attacked = publication.attacked();
    List<Integer> open =
        IntStream.range(0, attacked.size())
            .filter(number -> reading.size(number) > 0)
            .boxed()
            .toList();
    if (!publication.placed().isEmpty()) {
      open = fromTheTruth(open);
    }
    long settled = found.size();
    byTheWhole(open);
    List<Width> widths = new ArrayList<>();
    List<Breach> breaches = new ArrayList<>(ofShown);
    undecided.forEach(found::putIfAbsent);
    found.forEach(
        (number, one) -> {
          Optional<Boolean> met = isMet(number, one);
          Width width = width(number, met.isPresent() ? one : one.undecided());
          widths.add(width);
          if (met.isPresent() && !met.get()) {
            breaches.add(new Breach(Breach.Kind.NARROW, width, publication.known().inWords()));
          }
        });
    return new AttackReport(
        publication.known().inWords(),
        widths,
        breaches,
        settled,
        effort.programmes(),
        effort.integerSearches(),
        (System.nanoTime() - start) / 1e9);
  }

  /** Whether what was found is enough; empty where nobody knows. */
  private Optional<Boolean> isMet(int number, Found one) {
    if (one.checked() == Checked.UNDECIDED) {
      return Optional.empty();
    }
    try {
      return Optional.of(demand.isMet(number, one));
    } catch (Effort.TimeOver e) {
      return enough.contains(number) ? Optional.of(true) : Optional.empty();
    }
  }

  /** Settles what can be settled from the truth, and gives back what is left. */
  private List<Integer> fromTheTruth(List<Integer> open) {
    long[] values = reading.values(publication.placed());
    ByMoves moves = new ByMoves(reading, values, demand, methods);
    List<Integer> left = open;
    if (publication.known().insider().isEmpty()) {
      BySwaps swaps = new BySwaps(publication, limit);
      left = new ArrayList<>();
      for (int number : open) {
        undecided.put(number, swaps.found(number).undecided());
        if (!reading.attacked(number).isRounded() && swaps.isEnough(number)) {
          found.put(number, swaps.found(number));
          enough.add(number);
        } else {
          moves.know(number, swaps.found(number));
          left.add(number);
        }
      }
    }
    try {
      if (isMoved) {
        moves.settleBounded(left);
      } else {
        moves.settle(left);
      }
    } catch (Effort.TimeOver e) {
      left.forEach(number -> undecided.putIfAbsent(number, nothingKnown(number, values)));
    }
    found.putAll(moves.settled());
    return left.stream().filter(number -> !found.containsKey(number)).toList();
  }

  private Found nothingKnown(int number, long[] values) {
    return Found.known(Sum.of(reading.members(number), values)).undecided();
  }

  /** The figures that say something. */
  static List<PublishedFigure> shown(List<PublishedFigure> published, SideKnowledge known) {
    return Stream.concat(published.stream(), known.ofAll().stream())
        .filter(figure -> !figure.isWithheld())
        .toList();
  }

  /** Asks what is left of some figures by everything known at once. */
  private void byTheWhole(List<Integer> some) {
    // Where the truth is known, what is known has been held against it already.
    if (some.isEmpty() && !publication.placed().isEmpty()) {
      return;
    }
    Method method = inIntegers ? methods::thoroughly : methods::inReals;
    try {
      List<Found> ends =
          new Sums(reading.knowledge(), method)
              .attack(some.stream().map(reading::members).toList(), enough());
      IntStream.range(0, some.size()).forEach(place -> found.put(some.get(place), ends.get(place)));
    } catch (Effort.TimeOver e) {
      some.forEach(
          number ->
              undecided.putIfAbsent(
                  number,
                  publication.placed().isEmpty()
                      ? Found.between(0, reading.size(number)).undecided()
                      : nothingKnown(number, reading.values(publication.placed()))));
    }
  }

  private long enough() {
    return publication.requirement().integers(Long.MAX_VALUE - 1);
  }

  private Width width(int number, Found one) {
    return new Width(
        publication.attacked().get(number),
        reading.size(number),
        one.lowest(),
        one.highest(),
        one.feasible(),
        one.checked());
  }
}
