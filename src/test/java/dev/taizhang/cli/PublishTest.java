package dev.taizhang.cli;

import static dev.taizhang.support.Ledgers.HEADER;
import static dev.taizhang.support.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.SiteData;
import dev.taizhang.support.SiteData.SiteTable;
import dev.taizhang.support.SiteFigures;
import dev.taizhang.support.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the pages have is what the tables have, by questions of our own; and a site changes with its
 * warehouse and not otherwise.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublishTest {

  private static final String HOSTILE = "甲大学</script><b>\"=1+1";
  private static final String HEADLINE =
      " AND region_level = 'all' AND major_level = 'all' AND university_code = 'all'";
  private static final String NEWEST = "as_of_kind = 'plain' AND as_of_date = DATE'2025-08-31'";
  private static final String FEW = "('all', 'none', 'any', 'key_group')";

  @TempDir static Path folder;

  private static Path site() {
    return folder.resolve("site");
  }

  private static String warehouse() {
    return folder.resolve("warehouse").toString();
  }

  private static Cli.Result run(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--landing",
                folder.resolve("landing").toString(),
                "--warehouse",
                warehouse(),
                "--reference",
                folder.resolve("reference").toString(),
                "--site",
                site().toString()));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray(String[]::new));
  }

  /** Graduates 1 to 40, every third with a hardship; those up to a number are placed. */
  private static String[] ledger(int placed) {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    IntStream.rangeClosed(1, 40)
        .mapToObj(
            number ->
                row(
                    "s" + number,
                    number % 8 == 0 ? 2024 : 2025,
                    number % 3 == 0 ? "2" : number == 40 ? "4" : "0",
                    number <= placed ? "10" : number == 39 ? "" : number == 38 ? "80" : "70"))
        .forEach(lines::add);
    return lines.toArray(String[]::new);
  }

  @BeforeAll
  static void makeAWarehouseAndItsSite() throws IOException {
    Path reference = Files.createDirectories(folder.resolve("reference"));
    Files.writeString(
        reference.resolve("universities.csv"),
        "code,name,province_code,prefecture_code\n90001,\"%s\",410000,410100\n90002,乙大学,420000,420100\n"
            .formatted(HOSTILE.replace("\"", "\"\"")));
    Path landing = folder.resolve("landing");
    Ledgers.write(landing, "90001_20250817.csv", ledger(10));
    Ledgers.write(landing, "90001_20250824.csv", ledger(15));
    Ledgers.write(landing, "90001_20250831.csv", ledger(25));
    Ledgers.write(
        landing,
        "90002_20250824.csv",
        HEADER,
        row("1", 2025, "0", "10"),
        row("2", 2025, "2", "75"),
        row("3", 2025, "x", "12"),
        row("", 2025, "0", "10"));
    // Half of the graduates are missing, so that this slice is held.
    Ledgers.write(landing, "90002_20250831.csv", HEADER, row("1", 2025, "0", "10"));
    Cli.Result result = run("--as-of", "official:2025-08-31");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(
        result
            .out()
            .contains(
                "site: "
                    + site().resolve("index.html")
                    + " (internal edition, figures of 2025-08-31, "),
        result.out());
  }

  private static SiteFigures figures() {
    return new SiteFigures(site(), warehouse());
  }

  /** A warehouse that is made anew from other files has as many commits as the one before it. */
  @Test
  @Order(0)
  void anotherWarehouseWithAsManyCommitsIsPublishedAnew() throws IOException {
    Path place = folder.resolve("anew");
    Ledgers.write(place.resolve("landing"), "90001_20250831.csv", ledger(10));
    assertEquals("1, 11", placedAnew(place, "first"));
    Ledgers.write(place.resolve("landing"), "90001_20250831.csv", ledger(30));
    assertEquals("1, 31", placedAnew(place, "second"));
  }

  /** Commits of the rates, and how many are placed of both cohorts as the site has it. */
  private static String placedAnew(Path place, String warehouse) throws IOException {
    Path site = place.resolve("site");
    Path tables = place.resolve(warehouse);
    Cli.Result result =
        Cli.run(
            "run",
            "--landing",
            place.resolve("landing").toString(),
            "--warehouse",
            tables.toString(),
            "--site",
            site.toString());
    assertEquals(0, result.exitCode(), result.err());
    SiteTable rates = SiteData.of(site).table("placement_rates", "groups");
    long placed =
        rates.lines("degree_level", "hardship_group", "placed").stream()
            .filter(line -> line.startsWith("all,all,"))
            .mapToLong(line -> Long.parseLong(line.substring("all,all,".length())))
            .sum();
    return Versions.of(tables).get("marts.placement_rates") + ", " + placed;
  }

  @Test
  @Order(1)
  void ratesOfGroupsAreThoseOfTheTableAtEveryDateThatIsKept() throws IOException {
    figures()
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
    SiteTable groups = SiteData.of(site()).table("placement_rates", "groups");
    assertEquals(
        figures()
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
  @Order(2)
  void otherCutsAreThoseOfTheNewestDate() throws IOException {
    String[] measures = {
      "graduates", "placed", "%placement_rate", "%placement_rate_low", "%placement_rate_high",
      "%rate_gap", "%rate_gap_low", "%rate_gap_high", "outcome_unknown", "stale_graduates"
    };
    figures()
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
    figures()
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
    figures()
        .assertSame(
            "placement_rates",
            "universities",
            "marts.placement_rates WHERE "
                + NEWEST
                + " AND region_level = 'all' AND university_code <> 'all' AND major_level = 'all'"
                + " AND degree_level = 'all'",
            with(measures, "graduation_year", "university_code", "hardship_group", "contract"));
    figures()
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
  @Order(3)
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
    figures()
        .assertSame(
            "placement_trend",
            "all",
            "marts.placement_trend WHERE true" + HEADLINE,
            with(columns, "degree_level", "%rate_gap", "%rate_gap_low", "%rate_gap_high"));
    figures()
        .assertSame(
            "placement_trend",
            "university/90001",
            "marts.placement_trend WHERE university_code = '90001' AND major_level = 'all'"
                + " AND hardship_group IN "
                + FEW,
            with(columns, "university_code"));
    assertEquals(
        Set.of("2025-08-17", "2025-08-24", "2025-08-31"),
        Set.copyOf(SiteData.of(site()).table("placement_trend", "all").values("as_of_date")));
  }

  @Test
  void gapsAreThoseOfTheTables() throws IOException {
    figures()
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
    figures()
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
  @Order(4)
  void outcomesAndMovementsAreThoseOfTheTables() throws IOException {
    figures()
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
    figures()
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
    figures()
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
  @Order(5)
  void reportingIsThatOfTheTables() throws IOException {
    figures()
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
    figures()
        .assertSame(
            "reporting",
            "university/90002",
            "marts.reporting WHERE university_code = '90002'",
            "week_ending",
            "on_time",
            "age_days",
            "rows_read",
            "held_slices");
    figures()
        .assertSame(
            "as_of",
            "latest",
            "marts.as_of WHERE " + NEWEST,
            "university_code",
            "graduation_year",
            "snapshot_date",
            "age_days",
            "covered");
    figures()
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
  @Order(6)
  void brokenRulesAreCountedInTheLedgersThatSpeak() throws IOException {
    String speaking =
        """
        (SELECT DISTINCT e.*, s.university_code FROM intake.expectation_results e
          JOIN intake.slices s ON e.submission_id = s.submission_id
          JOIN marts.as_of a ON s.university_code = a.university_code
            AND s.graduation_year = a.graduation_year AND s.snapshot_date = a.snapshot_date
          WHERE s.status = 'in_force' AND a.%s)"""
            .formatted(NEWEST.replace("as_of_date", "a.as_of_date"));
    SiteTable rules = SiteData.of(site()).table("expectation_results", "all");
    assertEquals(
        figures()
            .asked(
                "SELECT rule_id, severity, scope, sum(broken_count), count(DISTINCT university_code)"
                    + " FROM "
                    + speaking
                    + " GROUP BY 1, 2, 3"),
        rules.lines("rule_id", "severity", "scope", "broken_count", "universities").stream()
            .sorted()
            .toList());
    assertTrue(
        SiteData.of(site())
            .table("expectation_results", "university/90002")
            .lines("rule_id", "broken_count")
            .contains("no_identity,1"));
  }

  @Test
  @Order(7)
  void figureOfFewGraduatesIsMarkedAndOneWithoutMeaningHasNoValue() throws IOException {
    SiteTable groups = SiteData.of(site()).table("placement_rates", "groups");
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
  @Order(8)
  void everyColumnAndCodeIsExplainedInBothLanguages() throws IOException {
    SiteData site = SiteData.of(site());
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
    assertEquals(HOSTILE, site.edition().at("/lists/university_code/0/name/zh").asText());
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

  private static SortedMap<Path, FileTime> files() throws IOException {
    SortedMap<Path, FileTime> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(site())) {
      for (Path file : found.toList()) {
        files.put(file, Files.getLastModifiedTime(file));
      }
    }
    return files;
  }

  @Test
  @Order(9)
  void runThatChangesNothingLeavesEveryFileAlone() throws IOException {
    for (Path file : files().keySet()) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-01-01T00:00:00Z")));
    }
    SortedMap<Path, FileTime> before = files();
    Cli.Result again = run("--as-of", "official:2025-08-31");
    assertEquals(0, again.exitCode(), again.err());
    assertTrue(again.out().contains("index.html is up to date"), again.out());
    assertEquals(before, files());
  }

  @Test
  @Order(10)
  void lockedFiguresStandBesideThoseOfToday() throws IOException {
    Cli.Result lock =
        Cli.run("lock", "--warehouse", warehouse(), "--official", "2025-08-31", "--why", "初次上报");
    assertEquals(0, lock.exitCode(), lock.err());
    Ledgers.write(folder.resolve("landing"), "90001_20250831_corrected.csv", ledger(30));
    Path former = SiteData.of(site()).folder();
    assertEquals(0, run("--as-of", "official:2025-08-31").exitCode());
    assertNotEquals(former, SiteData.of(site()).folder());
    assertTrue(Files.exists(former.resolve("data/edition.js")), "pages that are open");
    figures()
        .assertSame(
            "official_figures",
            "all",
            "marts.official_figures WHERE true" + HEADLINE,
            "as_of_date",
            "graduation_year",
            "degree_level",
            "hardship_group",
            "graduates_locked",
            "graduates_now",
            "graduates_moved",
            "placed_locked",
            "placed_now",
            "placed_moved",
            "%placement_rate_locked",
            "%placement_rate_now",
            "%placement_rate_moved",
            "why");
    figures()
        .assertSame(
            "revisions",
            "latest",
            "marts.revisions",
            "as_of_date",
            "as_of_kind",
            "university_code",
            "graduation_year",
            "snapshot_date_before",
            "snapshot_date_now",
            "graduates_before",
            "graduates_now",
            "placed_before",
            "placed_now");
  }

  @Test
  @Order(11)
  void runThatBreaksLeavesTheSiteWhole() throws IOException {
    SortedMap<Path, FileTime> before = files();
    Cli.Result broken = run("--landing", folder.resolve("nowhere").toString());
    assertNotEquals(0, broken.exitCode());
    assertEquals(before, files());
  }

  @Test
  @Order(12)
  void siteThatCannotBeWrittenIsToldApartFromTheTables() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Cli.Result result =
        Cli.run(
            "run",
            "--landing",
            folder.resolve("landing").toString(),
            "--warehouse",
            warehouse(),
            "--reference",
            folder.resolve("reference").toString(),
            "--site",
            file.resolve("site").toString());
    assertEquals(1, result.exitCode());
    assertTrue(
        result.err().contains("Every table is up to date, but the site or the workbook is not: "),
        result.err());
  }

  @Test
  @Order(13)
  void folderOfSomebodyElseIsRefusedBeforeARun() throws IOException {
    Path other = Files.createDirectories(folder.resolve("documents"));
    Files.writeString(other.resolve("thesis.txt"), "mine");
    Cli.Result result =
        Cli.run(
            "run",
            "--landing",
            folder.resolve("landing").toString(),
            "--warehouse",
            folder.resolve("another").toString(),
            "--site",
            other.toString());
    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains("such as thesis.txt"), result.err());
    assertTrue(Files.notExists(folder.resolve("another")));
  }

  @Test
  @Order(14)
  void publishMakesTheSameSiteFromAJobFileWithoutAKey() throws IOException {
    Path job =
        Files.writeString(
            folder.resolve("job.yaml"),
            "warehouse: warehouse\nreference: reference\nsite: other\nworkbook: other.xlsx\n");
    Cli.Result result = Cli.withKey("", "publish", "--job", job.toString());
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.err().contains("this is the internal edition"), result.err());
    assertEquals(
        SiteData.of(site()).folder().getFileName(),
        SiteData.of(folder.resolve("other")).folder().getFileName());
    Path workbook = folder.resolve("other.xlsx");
    FileTime written = Files.getLastModifiedTime(workbook);
    assertTrue(result.out().contains("workbook: " + workbook + " (internal edition"), result.out());
    Cli.Result internal = Cli.withKey("", "publish", "--job", job.toString(), "--internal");
    assertEquals("", internal.err());
    assertTrue(internal.out().contains("index.html is up to date"), internal.out());
    assertTrue(internal.out().contains("other.xlsx is up to date"), internal.out());
    assertEquals(written, Files.getLastModifiedTime(workbook));
  }

  @Test
  @Order(15)
  void publishSaysWhatItLacks() {
    Cli.Result nowhere = Cli.run("publish", "--warehouse", warehouse());
    assertEquals(2, nowhere.exitCode());
    assertTrue(
        nowhere.err().contains("'taizhang publish' needs --site or --workbook"), nowhere.err());
    Cli.Result nothing = Cli.run("publish", "--site", site().toString());
    assertEquals(2, nothing.exitCode());
    assertTrue(nothing.err().contains("'taizhang publish' needs --warehouse"), nothing.err());
    Cli.Result remote =
        Cli.run("publish", "--warehouse", warehouse(), "--site", "hdfs://name/site");
    assertEquals(2, remote.exitCode());
    Cli.Result noWorkbook =
        Cli.run("publish", "--warehouse", warehouse(), "--workbook", "figures.csv");
    assertEquals(2, noWorkbook.exitCode());
    assertTrue(noWorkbook.err().contains("figures.csv is no name of a workbook"), noWorkbook.err());
    assertTrue(remote.err().contains("is no place of this machine"), remote.err());
  }
}
