package dev.taizhang.cli;

import static dev.taizhang.support.Ledgers.HEADER;
import static dev.taizhang.support.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.support.Versions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The life of one warehouse, week after week, as an analyst and a data engineer see it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunTest {

  @TempDir static Path folder;

  private static Path warehouse() {
    return folder.resolve("warehouse");
  }

  private static Path landing() {
    return folder.resolve("landing");
  }

  private static Cli.Result run(String... more) {
    String[] arguments = new String[more.length + 5];
    arguments[0] = "run";
    arguments[1] = "--landing";
    arguments[2] = landing().toString();
    arguments[3] = "--warehouse";
    arguments[4] = warehouse().toString();
    System.arraycopy(more, 0, arguments, 5, more.length);
    return Cli.run(arguments);
  }

  private static String query(String sql) {
    Cli.Result result =
        Cli.run("query", "--warehouse", warehouse().toString(), "--format", "csv", sql);
    assertEquals(0, result.exitCode(), result.err());
    return result.out().lines().skip(1).reduce("", (all, line) -> all + line + "\n").strip();
  }

  private static Map<String, Long> ledgerAndMarts() throws IOException {
    Map<String, Long> versions = new TreeMap<>(Versions.of(warehouse()));
    versions.keySet().removeIf(name -> !name.startsWith("ledger.") && !name.startsWith("marts."));
    return versions;
  }

  @Test
  @Order(1)
  void firstWeeksGiveFiguresAndListWhatWasWrong() throws IOException {
    Ledgers.write(
        landing(),
        "90001_20250601.csv",
        HEADER,
        row("1", 2025, "0", "70"),
        row("2", 2025, "0", "10"),
        row("3", 2025, "2", "70"),
        row("4", 2025, "4", "70"),
        row("5", 2025, "0", "10"),
        row("6", 2025, "0", "10"));
    Ledgers.write(
        landing(),
        "90001_20250608.csv",
        Ledgers.GB18030,
        HEADER,
        row("1", 2025, "0", "11"),
        row("2", 2025, "0", "10"),
        row("3", 2025, "2", ""),
        row("", 2025, "0", "10"),
        row("5", 2025, "0", "10"),
        row("6", 2025, "0", "10"));
    Ledgers.write(landing(), "没有代码.csv", HEADER, row("9", 2025, "0", "10"));
    Cli.Result result = run();
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        "files 3, read 3; submissions accepted 2, rejected 1; rows read 12, quarantined 1",
        result.out().strip());
    assertTrue(
        Pattern.compile("rejected ledger/~[0-9a-f]{8}\\.csv \\[bad_name]")
            .matcher(result.err())
            .find(),
        result.err());
    assertEquals(
        "all,5,4,0,1,2025-06-08\nany,1,0,0,1,2025-06-08\nnone,4,4,0,0,2025-06-08",
        query(
            "SELECT hardship_group, graduates, placed, awaiting, outcome_unknown, as_of_date FROM"
                + " marts.placement_rates WHERE hardship_group IN ('all', 'none', 'any') AND"
                + " degree_level = 'all' AND region_role = 'all' AND major_level = 'all' AND"
                + " university_code = 'all' ORDER BY hardship_group"));
    assertEquals(
        "no_identity,5,学号为空或已损坏，身份证号缺失或无效，无法识别毕业生；请补填学号。",
        query("SELECT rule_id, row_number, message_zh FROM intake.quarantine"));
  }

  @Test
  @Order(2)
  void historyTellsWhoEnteredChangedAndLeft() {
    assertEquals(
        "changed,2\nentered,6\nleft,1",
        query("SELECT change_kind, count(*) FROM ledger.history GROUP BY 1 ORDER BY 1"));
  }

  @Test
  @Order(3)
  void sameCommandAgainWritesNothing() throws IOException {
    Map<String, Long> before = Versions.of(warehouse());
    Cli.Result again = run();
    assertEquals(0, again.exitCode(), again.err());
    assertEquals(
        "files 3, read 0; submissions accepted 0, rejected 0; rows read 0, quarantined 0",
        again.out().strip());
    assertEquals(before, Versions.of(warehouse()));
  }

  @Test
  @Order(4)
  void sameBytesUnderAnotherPathChangeNothing() throws IOException {
    Map<String, Long> before = ledgerAndMarts();
    Ledgers.write(
        landing(),
        "again/90001_20250608_copy.csv",
        Ledgers.GB18030,
        HEADER,
        row("1", 2025, "0", "11"),
        row("2", 2025, "0", "10"),
        row("3", 2025, "2", ""),
        row("", 2025, "0", "10"),
        row("5", 2025, "0", "10"),
        row("6", 2025, "0", "10"));
    Cli.Result result = run();
    assertEquals(
        "files 4, read 1; submissions accepted 0, rejected 0; rows read 0, quarantined 0",
        result.out().strip());
    assertEquals(before, ledgerAndMarts());
  }

  @Test
  @Order(5)
  void laterFileOfTheSameDateReplacesTheEarlierOne() throws IOException {
    Ledgers.write(
        landing(),
        "90001_20250608_corrected.csv",
        HEADER,
        row("1", 2025, "0", "11"),
        row("2", 2025, "0", "10"),
        row("3", 2025, "2", "80"),
        row("4", 2025, "4", "70"),
        row("5", 2025, "0", "10"),
        row("6", 2025, "0", "10"));
    Cli.Result result = run();
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        "in_force,6\nsuperseded,5",
        query(
            "SELECT status, graduates FROM intake.slices WHERE snapshot_date = '2025-06-08' ORDER"
                + " BY status"));
    assertEquals(
        "6,5",
        query(
            "SELECT graduates, placed FROM marts.placement_rates WHERE hardship_group = 'all' AND"
                + " degree_level = 'all' AND region_role = 'all' AND major_level = 'all' AND"
                + " university_code = 'all'"));
  }

  @Test
  @Order(6)
  void earlierVersionOfATableCanBeAsked() {
    String counts = "SELECT sum(placed) FROM marts.placement_rates%s WHERE university_code = 'all'";
    assertNotEquals(query(counts.formatted("")), query(counts.formatted(" VERSION AS OF 1")));
  }

  @Test
  @Order(6)
  void greatestDateOfATableIsAnswered() {
    assertEquals("2025-06-08", query("SELECT max(snapshot_date) FROM intake.slices"));
  }

  @Test
  @Order(7)
  void figuresOfADateAskedForAreKeptBesideTheNewest() {
    assertEquals(0, run("--as-of", "2025-06-01").exitCode());
    assertEquals(
        "2025-06-01,6,3\n2025-06-08,6,5",
        query(
            "SELECT as_of_date, graduates, placed FROM marts.placement_rates WHERE hardship_group ="
                + " 'all' AND degree_level = 'all' AND region_role = 'all' AND major_level = 'all'"
                + " AND university_code = 'all' ORDER BY as_of_date"));
  }

  @Test
  @Order(8)
  void statusTellsWhoReportedAndWhatWasRejected() {
    Cli.Result status = Cli.run("status", "--warehouse", warehouse().toString());
    assertEquals(0, status.exitCode(), status.err());
    assertTrue(status.out().contains("90001"), status.out());
    assertTrue(status.out().contains("on_time"), status.out());
    assertTrue(status.out().contains("bad_name"), status.out());
    assertTrue(status.out().contains("superseded"), status.out());
  }

  @Test
  @Order(9)
  void strictRunWithLossesSaysSoByItsExitCode() throws IOException {
    Ledgers.write(
        landing(),
        "90001_20250615.csv",
        HEADER,
        row("1", 2025, "0", "11"),
        row("2", 2025, "0", "10"),
        row("3", 2025, "2", "80"),
        row("4", 2025, "4", "70"),
        row("4", 2025, "4", "70"),
        row("5", 2025, "0", "10"),
        row("6", 2025, "0", "10"));
    Cli.Result result = run("--strict");
    assertEquals(5, result.exitCode(), result.err());
    assertEquals(
        "duplicate_row,6",
        query(
            "SELECT rule_id, row_number FROM intake.quarantine WHERE snapshot_date ="
                + " '2025-06-15'"));
  }

  @Test
  @Order(10)
  void rejectedFileIsTriedAgainWhenTheAnalystAddsAnAlias() throws IOException {
    Ledgers.write(landing(), "90002_20250615.csv", "姓名,编号,届,去向情况", "示例乙,1,2025,10");
    Cli.Result rejected = run();
    assertTrue(rejected.err().contains("missing_column"), rejected.err());
    assertTrue(rejected.err().contains("去向情况"), rejected.err());
    Path reference = folder.resolve("reference");
    java.nio.file.Files.createDirectories(reference);
    java.nio.file.Files.writeString(
        reference.resolve("column_aliases.csv"),
        "feed,column,header,note\nledger,outcome,去向情况,\nledger,student_number,编号,\n");
    Cli.Result accepted = run("--reference", reference.toString());
    assertEquals(0, accepted.exitCode(), accepted.err());
    assertEquals(
        "accepted", query("SELECT status FROM intake.submissions WHERE university_code = '90002'"));
    assertTrue(accepted.err().contains("--reconform reads them again"), accepted.err());
    Cli.Result reconformed = run("--reference", reference.toString(), "--reconform");
    assertEquals(0, reconformed.exitCode(), reconformed.err());
    assertTrue(!reconformed.err().contains("--reconform"), reconformed.err());
  }

  @Test
  @Order(11)
  void verifyHoldsOnWhatRunsMade() {
    Cli.Result verify = Cli.run("verify", "--warehouse", warehouse().toString());
    assertEquals(0, verify.exitCode(), verify.out() + verify.err());
    assertTrue(verify.out().endsWith(" checks, 0 failed\n"), verify.out());
  }

  @Test
  @Order(12)
  void otherKeyIsRefusedBeforeAnythingIsWritten() throws IOException {
    Map<String, Long> before = Versions.of(warehouse());
    Cli.Result result =
        Cli.withKey(
            "another key, of sixteen bytes or more",
            "run",
            "--landing",
            landing().toString(),
            "--warehouse",
            warehouse().toString());
    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains("was written with another key"), result.err());
    assertEquals(before, Versions.of(warehouse()));
  }

  @Test
  @Order(13)
  void runBesideAnotherIsExitCode6() throws IOException {
    Map<String, Long> before = Versions.of(warehouse());
    SharedSpark.session()
        .sql(
            "UPDATE delta.`%s/ops/lock` SET holder = 'another', heartbeat_at = current_timestamp()"
                .formatted(warehouse()));
    Cli.Result busy = run();
    assertEquals(6, busy.exitCode(), busy.err());
    assertTrue(busy.err().contains("Another run, another, holds the warehouse"), busy.err());
    before.merge("ops.lock", 1L, Long::sum);
    assertEquals(before, Versions.of(warehouse()));
  }

  @Test
  @Order(14)
  void verifyFailsOnATableBrokenOnPurpose() {
    SharedSpark.session()
        .sql(
            "DELETE FROM delta.`%s/marts/placement_rates` WHERE university_code = '90002'"
                .formatted(warehouse()));
    Cli.Result verify = Cli.run("verify", "--warehouse", warehouse().toString());
    assertEquals(4, verify.exitCode());
    assertTrue(verify.out().contains("FAILED adds_up_over_universities"), verify.out());
    assertTrue(verify.err().contains("checks failed"), verify.err());
  }

  @Test
  @Order(15)
  void verifyFailsOnALostRow() {
    SharedSpark.session()
        .sql(
            "DELETE FROM delta.`%s/ledger/entries` WHERE university_code = '90002'"
                .formatted(warehouse()));
    Cli.Result verify = Cli.run("verify", "--warehouse", warehouse().toString());
    assertEquals(4, verify.exitCode());
    assertTrue(verify.out().contains("FAILED nothing_lost"), verify.out());
    assertTrue(verify.out().contains("FAILED slices_complete"), verify.out());
  }
}
