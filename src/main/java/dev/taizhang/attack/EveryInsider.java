package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Attacks by an insider of each university in turn. What each of them knows, put together, is one
 * solution; from there people are swapped, and a few universities are moved at a time, which
 * settles most pairs of an insider and a figure without a programme of their own.
 */
public final class EveryInsider {

  // Fewer have little to exchange with each other; more take longer for each insider.
  private static final int UNIVERSITIES = 20;

  private final Publication publication;
  private final List<Insider> insiders;
  private final TimeLimit limit;
  private final Effort effort;
  private final int together;

  private EveryInsider(
      Publication publication, List<Insider> insiders, TimeLimit limit, int together) {
    this.publication = publication;
    this.insiders = insiders;
    this.limit = limit;
    this.effort = new Effort(limit);
    this.together = together;
  }

  /**
   * Attacks with what each of some insiders knows.
   *
   * @param publication what everybody knows, and the truth of everybody
   * @param insiders one of every university
   * @param everybody the attack without an insider: what it found is not asked again
   * @param limit when to stop; what is not found out by then is undecided
   */
  public static InsidersReport on(
      Publication publication, List<Insider> insiders, AttackReport everybody, TimeLimit limit) {
    return on(publication, insiders, everybody, limit, UNIVERSITIES);
  }

  /**
   * Attacks everything withheld.
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
    Map<String, Long> placed = new HashMap<>();
    insiders.forEach(insider -> placed.putAll(insider.placedOfPeople()));
    return on(
        Publication.of(published, known, requirement, placed),
        insiders,
        everybody,
        TimeLimit.none(),
        universities);
  }

  private static InsidersReport on(
      Publication publication,
      List<Insider> insiders,
      AttackReport everybody,
      TimeLimit limit,
      int universities) {
    Set<PublishedFigure> lost =
        everybody.breaches().stream()
            .map(breach -> breach.width().figure())
            .collect(Collectors.toCollection(HashSet::new));
    List<PublishedFigure> left =
        publication.attacked().stream().filter(figure -> !lost.contains(figure)).toList();
    return new EveryInsider(
            publication.asking(left, publication.known(), publication.placed()),
            insiders,
            limit,
            universities)
        .report();
  }

  private InsidersReport report() {
    long start = System.nanoTime();
    BySwaps swaps = new BySwaps(publication, limit);
    List<BySwaps.ForInsider> bySwaps =
        insiders.parallelStream().map(one -> swaps.forInsider(one.universityCode())).toList();
    long attacked = bySwaps.stream().mapToLong(BySwaps.ForInsider::attacked).sum();
    OptionalLong smallest = bySwaps.stream().flatMapToLong(one -> one.smallest().stream()).min();
    List<List<PublishedFigure>> open = open(bySwaps);
    long left = open.stream().mapToLong(List::size).sum();
    List<AttackReport> others = others(open);
    return new InsidersReport(
        insiders.size(),
        attacked,
        attacked - left,
        smallest,
        others,
        effort.programmes() + others.stream().mapToLong(AttackReport::programmes).sum(),
        (System.nanoTime() - start) / 1e9);
  }

  /**
   * The figures, insider by insider, of which moves of a few universities leave too little, too.
   */
  private List<List<PublishedFigure>> open(List<BySwaps.ForInsider> bySwaps) {
    SortedSet<Integer> any = new TreeSet<>();
    bySwaps.forEach(one -> any.addAll(one.open()));
    List<Integer> numbers = List.copyOf(any);
    List<PublishedFigure> figures = numbers.stream().map(publication.attacked()::get).toList();
    List<List<PublishedFigure>> open =
        bySwaps.stream()
            .map(one -> one.open().stream().map(publication.attacked()::get).toList())
            .toList();
    if (numbers.isEmpty()) {
      return open;
    }
    try {
      FewUniversities few =
          new FewUniversities(
              publication.asking(figures, publication.known(), publication.placed()),
              together,
              effort);
      return IntStream.range(0, insiders.size())
          .parallel()
          .mapToObj(number -> few.open(insiders.get(number), Set.copyOf(open.get(number))))
          .toList();
    } catch (Effort.TimeOver e) {
      return open;
    }
  }

  private List<AttackReport> others(List<List<PublishedFigure>> open) {
    List<AttackReport> others = new ArrayList<>();
    for (int number = 0; number < insiders.size(); number++) {
      if (!open.get(number).isEmpty()) {
        SideKnowledge own = publication.known().with(insiders.get(number));
        others.add(Attack.onWithheld(publication.asking(open.get(number), own, truth()), limit));
      }
    }
    return others;
  }

  /** Of a few unknowns each count is looked for, which takes no truth. */
  private Map<String, Long> truth() {
    return publication.known().people().size() <= Methods.SMALL ? Map.of() : publication.placed();
  }
}
