package dev.taizhang.release.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taizhang.config.Thresholds;
import dev.taizhang.flow.Catalog;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.draft.Protector;
import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.release.draft.ReleaseRequest;
import dev.taizhang.support.Cli;
import dev.taizhang.support.JsonSchema;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import dev.taizhang.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Releases of one date from the first draft to one that is withdrawn. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReleasesTest {

  private static final String FIRST = "2025-08-31-official-1";
  private static final String SECOND = "2025-08-31-official-2";

  @TempDir static Path folder;

  private static ReleasedLedgers ledgers;

  @BeforeAll
  static void runOnce() throws IOException {
    ledgers = ReleasedLedgers.in(folder);
  }

  private static String rates(String columns, String where) {
    return ledgers.query(
        "SELECT %s FROM published.placement_rates WHERE release_id = '%s' AND %s"
            .formatted(columns, FIRST, where));
  }

  private static Cli.Result approve(String release) {
    return ledgers.release(
        "approve", "--release", release, "--by", "director", "--why", "checked by the ministry");
  }

  private static Cli.Result audit(String release) {
    return ledgers.release("audit", "--release", release);
  }

  private static void update(String table, String assignments, String where) {
    SharedSpark.session()
        .sql(
            "UPDATE delta.`%s` SET %s WHERE %s"
                .formatted(ledgers.warehouse().resolve("published/" + table), assignments, where));
  }

  private static JsonNode manifest(String release) {
    return Manifest.read(KnownReleases.named(opened(), release).manifest()).root();
  }

  private static Warehouse opened() {
    return Catalog.open(SharedSpark.session(), ledgers.warehouse().toString());
  }

  @Test
  @Order(1)
  void warehouseWithoutReleasesListsNone() {
    Cli.Result result = ledgers.release("list", "--format", "csv");
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(1, result.out().lines().count(), result.out());
    Cli.Result unknown = approve("soon");
    assertEquals(2, unknown.exitCode());
    assertTrue(unknown.err().contains("There is no release 'soon'; nothing was done."));
  }

  @Test
  @Order(2)
  void draftThatIsInterruptedIsNotListedAndTheNextOneTakesItsPlace() {
    assertThrows(
        IllegalStateException.class,
        () ->
            create(
                table -> {
                  if (table.equals(Releases.TABLE)) {
                    throw new IllegalStateException("power cut");
                  }
                }));
    assertTrue(Long.parseLong(ledgers.query("SELECT count(*) FROM published.placement_rates")) > 0);
    assertEquals("", ledgers.query("SELECT release_id FROM published.releases"));
    Cli.Result result = ledgers.create("--as-of", ReleasedLedgers.OFFICIAL);
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(
        result
            .out()
            .matches(
                "draft "
                    + FIRST
                    + ": \\d+ figures shown, \\d+ withheld \\(plan default, policy"
                    + " suppress\\)\\s+"),
        result.out());
    assertEquals(FIRST, ledgers.query("SELECT DISTINCT release_id FROM published.placement_rates"));
    assertEquals(
        FIRST + ",draft,analyst",
        ledgers.query("SELECT release_id, state, created_by FROM published.releases"));
  }

  private static void create(Consumer<Table> beforeWrite) {
    ReferenceData reference =
        ReferenceData.load(Optional.of(folder.resolve("reference").toString()));
    Releasing.create(
        SharedSpark.session(),
        ledgers.warehouse().toString(),
        new ReleaseRequest(
            Optional.empty(),
            reference.publicationPlan("default"),
            reference.publicationPolicy("suppress"),
            "somebody",
            Set.of(),
            "",
            ReleaseRequest.MINIMUM_COVERAGE),
        new Releasing.Settings(
            reference, Thresholds.DEFAULT, Protector.BY_WITNESSES, tables -> List.of(), "test"),
        beforeWrite);
  }

  @Test
  @Order(3)
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
  @Order(3)
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
  @Order(3)
  void everyPublishedTableThatHasSomethingToTellHasRowsOfTheRelease() {
    for (PublishedTable table : PublishedTables.ALL) {
      boolean isOfHelpOrCampaign = table.name().matches("assistance_.*|campaign|time_to_placement");
      long rows =
          Long.parseLong(
              ledgers.query(
                  "SELECT count(*) FROM %s WHERE release_id = '%s'"
                      .formatted(table.table().name(), FIRST)));
      assertTrue(rows > 0 || isOfHelpOrCampaign, table.name());
    }
    // The counts of none are withheld everywhere, which their share in whole percent would tell.
    assertEquals(
        "c,c,c",
        ledgers.query(
            "SELECT DISTINCT reference_graduates_symbol, reference_placed_symbol,"
                + " reference_rate_symbol FROM published.hardship_gaps WHERE hardship_group ="
                + " 'economic_difficulty' AND stratification = 'class_university'"));
  }

  @Test
  @Order(4)
  void sameDraftIsNotMadeTwice() {
    Cli.Result result = ledgers.create();
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().startsWith("unchanged draft " + FIRST), result.out());
    assertEquals("1", ledgers.query("SELECT count(*) FROM published.releases"));
  }

  @Test
  @Order(4)
  void manifestIsAsItsSchemaSays() throws IOException {
    JsonNode manifest = manifest(FIRST);
    assertEquals(
        List.of(), JsonSchema.problems(Path.of("docs/release-manifest.schema.json"), manifest));
    assertEquals(2, manifest.get("submissions").size());
    assertTrue(manifest.get("changes").get("since").isNull());
  }

  @Test
  @Order(5)
  void everyContractAndInvariantHolds() {
    Cli.Result result = Cli.run("verify", "--warehouse", ledgers.warehouse().toString());
    assertEquals(0, result.exitCode(), result.out());
  }

  @Test
  @Order(6)
  void draftWhoseRowsSomebodyChangedIsNotApproved() {
    update("outcome_counts", "graduates = graduates + 1", "true");
    Cli.Result result = approve(FIRST);
    assertEquals(4, result.exitCode(), result.err());
    assertTrue(
        result.err().contains("The rows of outcome_counts are not those that were made"),
        result.err());
    Cli.Result audited = audit(FIRST);
    assertEquals(4, audited.exitCode(), audited.err());
    assertTrue(audited.err().contains("Nothing was recorded."), audited.err());
    update("outcome_counts", "graduates = graduates - 1", "true");
  }

  @Test
  @Order(6)
  void draftThatNobodyAuditedIsNotApproved() {
    Cli.Result result = approve(FIRST);
    assertEquals(2, result.exitCode(), result.err());
    assertTrue(result.err().contains("since nobody has audited it. What to do: run 'taizhang"));
  }

  @Test
  @Order(6)
  void auditFindsWhatIsPrintedOfAWithheldFigureAndNamesItWithoutItsCounts() {
    String place = "university_code = '90001' AND hardship_group = 'disabled'";
    update(
        "placement_rates",
        "placement_rate_low = 0.0312, placement_rate_low_symbol = null",
        place + " AND major_level = 'all'");
    Cli.Result result = audit(FIRST);
    assertEquals(4, result.exitCode(), result.err());
    assertTrue(
        result
            .err()
            .contains(
                "placement_rates of release "
                    + FIRST
                    + ", cohort 2025, university 90001, group disabled: it is told by a rate or"
                    + " limits that are printed"),
        result.err());
    assertTrue(
        result
            .err()
            .contains(
                "withdraw this draft with 'taizhang release withdraw --release "
                    + FIRST
                    + "'; then make it again"),
        result.err());
    assertTrue(result.err().contains("怎么办："), result.err());
    assertTrue(!result.err().contains("0.0312") && !result.err().contains(" 12 "), result.err());
    update(
        "placement_rates",
        "placement_rate_low = null, placement_rate_low_symbol = 'c'",
        place + " AND major_level = 'all'");
    Cli.Result failed =
        ledgers.release(
            "approve", "--release", FIRST, "--by", "x", "--why", "hurry", "--unaudited");
    assertEquals(4, failed.exitCode(), failed.err());
    assertTrue(failed.err().contains("--unaudited does not let it pass"), failed.err());
  }

  @Test
  @Order(6)
  void figureThatSaysWhatOfNobodyIsPlacedGivesThemAway() {
    String place =
        "university_code = '90001' AND hardship_group = 'disabled' AND major_level = 'all'";
    update(
        "placement_rates",
        "graduates = 12, graduates_symbol = null, placed = 0, placed_symbol = null",
        place);
    Cli.Result result = audit(FIRST);
    assertEquals(4, result.exitCode(), result.err());
    assertTrue(
        result
            .err()
            .contains(
                "university 90001, group disabled: it shows that nobody, or everybody, of a group"),
        result.err());
    update(
        "placement_rates",
        "graduates = null, graduates_symbol = 'c', placed = null, placed_symbol = 'c'",
        place);
  }

  @Test
  @Order(7)
  void auditSaysWhatWasAttackedAndByWhom() throws IOException {
    Cli.Result result = audit(FIRST);
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(
        result
            .out()
            .matches(
                "audit "
                    + FIRST
                    + ": [1-9]\\d* withheld figures attacked by the public and by each of 2"
                    + " universities, 0 give anybody away; fewest possible counts \\d+\\s+"),
        result.out());
    JsonNode manifest = manifest(FIRST);
    assertEquals(
        List.of(), JsonSchema.problems(Path.of("docs/release-manifest.schema.json"), manifest));
    assertEquals("passed", manifest.get("checked").get("result").asText());
    assertEquals(
        manifest.get("checked").get("smallest_width").asText(),
        ledgers.query("SELECT smallest_width FROM published.releases"));
    Cli.Result again = ledgers.create();
    assertTrue(again.out().startsWith("unchanged draft " + FIRST), again.out());
  }

  @Test
  @Order(8)
  void approvalSaysWhoAndWhyAndIsForGood() {
    Cli.Result result = approve(FIRST);
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        "approved,director,checked by the ministry",
        ledgers.query("SELECT state, approved_by, approved_why FROM published.releases"));
    Cli.Result again = approve(FIRST);
    assertEquals(2, again.exitCode());
    assertTrue(again.err().contains("is approved already; nothing was done."), again.err());
  }

  @Test
  @Order(9)
  void laterReleaseTellsWhatMovedAndLeavesTheApprovedOneAlone() throws IOException {
    PublishedRows before = rows(FIRST);
    ledgers.ledger(
        "90002_20250901.csv",
        new ReleasedLedgers.Group("0", 120, 90),
        new ReleasedLedgers.Group("2", 40, 22));
    ledgers.ledger("90002_20250830.csv", ReleasedLedgers.NONE, ReleasedLedgers.POOR);
    ledgers.ledger(
        "90002_20250831_更正.csv",
        new ReleasedLedgers.Group("0", 120, 90),
        new ReleasedLedgers.Group("2", 40, 22));
    ledgers.run();
    Cli.Result result = ledgers.create("--as-of", ReleasedLedgers.OFFICIAL);
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().startsWith("draft " + SECOND), result.out());
    JsonNode changes = manifest(SECOND).get("changes");
    assertEquals(FIRST, changes.get("since").asText());
    JsonNode moved =
        java.util.stream.StreamSupport.stream(changes.get("figures").spliterator(), false)
            .filter(one -> one.get("table").asText().equals("placement_rates"))
            .filter(one -> one.get("key").get("university_code").asText().equals("90002"))
            .filter(one -> one.get("key").get("hardship_group").asText().equals("all"))
            .findFirst()
            .orElseThrow();
    assertEquals("{\"before\":102,\"now\":112}", moved.get("moved").get("placed").toString());
    assertEquals("revised", moved.get("why").asText());
    assertEquals(
        List.of(),
        JsonSchema.problems(Path.of("docs/release-manifest.schema.json"), manifest(SECOND)));
    for (PublishedTable table : PublishedTables.ALL) {
      assertEquals(before.checksum(table), rows(FIRST).checksum(table), table.name());
    }
  }

  @Test
  @Order(10)
  void approvedReleaseIsAuditedAgainAndKeepsItsRows() {
    PublishedRows before = rows(FIRST);
    String who =
        ledgers.query("SELECT approved_by FROM published.releases WHERE state = 'approved'");
    Cli.Result result = audit(FIRST);
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        who, ledgers.query("SELECT approved_by FROM published.releases WHERE state = 'approved'"));
    for (PublishedTable table : PublishedTables.ALL) {
      assertEquals(before.checksum(table), rows(FIRST).checksum(table), table.name());
    }
  }

  @Test
  @Order(10)
  void laterDraftIsAttackedTogetherWithWhatWasGivenOutBefore() {
    Cli.Result result = audit(SECOND);
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("0 give anybody away"), result.out());
  }

  private static PublishedRows rows(String release) {
    return PublishedRows.read(opened(), release);
  }

  @Test
  @Order(11)
  void withdrawnReleaseKeepsItsRowsAndSaysSo() {
    Cli.Result result =
        ledgers.release(
            "withdraw", "--release", FIRST, "--by", "director", "--why", "a wrong file");
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        FIRST + ",withdrawn,a wrong file,director",
        ledgers.query(
            "SELECT release_id, state, withdrawn_why, approved_by FROM published.releases WHERE"
                + " state <> 'draft'"));
    Cli.Result again =
        ledgers.release("withdraw", "--release", FIRST, "--by", "director", "--why", "again");
    assertEquals(2, again.exitCode());
    assertTrue(rates("count(*)", "true").matches("[1-9]\\d+"));
    Cli.Result list = ledgers.release("list", "--format", "json");
    assertEquals(2, list.out().lines().count(), list.out());
    assertTrue(list.out().contains("\"state\":\"withdrawn\""), list.out());
  }

  @Test
  @Order(12)
  void requestsWithoutNameOrReasonAreUsageErrors() {
    Cli.Result nobody =
        ledgers.release("approve", "--release", SECOND, "--by", " ", "--why", "because");
    assertEquals(2, nobody.exitCode());
    assertTrue(nobody.err().contains("--by is empty."), nobody.err());
    Cli.Result hard = ledgers.create("--accept", "small_counts", "--why", "because");
    assertEquals(2, hard.exitCode());
    assertTrue(
        hard.err()
            .contains(
                "The gate 'small_counts' cannot be let pass; those that can are"
                    + " universities_missing, held_submissions, implausible_figures."),
        hard.err());
    Cli.Result never = ledgers.release("audit", "--release", SECOND, "--minutes", "0");
    assertEquals(2, never.exitCode());
    assertTrue(never.err().contains("--minutes is more than 0"), never.err());
    Cli.Result soft = ledgers.create("--accept", "held_submissions");
    assertEquals(2, soft.exitCode());
    assertTrue(soft.err().contains("--accept needs --why."), soft.err());
    Cli.Result date = ledgers.create("--as-of", "2025-06-30");
    assertEquals(2, date.exitCode());
    assertTrue(
        date.err().contains("There are no figures for --as-of 2025-06-30, only for "), date.err());
  }
}
