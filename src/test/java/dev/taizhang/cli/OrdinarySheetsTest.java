package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.Cli;
import dev.taizhang.support.HandmadeWorkbook;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.Workbooks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Ledgers as spreadsheets leave them, one university each, and what becomes of them in one run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrdinarySheetsTest {

  private static final String DATE = "_20250708.";

  @TempDir static Path folder;

  private Cli.Result run;

  @BeforeAll
  void takeIn() throws IOException {
    Path landing = folder.resolve("landing");
    Path ledgers = landing.resolve("ledger");
    Workbooks.write(
        ledgers.resolve("90001" + DATE + "xlsx"),
        workbook -> {
          Workbooks.sheet(workbook, "示例乙", lines(line("1", "70"), line("2", "70")))
              .setVisibilityState(VisibilityState.VERY_HIDDEN);
          // The later sheet counts, though its name comes first.
          Workbooks.sheet(workbook, "乙", lines(line("1", "70"), line("2", "10")));
          Workbooks.sheet(workbook, "甲", lines(line("1", "10"), line("3", "70")));
        });
    Workbooks.write(
        ledgers.resolve("90002" + DATE + "xlsx"),
        workbook -> {
          Worksheet sheet =
              Workbooks.sheet(
                  workbook,
                  "台账",
                  lines(line("1", "10"), withoutMajor("2", "70"), withoutMajor("3", "10")));
          sheet.range(1, 3, 3, 3).merge();
          sheet.range(1, 4, 3, 4).merge();
        });
    Ledgers.write(
        landing,
        "90003" + DATE + "csv",
        lines(
            line("\"=\"\"01\"\"\"", "\"=\"\"10\"\"\""),
            line("'02", "'70"),
            line("\t03", "\t10\t")));
    Ledgers.write(
        landing,
        "90004" + DATE + "csv",
        ("身份证号," + Ledgers.HEADER),
        "110101200002290018," + line("#N/A", "10"),
        "110101200002290026," + line("无", "70"),
        "110101200002290034," + line("0", "10"),
        "-," + line("-", "10"));
    Workbooks.write(
        ledgers.resolve("90005" + DATE + "xlsx"),
        workbook ->
            Workbooks.sheet(workbook, "示例丙", lines(line("1", "10")))
                .setVisibilityState(VisibilityState.HIDDEN));
    // The writer of the others takes minutes for a cell so far out.
    new HandmadeWorkbook()
        .sheet(
            "台账",
            HandmadeWorkbook.rows(lines(line("1", "10")))
                + "<row r='1048576'><c r='XFD1048576' t='inlineStr'><is><t> </t></is></c></row>")
        .write(ledgers.resolve("90006" + DATE + "xlsx"));
    Path followUps = landing.resolve("follow_up");
    Files.createDirectories(followUps);
    Files.writeString(
        followUps.resolve("90002" + DATE + "csv"),
        "学号,届别,单位名称,未就业原因\n\"=\"\"2\"\"\",2025,无,正在求职\n'3,2025,-,/\n",
        StandardCharsets.UTF_8);
    run = Cli.run("run", "--landing", landing.toString(), "--warehouse", warehouse());
  }

  private static String[] lines(String... rows) {
    String[] lines = new String[rows.length + 1];
    lines[0] = Ledgers.HEADER;
    System.arraycopy(rows, 0, lines, 1, rows.length);
    return lines;
  }

  private static String line(String student, String outcome) {
    return Ledgers.row(student, 2025, "0", outcome);
  }

  private static String withoutMajor(String student, String outcome) {
    return line(student, outcome).replace("080901,计算机科学与技术", ",");
  }

  private static String warehouse() {
    return folder.resolve("warehouse").toString();
  }

  private static String query(String sql) {
    Cli.Result result = Cli.run("query", "--warehouse", warehouse(), "--format", "csv", sql);
    assertEquals(0, result.exitCode(), result.err());
    return result.out().lines().skip(1).reduce("", (all, line) -> all + line + "\n").strip();
  }

  private static String entries(String university) {
    return query(
        "SELECT sheet_name, row_number, major_code, outcome_code, size(flags) FROM ledger.entries"
            + " WHERE university_code = '%s' ORDER BY 1, 2".formatted(university));
  }

  @Test
  void runEndsWell() {
    assertEquals(0, run.exitCode(), run.err());
  }

  @Test
  void hiddenSheetIsNotReadAndTheLastSheetThatIsShownWins() {
    assertEquals("1,3,080901,10,0\n2,2,080901,10,0\n2,3,080901,70,0", entries("90001"));
    assertEquals(
        "1,2,conflicting_row",
        query(
            "SELECT sheet_name, row_number, rule_id FROM intake.quarantine WHERE university_code ="
                + " '90001'"));
  }

  @Test
  void statusAndFilesTellHiddenSheetsByTheirPositionsAlone() {
    Cli.Result status = Cli.run("status", "--warehouse", warehouse(), "--format", "csv");

    assertTrue(status.out().contains("hidden_sheet,90001" + DATE + "xlsx"), status.out());
    assertTrue(status.out().contains("hidden sheet at position 1 of the workbook"), status.out());
    assertFalse((status.out() + run.err() + run.out()).contains("示例"), status.out());
    assertEquals(
        "[1]",
        query(
            "SELECT CAST(hidden_sheets AS STRING) FROM intake.submissions WHERE hidden_sheets IS"
                + " NOT NULL"));
  }

  @Test
  void inspectNamesTheHiddenSheet() {
    Cli.Result inspected =
        Cli.run(
            "inspect",
            folder.resolve("landing/ledger/90001" + DATE + "xlsx").toString(),
            "--format",
            "csv");

    assertEquals(0, inspected.exitCode(), inspected.err());
    assertTrue(inspected.out().contains("file,hidden_sheet 1,"), inspected.out());
    assertTrue(
        inspected.out().contains("hidden sheet at position 1 of the workbook"), inspected.out());
    assertTrue(inspected.out().contains("rows,read,4\n"), inspected.out());
  }

  @Test
  void fileWhoseOnlyLedgerIsHiddenIsRejectedWithThatReason() {
    assertEquals(
        "rejected,hidden_ledger",
        query(
            "SELECT status, reason_code FROM intake.submissions WHERE university_code = '90005'"));
  }

  @Test
  void mergedMajorHoldsForEachOfItsRows() {
    assertEquals("1,2,080901,10,0\n1,3,080901,70,0\n1,4,080901,10,0", entries("90002"));
  }

  @Test
  void protectedValuesAreRead() {
    assertEquals(",2,080901,10,0\n,3,080901,70,0\n,4,080901,10,0", entries("90003"));
  }

  @Test
  void placeholdersMakeNobodyOnePerson() {
    assertEquals(
        "5,no_identity",
        query("SELECT row_number, rule_id FROM intake.quarantine WHERE university_code = '90004'"));
    assertEquals(
        "3,2",
        query(
            "SELECT count(DISTINCT person_id), count_if(outcome_code = '10') FROM ledger.entries"
                + " WHERE university_code = '90004'"));
  }

  @Test
  void strayCellCostsNothing() {
    assertEquals("1,2,080901,10,0", entries("90006"));
  }

  @Test
  void placeholderForAnEmployerIsNoWork() {
    assertEquals(
        "unplaced\nunknown",
        query("SELECT employment_status FROM ledger.follow_up ORDER BY row_number"));
  }
}
