package dev.taizhang.release.record;

import static dev.taizhang.release.record.ReleasedLedgers.FIRST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taizhang.support.Cli;
import dev.taizhang.support.JsonSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** An audit of a release, without which it is not approved. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReleaseAuditTest {

  @TempDir static Path folder;

  private static ReleasedLedgers ledgers;

  @BeforeAll
  static void draft() throws IOException {
    ledgers = ReleasedLedgers.in(folder);
    assertEquals(FIRST, ledgers.draft().release().releaseId());
  }

  @Test
  @Order(1)
  void draftThatNobodyAuditedIsNotApproved() {
    Cli.Result result = ledgers.approve(FIRST);
    assertEquals(2, result.exitCode(), result.err());
    assertTrue(result.err().contains("since nobody has audited it. What to do: run 'taizhang"));
  }

  @Test
  @Order(2)
  void auditFindsWhatIsPrintedOfAWithheldFigureAndNamesItWithoutItsCounts() {
    String place = "university_code = '90001' AND hardship_group = 'disabled'";
    ledgers.update(
        "placement_rates",
        "placement_rate_low = 0.0312, placement_rate_low_symbol = null",
        place + " AND major_level = 'all'");
    Cli.Result result = ledgers.audit(FIRST);
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
    ledgers.update(
        "placement_rates",
        "placement_rate_low = null, placement_rate_low_symbol = 'c'",
        place + " AND major_level = 'all'");
    Cli.Result failed = ledgers.approve(FIRST, "--unaudited");
    assertEquals(4, failed.exitCode(), failed.err());
    assertTrue(failed.err().contains("--unaudited does not let it pass"), failed.err());
  }

  @Test
  @Order(3)
  void figureThatSaysWhatOfNobodyIsPlacedGivesThemAway() {
    String place =
        "university_code = '90001' AND hardship_group = 'disabled' AND major_level = 'all'";
    ledgers.update(
        "placement_rates",
        "graduates = 12, graduates_symbol = null, placed = 0, placed_symbol = null",
        place);
    Cli.Result result = ledgers.audit(FIRST);
    assertEquals(4, result.exitCode(), result.err());
    assertTrue(
        result
            .err()
            .contains(
                "university 90001, group disabled: it shows that nobody, or everybody, of a group"),
        result.err());
    ledgers.update(
        "placement_rates",
        "graduates = null, graduates_symbol = 'c', placed = null, placed_symbol = 'c'",
        place);
  }

  @Test
  @Order(4)
  void auditSaysWhatWasAttackedAndByWhom() throws IOException {
    Cli.Result result = ledgers.audit(FIRST);
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
    JsonNode manifest = ledgers.manifest(FIRST);
    assertEquals(
        List.of(), JsonSchema.problems(Path.of("docs/release-manifest.schema.json"), manifest));
    assertEquals("passed", manifest.get("checked").get("result").asText());
    assertEquals(
        manifest.get("checked").get("smallest_width").asText(),
        ledgers.query("SELECT smallest_width FROM published.releases"));
    assertFalse(ledgers.draft().isNew());
  }

  @Test
  @Order(5)
  void approvedReleaseIsAuditedAgainAndKeepsItsRows() {
    Cli.Result approved = ledgers.approve(FIRST);
    assertEquals(0, approved.exitCode(), approved.err());
    Map<String, String> before = ledgers.checksums(FIRST);
    String who =
        ledgers.query("SELECT approved_by FROM published.releases WHERE state = 'approved'");
    Cli.Result result = ledgers.audit(FIRST);
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        who, ledgers.query("SELECT approved_by FROM published.releases WHERE state = 'approved'"));
    assertEquals(before, ledgers.checksums(FIRST));
  }
}
