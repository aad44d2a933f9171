package dev.taizhang.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** On provinces so small that every outcome can be tried, the attack finds what trying finds. */
class AttackLawTest {

  private static final List<String> GROUPS = List.of("a", "b", "a b", "c", "b c", "none");
  private static final AtomicInteger BREACHED = new AtomicInteger();
  private static final AtomicInteger UNBREACHED = new AtomicInteger();

  private static final AtomicInteger OF_INSIDERS = new AtomicInteger();
  private static final AtomicInteger SETTLED = new AtomicInteger();
  private static final AtomicInteger BY_MOVES = new AtomicInteger();
  private static final AtomicInteger BOUNDED = new AtomicInteger();

  /** People and figures, some of them withheld, invented. */
  private record Invented(SmallProvince province, List<PublishedFigure> published) {

    static Invented of(long seed) {
      Random random = new Random(seed);
      SmallProvince province = new SmallProvince();
      int universities = 1 + random.nextInt(3);
      int kinds = 6 / universities;
      for (int number = 1; number <= universities; number++) {
        List<String> groups = new ArrayList<>(GROUPS);
        String university = "1000" + number;
        province.university(university, random.nextBoolean() ? "410100" : "410200");
        for (int kind = 0; kind < kinds; kind++) {
          int graduates = 1 + random.nextInt(3);
          province.people(
              university,
              groups.remove(random.nextInt(groups.size())),
              random.nextInt(graduates + 1),
              graduates);
        }
      }
      return new Invented(province, figures(province, random));
    }

    private static List<PublishedFigure> figures(SmallProvince province, Random random) {
      List<PublishedFigure> figures = new ArrayList<>();
      Scope scope = province.scope();
      int rounding = random.nextInt(4);
      for (String group : List.of("a", "b", "c", "none")) {
        for (String[] place : places(province)) {
          int how = random.nextInt(3);
          if (how == 0) {
            figures.add(province.withheld(scope, place[0], place[1], group));
          } else if (how == 1 && rounding == 0) {
            figures.add(province.rounded(scope, place[0], place[1], group, 3));
          } else if (how == 1) {
            figures.add(province.shown(scope, place[0], place[1], group));
          }
        }
      }
      return figures;
    }

    private static List<String[]> places(SmallProvince province) {
      List<String[]> places = new ArrayList<>();
      places.add(new String[] {"all", "all"});
      for (String prefecture : List.of("410100", "410200")) {
        places.add(new String[] {"prefecture", prefecture});
      }
      province.people().stream()
          .map(KnownPeople::universityCode)
          .distinct()
          .forEach(code -> places.add(new String[] {"university", code}));
      return places;
    }
  }

  @Property(tries = 300)
  void attackFindsTheCountsThatTryingEveryOutcomeFinds(@ForAll long seed) {
    Invented invented = Invented.of(seed);
    SideKnowledge known = invented.province().known();
    SideKnowledge everyone =
        new Random(seed).nextBoolean() ? known : known.with(invented.province().insider("10001"));

    AttackReport report = Attack.on(invented.published(), everyone, Requirement.ofWithheld());
    AttackReport inReals =
        Attack.byProgrammesAlone(invented.published(), everyone, Requirement.ofWithheld());

    EveryOutcome outcomes = new EveryOutcome(invented.published(), everyone);
    for (Width width : report.widths()) {
      SortedSet<Long> counts = outcomes.counts(width.figure());
      assertEquals(counts.first(), width.lowest(), width.toString());
      assertEquals(counts.last(), width.highest(), width.toString());
      assertEquals(counts.size(), width.feasible(), width.toString());
      assertEquals(Checked.EVERY, width.checked());
    }
    assertEquals(
        narrow(invented.published(), everyone, outcomes),
        narrow(report).stream().map(breach -> breach.width().figure()).toList());
    count(report, inReals);
  }

  @Property(tries = 300)
  void movesFindNothingThatTryingEveryOutcomeDoesNot(@ForAll long seed) {
    Invented invented = Invented.of(seed);
    SideKnowledge known = invented.province().known();
    SideKnowledge everyone =
        new Random(seed).nextBoolean() ? known : known.with(invented.province().insider("10001"));

    AttackReport report =
        Attack.on(
            invented.published(), everyone, Requirement.ofWithheld(), invented.province().placed());

    EveryOutcome outcomes = new EveryOutcome(invented.published(), everyone);
    List<PublishedFigure> narrow = narrow(invented.published(), everyone, outcomes);
    List<PublishedFigure> found =
        narrow(report).stream().map(breach -> breach.width().figure()).toList();
    assertTrue(narrow.containsAll(found), found + " are not all of " + narrow);
    for (Width width : report.widths()) {
      SortedSet<Long> counts = outcomes.counts(width.figure());
      assertAgrees(width, counts);
      // Moves attain ends; counts between them that nothing attains are for whole numbers.
      boolean gaps = width.feasible() > counts.size();
      assertTrue(
          found.contains(width.figure()) == narrow.contains(width.figure()) || gaps,
          width + " " + counts);
    }
    BY_MOVES.addAndGet(Math.toIntExact(report.settledByMoves()));
    BOUNDED.addAndGet(Math.toIntExact(report.checked(Checked.BOUNDED)));
  }

  private static void assertAgrees(Width width, SortedSet<Long> counts) {
    switch (width.checked()) {
      case LINEAR -> assertTrue(width.highest() >= counts.first(), width + " " + counts);
      case BOUNDED ->
          assertTrue(
              width.lowest() <= counts.first() && counts.last() <= width.highest(),
              width + " " + counts);
      case ATTAINED, UNDECIDED ->
          assertTrue(
              counts.containsAll(List.of(width.lowest(), width.highest())), width + " " + counts);
      case ENDS, EVERY ->
          assertEquals(
              List.of(counts.first(), counts.last()), List.of(width.lowest(), width.highest()));
    }
  }

  /** The withheld figures of which others leave less than their own parts do. */
  private static List<PublishedFigure> narrow(
      List<PublishedFigure> published, SideKnowledge known, EveryOutcome outcomes) {
    return published.stream()
        .filter(figure -> figure.isWithheld() || figure.isRounded())
        .filter(figure -> outcomes.size(figure) > 0)
        .filter(
            figure -> {
              SortedSet<Long> left = outcomes.counts(figure);
              List<PublishedFigure> parts =
                  published.stream().filter(one -> outcomes.isPart(one, figure)).toList();
              SortedSet<Long> before = new EveryOutcome(parts, known).counts(figure);
              return !before.equals(left)
                  && isNarrow(figure, outcomes.insiders(figure), left, before);
            })
        .toList();
  }

  private static boolean isNarrow(
      PublishedFigure figure, long insiders, SortedSet<Long> left, SortedSet<Long> before) {
    SortedSet<Long> said = new TreeSet<>(before);
    said.removeIf(count -> count + insiders < figure.lowestPlaced().orElse(0));
    said.removeIf(count -> count + insiders > figure.highestPlaced().orElse(Long.MAX_VALUE));
    return left.size() < Math.min(10, said.size())
        || left.first() > said.first()
        || left.last() < said.last();
  }

  @Property(tries = 200)
  void everyInsiderFindsWhatEachOneFinds(@ForAll long seed) {
    Invented invented = Invented.of(seed);
    SideKnowledge known = invented.province().known();
    Requirement requirement = Requirement.ofWithheld();
    AttackReport everybody = Attack.on(invented.published(), known, requirement);
    List<Insider> insiders =
        known.people().stream()
            .map(KnownPeople::universityCode)
            .distinct()
            .map(invented.province()::insider)
            .toList();

    for (int universities : List.of(1, 2, 3)) {
      InsidersReport together =
          EveryInsider.on(
              invented.published(), known, insiders, requirement, everybody, universities);

      assertEquals(
          insiders.stream()
              .map(known::with)
              .map(one -> Attack.on(invented.published(), one, requirement))
              .flatMap(report -> narrow(report).stream())
              .filter(
                  breach ->
                      narrow(everybody).stream()
                          .noneMatch(
                              found -> found.width().figure().equals(breach.width().figure())))
              .toList(),
          together.breaches());
      OF_INSIDERS.addAndGet(together.breaches().size());
      SETTLED.addAndGet(Math.toIntExact(together.settledByMoves()));
    }
  }

  private static List<Breach> narrow(AttackReport report) {
    return report.breaches().stream()
        .filter(breach -> breach.kind() == Breach.Kind.NARROW)
        .toList();
  }

  private static void count(AttackReport report, AttackReport inReals) {
    boolean narrow =
        report.breaches().stream().anyMatch(breach -> breach.kind() == Breach.Kind.NARROW);
    (narrow ? BREACHED : UNBREACHED).incrementAndGet();
    for (int number = 0; number < report.attacked(); number++) {
      Width whole = report.widths().get(number);
      Width real = inReals.widths().get(number);
      assertTrue(real.lowest() <= whole.lowest() && real.highest() >= whole.highest());
    }
  }

  @AfterContainer
  static void bothKindsWereDrawn() {
    assertTrue(OF_INSIDERS.get() >= 10, "found by insiders alone: " + OF_INSIDERS);
    assertTrue(BY_MOVES.get() >= 500, "of everybody, settled by moves: " + BY_MOVES);
    assertTrue(BOUNDED.get() >= 50, "found by a few sums: " + BOUNDED);
    assertTrue(SETTLED.get() >= 50, "settled by moves: " + SETTLED);
    assertTrue(BREACHED.get() >= 50, "breaches: " + BREACHED);
    assertTrue(UNBREACHED.get() >= 50, "no breaches: " + UNBREACHED);
  }

  /** Tries each outcome there can be. */
  private static final class EveryOutcome {
    private final List<long[]> possible = new ArrayList<>();
    private final List<KnownPeople> people;
    private final SideKnowledge known;

    EveryOutcome(List<PublishedFigure> published, SideKnowledge known) {
      this.known = known;
      this.people = known.people();
      List<PublishedFigure> said = new ArrayList<>(published);
      said.addAll(known.ofAll());
      said.removeIf(PublishedFigure::isWithheld);
      said.sort(Comparator.comparing(PublishedFigure::inWords));
      extend(new long[people.size()], 0, said);
    }

    private void extend(long[] placed, int at, List<PublishedFigure> said) {
      if (at == people.size()) {
        boolean agrees =
            said.stream()
                .allMatch(
                    figure ->
                        figure.lowestPlaced().getAsLong() <= count(figure, placed)
                            && count(figure, placed) <= figure.highestPlaced().getAsLong());
        if (agrees) {
          possible.add(placed.clone());
        }
        return;
      }
      KnownPeople one = people.get(at);
      boolean isKnown = isInsiders(one);
      long told =
          isKnown ? known.insider().orElseThrow().placedOfPeople().get(one.id()) : one.graduates();
      for (long value = isKnown ? told : 0; value <= told; value++) {
        placed[at] = value;
        extend(placed, at + 1, said);
      }
    }

    private boolean isInsiders(KnownPeople one) {
      return known.insider().stream()
          .anyMatch(insider -> insider.universityCode().equals(one.universityCode()));
    }

    /** The counts that a figure can have, without those whom the insider knows. */
    SortedSet<Long> counts(PublishedFigure figure) {
      TreeSet<Long> counts = new TreeSet<>();
      for (long[] placed : possible) {
        long[] others = placed.clone();
        for (int at = 0; at < others.length; at++) {
          if (isInsiders(people.get(at))) {
            others[at] = 0;
          }
        }
        counts.add(count(figure, others));
      }
      return counts;
    }

    private long count(PublishedFigure figure, long[] placed) {
      long count = 0;
      for (int at = 0; at < placed.length; at++) {
        count += isIn(people.get(at), figure) ? placed[at] : 0;
      }
      return count;
    }

    /** How many a figure speaks of, without those whom the insider knows. */
    long size(PublishedFigure figure) {
      return people.stream()
          .filter(one -> isIn(one, figure) && !isInsiders(one))
          .mapToLong(KnownPeople::graduates)
          .sum();
    }

    /** How many are placed of those whom the insider knows. */
    long insiders(PublishedFigure figure) {
      return people.stream()
          .filter(one -> isIn(one, figure) && isInsiders(one))
          .mapToLong(one -> known.insider().orElseThrow().placedOfPeople().get(one.id()))
          .sum();
    }

    /** Whether a shown figure speaks of some, and not all, of the people of a withheld one. */
    boolean isPart(PublishedFigure part, PublishedFigure whole) {
      return !part.isWithheld()
          && whole.isWithheld()
          && people.stream().anyMatch(one -> isIn(one, part))
          && people.stream().allMatch(one -> isIn(one, whole) || !isIn(one, part))
          && people.stream().anyMatch(one -> isIn(one, whole) && !isIn(one, part));
    }

    private static boolean isIn(KnownPeople one, PublishedFigure figure) {
      boolean there =
          switch (figure.level()) {
            case "all" -> true;
            case "province" -> one.provinceCode().equals(figure.code());
            case "prefecture" -> one.prefectureCode().equals(figure.code());
            case "university" -> one.universityCode().equals(figure.code());
            default -> one.discipline().equals(figure.code());
          };
      return there && (figure.group().equals("all") || one.groups().contains(figure.group()));
    }
  }
}
