package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Attacks by an insider of each university in turn. What each of them knows, put together, is one
 * solution; from there a few universities are moved at a time, which settles most pairs of an
 * insider and a figure without a programme of their own.
 */
public final class EveryInsider {

  // Fewer have little to exchange with each other; more take longer for each insider.
  private static final int UNIVERSITIES = 20;

  private final List<PublishedFigure> published;
  private final SideKnowledge known;
  private final Requirement requirement;
  private final List<PublishedFigure> attacked;
  private final Reading reading;
  private final List<int[]> members;
  private final Tally tally = new Tally();

  private EveryInsider(
      List<PublishedFigure> published,
      SideKnowledge known,
      Requirement requirement,
      AttackReport everybody) {
    this.published = published;
    this.known = known;
    this.requirement = requirement;
    Set<PublishedFigure> lost =
        everybody.breaches().stream()
            .map(breach -> breach.width().figure())
            .collect(Collectors.toCollection(HashSet::new));
    this.attacked =
        Attack.attacked(published).stream().filter(figure -> !lost.contains(figure)).toList();
    this.reading = new Reading(known, Attack.shown(published, known), attacked);
    this.members = IntStream.range(0, attacked.size()).mapToObj(reading::members).toList();
  }

  /**
   * Attacks with what each of some insiders knows.
   *
   * @param published figures of this release and of those before
   * @param known what everybody knows
   * @param insiders one of every university
   * @param requirement what must be left of a withheld figure
   * @param everybody the attack without an insider: what it found is not asked again
   */
  public static InsidersReport on(
      List<PublishedFigure> published,
      SideKnowledge known,
      List<Insider> insiders,
      Requirement requirement,
      AttackReport everybody) {
    return on(published, known, insiders, requirement, everybody, UNIVERSITIES);
  }

  /** The same with so many universities moved at a time. */
  static InsidersReport on(
      List<PublishedFigure> published,
      SideKnowledge known,
      List<Insider> insiders,
      Requirement requirement,
      AttackReport everybody,
      int universities) {
    return new EveryInsider(published, known, requirement, everybody)
        .report(insiders, universities);
  }

  private InsidersReport report(List<Insider> insiders, int universities) {
    long start = System.nanoTime();
    Map<String, Long> placed = new HashMap<>();
    insiders.forEach(insider -> placed.putAll(insider.placedOfPeople()));
    long[] values = reading.values(placed);
    Neighbourhoods neighbourhoods =
        new Neighbourhoods(
            reading.knowledge(), values, one -> one / universities, new Methods(1, tally));
    List<List<Reached>> reached = neighbourhoods.reached(members);
    List<Reached> total =
        IntStream.range(0, members.size())
            .mapToObj(
                number ->
                    reached.stream()
                        .map(some -> some.get(number))
                        .reduce(Reached::and)
                        .orElseThrow())
            .toList();
    List<List<PublishedFigure>> open =
        insiders.parallelStream()
            .map(insider -> open(insider, neighbourhoods, reached, total))
            .toList();
    // Of a few unknowns, each count is looked for.
    Map<String, Long> from = Methods.isSmall(reading.knowledge()) ? Map.of() : placed;
    List<AttackReport> others = new ArrayList<>();
    long left = 0;
    for (int number = 0; number < insiders.size(); number++) {
      if (!open.get(number).isEmpty()) {
        left += open.get(number).size();
        others.add(
            Attack.onSome(
                published, open.get(number), known.with(insiders.get(number)), requirement, from));
      }
    }
    long pairs = (long) insiders.size() * attacked.size();
    long programmes =
        tally.programmes() + others.stream().mapToLong(AttackReport::programmes).sum();
    return new InsidersReport(
        insiders.size(),
        pairs,
        pairs - left,
        others,
        programmes,
        (System.nanoTime() - start) / 1e9);
  }

  /** The figures that moves do not show to be wide enough for an insider. */
  private List<PublishedFigure> open(
      Insider insider,
      Neighbourhoods neighbourhoods,
      List<List<Reached>> reached,
      List<Reached> total) {
    int university = reading.university(insider.universityCode());
    List<Reached> own = reached.get(neighbourhoods.neighbourhood(university));
    List<Reached> others = neighbourhoods.reachedWithout(university, members);
    List<PublishedFigure> open = new ArrayList<>();
    for (int number = 0; number < members.size(); number++) {
      Reached rest = total.get(number).without(own.get(number)).and(others.get(number));
      if (!isEnough(rest, number, university)) {
        open.add(attacked.get(number));
      }
    }
    return open;
  }

  /** Whether the rest of a figure, without a university, reaches far enough were nothing known. */
  private boolean isEnough(Reached rest, int number, int university) {
    long size = 0;
    for (int member : members.get(number)) {
      if (reading.knowledge().university(member) != university) {
        size += reading.knowledge().highest(member);
      }
    }
    Found found = rest.found().get(1);
    return requirement.isMet(found.lowest(), found.highest(), found.feasible(), 0, size, size + 1);
  }
}
