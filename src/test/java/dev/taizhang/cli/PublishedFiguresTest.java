package dev.taizhang.cli;

import static dev.taizhang.support.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taizhang.support.SiteData;
import dev.taizhang.support.SiteData.SiteTable;
import dev.taizhang.support.SiteFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages have is what the tables have, by questions of our own. */
class PublishedFiguresTest {

  private static final String HEADLINE =
      " AND region_level = 'all' AND major_level = 'all' AND university_code = 'all'";
  private static final String NEWEST = "as_of_kind = 'plain' AND as_of_date = DATE'2025-08-31'";
  private static final String FEW = "('all', 'none', 'any', 'key_group')";

  @TempDir static Path folder;
  private static PublishedLedgers made;

  @BeforeAll
  static void publish() throws IOException {
    made = PublishedLedgers.in(folder);
  }

  @Test
  void ratesOfGroupsAreThoseOfTheTableAtEveryDateThatIsKept() throws IOException {
    made.figures()
        .assertSame(
            "placement_rates",
            "groups",
            "marts.placement_rates WHERE true" + HEADLINE,
            "as_of_date",
            "as_of_kind",
            "graduation_year",
            "degree_level",
            "hardship_group",
            "graduates",
            "placed",
            "contract",
            "other_employment",
            "self_employed",
            "freelance",
            "domestic_study",
            "abroad",
            "awaiting",
            "not_seeking",
            "outcome_unknown",
            "%placement_rate",
            "%placement_rate_low",
            "%placement_rate_high",
            "%reference_rate",
            "%rate_gap",
            "%rate_gap_low",
            "%rate_gap_high",
            "stale_graduates");
    SiteTable groups = SiteData.of(made.site()).table("placement_rates", "groups");
    assertEquals(
        made.figures()
            .asked(
                "SELECT as_of_kind, graduation_year, degree_level, hardship_group, "
                    + SiteFigures.share("(placed + outcome_unknown) / graduates")
                    + " FROM marts.placement_rates WHERE true"
                    + HEADLINE),
        groups
            .lines(
                "as_of_kind",
                "graduation_year",
                "degree_level",
                "hardship_group",
                "placement_rate_highest")
            .stream()
            .sorted()
            .toList());
    assertTrue(groups.values("as_of_kind").contains("official"));
  }

  @Test
  void otherCutsAreThoseOfTheNewestDate() throws IOException {
    String[] measures = {
      "graduates", "placed", "%placement_rate", "%placement_rate_low", "%placement_rate_high",
      "%rate_gap", "%rate_gap_low", "%rate_gap_high", "outcome_unknown", "stale_graduates"
    };
    made.figures()
        .assertSame(
            "placement_rates",
            "regions",
            "marts.placement_rates WHERE "
                + NEWEST
                + " AND region_level <> 'all' AND major_level = 'all' AND degree_level = 'all'",
            with(
                measures,
                "graduation_year",
                "region_role",
                "region_level",
                "region_code",
                "region_name",
                "hardship_group",
                "awaiting"));
    made.figures()
        .assertSame(
            "placement_rates",
            "majors",
            "marts.placement_rates WHERE "
                + NEWEST
                + " AND region_level = 'all' AND university_code = 'all' AND degree_level = 'all'"
                + " AND (major_level IN ('discipline', 'class') OR major_level = 'major' AND hardship_group IN "
                + FEW
                + ")",
            with(
                measures,
                "graduation_year",
                "major_level",
                "major_catalogue",
                "major_code",
                "major_name",
                "hardship_group"));
    made.figures()
        .assertSame(
            "placement_rates",
            "universities",
            "marts.placement_rates WHERE "
                + NEWEST
                + " AND region_level = 'all' AND university_code <> 'all' AND major_level = 'all'"
                + " AND degree_level = 'all'",
            with(measures, "graduation_year", "university_code", "hardship_group", "contract"));
    made.figures()
        .assertSame(
            "placement_rates",
            "university/90001",
            "marts.placement_rates WHERE "
                + NEWEST
                + " AND region_level = 'all' AND university_code = '90001' AND (major_level = 'all'"
                + " OR degree_level = 'all' AND hardship_group IN ('all', 'any')"
                + " AND (graduation_year = 2025 OR major_level = 'discipline'))",
            with(
                measures,
                "graduation_year",
                "university_code",
                "degree_level",
                "hardship_group",
                "major_level",
                "major_catalogue",
                "major_code",
                "major_name"));
  }

  private static String[] with(String[] measures, String... dimensions) {
    return Stream.of(dimensions, measures).flatMap(Stream::of).toArray(String[]::new);
  }

  @Test
  void trendHasEveryWeek() throws IOException {
    String[] columns = {
      "as_of_date",
      "graduation_year",
      "hardship_group",
      "graduates",
      "placed",
      "%placement_rate",
      "%placement_rate_low",
      "%placement_rate_high"
    };
    made.figures()
        .assertSame(
            "placement_trend",
            "all",
            "marts.placement_trend WHERE true" + HEADLINE,
            with(columns, "degree_level", "%rate_gap", "%rate_gap_low", "%rate_gap_high"));
    made.figures()
        .assertSame(
            "placement_trend",
            "university/90001",
            "marts.placement_trend WHERE university_code = '90001' AND major_level = 'all'"
                + " AND hardship_group IN "
                + FEW,
            with(columns, "university_code"));
    assertEquals(
        Set.of("2025-08-17", "2025-08-24", "2025-08-31"),
        Set.copyOf(SiteData.of(made.site()).table("placement_trend", "all").values("as_of_date")));
  }

  @Test
  void gapsAreThoseOfTheTables() throws IOException {
    made.figures()
        .assertSame(
            "hardship_gaps",
            "all",
            "marts.hardship_gaps WHERE province_code = 'all' AND as_of_kind = 'plain'"
                + " AND as_of_date = (SELECT max(as_of_date) FROM marts.as_of)",
            "graduation_year",
            "degree_level",
            "hardship_group",
            "stratification",
            "graduates",
            "placed",
            "reference_graduates",
            "reference_placed",
            "%crude_gap",
            "%crude_gap_low",
            "%crude_gap_high",
            "%adjusted_gap",
            "%adjusted_gap_low",
            "%adjusted_gap_high",
            "%composition_part",
            "%rate_part",
            "%unmatched_part",
            "graduates_without_counterpart",
            "sign_turns");
    made.figures()
        .assertSame(
            "gap_contributions",
            "all",
            "marts.gap_contributions WHERE province_code = 'all' AND degree_level = 'all'"
                + " AND as_of_kind = 'plain'"
                + " AND as_of_date = (SELECT max(as_of_date) FROM marts.as_of)",
            "graduation_year",
            "hardship_group",
            "contributor_kind",
            "major_catalogue",
            "contributor_code",
            "contributor_name",
            "graduates",
            "placed",
            "%contribution");
  }

  @Test
  void outcomesAndMovementsAreThoseOfTheTables() throws IOException {
    made.figures()
        .assertSame(
            "outcome_counts",
            "all",
            "marts.outcome_counts WHERE " + NEWEST + " AND province_code = 'all'",
            "graduation_year",
            "degree_level",
            "hardship_group",
            "outcome_code",
            "in_denominator",
            "in_numerator",
            "graduates");
    made.figures()
        .assertSame(
            "scheme_rates",
            "all",
            "marts.scheme_rates WHERE " + NEWEST + HEADLINE + " AND scheme = '2024'",
            "graduation_year",
            "degree_level",
            "hardship_group",
            "scheme",
            "scheme_group",
            "in_numerator",
            "graduates",
            "in_group",
            "%group_rate");
    made.figures()
        .assertSame(
            "transitions",
            "all",
            "marts.transitions WHERE province_code = 'all' AND hardship_group IN " + FEW,
            "as_of_date",
            "previous_date",
            "graduation_year",
            "hardship_group",
            "from_state",
            "to_state",
            "graduates",
            "agreements_terminated");
  }

  @Test
  void reportingIsThatOfTheTables() throws IOException {
    made.figures()
        .assertSame(
            "reporting",
            "latest",
            "marts.reporting WHERE week_ending = DATE'2025-08-31'",
            "university_code",
            "week_ending",
            "as_of_date",
            "last_snapshot_date",
            "days_since_snapshot",
            "on_time",
            "age_days",
            "rows_in_force",
            "expected_graduates",
            "%coverage_share",
            "rows_read",
            "rows_quarantined",
            "%quarantined_share",
            "%flagged_share",
            "held_slices",
            "rejected_files");
    made.figures()
        .assertSame(
            "reporting",
            "university/90002",
            "marts.reporting WHERE university_code = '90002'",
            "week_ending",
            "on_time",
            "age_days",
            "rows_read",
            "held_slices");
    made.figures()
        .assertSame(
            "as_of",
            "latest",
            "marts.as_of WHERE " + NEWEST,
            "university_code",
            "graduation_year",
            "snapshot_date",
            "age_days",
            "covered");
    made.figures()
        .assertSame(
            "slices",
            "held",
            "intake.slices WHERE status IN ('held', 'stray')",
            "university_code",
            "graduation_year",
            "snapshot_date",
            "graduates",
            "status",
            "why");
  }

  @Test
  void brokenRulesAreCountedInTheLedgersThatSpeak() throws IOException {
    String speaking =
        """
        (SELECT DISTINCT e.*, s.university_code FROM intake.expectation_results e
          JOIN intake.slices s ON e.submission_id = s.submission_id
          JOIN marts.as_of a ON s.university_code = a.university_code
            AND s.graduation_year = a.graduation_year AND s.snapshot_date = a.snapshot_date
          WHERE s.status = 'in_force' AND a.%s)"""
            .formatted(NEWEST.replace("as_of_date", "a.as_of_date"));
    SiteTable rules = SiteData.of(made.site()).table("expectation_results", "all");
    assertEquals(
        made.figures()
            .asked(
                "SELECT rule_id, severity, scope, sum(broken_count), count(DISTINCT university_code)"
                    + " FROM "
                    + speaking
                    + " GROUP BY 1, 2, 3"),
        rules.lines("rule_id", "severity", "scope", "broken_count", "universities").stream()
            .sorted()
            .toList());
    assertTrue(
        SiteData.of(made.site())
            .table("expectation_results", "university/90002")
            .lines("rule_id", "broken_count")
            .contains("no_identity,1"));
  }

  @Test
  void figureOfFewGraduatesIsMarkedAndOneWithoutMeaningHasNoValue() throws IOException {
    SiteTable groups = SiteData.of(made.site()).table("placement_rates", "groups");
    for (int row = 0; row < groups.rows(); row++) {
      boolean isFew = Long.parseLong(groups.values("graduates").get(row)) < 20;
      for (String column :
          new String[] {"placement_rate", "placement_rate_low", "placement_rate_highest"}) {
        boolean isNothing = !groups.values(column).get(row).equals("0") || !column.endsWith("_low");
        if (isNothing) {
          assertEquals(
              isFew ? Optional.of("u") : Optional.empty(), groups.symbol(column, row), column);
        }
      }
      if (groups.values("rate_gap").get(row) == null) {
        assertEquals(Optional.of("z"), groups.symbol("rate_gap", row));
      }
    }
    assertTrue(groups.values("rate_gap").contains(null));
    // Of 2025 the rate of many without hardship, of 2024 that of three.
    int any = groups.values("hardship_group").indexOf("any");
    int last = groups.values("hardship_group").lastIndexOf("any");
    assertEquals(List.of("2025", "2024"), List.of(year(groups, any), year(groups, last)));
    assertEquals(Optional.empty(), groups.symbol("reference_rate", any));
    assertEquals(Optional.of("u"), groups.symbol("reference_rate", last));
  }

  private static String year(SiteTable table, int row) {
    return table.values("graduation_year").get(row);
  }

  @Test
  void everyColumnAndCodeIsExplainedInBothLanguages() throws IOException {
    SiteData site = SiteData.of(made.site());
    Set<String> used = new HashSet<>();
    for (JsonNode listed : site.edition().get("tables")) {
      assertTexts(listed.get("title"), listed.toString());
      if (listed.get("rows").asInt() > 0) {
        SiteTable table = site.table(listed.get("id").asText(), listed.get("part").asText());
        used.addAll(table.columns());
        for (String column : table.columns()) {
          String list = column.matches("(from|to)_state") ? "state" : column;
          if (site.edition().get("lists").has(list)) {
            assertNamed(site.edition().get("lists").get(list), table.values(column), column);
          }
        }
      }
    }
    for (String column : used) {
      JsonNode described = site.edition().get("columns").get(column);
      assertTexts(described.get("name"), column);
      assertTexts(described.get("definition"), column);
      for (String other : new String[] {"numerator", "denominator", "low", "high"}) {
        String named = described.get(other).asText();
        assertTrue(named.isEmpty() || site.edition().get("columns").has(named), column);
      }
    }
    for (String year : new String[] {"2025", "2024"}) {
      assertEquals(3, site.edition().get("findings").get(year).size());
      site.edition()
          .get("findings")
          .get(year)
          .forEach(text -> assertTexts(text.get("sentence"), year));
    }
    assertEquals(
        PublishedLedgers.HOSTILE, site.edition().at("/lists/university_code/0/name/zh").asText());
  }

  private static void assertTexts(JsonNode label, String of) {
    assertFalse(label.get("zh").asText().isBlank(), of);
    assertFalse(label.get("en").asText().isBlank(), of);
  }

  private static void assertNamed(JsonNode list, List<String> values, String column) {
    Set<String> codes = new HashSet<>();
    list.forEach(
        code -> {
          codes.add(code.get("code").asText());
          assertTexts(code.get("name"), column);
        });
    assertTrue(codes.containsAll(values), column + ": " + values + " in " + codes);
  }
}
