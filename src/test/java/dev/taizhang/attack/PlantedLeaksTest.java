package dev.taizhang.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each way to give somebody away is planted, and found; beside it, the same without the leak. */
class PlantedLeaksTest {

  private static final String PREFECTURE = "prefecture";
  private static final String UNIVERSITY = "university";

  private static List<String> found(AttackReport report) {
    return report.breaches().stream()
        .map(
            breach ->
                "%s %s %s: %d to %d of %d"
                    .formatted(
                        breach.width().figure().level(),
                        breach.width().figure().code(),
                        breach.width().figure().group(),
                        breach.width().lowest(),
                        breach.width().highest(),
                        breach.width().size()))
        .toList();
  }

  private static List<String> found(SideKnowledge known, PublishedFigure... figures) {
    return found(Attack.on(Arrays.asList(figures), known, Requirement.ofWithheld()));
  }

  /** Hardship of two kinds; many have none, so that figures of all say little. */
  private static SmallProvince oneUniversity() {
    return new SmallProvince()
        .people("10001", "none", 50, 80)
        .people("10001", "any disabled", 1, 4)
        .people("10001", "any low_income", 10, 14)
        .people("10001", "any orphan", 5, 7);
  }

  @Test
  void complementaryCellLeftOpenGivesTheWithheldOneAway() {
    SmallProvince province = oneUniversity();
    Scope scope = province.scope();

    assertEquals(
        List.of("university 10001 disabled: 1 to 1 of 4"),
        found(
            province.known(),
            province.shown(scope, UNIVERSITY, "10001", "any"),
            province.withheld(scope, UNIVERSITY, "10001", "disabled"),
            province.shown(scope, UNIVERSITY, "10001", "low_income"),
            province.shown(scope, UNIVERSITY, "10001", "orphan")));
    assertEquals(
        List.of(),
        found(
            province.known(),
            province.withheld(scope, UNIVERSITY, "10001", "any"),
            province.withheld(scope, UNIVERSITY, "10001", "disabled"),
            province.withheld(scope, UNIVERSITY, "10001", "low_income"),
            province.withheld(scope, UNIVERSITY, "10001", "orphan")));
  }

  @Test
  void complementThatIsItselfNarrowIsFound() {
    SmallProvince province = oneUniversity();
    Scope scope = province.scope();

    // 6 of disabled and orphans are placed: none to four, and so two to six.
    assertEquals(
        List.of("university 10001 orphan: 2 to 6 of 7"),
        found(
            province.known(),
            province.shown(scope, UNIVERSITY, "10001", "any"),
            province.withheld(scope, UNIVERSITY, "10001", "disabled"),
            province.shown(scope, UNIVERSITY, "10001", "low_income"),
            province.withheld(scope, UNIVERSITY, "10001", "orphan")));
  }

  @Test
  void noneAndAnyAddUpToAllWhichIsKnown() {
    SmallProvince province = oneUniversity();
    Scope scope = province.scope();

    assertEquals(
        List.of("university 10001 any: 16 to 16 of 25"),
        found(
            province.known(),
            province.shown(scope, UNIVERSITY, "10001", "none"),
            province.withheld(scope, UNIVERSITY, "10001", "any")));
    assertEquals(
        List.of(),
        found(
            province.known(),
            province.withheld(scope, UNIVERSITY, "10001", "none"),
            province.withheld(scope, UNIVERSITY, "10001", "any")));
  }

  @Test
  void nobodyOrEverybodyOfAGroupShownIsEveryonesOutcome() {
    SmallProvince province =
        new SmallProvince()
            .people("10001", "none", 50, 80)
            .people("10001", "disabled", 0, 12)
            .people("10001", "orphan", 12, 12)
            .people("10001", "low_income", 11, 12);
    Scope scope = province.scope();

    assertEquals(
        List.of(
            "university 10001 disabled: 0 to 0 of 12", "university 10001 orphan: 12 to 12 of 12"),
        found(
            province.known(),
            province.shown(scope, UNIVERSITY, "10001", "disabled"),
            province.shown(scope, UNIVERSITY, "10001", "orphan"),
            province.shown(scope, UNIVERSITY, "10001", "low_income")));
    assertEquals(
        List.of(),
        found(
            province.known(),
            province.withheld(scope, UNIVERSITY, "10001", "disabled"),
            province.withheld(scope, UNIVERSITY, "10001", "orphan"),
            province.withheld(scope, UNIVERSITY, "10001", "low_income")));
  }

  @Test
  void lateUniversityIsTheDifferenceOfTwoReleasesOfTheSameDate() {
    SmallProvince province =
        new SmallProvince()
            .people("10001", "none", 50, 80)
            .people("10001", "disabled", 30, 50)
            .people("10002", "none", 50, 80)
            .people("10002", "disabled", 2, 6);
    Scope first = province.scope("first", "10001 in August");
    Scope second = province.scope("second", "10001 in August", "10002 in August");
    PublishedFigure before = province.shown(first, PREFECTURE, "410100", "disabled");
    PublishedFigure late = province.withheld(second, UNIVERSITY, "10002", "disabled");

    assertEquals(
        List.of("university 10002 disabled: 2 to 2 of 6"),
        found(
            province.known(),
            before,
            province.shown(second, PREFECTURE, "410100", "disabled"),
            late));
    // The first release's total is that of the university that reported in time.
    assertEquals(
        List.of(),
        found(
            province.known(),
            before,
            province.shown(second, UNIVERSITY, "10001", "disabled"),
            late));
  }

  @Test
  void figureIsNoSecretAfterARevisionOfTheOthersOnly() {
    SmallProvince province =
        new SmallProvince()
            .people("10001", "10001 in August", "economics", "disabled", 3, 8)
            .people("10001", "10001 in August", "economics", "none", 50, 80)
            .people("10002", "10002 in August", "economics", "disabled", 20, 40)
            .people("10002", "10002 revised", "economics", "disabled", 25, 40)
            .people("10002", "10002 in August", "economics", "none", 50, 80)
            .people("10002", "10002 revised", "economics", "none", 45, 80);
    Scope first = province.scope("first", "10001 in August", "10002 in August");
    Scope second = province.scope("second", "10001 in August", "10002 revised");
    SideKnowledge known = SideKnowledge.of(province.people(), province.ofAll(first));

    assertEquals(
        List.of("university 10001 disabled: 3 to 3 of 8", "university 10001 disabled: 3 to 3 of 8"),
        found(
            known,
            province.withheld(first, UNIVERSITY, "10001", "disabled"),
            province.shown(first, UNIVERSITY, "10002", "disabled"),
            province.shown(first, PREFECTURE, "410100", "disabled"),
            province.withheld(second, UNIVERSITY, "10001", "disabled")));
    // The total of one state and the count of another are sums of different unknowns.
    assertEquals(
        List.of(),
        found(
            known,
            province.shown(first, PREFECTURE, "410100", "disabled"),
            province.withheld(second, UNIVERSITY, "10001", "disabled"),
            province.shown(second, UNIVERSITY, "10002", "disabled")));
  }

  @Test
  void prefectureOfTwoUniversitiesTellsEachOfTheOther() {
    SmallProvince province =
        new SmallProvince()
            .people("10001", "none", 50, 80)
            .people("10001", "disabled", 15, 30)
            .people("10002", "none", 50, 80)
            .people("10002", "disabled", 2, 6);
    Scope scope = province.scope();
    PublishedFigure total = province.shown(scope, PREFECTURE, "410100", "disabled");
    PublishedFigure one = province.withheld(scope, UNIVERSITY, "10001", "disabled");
    PublishedFigure other = province.withheld(scope, UNIVERSITY, "10002", "disabled");
    PublishedFigure hidden = province.withheld(scope, PREFECTURE, "410100", "disabled");
    SideKnowledge insider = province.known().with(province.insider("10001"));

    assertEquals(
        List.of("university 10002 disabled: 2 to 2 of 6"), found(insider, total, one, other));
    assertEquals(List.of(), found(insider, hidden, one, other));
    // Of the total, the insider must not learn the rest.
    assertEquals(
        List.of(
            "prefecture 410100 disabled: 2 to 2 of 6", "university 10002 disabled: 2 to 2 of 6"),
        found(
            insider, hidden, one, other, province.shown(scope, "province", "410000", "disabled")));
  }

  @Test
  void largestGroupMinusItsOnlyOtherSubgroupIsTheSmallOne() {
    SmallProvince province =
        new SmallProvince()
            .people("10001", "none", 50, 80)
            .people("10001", "any low_income", 40, 60)
            .people("10001", "any orphan", 1, 3);
    Scope scope = province.scope();
    PublishedFigure any = province.shown(scope, UNIVERSITY, "10001", "any");
    PublishedFigure large = province.shown(scope, UNIVERSITY, "10001", "low_income");
    PublishedFigure small = province.withheld(scope, UNIVERSITY, "10001", "orphan");

    assertEquals(
        List.of("university 10001 orphan: 1 to 1 of 3"),
        found(province.known(), any, large, small));
    assertEquals(
        List.of(),
        found(province.known(), any, small, province.shown(scope, PREFECTURE, "410100", "any")));
  }

  @Test
  void shownTotalLessShownPartsTellsOfAFewWhoAreNoGroup() {
    SmallProvince province =
        new SmallProvince()
            .people("10001", "none", 50, 80)
            .people("10001", "difficult only", 40, 60)
            .people("10001", "difficult double", 30, 50)
            .people("10001", "difficult double large", 20, 60)
            .people("10001", "difficult rest", 1, 3)
            .people("10001", "rest", 20, 40);
    Scope scope = province.scope();
    PublishedFigure total = province.shown(scope, UNIVERSITY, "10001", "difficult");
    PublishedFigure only = province.shown(scope, UNIVERSITY, "10001", "only");
    PublishedFigure twice = province.shown(scope, UNIVERSITY, "10001", "double");
    // Larger, and no way to the few others: it overlaps the part that is.
    PublishedFigure large = province.shown(scope, UNIVERSITY, "10001", "large");

    AttackReport report =
        Attack.on(List.of(total, large, only, twice), province.known(), Requirement.ofWithheld());

    assertEquals(
        List.of(Breach.Kind.SUBTRACTION), report.breaches().stream().map(Breach::kind).toList());
    assertTrue(
        report.breaches().get(0).inWords().contains("shown parts of it, that 1 of 3 others are"),
        report.breaches().get(0).inWords());
    PublishedFigure withheld = province.withheld(scope, UNIVERSITY, "10001", "difficult");
    assertEquals(List.of(), found(province.known(), withheld, only, twice));
    assertEquals(List.of(), found(province.known(), total, only));
  }

  @Test
  void totalWithoutWhatItsPartsHideIsTheRestOfIt() {
    SmallProvince province =
        new SmallProvince()
            .people("10001", "10001 in August", "economics", "none", 50, 80)
            .people("10001", "10001 in August", "economics", "disabled", 20, 30)
            .people("10002", "10002 in August", "law", "none", 50, 80)
            .people("10002", "10002 in August", "law", "disabled", 3, 9);
    Scope scope = province.scope();
    PublishedFigure hidden = province.withheld(scope, UNIVERSITY, "10002", "disabled");
    PublishedFigure law = province.withheld(scope, "discipline", "law", "disabled");
    PublishedFigure everywhere = province.shown(scope, "all", "all", "disabled");

    assertEquals(
        List.of("university 10002 disabled: 3 to 3 of 9", "discipline law disabled: 3 to 3 of 9"),
        found(
            province.known(),
            hidden,
            law,
            everywhere,
            province.shown(scope, "discipline", "economics", "disabled")));
    assertEquals(
        List.of(),
        found(
            province.known(),
            hidden,
            law,
            province.withheld(scope, "all", "all", "disabled"),
            province.withheld(scope, "discipline", "economics", "disabled")));
  }

  @Test
  void whatFiguresOfAllTellAlreadyIsNoFaultOfTheRelease() {
    // Three of 60 have no place: at least nine of the twelve disabled have one, whoever says it.
    SmallProvince province =
        new SmallProvince().people("10001", "none", 47, 48).people("10001", "disabled", 10, 12);
    Scope scope = province.scope();
    PublishedFigure disabled = province.withheld(scope, UNIVERSITY, "10001", "disabled");

    AttackReport report = Attack.on(List.of(disabled), province.known(), Requirement.ofWithheld());

    assertEquals(List.of(), report.breaches());
    assertEquals(List.of(new Width(disabled, 12, 9, 12, 4, Checked.EVERY)), report.widths());
    assertEquals(
        List.of("university 10001 disabled: 10 to 10 of 12"),
        found(province.known(), disabled, province.shown(scope, UNIVERSITY, "10001", "none")));
  }

  @Test
  void totalThatIsWithheldTellsNoMoreThanItsShownParts() {
    SmallProvince province = oneUniversity();
    Scope scope = province.scope();
    List<PublishedFigure> figures =
        List.of(
            province.withheld(scope, UNIVERSITY, "10001", "any"),
            province.withheld(scope, UNIVERSITY, "10001", "disabled"),
            province.shown(scope, UNIVERSITY, "10001", "low_income"),
            province.shown(scope, UNIVERSITY, "10001", "orphan"));

    AttackReport report = Attack.on(figures, province.known(), Requirement.ofWithheld());

    assertEquals(List.of(), report.breaches());
    assertEquals(
        List.of("15 to 19 of 25", "0 to 4 of 4"),
        report.widths().stream().map(PlantedLeaksTest::range).toList());
    // Another total is no part of it, and gives it away with those who were to be hidden.
    assertEquals(
        List.of("university 10001 any: 16 to 16 of 25", "university 10001 disabled: 1 to 1 of 4"),
        found(
            province.known(),
            Stream.concat(
                    figures.stream(), Stream.of(province.shown(scope, UNIVERSITY, "10001", "none")))
                .toArray(PublishedFigure[]::new)));
  }

  private static String range(Width width) {
    return "%d to %d of %d".formatted(width.lowest(), width.highest(), width.size());
  }

  @Test
  void prefectureThatALateUniversityJoinsHidesThatUniversity() {
    SmallProvince province =
        new SmallProvince()
            .people("10001", "none", 50, 80)
            .people("10001", "disabled", 30, 50)
            .people("10002", "none", 50, 80)
            .people("10002", "disabled", 2, 6);
    Scope first = province.scope("first", "10001 in August");
    Scope second = province.scope("second", "10001 in August", "10002 in August");
    List<PublishedFigure> figures =
        List.of(
            province.shown(first, PREFECTURE, "410100", "disabled"),
            province.withheld(second, PREFECTURE, "410100", "disabled"),
            province.withheld(second, UNIVERSITY, "10002", "disabled"));

    AttackReport report = Attack.on(figures, province.known(), Requirement.ofWithheld());

    assertEquals(List.of(), report.breaches());
    assertEquals(
        List.of("30 to 36 of 56", "0 to 6 of 6"),
        report.widths().stream().map(PlantedLeaksTest::range).toList());
    // Nor do the others, who were told, give anything away to one of the late university.
    assertEquals(
        List.of(),
        found(
            province.known().with(province.insider("10002")),
            figures.toArray(PublishedFigure[]::new)));
  }

  @Test
  void complementMustBeBalancedByAnother() {
    // The shown sum is no part of either: six of eleven are placed, so that of seven two are.
    SmallProvince province =
        new SmallProvince()
            .people("10001", "none", 50, 80)
            .people("10001", "any disabled", 1, 4)
            .people("10001", "any orphan", 5, 7)
            .people("10001", "any low_income", 10, 14);
    Scope scope = province.scope();
    PublishedFigure any = province.shown(scope, UNIVERSITY, "10001", "any");
    PublishedFigure disabled = province.withheld(scope, UNIVERSITY, "10001", "disabled");
    PublishedFigure orphan = province.withheld(scope, UNIVERSITY, "10001", "orphan");

    assertEquals(
        List.of("university 10001 orphan: 2 to 6 of 7"),
        found(
            province.known(),
            any,
            disabled,
            orphan,
            province.shown(scope, UNIVERSITY, "10001", "low_income")));
    assertEquals(
        List.of("university 10001 low_income: 5 to 14 of 14"),
        found(
            province.known(),
            any,
            disabled,
            orphan,
            province.withheld(scope, UNIVERSITY, "10001", "low_income")));
  }

  @Test
  void figureThatIsShownOfTheSamePeopleIsNoPart() {
    SmallProvince province =
        new SmallProvince().people("10001", "none", 50, 80).people("10001", "disabled", 30, 50);
    Scope scope = province.scope();

    assertEquals(
        List.of("university 10001 disabled: 30 to 30 of 50"),
        found(
            province.known(),
            province.withheld(scope, UNIVERSITY, "10001", "disabled"),
            province.shown(scope, PREFECTURE, "410100", "disabled")));
  }

  @Test
  void sumsOfRoundedFiguresGiveThemAway() {
    // 12 and 12 are printed as 10 and 10, and their sum of 24 as 25: each is at least 11.
    SmallProvince province =
        new SmallProvince()
            .people("10001", "none", 500, 800)
            .people("10001", "any disabled", 12, 40)
            .people("10001", "any orphan", 12, 40);
    Scope scope = province.scope();
    PublishedFigure disabled = province.rounded(scope, UNIVERSITY, "10001", "disabled", 5);
    PublishedFigure orphan = province.rounded(scope, UNIVERSITY, "10001", "orphan", 5);

    assertEquals(
        List.of(
            "university 10001 disabled: 11 to 12 of 40",
            "university 10001 orphan: 11 to 12 of 40",
            "university 10001 any: 23 to 24 of 80"),
        found(
            Attack.on(
                List.of(disabled, orphan, province.rounded(scope, UNIVERSITY, "10001", "any", 5)),
                province.known(),
                Requirement.ofRounded(5))));
    assertEquals(
        List.of(),
        found(Attack.on(List.of(disabled, orphan), province.known(), Requirement.ofRounded(5))));
  }

  @Test
  void wholeNumbersLeaveLessThanProgrammesDo() {
    // One of each two is placed: halves would do for all three, whole numbers want the fourth.
    SmallProvince province =
        new SmallProvince()
            .people("10001", "ab ac", 0, 1)
            .people("10001", "ab bc", 1, 1)
            .people("10001", "ac bc", 0, 1)
            .people("10001", "ac fourth", 1, 1)
            .people("10001", "none", 50, 80);
    Scope scope = province.scope();
    List<PublishedFigure> figures =
        List.of(
            province.shown(scope, UNIVERSITY, "10001", "ab"),
            province.shown(scope, UNIVERSITY, "10001", "ac"),
            province.shown(scope, UNIVERSITY, "10001", "bc"),
            province.withheld(scope, UNIVERSITY, "10001", "fourth"));
    Requirement requirement = Requirement.ofWithheld();

    AttackReport inReals = Attack.byProgrammesAlone(figures, province.known(), requirement);

    assertEquals(
        List.of("university 10001 fourth: 1 to 1 of 1"),
        found(Attack.on(figures, province.known(), requirement)));
    assertEquals(List.of(), found(inReals));
    assertEquals(1, inReals.checked(Checked.LINEAR));
  }

  @Test
  void figuresThatCannotBeTrueTogetherAreSaidToContradictThemselves() {
    SmallProvince province =
        new SmallProvince().people("10001", "none", 47, 48).people("10001", "disabled", 10, 12);
    SmallProvince other =
        new SmallProvince().people("10001", "none", 46, 48).people("10001", "disabled", 10, 12);

    assertThrows(
        ContradictionException.class,
        () ->
            found(
                province.known(),
                other.shown(other.scope(), UNIVERSITY, "10001", "none"),
                other.shown(other.scope(), UNIVERSITY, "10001", "disabled")));
  }
}
