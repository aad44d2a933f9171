package dev.taizhang.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What holds of every cohort, seen by looking at each outcome that its people may have. */
class ProtectionLawsTest {

  private static final List<String> UNIVERSITIES = List.of("10001", "10002", "20001");
  private static final List<String> DISCIPLINES = List.of("01", "02");
  private static final List<String> GROUPS =
      List.of(
          "none", "any|economic_difficulty", "any|disabled", "any|economic_difficulty|disabled");

  /** So many outcomes are looked at in a blink. */
  private static final long OUTCOMES = 30_000;

  private static final Width NARROW = new Width(3, 1);

  @Property(tries = 150)
  void readersAndInsidersLearnOfNoWithheldFigureWhatTheyMayNot(
      @ForAll("cohorts") List<People> people, @ForAll("widths") Width width) {
    Population population = PeopleOfTests.cohort(PeopleOfTests.DATE, people);

    Protected told =
        Protection.protect(population, List.of(), PeopleOfTests.OF_FEW, figure -> true, width);

    count(people, told);
    assertEquals(List.of(), told.report().open());
    assertEquals(
        Optional.empty(),
        Enumeration.leak(List.of(new Earlier(population, told.verdicts())), width));
    assertNothingSmallIsShown(population, told);
  }

  @Property(tries = 60)
  void norDoTheyFromTwoReleasesOfWhichTheFirstLacksAUniversity(
      @ForAll("cohorts") List<People> people) {
    List<People> early =
        people.stream().filter(part -> !part.universityCode().equals("20001")).toList();
    Population before = PeopleOfTests.cohort(PeopleOfTests.DATE.minusMonths(1), early);
    Population now = PeopleOfTests.cohort(PeopleOfTests.DATE, people);
    Protected first =
        Protection.protect(before, List.of(), PeopleOfTests.OF_FEW, figure -> true, NARROW);
    Earlier released = new Earlier(before, first.verdicts());

    Protected second =
        Protection.protect(now, List.of(released), PeopleOfTests.OF_FEW, figure -> true, NARROW);

    Statistics.label("a university comes late").collect(early.size() < people.size());
    assertEquals(List.of(), second.report().open());
    assertEquals(
        Optional.empty(),
        Enumeration.leak(List.of(released, new Earlier(now, second.verdicts())), NARROW));
  }

  /** A copy that chooses no complements must be found out by the same law. */
  @Example
  void lawFindsOutAProtectionWithoutComplements() {
    Population population =
        PeopleOfTests.cohort(
            PeopleOfTests.people("10001", "01", "none", 4, 2),
            PeopleOfTests.people("10001", "01", "any|disabled", 2, 2),
            PeopleOfTests.people("10002", "01", "none", 3, 1),
            PeopleOfTests.people("10002", "01", "any|disabled", 4, 2));
    Protected told =
        Protection.protect(population, List.of(), PeopleOfTests.OF_FEW, figure -> true, NARROW);
    Map<Figure, Verdict> broken = new LinkedHashMap<>(told.verdicts());
    broken.replaceAll((figure, verdict) -> verdict == Verdict.COMPLEMENT ? Verdict.SHOWN : verdict);

    assertEquals(
        Optional.empty(),
        Enumeration.leak(List.of(new Earlier(population, told.verdicts())), NARROW));
    assertTrue(
        Enumeration.leak(List.of(new Earlier(population, broken)), NARROW).isPresent(),
        "everybody less none is known");
  }

  private static void assertNothingSmallIsShown(Population population, Protected told) {
    told.verdicts()
        .forEach(
            (figure, verdict) -> {
              List<People> members =
                  population.people().stream()
                      .filter(part -> figure.level().placeOf(part).equals(figure.code()))
                      .filter(
                          part ->
                              figure.group().equals("all")
                                  || part.groups().contains(figure.group()))
                      .toList();
              long graduates = members.stream().mapToLong(People::graduates).sum();
              long placed = members.stream().mapToLong(People::placed).sum();
              boolean small = !figure.group().equals("all") && (placed == 0 || placed == graduates);
              assertFalse(small && verdict != Verdict.PRIMARY, figure.toString());
            });
  }

  private static void count(List<People> people, Protected told) {
    long universities = people.stream().map(People::universityCode).distinct().count();
    boolean pair =
        people.stream()
                .filter(part -> part.prefectureCode().equals("511000"))
                .map(People::universityCode)
                .distinct()
                .count()
            == 2;
    Statistics.label("universities").collect(universities);
    Statistics.label("two universities in a prefecture")
        .collect(pair)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
    Statistics.label("overlapping groups")
        .collect(people.stream().anyMatch(part -> part.groups().size() == 3))
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
    Statistics.label("complements")
        .collect(told.report().complements() > 0)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
    Statistics.label("something of a group is shown")
        .collect(
            told.verdicts().entrySet().stream()
                .anyMatch(
                    one -> one.getValue() == Verdict.SHOWN && !one.getKey().group().equals("all")))
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
  }

  @Provide
  Arbitrary<Width> widths() {
    return Arbitraries.of(NARROW, new Width(3, 2), new Width(4, 3));
  }

  @Provide
  Arbitrary<List<People>> cohorts() {
    Arbitrary<People> part =
        Combinators.combine(
                Arbitraries.of(UNIVERSITIES),
                Arbitraries.of(DISCIPLINES),
                Arbitraries.of(GROUPS),
                Arbitraries.longs().between(1, 4),
                Arbitraries.longs().between(0, 4))
            .as(
                (university, discipline, groups, graduates, placed) ->
                    PeopleOfTests.people(
                        university, discipline, groups, graduates, Math.min(placed, graduates)));
    return part.list()
        .ofMinSize(3)
        .ofMaxSize(9)
        .map(ProtectionLawsTest::once)
        .filter(people -> outcomes(people) <= OUTCOMES);
  }

  private static List<People> once(List<People> drawn) {
    Map<String, People> byKey = new LinkedHashMap<>();
    drawn.forEach(part -> byKey.putIfAbsent(part.key(), part));
    return new ArrayList<>(byKey.values());
  }

  private static long outcomes(List<People> people) {
    return people.stream().mapToLong(part -> part.graduates() + 1).reduce(1, (a, b) -> a * b);
  }
}
