package dev.taizhang.release.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.release.record.ReleasedLedgers.Group;
import dev.taizhang.support.Cli;
import dev.taizhang.support.SharedSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Each gate stops a release, says what to do in both languages, and opens once that is done. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GatesTest {

  private static final String UNIVERSITIES = "code,name,province_code,prefecture_code";
  private static final String POLICIES =
      "policy,title_zh,title_en,rounding,minimum_count,minimum_denominator,rates_from,"
          + "withheld_symbol,low_symbol,departures_zh,departures_en,source";
  private static final String PLANS = "plan,table,level,groups,dates,note";

  @TempDir static Path folder;

  private static ReleasedLedgers ledgers;

  @BeforeAll
  static void runOnce() throws IOException {
    // Nobody is withheld whom a policy of 3 would not withhold, and so nothing for their sake.
    ledgers =
        ReleasedLedgers.in(
            folder,
            List.of(ReleasedLedgers.NONE, ReleasedLedgers.POOR),
            List.of(ReleasedLedgers.NONE, ReleasedLedgers.POOR, new Group("4", 15, 5)));
  }

  private static Cli.Result stopped(String gate, Cli.Result result) {
    assertEquals(4, result.exitCode(), result.err());
    assertTrue(result.err().contains("No release was made and nothing was written"), result.err());
    assertTrue(result.err().contains("[" + gate + "] "), result.err());
    assertTrue(result.err().contains("What to do: "), result.err());
    assertTrue(result.err().contains("怎么办："), result.err());
    return result;
  }

  private static void passed(Cli.Result result) {
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("draft "), result.out());
  }

  private static void ours(String file, String header, String... lines) throws IOException {
    FileUtils.copyDirectory(folder.resolve("reference").toFile(), folder.resolve("ours").toFile());
    ledgers.write("ours/" + file, header, lines);
  }

  @Test
  @Order(1)
  void smallCountsOfAPolicyOfOnesOwn() throws IOException {
    ours("publication_policies.csv", POLICIES, "ours,我们,Ours,none,3,23,exact,c,c,,,ours");
    Cli.Result result =
        stopped(
            "small_counts", ledgers.createWith("ours", "--policy", "ours", "--plan", "default"));
    assertTrue(result.err().contains("minimum_count of 10 or more"), result.err());
    ours("publication_policies.csv", POLICIES, "ours,我们,Ours,none,10,23,exact,c,c,,,ours");
    passed(ledgers.createWith("ours", "--policy", "ours"));
  }

  @Test
  @Order(2)
  void ratesFromCountsThatAreNotProtected() throws IOException {
    ours("publication_policies.csv", POLICIES, "ours,我们,Ours,base_5,1,5,rounded,c,c,,,ours");
    stopped("unprotected_rates", ledgers.createWith("ours", "--policy", "ours"));
    ours("publication_policies.csv", POLICIES, "ours,我们,Ours,base_5,3,23,rounded,c,c,,,ours");
    passed(ledgers.createWith("ours", "--policy", "ours"));
  }

  @Test
  @Order(3)
  void figuresWithoutTheirDenominators() throws IOException {
    ours(
        "publication_plans.csv",
        PLANS,
        "ours,placement_rates,university,all,official|month_end,",
        "ours,outcome_counts,everywhere,all,official|month_end,");
    Cli.Result result =
        stopped("missing_denominators", ledgers.createWith("ours", "--plan", "ours"));
    assertTrue(result.err().contains("outcome_counts by everywhere 2025/all"), result.err());
    ours(
        "publication_plans.csv",
        PLANS,
        "ours,placement_rates,university,all,official|month_end,",
        "ours,placement_rates,everywhere,all,official|month_end,",
        "ours,outcome_counts,everywhere,all,official|month_end,");
    passed(ledgers.createWith("ours", "--plan", "ours"));
  }

  @Test
  @Order(4)
  void universitiesThatHaveNotReported() throws IOException {
    ours(
        "universities.csv",
        UNIVERSITIES,
        "90001,甲大学,410000,410100",
        "90002,乙大学,410000,410200",
        "90003,丙大学,410000,410200");
    Cli.Result result = stopped("universities_missing", ledgers.createWith("ours"));
    assertTrue(result.err().contains("Missing: 90003 丙大学."), result.err());
    assertTrue(result.err().contains("66.7 %"), result.err());
    passed(ledgers.createWith("ours", "--minimum-coverage", "0.6"));
    passed(ledgers.createWith("ours", "--accept", "universities_missing", "--why", "closed"));
    assertEquals(
        "universities_missing,closed,analyst",
        ledgers.query(
            "SELECT get_json_object(manifest, '$.accepted_gates[0].gate'),"
                + " get_json_object(manifest, '$.accepted_gates[0].why'),"
                + " get_json_object(manifest, '$.accepted_gates[0].by')"
                + " FROM published.releases ORDER BY created_at DESC LIMIT 1"));
  }

  @Test
  @Order(5)
  void brokenContractsAndColumnsThatNobodyRegistered() throws IOException {
    String marts = ledgers.warehouse().resolve("marts").toString();
    SharedSpark.session()
        .sql(
            "UPDATE delta.`%s/placement_rates` SET placed = placed + 1, contract = contract + 1, awaiting = awaiting - 1 WHERE awaiting > 0"
                .formatted(marts));
    SharedSpark.session()
        .sql("ALTER TABLE delta.`%s/outcome_counts` ADD COLUMN remark STRING".formatted(marts));
    Cli.Result result = stopped("broken_contracts", ledgers.create());
    assertTrue(result.err().contains("is not what the cells add up to"), result.err());
    stopped("unregistered_columns", result);
    assertTrue(result.err().contains("marts.outcome_counts.remark"), result.err());
    for (String table : new String[] {"placement_rates", "outcome_counts"}) {
      FileUtils.deleteDirectory(Path.of(marts, table).toFile());
    }
    ledgers.run();
    passed(ledgers.create());
  }

  @Test
  @Order(6)
  void heldLedgersAndRatesThatMovedTooFar() throws IOException {
    ledgers.ledger("90001_20250907.csv", new Group("0", 120, 118), new Group("2", 40, 39));
    ledgers.ledger("90002_20250907.csv", new Group("0", 60, 60));
    ledgers.run();
    // The newest date is no official one; its release would have both.
    Cli.Result result = stopped("held_submissions", ledgers.create("--as-of", "2025-09-07"));
    stopped("implausible_figures", result);
    assertTrue(
        result.err().contains("2025 university 90001 from 63.8 to 98.1 % since 2025-08-31"),
        result.err());
    String held =
        ledgers.query("SELECT DISTINCT submission_id FROM intake.slices WHERE status = 'held'");
    assertEquals(
        0,
        Cli.run(
                "retract",
                "--warehouse",
                ledgers.warehouse().toString(),
                "--submission",
                held,
                "--why",
                "half a file")
            .exitCode());
    ledgers.run();
    Cli.Result one = stopped("implausible_figures", ledgers.create("--as-of", "2025-09-07"));
    assertFalse(one.err().contains("[held_submissions]"), one.err());
    passed(
        ledgers.create(
            "--as-of", "2025-09-07", "--accept", "implausible_figures", "--why", "looked at"));
  }
}
