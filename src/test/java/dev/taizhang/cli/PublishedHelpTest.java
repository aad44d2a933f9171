package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.support.Cli;
import dev.taizhang.support.SiteFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the pages tell of the time to placement, the campaign and help is what the tables have, by
 * questions of our own, in an invented province from June to August.
 */
class PublishedHelpTest {

  private static final String NEWEST = "as_of_kind = 'plain' AND as_of_date = DATE'2025-08-31'";
  private static final String FEW = "hardship_group IN ('all', 'none', 'any', 'key_group')";
  private static final String EVERYBODY =
      NEWEST + " AND province_code = 'all' AND university_code = 'all'";
  private static final String EVERY_FIELD =
      NEWEST + " AND discipline_code = 'all' AND province_code = 'all'";

  private static final String[] PLANS = {
    "graduation_year",
    "key_group_graduates=graduates",
    "with_file",
    "with_measure",
    "with_word",
    "with_plan",
    "%plan_share",
    "unplaced",
    "unplaced_with_plan",
    "%unplaced_plan_share"
  };

  @TempDir static Path folder;
  private static SiteFigures figures;

  @BeforeAll
  static void publishAnInventedProvince() {
    Path province = folder.resolve("province");
    run(
        "generate",
        "--out",
        province.toString(),
        "--universities",
        "4",
        "--graduates",
        "1200",
        "--weeks",
        "10");
    Path site = folder.resolve("site");
    String warehouse = folder.resolve("warehouse").toString();
    run(
        "run",
        "--landing",
        province.resolve("landing").toString(),
        "--reference",
        province.resolve("reference").toString(),
        "--warehouse",
        warehouse,
        "--site",
        site.toString());
    figures = new SiteFigures(site, warehouse);
  }

  private static void run(String... arguments) {
    Cli.Result result = Cli.run(arguments);
    assertEquals(0, result.exitCode(), result.err());
  }

  @Test
  void timeToPlacementIsThatOfTheTables() throws IOException {
    figures.assertSame(
        "time_to_placement",
        "all",
        "marts.time_to_placement WHERE degree_level = 'all' AND " + EVERY_FIELD,
        "graduation_year",
        "clock",
        "hardship_group",
        "day",
        "on_date",
        "graduates",
        "placed_in_employment=employment",
        "placed_in_study=domestic_study",
        "placed_abroad=abroad",
        "censored",
        "at_risk",
        "lost",
        "%unplaced_share",
        "%unplaced_share_low",
        "%unplaced_share_high",
        "%employment_share",
        "%domestic_study_share",
        "%abroad_share",
        "%unplaced_share_earliest",
        "%unplaced_share_latest");
    figures.assertSame(
        "median_time_to_placement",
        "all",
        "marts.median_time_to_placement WHERE " + EVERY_FIELD,
        "graduation_year",
        "clock",
        "degree_level",
        "hardship_group",
        "graduates",
        "placed_for_good=placed",
        "censored",
        "lost",
        "median_days=CAST(floor(median_days + 0.5) AS BIGINT)",
        "median_days_low=CAST(floor(median_days_low + 0.5) AS BIGINT)",
        "median_days_high=CAST(floor(median_days_high + 0.5) AS BIGINT)",
        "median_days_earliest=CAST(floor(median_days_earliest + 0.5) AS BIGINT)",
        "median_days_latest=CAST(floor(median_days_latest + 0.5) AS BIGINT)",
        "days_later=CAST(floor(days_later + 0.5) AS BIGINT)",
        "mean_days_in_180=CAST(floor(mean_days_in_180 + 0.5) AS BIGINT)");
  }

  @Test
  void campaignIsThatOfTheTables() throws IOException {
    String[] columns = {
      "graduation_year",
      "month_end",
      "place_level",
      "place_code",
      "place_name",
      "hardship_group",
      "unplaced_on_1_july",
      "placed_since",
      "awaiting",
      "not_seeking",
      "outcome_unknown",
      "lost_from_view",
      "%placed_share",
      "%placed_share_low",
      "%placed_share_high"
    };
    figures.assertSame(
        "campaign", "all", "marts.campaign WHERE place_level = 'all' AND " + NEWEST, columns);
    figures.assertSame(
        "campaign",
        "places",
        "marts.campaign WHERE place_level IN ('prefecture', 'university') AND month_end ="
            + " DATE'2025-08-31' AND "
            + FEW
            + " AND "
            + NEWEST,
        columns);
  }

  @Test
  void unplacedOfTwoYearsAreThoseOfTheTables() throws IOException {
    String[] columns = {
      "graduation_year",
      "place_level",
      "place_code",
      "place_name",
      "hardship_group",
      "graduates",
      "unplaced",
      "awaiting",
      "not_seeking",
      "outcome_unknown",
      "found_placed",
      "found_unplaced",
      "oldest_word",
      "median_word",
      "newest_word",
      "no_word_30_days",
      "no_word_90_days"
    };
    figures.assertSame(
        "unplaced_two_years",
        "all",
        "marts.unplaced_two_years WHERE place_level = 'all' AND " + NEWEST,
        columns);
    figures.assertSame(
        "unplaced_two_years",
        "places",
        "marts.unplaced_two_years WHERE place_level IN ('prefecture', 'university') AND "
            + FEW
            + " AND "
            + NEWEST,
        columns);
  }

  @Test
  void helpIsThatOfTheTables() throws IOException {
    String[] columns = {
      "graduation_year",
      "window_days",
      "provider",
      "hardship_group",
      "unplaced_in_window=unplaced",
      "one_to_one",
      "contact_only",
      "mass_only",
      "mode_unknown",
      "nothing",
      "%one_to_one_share",
      "%nothing_share",
      "service_standard",
      "standard_full",
      "standard_part",
      "standard_not"
    };
    figures.assertSame(
        "assistance_coverage", "all", "marts.assistance_coverage WHERE " + EVERYBODY, columns);
    figures.assertSame(
        "assistance_coverage",
        "universities",
        "marts.assistance_coverage WHERE university_code <> 'all' AND provider = 'all' AND"
            + " window_days = 30 AND "
            + FEW
            + " AND "
            + NEWEST,
        Stream.concat(Stream.of("university_code"), Stream.of(columns)).toArray(String[]::new));
  }

  @Test
  void whatFollowedIsThatOfTheTables() throws IOException {
    figures.assertSame(
        "assistance_funnel",
        "all",
        "marts.assistance_funnel WHERE " + EVERYBODY,
        "graduation_year",
        "hardship_group",
        "recommended",
        "applied",
        "interviewed",
        "offered",
        "signed",
        "%signed_share",
        "helped_one_to_one",
        "placed_after_help=placed_since",
        "days_to_placement=CAST(floor(median_days_to_placement + 0.5) AS BIGINT)");
    figures.assertSame(
        "decline_reasons",
        "all",
        "marts.decline_reasons WHERE " + EVERYBODY,
        "graduation_year",
        "hardship_group",
        "decline_reason_code",
        "declined=graduates",
        "%declined_share=share");
    figures.assertSame(
        "training",
        "all",
        "marts.training WHERE " + EVERYBODY,
        "graduation_year",
        "hardship_group",
        "training",
        "reached",
        "placed_before",
        "without_date",
        "observed_30",
        "placed_30",
        "%placed_share_30",
        "observed_90",
        "placed_90",
        "%placed_share_90");
    figures.assertSame("plans", "all", "marts.plans WHERE " + EVERYBODY, PLANS);
    figures.assertSame(
        "plans",
        "universities",
        "marts.plans WHERE university_code <> 'all' AND " + NEWEST,
        Stream.concat(Stream.of("university_code"), Stream.of(PLANS)).toArray(String[]::new));
  }
}
