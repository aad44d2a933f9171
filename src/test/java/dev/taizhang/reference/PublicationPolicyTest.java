package dev.taizhang.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped policies, each by examples worked by hand. */
class PublicationPolicyTest {

  private static final ReferenceData SHIPPED = ReferenceData.load(Optional.empty());

  @ParameterizedTest
  @CsvSource({
    "disabled, 0, 0, true",
    "disabled, 9, 4, false",
    "disabled, 30, 9, false",
    "disabled, 30, 10, true",
    "disabled, 30, 20, true",
    "disabled, 30, 21, false",
    "disabled, 30, 30, false",
    "disabled, 30, 0, false",
    "all, 22, 11, false",
    "all, 23, 23, true",
    "all, 23, 1, true",
  })
  void smallCountsAreWithheldUnderSuppress(
      String group, long graduates, long placed, boolean shown) {
    PublicationPolicy policy = SHIPPED.publicationPolicy("suppress");

    assertEquals(shown, policy.showsCounts(group, graduates, placed));
    assertEquals(shown, policy.showsRate(group, graduates, placed));
    assertEquals(17, policy.rounding().of(17));
  }

  @ParameterizedTest
  @CsvSource({
    "hesa, 0, 0",
    "hesa, 2, 0",
    "hesa, 3, 5",
    "hesa, 7, 5",
    "hesa, 8, 10",
    "hesa, 3.0e3, 3000",
    "ofs, 4, 0",
    "ofs, 5, 10",
    "ofs, 14, 10",
    "ofs, 15, 20",
    "ofs, 1234, 1230",
    "round5, 2, 0",
    "round5, 3, 5",
    "round5, 12, 10",
    "round5, 13, 15",
    "internal, 1, 1",
  })
  void countsAreRoundedAsThePolicySays(String policy, double count, long shown) {
    assertEquals(shown, SHIPPED.publicationPolicy(policy).rounding().of((long) count));
  }

  @ParameterizedTest
  @CsvSource({
    // 22.5 people or fewer have no percentage.
    "hesa, 22, 11, false",
    "hesa, 23, 11, true",
    // A numerator, or what is left, that was rounded to zero.
    "hesa, 40, 2, false",
    "hesa, 40, 3, true",
    "hesa, 40, 38, false",
    "hesa, 40, 37, true",
    // 38 and 42 are both shown as 40.
    "hesa, 42, 38, false",
    "ofs, 22, 11, false",
    // Shown as 20, of which no rate is told.
    "ofs, 24, 11, false",
    "ofs, 25, 11, true",
    // Up to two, and within two of the denominator: what OfS marks DPL and DPH.
    "ofs, 100, 2, false",
    "ofs, 100, 98, false",
    "ofs, 100, 5, true",
    "ofs, 100, 94, true",
    // Three of hundred pass OfS's own rule, but are rounded away here.
    "ofs, 100, 3, false",
    "round5, 22, 11, false",
    "round5, 23, 2, false",
    "round5, 23, 3, true",
  })
  void rateOfRoundedCountsIsWithheldWhereItSaysLittleOrTooMuch(
      String policy, long graduates, long placed, boolean shown) {
    assertEquals(shown, SHIPPED.publicationPolicy(policy).showsRate("any", graduates, placed));
  }

  @ParameterizedTest
  @CsvSource({
    // Of two people 0, 1 or 2 are placed: nobody learns anything.
    "hesa, 2, 2, true",
    // Shown as 5, so that 3, 4 or 5 of 5 are placed; five counts must stay open.
    "hesa, 5, 5, false",
    "hesa, 7, 5, true",
    "hesa, 30, 2, false",
    "hesa, 30, 3, true",
    "ofs, 12, 12, false",
    "ofs, 14, 12, true",
    "ofs, 30, 4, false",
  })
  void roundedCountThatLeavesFewOpenIsWithheld(
      String policy, long graduates, long placed, boolean shown) {
    assertEquals(shown, SHIPPED.publicationPolicy(policy).showsCounts("any", graduates, placed));
    assertTrue(SHIPPED.publicationPolicy(policy).showsCounts("all", graduates, placed));
  }

  @Test
  void internalWithholdsNothing() {
    PublicationPolicy internal = SHIPPED.publicationPolicy("internal");

    assertTrue(internal.withholdsNothing());
    assertTrue(internal.showsCounts("disabled", 1, 1));
    assertTrue(internal.showsRate("all", 1, 0));
    assertFalse(SHIPPED.publicationPolicy("suppress").withholdsNothing());
  }

  @Test
  void policyThatIsNamedAfterAnOfficeSaysWhereItDepartsFromIt() {
    for (String name : List.of("hesa", "ofs")) {
      PublicationPolicy policy = SHIPPED.publicationPolicy(name);
      assertFalse(policy.departures().get("en").isEmpty());
      assertFalse(policy.departures().get("zh").isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource({"NONE, 17, 17, 17", "HESA, 15, 13, 17", "HESA, 0, 0, 2", "BASE_10, 20, 15, 24"})
  void roundedCountTellsARange(Rounding rounding, long shown, long lowest, long highest) {
    assertEquals(lowest, rounding.lowest(shown));
    assertEquals(highest, rounding.highest(shown));
    assertEquals(shown, rounding.of(lowest));
    assertEquals(shown, rounding.of(highest));
  }

  @Test
  void defaultPlanNamesWhatThereIsToProtect() {
    PublicationPlan plan = SHIPPED.publicationPlan(PublicationPlan.DEFAULT);

    assertTrue(
        plan.includes("placement_rates", "university", "disabled", PlannedCut.Dates.MONTH_END));
    assertFalse(
        plan.includes("placement_rates", "university", "disabled", PlannedCut.Dates.WEEKLY));
    assertFalse(plan.includes("placement_rates", "class", "any", PlannedCut.Dates.OFFICIAL));
    assertTrue(plan.includes("placement_rates", "class", "all", PlannedCut.Dates.OFFICIAL));
    assertTrue(plan.includes("placement_trend", "university", "all", PlannedCut.Dates.WEEKLY));
    assertFalse(plan.includes("placement_trend", "university", "any", PlannedCut.Dates.WEEKLY));
    assertFalse(plan.includes("placement_trend", "prefecture", "all", PlannedCut.Dates.WEEKLY));
  }
}
