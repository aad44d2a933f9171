package dev.taizhang.landing.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.taizhang.landing.FilePlan;
import dev.taizhang.landing.ReadFile;
import dev.taizhang.landing.rows.FileRows;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.support.HandmadeWorkbook;
import dev.taizhang.support.Workbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookRowsTest {

  private static final String HEADER = "学号,毕业年份,毕业去向代码";
  private static final String HEADER_ROW =
      "<row r='1'>" + text("学号") + text("毕业年份") + text("毕业去向代码") + "</row>";

  @TempDir Path folder;

  @Test
  void rowsComeSheetBySheetUnderTheNumbersThatAPersonSees() throws IOException {
    Path file =
        Workbooks.write(
            folder.resolve("10001_20220608.xlsx"),
            workbook -> {
              Workbooks.sheet(workbook, "本科", "台账", HEADER, "001,2022,10", "", "002,2022,11");
              Workbooks.sheet(workbook, "说明", "一、请如实填报");
              Workbooks.sheet(workbook, "高职", HEADER, "003,2022,12");
            });

    assertEquals(List.of("1|3|001|10", "1|5|002|11", "3|2|003|12"), ReadFile.lines(file));
  }

  @Test
  void sparseRowsKeepTheirNumbers() throws IOException {
    Path file =
        handmade(
            HEADER_ROW
                + "<row r='7'><c r='A7'><v>1</v></c><c r='C7'><v>10</v></c></row>"
                + "<row r='1000000'><c r='C1000000'><v>11</v></c></row>");

    assertEquals(List.of("1|7|1|10", "1|1000000||11"), ReadFile.lines(file));
  }

  @Test
  void rowsAndCellsWithoutReferencesAreCounted() throws IOException {
    String row = "<row><c><v>%d</v></c><c><v>2022</v></c><c><v>10</v></c></row>";
    Path file =
        handmade(HEADER_ROW.replace("<row r='1'>", "<row>") + row.formatted(1) + row.formatted(2));

    assertEquals(List.of("1|2|1|10", "1|3|2|10"), ReadFile.lines(file));
  }

  @Test
  void rowWithoutANumberFollowsTheRowBefore() throws IOException {
    Path file =
        handmade(
            HEADER_ROW.replace("<row r='1'>", "<row>")
                + "<row r='7'><c><v>1</v></c></row><row><c><v>2</v></c></row>");

    assertEquals(List.of("1|7|1|", "1|8|2|"), ReadFile.lines(file));
  }

  @Test
  void rowsWithNothingButStyleAreNoRows() throws IOException {
    Path file =
        Workbooks.write(
            folder.resolve("10001_20220608.xlsx"),
            workbook -> {
              Worksheet sheet = Workbooks.sheet(workbook, "台账", HEADER, "001,2022,10", ", , ");
              sheet.range(0, 0, 10, 10).style().fillColor("FF0000").set();
            });

    assertEquals(List.of("1|2|001|10"), ReadFile.lines(file));
  }

  @Test
  void cellsBeyondTheHeaderAreSurplusUnlessTheyAreBlank() throws IOException {
    Path file =
        Workbooks.write(
            folder.resolve("10001_20220608.xlsx"),
            workbook -> Workbooks.sheet(workbook, "台账", HEADER, "1,2022,10,多", "2,2022,10, "));

    assertEquals(
        List.of("true", "false"), ReadFile.rows(file, row -> Boolean.toString(row.hasSurplus())));
  }

  @Test
  void rowsHaveTheSameHashOnlyWhereAllCellsAgree() throws IOException {
    Path file =
        Workbooks.write(
            folder.resolve("10001_20220608.xlsx"),
            workbook -> {
              Worksheet sheet =
                  Workbooks.sheet(
                      workbook,
                      "台账",
                      HEADER + ",备注栏",
                      "1,2022,10",
                      "1,2022,10",
                      "1,2022,10,甲",
                      "1,2022,,10");
              sheet.value(5, 0, 1);
              sheet.value(5, 1, 2022);
              sheet.value(5, 2, 10);
              sheet.style(5, 3).bold().set();
            });

    List<String> hashes = ReadFile.rows(file, row -> Long.toString(row.hash()));

    assertEquals(hashes.get(0), hashes.get(1));
    assertEquals(hashes.get(0), hashes.get(4));
    assertNotEquals(hashes.get(0), hashes.get(2));
    assertNotEquals(hashes.get(0), hashes.get(3));
    assertNotEquals(hashes.get(2), hashes.get(3));
  }

  @Test
  void textAndWorkbookOfTheSameCellsHaveTheSameHashes() throws IOException {
    String[] lines = {HEADER, "001,2022,10", "002,,70"};
    Path text = Files.writeString(folder.resolve("10001_20220608.csv"), String.join("\n", lines));
    Path workbook =
        Workbooks.write(
            folder.resolve("10001_20220608.xlsx"), book -> Workbooks.sheet(book, "台账", lines));

    assertEquals(
        ReadFile.rows(text, row -> row.rowNumber() + "|" + row.hash()),
        ReadFile.rows(workbook, row -> row.rowNumber() + "|" + row.hash()));
  }

  @Test
  void ambiguousColumnStopsTheFile() throws IOException {
    Path file =
        Workbooks.write(
            folder.resolve("10001_20220608.xlsx"),
            workbook ->
                Workbooks.sheet(
                    workbook, "台账", HEADER + ",毕业去向代码", "1,2022,10,10", "2,2022,10,11"));

    assertEquals("ambiguous_column", stopped(file, Limits.DEFAULT).code());
  }

  @Test
  void cellBeyondTheLimitStopsTheFile() throws IOException {
    Path file =
        Workbooks.write(
            folder.resolve("10001_20220608.xlsx"),
            workbook -> Workbooks.sheet(workbook, "台账", HEADER, "x".repeat(21) + ",2022,10"));
    Limits usual = Limits.DEFAULT;

    assertEquals(
        Rejection.workbookCellTooLong(2, 20),
        stopped(file, new Limits(usual.fileBytes(), 10, 20, usual.workbookBytes(), 200)));
  }

  @Test
  void cellThatStrayedFarFromItsTableIsNotPartOfIt() throws IOException {
    Path file =
        handmade(
            HEADER_ROW.replace("</row>", "<c r='XFD1' t='inlineStr'><is><t>x</t></is></c></row>")
                + "<row r='2'><c r='A2'><v>1</v></c><c r='SS2'><v>1</v></c></row>"
                + "<row r='1048576'><c r='XFD1048576' t='inlineStr'><is><t> </t></is></c></row>");

    assertEquals(List.of("1|2|1|"), ReadFile.lines(file));
    assertEquals(List.of("false"), ReadFile.rows(file, row -> Boolean.toString(row.hasSurplus())));
  }

  @Test
  void rowWithMoreTextsThanThereMayBeColumnsStopsTheFile() throws IOException {
    Path file = handmade(HEADER_ROW + "<row r='2'>" + "<c><v>1</v></c>".repeat(513) + "</row>");

    assertEquals(Rejection.tooManyColumns(512), stopped(file, Limits.DEFAULT));
  }

  @Test
  void partThatBreaksOffStopsTheFileAfterTheRowsBefore() throws IOException {
    Path file =
        handmade(HEADER_ROW + "<row r='21'><c><v>1</v></c></row><row r='22'><c><v>无名氏</c></row>");
    FileRows rows = open(file, Limits.DEFAULT);

    assertEquals(21, rows.next().rowNumber());
    ReadingStopped stopped = assertThrows(ReadingStopped.class, rows::next);
    assertEquals(Rejection.unreadable("MalformedXml"), stopped.rejection());
    assertEquals(1, rows.rowCount());
    rows.close();
  }

  @Test
  void kindOfCellThatNobodyKnowsStopsTheFile() throws IOException {
    Path file =
        handmade(
            HEADER_ROW
                + "<row r='21'><c><v>1</v></c></row><row r='22'><c t='x'><v>1</v></c></row>");

    assertEquals(Rejection.unreadable("UnknownKindOfCell"), stopped(file, Limits.DEFAULT));
  }

  @Test
  void twoRowsOfOneNumberStopTheFile() throws IOException {
    String row = "<row r='21'><c><v>1</v></c></row>";

    assertEquals(
        Rejection.unreadable("RowsOutOfOrder"),
        stopped(handmade(HEADER_ROW + row + row), Limits.DEFAULT));
  }

  @Test
  void fileThatIsNoWorkbookAnyMoreIsStopped() throws IOException {
    Path file = handmade(HEADER_ROW);
    FilePlan plan = ReadFile.survey(file).plan();
    Files.writeString(file, "PK");

    ReadingStopped stopped =
        assertThrows(
            ReadingStopped.class,
            () -> ReadFile.open(plan, Limits.DEFAULT, new Configuration(false)));
    assertEquals(Rejection.damagedArchive(), stopped.rejection());
  }

  private Path handmade(String rows) throws IOException {
    return new HandmadeWorkbook().sheet("台账", rows).write(folder.resolve("10001_20220608.xlsx"));
  }

  private static String text(String text) {
    return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
  }

  private static Rejection stopped(Path file, Limits limits) throws IOException {
    try (FileRows rows = open(file, limits)) {
      return assertThrows(
              ReadingStopped.class,
              () -> {
                while (rows.next() != null) {
                  // Only the end counts.
                }
              })
          .rejection();
    }
  }

  private static FileRows open(Path file, Limits limits) throws IOException {
    return ReadFile.open(ReadFile.survey(file).plan(), limits, new Configuration(false));
  }
}
