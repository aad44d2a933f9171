package dev.taizhang.release.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import dev.taizhang.support.SiteData;
import dev.taizhang.support.SiteData.SiteTable;
import dev.taizhang.tables.Check;
import dev.taizhang.tables.ReleasePeople;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import dev.taizhang.tables.published.ReleaseChecks;
import dev.taizhang.verification.Verification;
import dev.taizhang.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
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
    // An older warehouse has no tables of releases.
    FileUtils.deleteDirectory(ledgers.warehouse().resolve("published").toFile());
    FileUtils.deleteDirectory(ledgers.warehouse().resolve("ops/release_people").toFile());
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
  void warehouseOfTheTimeBeforeReleasesListsNone() {
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
    // The table of releases is made before all rows, where there is none, and written after them.
    AtomicInteger asked = new AtomicInteger();
    assertThrows(
        IllegalStateException.class,
        () ->
            create(
                "test",
                table -> {
                  if (table.equals(Releases.TABLE) && asked.incrementAndGet() == 2) {
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

  /** Makes a draft without asking whether tables break what they promise. */
  private static Releasing.Report create(String codeVersion, Consumer<Table> beforeWrite) {
    ReferenceData reference =
        ReferenceData.load(Optional.of(folder.resolve("reference").toString()));
    return Releasing.create(
        SharedSpark.session(),
        ledgers.warehouse().toString(),
        new ReleaseRequest(
            Optional.empty(),
            reference.publicationPlan("default"),
            reference.publicationPolicy("suppress"),
            "analyst",
            Set.of(),
            "",
            ReleaseRequest.MINIMUM_COVERAGE),
        new Releasing.Settings(
            reference,
            Thresholds.DEFAULT,
            Protector.BY_WITNESSES,
            tables -> List.of(),
            codeVersion),
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
    PublishedRows rows = rows(FIRST);
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
  @Order(3)
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
  @Order(4)
  void sameDraftIsNotMadeTwice() {
    Releasing.Report report =
        create(
            KnownReleases.named(opened(), FIRST).codeVersion(),
            table -> {
              throw new IllegalStateException("There is nothing to write to " + table.name());
            });
    assertFalse(report.isNew());
    assertEquals(FIRST, report.release().releaseId());
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
  void everyContractOfReleasesHolds() {
    List<Table> tables =
        Stream.concat(
                PublishedTables.ALL.stream().map(PublishedTable::table),
                Stream.of(ReleasePeople.TABLE, Releases.TABLE))
            .toList();
    List<Verification.Outcome> outcomes =
        Verification.verify(SharedSpark.session(), ledgers.warehouse().toString(), tables);
    assertTrue(outcomes.size() > tables.size(), outcomes.toString());
    assertEquals(List.of(), outcomes.stream().filter(one -> !one.holds()).toList());
    for (Check check : ReleaseChecks.CHECKS) {
      assertEquals("", ledgers.query(check.breaches()), check.toString());
    }
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
    // What the advice says can be done: it is not the same draft.
    String code = KnownReleases.named(opened(), FIRST).codeVersion();
    IllegalStateException written =
        assertThrows(
            IllegalStateException.class,
            () ->
                create(
                    code,
                    asked -> {
                      throw new IllegalStateException("would be written");
                    }));
    assertEquals("would be written", written.getMessage());
    Cli.Result exported =
        ledgers.release(
            "export", "--release", FIRST, "--out", folder.resolve("changed").toString());
    assertEquals(4, exported.exitCode(), exported.err());
    assertFalse(Files.exists(folder.resolve("changed")));
    Cli.Result audited = audit(FIRST);
    assertEquals(4, audited.exitCode(), audited.err());
    assertTrue(audited.err().contains("Nothing was recorded."), audited.err());
    update("outcome_counts", "graduates = graduates - 1", "true");
  }

  @Test
  @Order(7)
  void draftThatNobodyAuditedIsNotApproved() {
    Cli.Result result = approve(FIRST);
    assertEquals(2, result.exitCode(), result.err());
    assertTrue(result.err().contains("since nobody has audited it. What to do: run 'taizhang"));
  }

  @Test
  @Order(8)
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
  @Order(9)
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
  @Order(10)
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
  @Order(11)
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
  @Order(13)
  void closedGatesStopADraftAllAtOnceAndSayWhatToDo() {
    String marts = ledgers.warehouse().resolve("marts").toString();
    SharedSpark.session()
        .sql(
            "UPDATE delta.`%s/placement_rates` SET placed = placed + 1, contract = contract + 1, awaiting = awaiting - 1 WHERE awaiting > 0"
                .formatted(marts));
    SharedSpark.session()
        .sql("ALTER TABLE delta.`%s/outcome_counts` ADD COLUMN remark STRING".formatted(marts));
    Cli.Result result = ledgers.create("--as-of", "2025-09-07");
    assertEquals(4, result.exitCode(), result.err());
    assertTrue(
        result
            .err()
            .contains(
                "No release was made and nothing was written, since 4 of the gates before it are"
                    + " closed (发布前有 4 道关口未通过，未写入任何内容):"),
        result.err());
    for (String expected :
        List.of(
            "[unregistered_columns] ",
            "marts.outcome_counts.remark",
            "[broken_contracts] ",
            "is not what the cells add up to",
            "[held_submissions] ",
            "90002 2025 of 2025-09-07 (submission ",
            "[implausible_figures] ",
            "2025 university 90001 from 59.3 to 98.8 % since 2025-08-31")) {
      assertTrue(result.err().contains(expected), expected + " is not in " + result.err());
    }
    assertEquals("1", ledgers.query("SELECT count(*) FROM published.releases"));
  }

  /** What the gates say is to be done, and files that correct what was released. */
  private static void mend() throws IOException {
    for (String table : List.of("placement_rates", "outcome_counts")) {
      FileUtils.deleteDirectory(ledgers.warehouse().resolve("marts").resolve(table).toFile());
    }
    String held =
        ledgers.query("SELECT DISTINCT submission_id FROM intake.slices WHERE status = 'held'");
    Cli.Result retracted =
        Cli.run(
            "retract",
            "--warehouse",
            ledgers.warehouse().toString(),
            "--submission",
            held,
            "--why",
            "half a file");
    assertEquals(0, retracted.exitCode(), retracted.err());
    ReleasedLedgers.Group[] corrected = {
      new ReleasedLedgers.Group("0", 120, 90), new ReleasedLedgers.Group("2", 40, 22)
    };
    ledgers.ledger("90002_20250901.csv", corrected);
    ledgers.ledger("90002_20250830.csv", ReleasedLedgers.NONE, ReleasedLedgers.POOR);
    ledgers.ledger("90002_20250831_更正.csv", corrected);
    ledgers.run();
  }

  @Test
  @Order(14)
  void laterReleaseTellsWhatMovedAndLeavesTheApprovedOneAlone() throws IOException {
    PublishedRows before = rows(FIRST);
    mend();
    assertEquals("0", ledgers.query("SELECT count(*) FROM intake.slices WHERE status = 'held'"));
    ledgers.write(
        "ours/universities.csv",
        "code,name,province_code,prefecture_code",
        "90001,甲大学,410000,410100",
        "90002,乙大学,410000,410200",
        "90003,丙大学,410000,410200");
    Cli.Result result =
        ledgers.createWith(
            "ours",
            "--as-of",
            ReleasedLedgers.OFFICIAL,
            "--accept",
            "universities_missing",
            "--why",
            "closed");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.err().contains("taizhang: let pass: [universities_missing] "), result.err());
    assertTrue(result.out().startsWith("draft " + SECOND), result.out());
    JsonNode gate = manifest(SECOND).get("accepted_gates").get(0);
    assertEquals(
        "universities_missing closed analyst",
        gate.get("gate").asText() + " " + gate.get("why").asText() + " " + gate.get("by").asText());
    assertEquals(1, gate.get("found").asInt());
    assertEquals(0.9, manifest(SECOND).get("minimum_coverage").asDouble());
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
  @Order(15)
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
  @Order(15)
  void laterDraftIsAttackedTogetherWithWhatWasGivenOutBefore() {
    Cli.Result result = audit(SECOND);
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("0 give anybody away"), result.out());
  }

  private static PublishedRows rows(String release) {
    return PublishedRows.read(opened(), release);
  }

  @Test
  @Order(16)
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
    Cli.Result exported =
        ledgers.release("export", "--release", FIRST, "--out", folder.resolve("gone").toString());
    assertEquals(2, exported.exitCode(), exported.err());
    assertTrue(
        exported.err().contains("by director: a wrong file. Nothing was exported."),
        exported.err());
    assertTrue(rates("count(*)", "true").matches("[1-9]\\d+"));
    Cli.Result list = ledgers.release("list", "--format", "json");
    assertEquals(2, list.out().lines().count(), list.out());
    assertTrue(list.out().contains("\"state\":\"withdrawn\""), list.out());
  }

  @Test
  @Order(18)
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
                    + " universities_missing, held_submissions, second_of_its_month,"
                    + " implausible_figures, told_by_earlier_releases."),
        hard.err());
    Cli.Result never = ledgers.release("audit", "--release", SECOND, "--minutes", "0");
    assertEquals(2, never.exitCode());
    assertTrue(never.err().contains("--minutes is more than 0"), never.err());
    Cli.Result soft = ledgers.create("--accept", "held_submissions");
    assertEquals(2, soft.exitCode());
    assertTrue(soft.err().contains("--accept needs --why."), soft.err());
    Cli.Result less = ledgers.create("--minimum-coverage", "0.5");
    assertEquals(2, less.exitCode());
    assertTrue(less.err().contains("--minimum-coverage below 0.9 needs --why."), less.err());
    Cli.Result internal = ledgers.create("--policy", "internal");
    assertEquals(2, internal.exitCode());
    assertTrue(
        internal.err().contains("The policy 'internal' withholds nothing, so that there is"),
        internal.err());
    assertTrue(internal.err().contains("'taizhang publish --internal --site"), internal.err());
    Cli.Result date = ledgers.create("--as-of", "2025-06-30");
    assertEquals(2, date.exitCode());
    assertTrue(
        date.err().contains("There are no figures for --as-of 2025-06-30, only for "), date.err());
  }

  private static Cli.Result publish(String release, String place) {
    return Cli.withKey(
        "",
        "publish",
        "--warehouse",
        ledgers.warehouse().toString(),
        "--reference",
        folder.resolve("reference").toString(),
        "--release",
        release,
        "--site",
        folder.resolve(place).toString(),
        "--workbook",
        folder.resolve(place + ".xlsx").toString());
  }

  private static String kind(String place) throws IOException {
    return SiteData.of(folder.resolve(place)).edition().get("edition").get("kind").asText();
  }

  @Test
  @Order(5)
  void draftIsPublishedFromItsRowsAlone() throws IOException {
    Cli.Result result = publish(FIRST, "given-out");
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
        publish("soon", "given-out").err().contains("There is no release 'soon', only " + FIRST));
  }

  /** Somebody could upload the wrong folder. */
  @Test
  @Order(6)
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
    Cli.Result site = publish(FIRST, "house");
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
  @Order(12)
  void approvalRefreshesThePagesAndThenNothingDoes() throws IOException {
    Cli.Result result = publish(FIRST, "given-out");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("(published edition, figures of 2025-08-31"), result.out());
    assertEquals("published", kind("given-out"));
    Cli.Result again = publish(FIRST, "given-out");
    assertTrue(again.out().contains("index.html is up to date"), again.out());
    assertTrue(again.out().contains("given-out.xlsx is up to date"), again.out());
  }

  @Test
  @Order(17)
  void withdrawnReleaseIsNotPublishedAndADraftTakesNotItsPlace() throws IOException {
    Cli.Result withdrawn = publish(FIRST, "given-out");
    assertEquals(2, withdrawn.exitCode());
    assertTrue(
        withdrawn.err().contains("was withdrawn by director and is not published"),
        withdrawn.err());
    Cli.Result over = publish(SECOND, "given-out");
    assertEquals(2, over.exitCode());
    assertTrue(over.err().contains("holds another edition (Published edition)"), over.err());
    assertEquals("published", kind("given-out"));
    Cli.Result beside = publish(SECOND, "next");
    assertEquals(0, beside.exitCode(), beside.err());
    String told = SiteData.of(folder.resolve("next")).edition().get("release").toString();
    assertTrue(told.contains("Since the release " + FIRST + " before it, "), told);
    assertTrue(told.contains("a correction of the same ledger: "), told);
  }
}
