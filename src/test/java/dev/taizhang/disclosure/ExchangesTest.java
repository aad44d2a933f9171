package dev.taizhang.disclosure;

import static dev.taizhang.disclosure.PeopleOfTests.SUPPRESS;
import static dev.taizhang.disclosure.PeopleOfTests.cohort;
import static dev.taizhang.disclosure.PeopleOfTests.figure;
import static dev.taizhang.disclosure.PeopleOfTests.people;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Exchanges that one finds by hand. */
class ExchangesTest {

  private static final double NOTHING = 0;
  private static final double ANYTHING = Double.POSITIVE_INFINITY;

  private static final Figure DISABLED = figure(Level.UNIVERSITY, "10001", "disabled");

  private final Sums twoUniversities =
      sums(
          people("10001", "01", "any|economic_difficulty", 50, 30),
          people("10001", "01", "any|disabled|economic_difficulty", 6, 4),
          people("10002", "01", "any|economic_difficulty", 50, 30),
          people("10002", "01", "any|disabled|economic_difficulty", 9, 3));

  @Test
  void whatMovesAtOneUniversityIsMadeUpForAtAnotherOfTheDiscipline() {
    Optional<Witness> witness = search(twoUniversities, -4, Set.of(), NOTHING);

    assertEquals(
        Optional.of(Map.of("10001 disabled", -4L, "10001", 4L, "10002 disabled", 4L, "10002", -4L)),
        witness.map(told -> moves(twoUniversities, told)));
    assertEquals(Set.of(0, 1), witness.orElseThrow().universities());
  }

  @Test
  void noMoreMoveThanThereAre() {
    Witness witness = search(twoUniversities, -9, Set.of(), NOTHING).orElseThrow();

    assertEquals(-4, witness.changes().get(sum(twoUniversities, DISABLED).index));
  }

  @Test
  void peopleOfTheInsidersUniversityStay() {
    Witness witness = search(twoUniversities, -4, Set.of(1), NOTHING).orElseThrow();

    assertEquals(Set.of(0), witness.universities());
  }

  @Test
  void whatIsShownMovesOnlyAtALossAndIsWithheldThen() {
    Sums sums =
        sums(
            people("10001", "01", "none", 50, 30),
            people("10001", "01", "any", 6, 4),
            people("10002", "01", "none", 90, 30),
            people("10002", "01", "any", 40, 20));
    Figure any = figure(Level.UNIVERSITY, "10001", "any");
    ExchangeSearch search = new ExchangeSearch(sums);

    assertEquals(Optional.empty(), search.witness(sum(sums, any), -4, Set.of(), NOTHING));
    assertTrue(search.witness(sum(sums, any), -4, Set.of(), ANYTHING).isPresent());
    assertEquals(
        new TreeSet<>(
            Set.of(
                any,
                figure(Level.UNIVERSITY, "10001", "none"),
                figure(Level.UNIVERSITY, "10002", "any"),
                figure(Level.UNIVERSITY, "10002", "none"))),
        withheld(sums));
  }

  @Test
  void whatAnEarlierReleaseShowedDoesNotMove() {
    Sums sums = twoUniversities;
    sum(sums, figure(Level.UNIVERSITY, "10002", "disabled")).shownEarlier = true;

    assertEquals(Set.of(0), search(sums, -4, Set.of(), ANYTHING).orElseThrow().universities());
  }

  @Test
  void someoneOfTheSameGroupsStandsInWhereDisciplinesDiffer() {
    Sums sums =
        sums(
            people("10001", "01", "any|disabled|economic_difficulty", 6, 4),
            people("10001", "02", "any|economic_difficulty", 50, 30),
            people("10002", "01", "any|disabled|economic_difficulty", 9, 3),
            people("10002", "02", "any|economic_difficulty", 50, 30));

    assertTrue(search(sums, -4, Set.of(), NOTHING).isPresent());
  }

  @Test
  void whoeverCameLateDoesNotStandInForWhomAnEarlierFigureCounts() {
    LocalDate then = PeopleOfTests.DATE.minusMonths(1);
    Population before = cohort(then, twoUniversities.people);
    Figure shown = figure(then, Level.PREFECTURE, "511000", "disabled");
    List<People> now = new ArrayList<>(twoUniversities.people);
    now.add(people("10000", "01", "any|economic_difficulty", 50, 30));
    now.add(people("10000", "01", "any|disabled|economic_difficulty", 9, 3));
    Sums sums =
        Sums.of(
            cohort(PeopleOfTests.DATE, now),
            List.of(new Earlier(before, Map.of(shown, Verdict.SHOWN))),
            SUPPRESS,
            figure -> true);

    Witness witness = search(sums, -4, Set.of(), NOTHING).orElseThrow();

    assertEquals(Set.of(1, 2), witness.universities());
  }

  @Test
  void aloneInTheirDisciplinesTheyMakeUpForEachOther() {
    Sums sums =
        sums(
            people("10001", "01", "any|economic_difficulty", 50, 30),
            people("10001", "01", "any|disabled|economic_difficulty", 4, 2),
            people("10002", "02", "any|economic_difficulty", 50, 30),
            people("10002", "02", "any|disabled|economic_difficulty", 5, 3),
            people("10003", "03", "any|economic_difficulty", 90, 60),
            people("10003", "03", "any|disabled|economic_difficulty", 60, 30));

    Witness witness = search(sums, -2, Set.of(), NOTHING).orElseThrow();

    assertEquals(
        Map.of("10001 disabled", -2L, "10001", 2L, "10002 disabled", 2L, "10002", -2L),
        moves(sums, witness));
    assertFalse(
        sum(sums, figure(Level.PROVINCE, "510000", "disabled")).withheld,
        "as many are placed in the province");
  }

  @Test
  void twoCombinationsStandInForTwoThatHaveTheSameGroupsButOne() {
    Sums sums =
        sums(
            people("10001", "01", "none", 500, 400),
            people("10001", "01", "any|long_term_unemployed", 6, 3),
            people("10001", "01", "any|disabled", 40, 25),
            people("10001", "01", "any|disabled|economic_difficulty", 45, 30),
            people("10001", "01", "any|economic_difficulty", 50, 30));
    Sum unemployed = sum(sums, figure(Level.UNIVERSITY, "10001", "long_term_unemployed"));

    Witness witness =
        new ExchangeSearch(sums).witness(unemployed, 3, Set.of(), NOTHING).orElseThrow();

    assertEquals(Map.of(unemployed.index, 3L), witness.changes());
    assertEquals(
        List.of(3L, -3L, 3L, -3L),
        Stream.of(
                "any|long_term_unemployed",
                "any|disabled",
                "any|disabled|economic_difficulty",
                "any|economic_difficulty")
            .map(groups -> move(sums, witness, groups))
            .toList());
  }

  private static long move(Sums sums, Witness witness, String groups) {
    Set<String> wanted = Set.of(groups.split("\\|"));
    return witness.moves().entrySet().stream()
        .filter(one -> sums.people.get(one.getKey()).groups().equals(wanted))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static Optional<Witness> search(Sums sums, long far, Set<Integer> insiders, double most) {
    return new ExchangeSearch(sums).witness(sum(sums, DISABLED), far, insiders, most);
  }

  private static Map<String, Long> moves(Sums sums, Witness witness) {
    Map<String, Long> moves = new java.util.HashMap<>();
    witness
        .moves()
        .forEach(
            (index, move) -> {
              People part = sums.people.get(index);
              boolean disabled = part.groups().contains("disabled");
              moves.put(part.universityCode() + (disabled ? " disabled" : ""), move);
            });
    return moves;
  }

  private static Set<Figure> withheld(Sums sums) {
    Set<Figure> withheld = new TreeSet<>();
    sums.sums.stream().filter(sum -> sum.withheld).forEach(sum -> withheld.addAll(sum.figures));
    return withheld;
  }

  private static Sum sum(Sums sums, Figure figure) {
    return sums.sums.stream().filter(sum -> sum.figures.contains(figure)).findFirst().orElseThrow();
  }

  private static Sums sums(People... people) {
    return Sums.of(cohort(people), List.of(), SUPPRESS, figure -> true);
  }
}
