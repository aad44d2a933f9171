package dev.taizhang.release.record;

import static dev.taizhang.release.record.ReleasedLedgers.FIRST;
import static dev.taizhang.release.record.ReleasedLedgers.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.support.Cli;
import dev.taizhang.support.JsonSchema;
import dev.taizhang.support.SiteData;
import dev.taizhang.support.SiteData.SiteTable;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What of a release leaves the house: its rows, files of open data, pages and a workbook. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReleaseContentTest {

  @TempDir static Path folder;

  private static ReleasedLedgers ledgers;

  @BeforeAll
  static void draft() throws IOException {
    ledgers = ReleasedLedgers.in(folder);
    assertEquals(FIRST, ledgers.draft().release().releaseId());
  }

  private static String rates(String columns, String where) {
    return ledgers.query(
        "SELECT %s FROM published.placement_rates WHERE release_id = '%s' AND %s"
            .formatted(columns, FIRST, where));
  }

  private static String kind(String place) throws IOException {
    return SiteData.of(folder.resolve(place)).edition().get("edition").get("kind").asText();
  }

  @Test
  @Order(1)
  void figuresOfFewAreWithheldAndTheOthersComeWithTheirNames() {
    assertEquals(
        "90001,甲大学,残疾,,c,,c,,c",
        rates(
            "university_code, university_name_zh, hardship_group_name_zh, graduates,"
                + " graduates_symbol, placed, placed_symbol, placement_rate,"
                + " placement_rate_symbol",
            "university_code = '90001' AND hardship_group = 'disabled' AND major_level = 'all'"));
    assertEquals(
        "All,332,204,0.6145,0.5611,0.6652",
        rates(
            "region_name_en, graduates, placed, format_number(placement_rate, 4),"
                + " format_number(placement_rate_low, 4), format_number(placement_rate_high, 4)",
            "region_level = 'all' AND university_code = 'all' AND major_level = 'all' AND"
                + " hardship_group = 'all'"));
  }

  @Test
  @Order(1)
  void partsAreOfEverybodyAloneAndNothingStandsBesideAWithheldCount() {
    assertEquals(
        "102,,z",
        rates(
            "contract, awaiting_symbol, rate_gap_symbol",
            "university_code = '90002' AND major_level = 'all' AND hardship_group = 'all'"));
    assertEquals(
        "0", rates("count(*)", "hardship_group <> 'all' AND coalesce(contract_symbol, '') <> 'z'"));
    assertEquals(
        "0",
        rates(
            "count(*)",
            "graduates IS NULL AND coalesce(placed, placement_rate, placement_rate_low,"
                + " placement_rate_high, rate_gap, rate_gap_low, rate_gap_high) IS NOT NULL"));
  }

  @Test
  @Order(1)
  void everyPublishedTableThatHasSomethingToTellHasRowsOfTheRelease() {
    PublishedRows rows = ledgers.rows(FIRST);
    for (PublishedTable table : PublishedTables.ALL) {
      // Nobody moved between the two weeks, and nobody was helped.
      boolean maybeEmpty =
          table.name().matches("assistance_.*|campaign|time_to_placement|transitions");
      assertTrue(!rows.of(table).isEmpty() || maybeEmpty, table.name());
    }
    // Those without hardship are withheld everywhere for the sake of the disabled: gaps do not
    // tell.
    assertEquals(
        "c",
        rates(
            "placed_symbol",
            "region_level = 'all' AND university_code = 'all' AND major_level = 'all' AND"
                + " hardship_group = 'none'"));
    assertEquals(
        ",,,c",
        ledgers.query(
            "SELECT DISTINCT reference_graduates, reference_placed, reference_rate,"
                + " reference_rate_symbol FROM published.hardship_gaps WHERE hardship_group ="
                + " 'economic_difficulty' AND stratification = 'class_university'"));
  }

  @Test
  @Order(1)
  void manifestIsAsItsSchemaSays() throws IOException {
    JsonNode manifest = ledgers.manifest(FIRST);
    assertEquals(
        List.of(), JsonSchema.problems(Path.of("docs/release-manifest.schema.json"), manifest));
    assertEquals(2, manifest.get("submissions").size());
    assertTrue(manifest.get("changes").get("since").isNull());
  }

  @Test
  @Order(1)
  void draftIsExportedAndSaysThatItIsOne() throws IOException {
    Path out = folder.resolve("export");
    Cli.Result result = ledgers.release("export", "--release", FIRST, "--out", out.toString());
    assertEquals(0, result.exitCode(), result.err());
    assertEquals("exported %s: 24 files in %s%n".formatted(FIRST, out), result.out());
    assertTrue(result.err().contains("this is a draft, not to be given out"), result.err());
    // The disabled of one university are withheld, in the file as in the table.
    assertEquals(
        1,
        Files.readAllLines(out.resolve("draft-placement_rates.csv")).stream()
            .filter(line -> line.contains(",90001,甲大学,甲大学,90001,"))
            .filter(line -> line.contains(",disabled,残疾,Disabled,c,c,z,"))
            .count());
    Cli.Result again = ledgers.release("export", "--release", FIRST, "--out", out.toString());
    assertEquals("unchanged %s: 24 files in %s%n".formatted(FIRST, out), again.out());
    Cli.Result other = ledgers.release("export", "--release", FIRST, "--out", folder.toString());
    assertEquals(2, other.exitCode(), other.err());
    assertTrue(other.err().contains("Nothing was written or removed."), other.err());
  }

  @Test
  @Order(1)
  void draftIsPublishedFromItsRowsAlone() throws IOException {
    Cli.Result result = ledgers.publish(FIRST, "given-out");
    assertEquals(0, result.exitCode(), result.err());
    assertEquals("", result.err());
    assertTrue(result.out().contains("(draft of the published edition, figures of 2025-08-31"));
    assertEquals("draft", kind("given-out"));
    SiteTable universities =
        SiteData.of(folder.resolve("given-out")).table("placement_rates", "universities");
    assertEquals(
        ledgers
            .query(
                """
                SELECT university_code, hardship_group, coalesce(CAST(graduates AS STRING), 'null'),
                  coalesce(CAST(placed AS STRING), 'null'),
                  coalesce(CAST(CAST(round(placement_rate * 10000) AS BIGINT) AS STRING), 'null')
                FROM published.placement_rates
                WHERE release_id = '%s' AND university_code <> 'all' AND major_level = 'all'"""
                    .formatted(FIRST))
            .lines()
            .sorted()
            .toList(),
        universities
            .lines("university_code", "hardship_group", "graduates", "placed", "placement_rate")
            .stream()
            .sorted()
            .toList());
    int disabled =
        universities.lines("university_code", "hardship_group").indexOf("90001,disabled");
    assertEquals(Optional.of("c"), universities.symbol("placed", disabled));
    assertTrue(
        ledgers
            .publish("soon", "given-out")
            .err()
            .contains("There is no release 'soon', only " + FIRST));
  }

  /** Somebody could upload the wrong folder. */
  @Test
  @Order(2)
  void internalEditionAndReleaseDoNotTakeEachOthersPlace() throws IOException {
    Cli.Result over =
        Cli.withKey(
            "",
            "publish",
            "--warehouse",
            ledgers.warehouse().toString(),
            "--internal",
            "--site",
            folder.resolve("given-out").toString());
    assertEquals(2, over.exitCode());
    assertTrue(over.err().contains("holds another edition (Draft of the published"), over.err());
    Cli.Result internal =
        Cli.withKey(
            "",
            "publish",
            "--warehouse",
            ledgers.warehouse().toString(),
            "--workbook",
            folder.resolve("house.xlsx").toString(),
            "--site",
            folder.resolve("house").toString());
    assertEquals(0, internal.exitCode(), internal.err());
    assertTrue(internal.err().contains("is published with --release ID"), internal.err());
    Cli.Result site = ledgers.publish(FIRST, "house");
    assertEquals(2, site.exitCode());
    assertTrue(site.err().contains("give --site another folder, or empty that one"), site.err());
    assertEquals("internal", kind("house"));
    Cli.Result both =
        Cli.withKey(
            "", "publish", "--warehouse", "w", "--site", "s", "--internal", "--release", FIRST);
    assertEquals(2, both.exitCode());
    assertTrue(both.err().contains("--internal and --release exclude each other"), both.err());
  }

  @Test
  @Order(3)
  void approvalRefreshesThePagesAndThenNothingDoes() throws IOException {
    Cli.Result approved = ledgers.approve(FIRST, "--unaudited");
    assertEquals(0, approved.exitCode(), approved.err());
    Cli.Result result = ledgers.publish(FIRST, "given-out");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("(published edition, figures of 2025-08-31"), result.out());
    assertEquals("published", kind("given-out"));
    Cli.Result again = ledgers.publish(FIRST, "given-out");
    assertTrue(again.out().contains("index.html is up to date"), again.out());
    assertTrue(again.out().contains("given-out.xlsx is up to date"), again.out());
  }

  @Test
  @Order(4)
  void withdrawnReleaseIsNotPublishedAndADraftTakesNotItsPlace() throws IOException {
    Cli.Result withdrawal =
        ledgers.release(
            "withdraw", "--release", FIRST, "--by", "director", "--why", "a wrong file");
    assertEquals(0, withdrawal.exitCode(), withdrawal.err());
    Cli.Result withdrawn = ledgers.publish(FIRST, "given-out");
    assertEquals(2, withdrawn.exitCode());
    assertTrue(
        withdrawn.err().contains("was withdrawn by director and is not published"),
        withdrawn.err());
    assertEquals(SECOND, ledgers.draft().release().releaseId());
    Cli.Result over = ledgers.publish(SECOND, "given-out");
    assertEquals(2, over.exitCode());
    assertTrue(over.err().contains("holds another edition (Published edition)"), over.err());
    assertEquals("published", kind("given-out"));
    Cli.Result beside = ledgers.publish(SECOND, "next");
    assertEquals(0, beside.exitCode(), beside.err());
    assertEquals("draft", kind("next"));
  }
}
