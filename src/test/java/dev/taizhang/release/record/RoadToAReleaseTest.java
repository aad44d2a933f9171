package dev.taizhang.release.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The road of an analyst who makes a release for the first time, by a plan of their own: what each
 * message advises is done, and leads on.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoadToAReleaseTest {

  private static final String RELEASE = "2025-09-07-1";

  @TempDir static Path folder;

  private static ReleasedLedgers ledgers;

  private static final List<String> PLAN =
      new ArrayList<>(
          List.of(
              "ours,placement_rates,everywhere,*,official,",
              "ours,placement_rates,everywhere,*,month_end,",
              "ours,placement_rates,university,*,month_end,",
              "ours,outcome_counts,prefecture,all,month_end,"));

  // What the last refusal said.
  private static String said;

  @BeforeAll
  static void runOnce() throws IOException {
    ledgers = ReleasedLedgers.withTheWeekAfter(folder);
    ledgers.roster("90001,甲大学,410000,410100", "90002,乙大学,410000,410200", "90003,丙大学,410000,410200");
    writePlan();
  }

  private static void writePlan() throws IOException {
    ledgers.write(
        "reference/publication_plans.csv",
        "plan,table,level,groups,dates,note",
        PLAN.toArray(String[]::new));
  }

  private static Cli.Result create() {
    return ledgers.create("--plan", "ours", "--as-of", "2025-09-07");
  }

  /** What the last refusal names at a place. */
  private static String named(String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(said);
    assertTrue(found.find(), pattern + " is not in " + said);
    return found.group(1);
  }

  private static void refused(int exitCode, Cli.Result result) {
    assertEquals(exitCode, result.exitCode(), result.out() + result.err());
    assertEquals("", result.out());
    said = result.err();
    assertTrue(said.contains("What to do: "), said);
  }

  private static Cli.Result done(Cli.Result result) {
    assertEquals(0, result.exitCode(), result.err());
    return result;
  }

  private static void nothingIsWritten() {
    assertEquals("0", ledgers.query("SELECT count(*) FROM published.releases"));
    assertEquals("0", ledgers.query("SELECT count(*) FROM published.placement_rates"));
  }

  @Test
  @Order(1)
  void planThatAsksForTooMuchAndOneThatNobodyWroteAreRefused() throws IOException {
    refused(2, create());
    assertTrue(said.contains("publication_plans.csv, line 5: "), said);
    PLAN.set(3, PLAN.get(3).replace("prefecture", named("by everywhere and (\\w+) only")));
    writePlan();
    refused(2, ledgers.create("--plan", "our"));
    assertTrue(said.contains("known are default, ours"), said);
    assertTrue(said.contains("add it to publication_plans.csv in your reference folder"), said);
    nothingIsWritten();
  }

  @Test
  @Order(2)
  void gatesStopTheDraftAndNothingIsWritten() {
    refused(4, create());
    assertTrue(said.contains("nothing was written, since 4 of the gates"), said);
    nothingIsWritten();
  }

  @Test
  @Order(3)
  void whatTheMessageAdvisesOpensTheGates() throws IOException {
    String doubled = named("publication_plans.csv, line 3: (.*); the last line counts");
    assertEquals(
        "'ours placement_rates everywhere *' is also in line 2, with other values", doubled);
    PLAN.remove(0);
    PLAN.add(
        "ours,placement_rates,%s,all,month_end,"
            .formatted(named("outcome_counts by (\\w+) 2025/410000")));
    writePlan();
    ledgers.ledger(
        named("Missing: (\\d{5}) ") + "_20250907.csv", ReleasedLedgers.NONE, ReleasedLedgers.POOR);
    retract(named("90002 2025 of 2025-09-07 \\(submission (\\w{8})\\)"));
    retract(named("university (\\d{5}) from 59.3 to 98.8 %") + "_20250907.csv");
    ledgers.run();

    Cli.Result draft = done(create());

    assertTrue(
        draft
            .out()
            .matches(
                "draft "
                    + RELEASE
                    + ": [1-9]\\d* figures shown, [1-9]\\d* withheld \\(plan ours, policy"
                    + " suppress\\)\\s+"),
        draft.out());
    assertEquals("", draft.err());
    assertTrue(done(ledgers.release("list")).out().contains(RELEASE + "  draft "));
  }

  private static void retract(String submission) {
    done(
        Cli.run(
            "retract",
            "--warehouse",
            ledgers.warehouse().toString(),
            "--submission",
            submission,
            "--why",
            "half of them, or others"));
  }

  @Test
  @Order(4)
  void draftIsApprovedAfterTheAuditThatTheRefusalAsksFor() {
    refused(2, ledgers.approve(RELEASE));
    Cli.Result audit = done(ledgers.audit(named("run 'taizhang release audit --release (\\S+)'")));
    assertTrue(audit.out().contains("each of 3 universities, 0 give anybody away"), audit.out());
    done(ledgers.approve(RELEASE));
    assertEquals(
        RELEASE + ",approved,director,checked by the ministry",
        ledgers.query(
            "SELECT release_id, state, approved_by, approved_why FROM published.releases"));
  }

  @Test
  @Order(5)
  void approvedReleaseIsExported() throws IOException {
    Path out = folder.resolve("open-data");
    done(ledgers.release("export", "--release", RELEASE, "--out", out.toString()));
    assertTrue(Files.exists(out.resolve("placement_rates.csv")));
    assertFalse(Files.readString(out.resolve("README.md")).contains("DRAFT"));
  }

  @Test
  @Order(6)
  void approvedReleaseStaysAsItIs() {
    Map<String, String> before = ledgers.checksums(RELEASE);
    refused(2, ledgers.approve(RELEASE));
    refused(
        2,
        Cli.run(
            "query",
            "--warehouse",
            ledgers.warehouse().toString(),
            "UPDATE published.placement_rates SET placed = 1"));
    Cli.Result next = done(create());
    assertTrue(next.out().startsWith("draft 2025-09-07-2: "), next.out());
    assertTrue(next.out().stripTrailing().endsWith("; since " + RELEASE + " no figure moved"));
    assertEquals(before, ledgers.checksums(RELEASE));
  }

  @Test
  @Order(7)
  void withdrawalTellsADraftFromWhatWasGivenOut() {
    assertEquals(
        "withdrew 2025-09-07-2; its rows stay, and as a draft it was never given out",
        withdraw("2025-09-07-2"));
    assertEquals(
        "withdrew "
            + RELEASE
            + "; its rows stay, and later releases are protected against what it showed",
        withdraw(RELEASE));
    refused(2, ledgers.publish(RELEASE, "given-out"));
    assertTrue(said.contains("Take its pages and workbooks away"), said);
  }

  private static String withdraw(String release) {
    return done(ledgers.release(
            "withdraw", "--release", release, "--by", "director", "--why", "a wrong file"))
        .out()
        .strip();
  }
}
