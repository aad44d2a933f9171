package dev.taizhang.release.record;

import static dev.taizhang.release.record.ReleasedLedgers.FIRST;
import static dev.taizhang.release.record.ReleasedLedgers.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taizhang.support.Cli;
import dev.taizhang.support.JsonSchema;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.support.SiteData;
import dev.taizhang.tables.Check;
import dev.taizhang.tables.ReleasePeople;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import dev.taizhang.tables.published.ReleaseChecks;
import dev.taizhang.verification.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Releases as they are recorded, from the first draft of a date to one that is withdrawn. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReleasesTest {

  @TempDir static Path folder;

  private static ReleasedLedgers ledgers;

  @BeforeAll
  static void runOnce() throws IOException {
    ledgers = ReleasedLedgers.withTheWeekAfter(folder);
    // An older warehouse has no tables of releases.
    FileUtils.deleteDirectory(ledgers.warehouse().resolve("published").toFile());
    FileUtils.deleteDirectory(ledgers.warehouse().resolve("ops/release_people").toFile());
  }

  @Test
  @Order(1)
  void warehouseOfTheTimeBeforeReleasesListsNone() {
    Cli.Result result = ledgers.release("list", "--format", "csv");
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(1, result.out().lines().count(), result.out());
    Cli.Result unknown = ledgers.approve("soon");
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
            ledgers.draft(
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

  @Test
  @Order(3)
  void sameDraftIsNotMadeTwice() {
    Releasing.Report report =
        ledgers.draft(
            ledgers.named(FIRST).codeVersion(),
            table -> {
              throw new IllegalStateException("There is nothing to write to " + table.name());
            });
    assertFalse(report.isNew());
    assertEquals(FIRST, report.release().releaseId());
    Cli.Result again = ledgers.create();
    assertTrue(again.out().startsWith("unchanged draft " + FIRST), again.out());
  }

  @Test
  @Order(4)
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
  @Order(5)
  void draftWhoseRowsSomebodyChangedIsNotApproved() {
    ledgers.update("outcome_counts", "graduates = graduates + 1", "true");
    Cli.Result result = ledgers.approve(FIRST);
    assertEquals(4, result.exitCode(), result.err());
    assertTrue(
        result.err().contains("The rows of outcome_counts are not those that were made"),
        result.err());
    // What the advice says can be done: it is not the same draft.
    String code = ledgers.named(FIRST).codeVersion();
    IllegalStateException written =
        assertThrows(
            IllegalStateException.class,
            () ->
                ledgers.draft(
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
    Cli.Result audited = ledgers.audit(FIRST);
    assertEquals(4, audited.exitCode(), audited.err());
    assertTrue(audited.err().contains("Nothing was recorded."), audited.err());
    ledgers.update("outcome_counts", "graduates = graduates - 1", "true");
  }

  @Test
  @Order(6)
  void approvalSaysWhoAndWhyAndIsForGood() {
    Cli.Result result = ledgers.approve(FIRST, "--unaudited");
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        "approved,director,checked by the ministry",
        ledgers.query("SELECT state, approved_by, approved_why FROM published.releases"));
    Cli.Result again = ledgers.approve(FIRST);
    assertEquals(2, again.exitCode());
    assertTrue(again.err().contains("is approved already; nothing was done."), again.err());
  }

  @Test
  @Order(7)
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
  @Order(8)
  void laterReleaseTellsWhatMovedAndLeavesTheApprovedOneAlone() throws IOException {
    Map<String, String> before = ledgers.checksums(FIRST);
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
    JsonNode gate = ledgers.manifest(SECOND).get("accepted_gates").get(0);
    assertEquals(
        "universities_missing closed analyst",
        gate.get("gate").asText() + " " + gate.get("why").asText() + " " + gate.get("by").asText());
    assertEquals(1, gate.get("found").asInt());
    assertEquals(0.9, ledgers.manifest(SECOND).get("minimum_coverage").asDouble());
    JsonNode changes = ledgers.manifest(SECOND).get("changes");
    assertEquals(FIRST, changes.get("since").asText());
    assertTrue(
        result
            .out()
            .stripTrailing()
            .endsWith(
                "; since %s %d rows of figures moved"
                    .formatted(FIRST, changes.get("figures").size())),
        result.out());
    JsonNode moved =
        StreamSupport.stream(changes.get("figures").spliterator(), false)
            .filter(one -> one.get("table").asText().equals("placement_rates"))
            .filter(one -> one.get("key").get("university_code").asText().equals("90002"))
            .filter(one -> one.get("key").get("hardship_group").asText().equals("all"))
            .findFirst()
            .orElseThrow();
    assertEquals("{\"before\":102,\"now\":112}", moved.get("moved").get("placed").toString());
    assertEquals("revised", moved.get("why").asText());
    assertEquals(
        List.of(),
        JsonSchema.problems(
            Path.of("docs/release-manifest.schema.json"), ledgers.manifest(SECOND)));
    assertEquals(before, ledgers.checksums(FIRST));
  }

  @Test
  @Order(9)
  void laterDraftIsAttackedTogetherWithWhatWasGivenOutBefore() {
    Cli.Result result = ledgers.audit(SECOND);
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("0 give anybody away"), result.out());
  }

  @Test
  @Order(10)
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
    assertTrue(
        ledgers
            .query(
                "SELECT count(*) FROM published.placement_rates WHERE release_id = '%s'"
                    .formatted(FIRST))
            .matches("[1-9]\\d+"));
    Cli.Result list = ledgers.release("list", "--format", "json");
    assertEquals(2, list.out().lines().count(), list.out());
    assertTrue(list.out().contains("\"state\":\"withdrawn\""), list.out());
  }

  @Test
  @Order(11)
  void pagesOfALaterDraftTellWhatMovedSinceTheOneBefore() throws IOException {
    Cli.Result result = ledgers.publish(SECOND, "next");
    assertEquals(0, result.exitCode(), result.err());
    String told = SiteData.of(folder.resolve("next")).edition().get("release").toString();
    assertTrue(told.contains("Since the release " + FIRST + " before it, "), told);
    assertTrue(told.contains("a correction of the same ledger: "), told);
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
}
