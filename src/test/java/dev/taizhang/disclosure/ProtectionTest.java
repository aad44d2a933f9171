package dev.taizhang.disclosure;

import static dev.taizhang.disclosure.PeopleOfTests.DATE;
import static dev.taizhang.disclosure.PeopleOfTests.SUPPRESS;
import static dev.taizhang.disclosure.PeopleOfTests.cohort;
import static dev.taizhang.disclosure.PeopleOfTests.figure;
import static dev.taizhang.disclosure.PeopleOfTests.people;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.reference.ReferenceData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Small tables of which one sees by hand what they give away. */
class ProtectionTest {

  private static final String ONLY = "employment_difficulty_only";
  private static final String DOUBLE = "double_difficulty";

  private static final Figure PREFECTURE_ANY = figure(Level.PREFECTURE, "511000", "any");

  @Test
  void figureOfFewIsWithheldAndOneThatSaysNothingOfOthersIsShown() {
    Protected told =
        protect(
            people("10001", "01", "none", 100, 60),
            people("10001", "01", "any|disabled", 30, 25),
            people("10001", "02", "none", 100, 50),
            people("10002", "01", "none", 90, 50),
            people("10002", "01", "any|disabled", 60, 30),
            people("10002", "02", "none", 20, 10));

    assertEquals(Verdict.PRIMARY, verdict(told, Level.UNIVERSITY, "10001", "disabled"));
    assertEquals(Verdict.SHOWN, verdict(told, Level.UNIVERSITY, "10001", "all"));
    assertEquals(Verdict.SHOWN, verdict(told, Level.DISCIPLINE, "academic:02", "all"));
    assertEquals(List.of(), told.report().open());
  }

  @Test
  void figureOfEverybodyIsWithheldByItselfWhereTheyAreFew() {
    Protected told =
        protect(people("10001", "01", "none", 22, 11), people("10002", "01", "none", 400, 200));

    assertEquals(Verdict.PRIMARY, verdict(told, Level.UNIVERSITY, "10001", "all"));
    assertEquals(Verdict.SHOWN, verdict(told, Level.UNIVERSITY, "10002", "all"));
    assertEquals(Verdict.SHOWN, verdict(told, Level.PREFECTURE, "511000", "all"));
  }

  @Test
  void whatIsLeftOfEverybodyIsWithheldWithTheGroupThatIs() {
    Protected told =
        protect(
            people("10001", "01", "none", 400, 300),
            people("10001", "01", "any", 5, 5),
            people("10002", "01", "none", 300, 200),
            people("10002", "01", "any", 100, 50));

    assertEquals(Verdict.PRIMARY, verdict(told, Level.UNIVERSITY, "10001", "any"));
    assertEquals(
        Verdict.COMPLEMENT,
        verdict(told, Level.UNIVERSITY, "10001", "none"),
        "everybody less none is any");
  }

  @Test
  void ofTwoUniversitiesOfAPrefectureOneIsNotTheRestOfTheOther() {
    Protected told =
        protect(
            people("10001", "01", "none", 300, 200),
            people("10001", "01", "any", 40, 35),
            people("10002", "01", "none", 300, 200),
            people("10002", "01", "any", 60, 30),
            people("20001", "01", "none", 300, 200),
            people("20001", "01", "any", 90, 45));

    assertEquals(Verdict.PRIMARY, verdict(told, Level.UNIVERSITY, "10001", "any"));
    assertTrue(
        told.verdicts().get(PREFECTURE_ANY).isWithheld(),
        "the insider of 10002 knows the other part of the prefecture");
  }

  @Test
  void universityThatIsAllOfADisciplineHasTheVerdictsOfTheDiscipline() {
    Protected told =
        protect(
            people("10001", "05", "none", 200, 100),
            people("10001", "05", "any", 12, 4),
            people("10002", "01", "none", 300, 200),
            people("10002", "01", "any", 60, 30));

    for (String group : List.of("any", "none", "all")) {
      assertEquals(
          verdict(told, Level.UNIVERSITY, "10001", group),
          verdict(told, Level.DISCIPLINE, "academic:05", group),
          group);
    }
    assertTrue(verdict(told, Level.UNIVERSITY, "10001", "any").isWithheld());
  }

  @Test
  void largestGroupIsNotShownBesideItsOnlyOtherPart() {
    List<People> people =
        List.of(
            people("10001", "01", "none", 500, 400),
            people("10001", "01", "any|economic_difficulty", 200, 120),
            people("10001", "01", "any|disabled", 6, 2));

    Protected told = protect(people.toArray(new People[0]));

    assertEquals(Verdict.PRIMARY, verdict(told, Level.UNIVERSITY, "10001", "disabled"));
    assertFalse(
        verdict(told, Level.UNIVERSITY, "10001", "any") == Verdict.SHOWN
            && verdict(told, Level.UNIVERSITY, "10001", "economic_difficulty") == Verdict.SHOWN,
        "any less economic difficulty is disabled");
  }

  @Test
  void totalOfWhichAllButAFewAreShownIsWithheldAndItsPartsAreNot() {
    List<People> people = new ArrayList<>();
    for (String university : List.of("10001", "10002", "20001", "20002")) {
      people.add(people(university, "01", "none", 500, 300));
      people.add(people(university, "01", "any|economic_difficulty", 200, 120));
      people.add(people(university, "01", "any|disabled", 30, 18));
      people.add(people(university, "01", ONLY + "|employment_difficulty", 80, 50));
      people.add(
          people(
              university, "01", "any|economic_difficulty|employment_difficulty|" + DOUBLE, 70, 40));
    }
    people.add(people("10001", "01", "any|employment_difficulty|disabled", 2, 1));
    people.add(people("20001", "01", "any|employment_difficulty|disabled", 1, 0));

    Protected told = protect(people.toArray(People[]::new));

    assertEquals(Verdict.SHOWN, verdict(told, Level.PROVINCE, "510000", ONLY));
    assertEquals(Verdict.SHOWN, verdict(told, Level.PROVINCE, "510000", DOUBLE));
    assertEquals(
        Verdict.COMPLEMENT, verdict(told, Level.PROVINCE, "510000", "employment_difficulty"));
    assertEquals(List.of(), told.report().open());
  }

  @Test
  void universityThatCameLateIsNotTheDifferenceOfTwoReleases() {
    List<People> first =
        List.of(
            people("10001", "01", "none", 300, 200),
            people("10001", "01", "any", 90, 45),
            people("10002", "01", "none", 300, 200),
            people("10002", "01", "any", 60, 30));
    Population before = cohort(DATE.minusMonths(1), first);
    Protected shown = Protection.protect(before, List.of(), SUPPRESS, figure -> true);
    Figure then = figure(DATE.minusMonths(1), Level.PREFECTURE, "511000", "any");
    assertEquals(Verdict.SHOWN, shown.verdicts().get(then));
    List<People> second = new ArrayList<>(first);
    second.add(people("10003", "01", "none", 200, 100));
    second.add(people("10003", "01", "any", 20, 18));

    Protected told =
        Protection.protect(
            cohort(DATE, second),
            List.of(new Earlier(before, shown.verdicts())),
            SUPPRESS,
            figure -> true);

    assertEquals(Verdict.PRIMARY, verdict(told, Level.UNIVERSITY, "10003", "any"));
    assertTrue(told.verdicts().get(PREFECTURE_ANY).isWithheld(), "now less then is 10003");
    assertEquals(Verdict.SHOWN, verdict(told, Level.UNIVERSITY, "10001", "any"), "known already");
  }

  @Test
  void whatWasWithheldOfTheSamePeopleStaysWithheld() {
    Population before =
        cohort(
            DATE.minusMonths(1),
            List.of(people("10001", "01", "none", 300, 200), people("10001", "01", "any", 60, 30)));
    Figure withheld = figure(before.asOfDate(), Level.UNIVERSITY, "10001", "any");

    Protected told =
        Protection.protect(
            cohort(DATE, before.people()),
            List.of(new Earlier(before, Map.of(withheld, Verdict.COMPLEMENT))),
            SUPPRESS,
            figure -> true);

    assertEquals(Verdict.COMPLEMENT, verdict(told, Level.UNIVERSITY, "10001", "any"));
    assertEquals(Verdict.COMPLEMENT, verdict(told, Level.UNIVERSITY, "10001", "none"));
  }

  /**
   * The orphans and the people of the margin of subsistence, of whom some are both, were told. One
   * more placed of those who are both is one fewer of those who are disabled as well, on either
   * side, so that the disabled have every second count alone.
   */
  @Test
  void ofEverySecondCountNoMoreIsAskedThanEarlierReleasesLeave() {
    List<People> people =
        List.of(
            people("10001", "01", "none", 100, 50),
            people("10001", "01", "any|disabled|orphan", 30, 15),
            people("10001", "01", "any|orphan|subsistence_marginal", 6, 3),
            people("10001", "01", "any|disabled|subsistence_marginal", 30, 15));
    LocalDate then = DATE.minusMonths(1);
    Map<Figure, Verdict> shown =
        Map.of(
            figure(then, Level.UNIVERSITY, "10001", "orphan"), Verdict.SHOWN,
            figure(then, Level.UNIVERSITY, "10001", "subsistence_marginal"), Verdict.SHOWN,
            figure(then, Level.UNIVERSITY, "10001", "disabled"), Verdict.PRIMARY);

    Protected told =
        Protection.protect(
            cohort(DATE, people),
            List.of(new Earlier(cohort(then, people), shown)),
            SUPPRESS,
            figure -> true);

    assertEquals(Verdict.COMPLEMENT, verdict(told, Level.UNIVERSITY, "10001", "disabled"));
    assertEquals(List.of(), told.report().open());
  }

  @Test
  void peopleOfAnotherStateAreNotThoseOfBefore() {
    LocalDate then = DATE.minusMonths(1);
    People before =
        new People(
            "before",
            "10001",
            "510000",
            "511000",
            "academic",
            "01",
            java.util.Set.of("any"),
            60,
            30);
    Figure withheld = figure(then, Level.UNIVERSITY, "10001", "any");

    Protected told =
        Protection.protect(
            cohort(people("10001", "01", "none", 300, 200), people("10001", "01", "any", 60, 30)),
            List.of(
                new Earlier(cohort(then, List.of(before)), Map.of(withheld, Verdict.COMPLEMENT))),
            SUPPRESS,
            figure -> true);

    assertEquals(Verdict.SHOWN, verdict(told, Level.UNIVERSITY, "10001", "any"));
  }

  @Test
  void whatIsNotPlannedIsNeitherShownNorWithheld() {
    Population population =
        cohort(people("10001", "01", "none", 300, 200), people("10001", "01", "any", 5, 5));

    Protected told =
        Protection.protect(
            population, List.of(), SUPPRESS, figure -> figure.level() == Level.PROVINCE);

    assertTrue(told.verdicts().keySet().stream().allMatch(f -> f.level() == Level.PROVINCE));
    assertEquals(Verdict.PRIMARY, verdict(told, Level.PROVINCE, "510000", "any"));
    assertEquals(Verdict.COMPLEMENT, verdict(told, Level.PROVINCE, "510000", "none"));
  }

  @Test
  void orderOfPeopleChangesNothing() {
    List<People> people = new ArrayList<>();
    for (String university : List.of("10001", "10002", "10003", "20001", "20002")) {
      people.add(people(university, "01", "none", 200, 150));
      people.add(people(university, "01", "any|disabled", 8, 5));
      people.add(people(university, "01", "any|economic_difficulty", 50, 35));
      people.add(people(university, "02", "any|disabled|economic_difficulty", 6, 3));
      people.add(people(university, "02", "none", 100, 60));
    }
    Protected told = protect(people.toArray(new People[0]));
    Collections.reverse(people);

    assertEquals(told.verdicts(), protect(people.toArray(new People[0])).verdicts());
  }

  @Test
  void internalWithholdsNothingAndRoundingOnlyWhatIsPinnedDown() {
    Population population =
        cohort(people("10001", "01", "none", 300, 200), people("10001", "01", "any", 5, 5));
    ReferenceData shipped = ReferenceData.load(Optional.empty());

    Protected internal =
        Protection.protect(
            population, List.of(), shipped.publicationPolicy("internal"), figure -> true);
    Protected rounded =
        Protection.protect(
            population, List.of(), shipped.publicationPolicy("hesa"), figure -> true);

    assertTrue(internal.verdicts().values().stream().allMatch(v -> v == Verdict.SHOWN));
    assertEquals(Verdict.PRIMARY, verdict(rounded, Level.UNIVERSITY, "10001", "any"));
    assertEquals(Verdict.SHOWN, verdict(rounded, Level.UNIVERSITY, "10001", "none"));
  }

  private static Protected protect(People... people) {
    return Protection.protect(cohort(people), List.of(), SUPPRESS, figure -> true);
  }

  private static Verdict verdict(Protected told, Level level, String code, String group) {
    return told.verdicts().get(figure(level, code, group));
  }
}
