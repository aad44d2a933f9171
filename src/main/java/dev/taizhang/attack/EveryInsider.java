package dev.taizhang.attack;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Attacks by an insider of each university in turn. What each of them knows, put together, is one
 * solution; from there people are swapped, a few universities are moved at a time, and all but
 * those of a coalition of insiders, which settles most pairs of an insider and a figure without a
 * programme of their own.
 */
public final class EveryInsider {

  // More universities together take as long as asking about what is left by itself.
  private static final int PARTINGS = 2;

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
    return on(publication, insiders, everybody, limit, Neighbourhoods.UNIVERSITIES);
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
    return on(published, known, insiders, requirement, everybody, Neighbourhoods.UNIVERSITIES);
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

  /** The figures, insider by insider, of which moves of a few universities leave too little. */
  private List<List<PublishedFigure>> open(List<BySwaps.ForInsider> bySwaps) {
    List<List<PublishedFigure>> open =
        bySwaps.stream()
            .map(one -> one.open().stream().map(publication.attacked()::get).toList())
            .toList();
    try {
      List<IntUnaryOperator> partings = Neighbourhoods.partings(insiders.size(), together);
      for (IntUnaryOperator parting : partings.subList(0, Math.min(PARTINGS, partings.size()))) {
        open = open(open, parting);
      }
      open = openToCoalitions(open);
    } catch (Effort.TimeOver e) {
      // Whatever is open is asked as if nothing had been tried, for which there is no time either.
    }
    return open;
  }

  private List<List<PublishedFigure>> open(
      List<List<PublishedFigure>> asked, IntUnaryOperator parting) {
    Publication some = askingAny(asked);
    if (some.attacked().isEmpty()) {
      return asked;
    }
    FewUniversities few = new FewUniversities(some, parting, effort);
    return IntStream.range(0, insiders.size())
        .parallel()
        .mapToObj(number -> few.open(insiders.get(number), Set.copyOf(asked.get(number))))
        .toList();
  }

  /** What any insider asks. */
  private Publication askingAny(List<List<PublishedFigure>> asked) {
    Set<PublishedFigure> any = new HashSet<>();
    asked.forEach(any::addAll);
    return publication.asking(
        publication.attacked().stream().filter(any::contains).toList(),
        publication.known(),
        publication.placed());
  }

  private List<List<PublishedFigure>> openToCoalitions(List<List<PublishedFigure>> asked) {
    Publication some = askingAny(asked);
    if (some.attacked().isEmpty() || isSmall()) {
      return asked;
    }
    try (Coalitions coalitions = new Coalitions(some, insiders, effort)) {
      List<List<PublishedFigure>> large = coalitions.inLargeBlocks(asked);
      List<List<PublishedFigure>> open = large;
      for (IntUnaryOperator parting : Coalitions.partings(insiders.size())) {
        open = coalitions.open(open, parting);
      }
      return withSmall(asked, large, open);
    }
  }

  /** What is open, and with it whatever was not asked of coalitions. */
  private static List<List<PublishedFigure>> withSmall(
      List<List<PublishedFigure>> asked,
      List<List<PublishedFigure>> large,
      List<List<PublishedFigure>> open) {
    return IntStream.range(0, asked.size())
        .mapToObj(
            insider -> {
              Set<PublishedFigure> settled = new HashSet<>(large.get(insider));
              settled.removeAll(Set.copyOf(open.get(insider)));
              return asked.get(insider).stream().filter(one -> !settled.contains(one)).toList();
            })
        .toList();
  }

  private List<AttackReport> others(List<List<PublishedFigure>> open) {
    return IntStream.range(0, insiders.size())
        .filter(number -> !open.get(number).isEmpty())
        .parallel()
        .mapToObj(
            number -> {
              SideKnowledge own = publication.known().with(insiders.get(number));
              return Attack.onWithheld(publication.asking(open.get(number), own, truth()), limit);
            })
        .toList();
  }

  /** Of a few unknowns each count is looked for, which takes no truth. */
  private Map<String, Long> truth() {
    return isSmall() ? Map.of() : publication.placed();
  }

  private boolean isSmall() {
    return publication.known().people().size() <= Methods.SMALL;
  }
}
