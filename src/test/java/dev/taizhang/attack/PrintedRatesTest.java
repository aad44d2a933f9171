package dev.taizhang.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.attack.DerivedFigures.Derived;
import dev.taizhang.attack.PrintedRates.Counts;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PrintedRatesTest {

  private static final OptionalDouble NOT_PRINTED = OptionalDouble.empty();

  private static OptionalDouble printed(double value) {
    return OptionalDouble.of(value);
  }

  @Test
  void rateToTwoDecimalsOfAPercentHasOneNumeratorWhenTheSizeIsKnown() {
    // 7 of 13 are 53.846 %.
    assertEquals(
        List.of(7L),
        PrintedRates.possibleNumerators(13, printed(0.5385), NOT_PRINTED, NOT_PRINTED, 4));
  }

  @Test
  void wholePercentLeavesMoreNumeratorsOfALargeGroup() {
    // Of 1,000, 54 % stands for 535 to 545, where a half may have been printed up or down.
    assertEquals(
        11,
        PrintedRates.possibleNumerators(1000, printed(0.54), NOT_PRINTED, NOT_PRINTED, 2).size());
  }

  @Test
  void rateWithItsLimitsGivesNumeratorAndSizeAway() {
    // Wilson's limits of 7 of 13: 29.145 % and 76.794 %.
    assertEquals(
        List.of(new Counts(7, 13)),
        PrintedRates.possibleCounts(printed(0.5385), printed(0.2914), printed(0.7679), 4, 500));
  }

  @Test
  void limitsAloneGiveTheCountAwayToo() {
    assertEquals(
        List.of(7L),
        PrintedRates.possibleNumerators(13, NOT_PRINTED, printed(0.2914), NOT_PRINTED, 4));
  }

  @Test
  void limitsOfNobodyAndOfEveryoneAreReadAtTheirEnds() {
    assertEquals(
        List.of(0L), PrintedRates.possibleNumerators(13, NOT_PRINTED, printed(0), NOT_PRINTED, 4));
    assertEquals(
        List.of(13L), PrintedRates.possibleNumerators(13, NOT_PRINTED, NOT_PRINTED, printed(1), 4));
  }

  private static final SmallProvince PROVINCE =
      new SmallProvince().people("10001", "disabled", 7, 13).people("10001", "none", 30, 40);

  private static PrintedRow row(
      PublishedFigure figure, OptionalLong placed, OptionalLong graduates, OptionalDouble rate) {
    return new PrintedRow(figure, placed, graduates, rate, NOT_PRINTED, NOT_PRINTED, 4);
  }

  private static PublishedFigure disabledTo5() {
    return PROVINCE.rounded(PROVINCE.scope(), "university", "10001", "disabled", 5);
  }

  private static List<String> breaches(PrintedRow row, Requirement requirement) {
    return DerivedFigures.ofRates(List.of(row), PROVINCE.known(), requirement).stream()
        .map(Breach::width)
        .map(width -> "%d to %d of %d".formatted(width.lowest(), width.highest(), width.size()))
        .toList();
  }

  @Test
  void rateOfWithheldCountsIsABreach() {
    PublishedFigure withheld =
        PROVINCE.withheld(PROVINCE.scope(), "university", "10001", "disabled");

    assertEquals(
        List.of("7 to 7 of 13"),
        breaches(
            row(withheld, OptionalLong.empty(), OptionalLong.of(13), printed(0.5385)),
            Requirement.ofWithheld()));
    assertEquals(
        List.of(),
        breaches(
            row(withheld, OptionalLong.empty(), OptionalLong.of(13), NOT_PRINTED),
            Requirement.ofWithheld()));
  }

  @Test
  void limitsOfWithheldCountsAreABreach() {
    PublishedFigure withheld =
        PROVINCE.withheld(PROVINCE.scope(), "university", "10001", "disabled");

    assertEquals(
        List.of("7 to 7 of 13"),
        breaches(
            new PrintedRow(
                withheld,
                OptionalLong.empty(),
                OptionalLong.empty(),
                NOT_PRINTED,
                printed(0.2914),
                printed(0.7679),
                4),
            Requirement.ofWithheld()));
  }

  @Test
  void rateFromRawCountsBesideRoundedOnesIsABreach() {
    // 7 and 13 are printed as 5 and 15, beside 7 / 13.
    assertEquals(
        List.of("7 to 7 of 13"),
        breaches(
            row(disabledTo5(), OptionalLong.of(5), OptionalLong.of(15), printed(0.5385)),
            Requirement.ofRounded(5)));
  }

  @Test
  void rateFromTheRoundedCountsSaysNothingNew() {
    assertEquals(
        List.of(),
        breaches(
            row(disabledTo5(), OptionalLong.of(5), OptionalLong.of(15), printed(0.3333)),
            Requirement.ofRounded(5)));
  }

  @Test
  void gapIsABreachWhenEitherOfItsGroupsIsWithheld() {
    Scope scope = PROVINCE.scope();
    PublishedFigure none = PROVINCE.shown(scope, "university", "10001", "none");
    PublishedFigure disabled = PROVINCE.shown(scope, "university", "10001", "disabled");
    PublishedFigure withheld = PROVINCE.withheld(scope, "university", "10001", "disabled");
    Derived leak = new Derived("gap of a withheld group", true, List.of(none, withheld));

    assertEquals(
        List.of(leak),
        DerivedFigures.ofWithheld(
            List.of(
                leak,
                new Derived("gap of shown groups", true, List.of(none, disabled)),
                new Derived("withheld gap", false, List.of(none, withheld)))));
  }
}
