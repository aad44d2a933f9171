package dev.taizhang.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.errors.InvalidUsage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans and policies of an analyst, and what in them is refused. */
class PublicationListsTest extends AnalystsFolder {

  private static final ReferenceData SHIPPED = ReferenceData.load(Optional.empty());

  @ParameterizedTest
  @CsvSource({
    "'mine,placement_rates,county,all,official', 'Figures by ''county'' cannot be protected; use"
        + " everywhere, province, prefecture, university, discipline, or for the group all alone"
        + " class and major.'",
    "'mine,placement_rates,major,disabled,official', 'Figures by major can leave the house for the"
        + " group all alone, since nothing protects those of other groups.'",
    "'mine,campaign,province,*,official', 'The table campaign can leave the house by everywhere"
        + " only, since what its figures give away of a smaller place cannot be told.'",
    "'mine,outcome_counts,university,all,official', 'The table outcome_counts can leave the house by"
        + " everywhere and province only, since parts of what is shown elsewhere are not protected.'",
    "'mine,scheme_rates,province,*,official', 'The table scheme_rates can leave the house for the"
        + " group all only, since parts of what is shown elsewhere are not protected.'",
    "'mine,placement_trend,province,disabled,weekly', 'The table placement_trend can leave the house"
        + " for the group all only, since figures of other groups from week to week are not"
        + " protected.'",
    "'mine,placement_trend,province,all,official|weekly', 'The table placement_trend is of every"
        + " week up to the date; its dates are weekly.'",
    "'mine,rates,province,all,official', 'There is no table ''rates'' that a plan can name; use"
        + " placement_rates, placement_trend, outcome_counts, scheme_rates, hardship_gaps,"
        + " time_to_placement, campaign, assistance_coverage, assistance_funnel, transitions.'",
    "'mine,placement_rates,province,all,daily', 'There are no dates ''daily''; use official,"
        + " month_end or weekly, joined by |.'",
  })
  void cutThatCannotBeProtectedIsSaidWithFileLineAndReason(String row, String reason)
      throws IOException {
    Path file = write("publication_plans.csv", "plan,table,level,groups,dates\n" + row + "\n");

    assertEquals(file + ", line 2: " + reason + " What to do: correct the line.", errorMessage());
  }

  @Test
  void planNamesGroupsThatThereAre() throws IOException {
    write(
        "publication_plans.csv",
        "plan,table,level,groups,dates\nmine,placement_rates,province,disabled|poor,official\n");

    assertTrue(
        errorMessage()
            .startsWith(
                "publication_plans.csv: 'poor' in plan mine is not a hardship group. What to do: use"
                    + " *, or names of all, any, child_of_disabled, "),
        errorMessage());
  }

  @Test
  void planAndPolicyOfTheAnalystStandBesideThoseThatAreShipped() throws IOException {
    write(
        "publication_plans.csv",
        """
        plan,table,level,groups,dates
        mine,placement_rates,province,all|disabled,official|weekly
        mine,placement_rates,university,all,weekly
        """);
    write(
        "publication_policies.csv",
        "policy,title_zh,title_en,rounding,minimum_count,minimum_denominator,rates_from,"
            + "departures_zh,departures_en\n"
            + "suppress,从严,Strict,none,20,50,exact,,\n");

    PublicationPlan mine = loaded().publicationPlan("mine");

    assertEquals(2, mine.cuts().size());
    assertTrue(mine.includes("placement_rates", "province", "disabled", PlannedCut.Dates.OFFICIAL));
    assertFalse(
        mine.includes("placement_rates", "province", "disabled", PlannedCut.Dates.MONTH_END));
    assertFalse(mine.includes("placement_rates", "university", "any", PlannedCut.Dates.WEEKLY));
    assertEquals(20, loaded().publicationPolicy("suppress").minimumCount());
    assertEquals(10, SHIPPED.publicationPolicy("suppress").minimumCount());
    assertEquals(SHIPPED.publicationPlan("default"), loaded().publicationPlan("default"));
  }

  @Test
  void unknownPlanIsSaidWithThoseThatThereAre() {
    InvalidUsage error =
        assertThrows(InvalidUsage.class, () -> SHIPPED.publicationPolicy("rounded"));

    assertEquals(
        "There is no publication policy 'rounded'; known are suppress, hesa, ofs, round5, internal."
            + " What to do: use one of them, or add it to publication_policies.csv in your reference"
            + " folder, and give the folder with --reference.",
        error.getMessage());
    error = assertThrows(InvalidUsage.class, () -> SHIPPED.publicationPlan("mine"));
    assertTrue(error.getMessage().contains("add it to publication_plans.csv"), error.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "'mine,,,base_7,3,23,rounded,,', 'There is no rounding ''base_7''; use none, hesa, base_5 or"
        + " base_10.'",
    "'mine,,,none,3,23,raw,,', 'Rates are computed from exact or rounded counts, not from"
        + " ''raw''.'",
    "'mine,,,hesa,3,23,exact,,', 'Policy mine must compute rates from rounded counts, since"
        + " exact rates give exact counts away.'",
    "'mine,,,none,0,0,exact,,', 'Policy mine neither rounds nor withholds; only internal may.'",
    "'mine,,,none,-1,0,exact,,', 'The minima of policy mine are 0 or more, not -1 and 0.'",
  })
  void badPolicyIsSaidWithFileAndLine(String row, String reason) throws IOException {
    Path file =
        write(
            "publication_policies.csv",
            "policy,title_zh,title_en,rounding,minimum_count,minimum_denominator,rates_from,"
                + "departures_zh,departures_en\n"
                + row
                + "\n");

    assertEquals(file + ", line 2: " + reason + " What to do: correct the line.", errorMessage());
  }
}
