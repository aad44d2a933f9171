package dev.taizhang.landing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.landing.rows.FileRows;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.landing.rows.RowCells;
import dev.taizhang.landing.workbook.WorkbookFile;
import dev.taizhang.support.HandmadeWorkbook;
import dev.taizhang.support.Workbooks;
import dev.taizhang.tables.LedgerColumn;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What spreadsheets do to ledgers on any ordinary day, and what the cells then mean. */
class OrdinaryFilesTest {

  private static final String HEADER = "学号,毕业年份,毕业去向代码,专业代码,专业";
  private static final Configuration PLAIN = new Configuration(false);

  @TempDir Path folder;

  // Values merged over rows.

  @Test
  void valueMergedOverRowsHoldsForEachOfThem() throws IOException {
    List<String> expected =
        List.of("1|080901|软件", "2|080901|软件", "3|080901|软件", "4|120203K|会计", "5||");

    assertEquals(expected, majors(mergedWorkbook()));
    assertEquals(expected, majors(mergedWorkbookOfExcel97()));
  }

  private Path mergedWorkbook() throws IOException {
    return Workbooks.write(
        folder.resolve("10001_20220608.xlsx"),
        workbook -> {
          Worksheet sheet = Workbooks.sheet(workbook, "台账", mergedLines());
          sheet.range(0, 0, 0, 4).merge();
          sheet.range(2, 3, 4, 3).merge();
          sheet.range(2, 4, 4, 4).merge();
        });
  }

  private Path mergedWorkbookOfExcel97() throws IOException {
    return excel97(
        workbook -> {
          HSSFSheet sheet = sheet(workbook, mergedLines());
          sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 4));
          sheet.addMergedRegion(new CellRangeAddress(2, 4, 3, 3));
          sheet.addMergedRegion(new CellRangeAddress(2, 4, 4, 4));
        });
  }

  private static String[] mergedLines() {
    return new String[] {
      "2022届毕业生就业台账",
      HEADER,
      "1,2022,10,080901,软件",
      "2,2022,10",
      "3,2022,10",
      "4,2022,10,120203K,会计",
      "5,2022,70"
    };
  }

  @Test
  void blockOverSeveralColumnsHasItsValueInTheFirst() throws IOException {
    Path file =
        handmade(
            List.of(row(1, HEADER), row(2, "1,2022,10,080901"), row(3, "2,2022,10"), row(4, "")),
            "D2:E4");

    assertEquals(List.of("1|080901|", "2|080901|"), majors(file));
  }

  @Test
  void titleAboveOrInTheHeaderIsNoValue() throws IOException {
    Path file =
        handmade(
            List.of(row(1, "台账"), row(2, HEADER), row(3, "1,2022,10"), row(4, "2,2022,70")),
            "A1:E3",
            "D2:D4");

    assertEquals(List.of("1||", "2||"), majors(file));
  }

  @Test
  void mergedRowsWithNothingOfTheirOwnAreNoRows() throws IOException {
    Path file =
        handmade(List.of(row(1, HEADER), row(2, "1,2022,10,080901"), row(3, "")), "A2:A3", "D2:D3");

    assertEquals(List.of("1|080901|"), majors(file));
  }

  @Test
  void whatStandsUnderAMergedCellIsKeptAndErrorsAreNot() throws IOException {
    Path file =
        handmade(
            List.of(
                row(1, HEADER),
                row(2, "1,2022,10,080901"),
                row(3, "2,2022,10,080902"),
                row(4, "3,2022,10,#N/A")),
            "D2:D3");

    assertEquals(List.of("1|080901|", "2|080902|", "3||"), majors(file));
  }

  // Values that are protected from spreadsheets.

  @Test
  void protectedFileIsReadLikeAnyOther() throws IOException {
    String plain = HEADER + "\n012,2022,10,080901,软件\n013,2022,70,,\n";
    String formulas =
        "\"=\"\"学号\"\"\",\"=\"\"毕业年份\"\"\",\"=\"\"毕业去向代码\"\"\",专业代码,专业\n"
            + "\"=\"\"012\"\"\",2022,\"=\"\"10\"\"\",=\"080901\",软件\n"
            + "\"=\"\"013\"\"\",2022,\"=\"\"70\"\"\",\"=\"\"\"\"\",\n"
            + "\"=\"\"\"\"\",\"=\"\"\"\"\",\"=\"\"\"\"\",,,\"=\"\"\"\"\"\n";
    String apostrophes = HEADER + "\n'012,2022,'10,'080901,软件\n\t013\t,\t2022,70\t,',\n";

    assertEquals(people(text(plain)), people(text(formulas)));
    assertEquals(people(text(plain)), people(text(apostrophes)));
  }

  // What says nothing.

  @Test
  void rowOfErrorsAloneIsNoRowInAnyFormat() throws IOException {
    String[] lines = {HEADER, "1,2022,10,#N/A,-", "#N/A,#N/A,#REF!,#N/A,#N/A"};
    Path workbook =
        Workbooks.write(
            folder.resolve("10001_20220608.xlsx"), book -> Workbooks.sheet(book, "台账", lines));

    assertEquals(List.of("1|2022|10||"), people(text(String.join("\n", lines))));
    assertEquals(List.of("1|2022|10||"), people(workbook));
    assertEquals(List.of("1|2022|10||"), people(excel97(book -> sheet(book, lines))));
  }

  // Days, stray cells and memory.

  @Test
  void plainNumbersOfADateColumnAreCountedFrom1904WhereTheWorkbookIs() throws IOException {
    String header = "学号,毕业年份,毕业去向代码,毕业时间,落实日期";
    String rows =
        row(1, header)
            + "<row r='2'><c><v>1</v></c><c><v>2025</v></c><c><v>10</v></c>"
            + "<c><v>44376</v></c><c t='inlineStr'><is><t>20250630</t></is></c></row>";
    Path newer =
        new HandmadeWorkbook()
            .from1904()
            .sheet("台账", rows)
            .write(folder.resolve("10001_20250708.xlsx"));
    Path older =
        excel97(
            workbook -> {
              ((DateWindow1904Record)
                      workbook.getInternalWorkbook().findFirstRecordBySid(DateWindow1904Record.sid))
                  .setWindowing((short) 1);
              HSSFRow row = sheet(workbook, header, "1,2025,10,,20250630").getRow(1);
              row.createCell(3).setCellValue(44_376);
            });
    Path usual =
        new HandmadeWorkbook().sheet("台账", rows).write(folder.resolve("10001_20250709.xlsx"));

    assertEquals(List.of("2025-06-30|20250630"), dates(newer));
    assertEquals(List.of("2025-06-30|20250630"), dates(older));
    assertEquals(List.of("44376|20250630"), dates(usual));
  }

  @Test
  void textWithTheTrailingCommasOfAStrayCellIsRead() throws IOException {
    String commas = ",".repeat(16_000);

    assertEquals(
        List.of("1|2022|10||"), people(text(HEADER + commas + "\n1,2022,10,," + commas + "x\n")));
  }

  @ParameterizedTest
  @CsvSource({"xlsx, 1000", "xls, 450"})
  void workbookWhoseTextsDoNotFitIsRejectedAndItsPartsAreRead(String format, int characters)
      throws IOException {
    Limits small = limits(characters);
    List<String> all = new ArrayList<>(List.of(HEADER));
    for (int i = 1; i <= 20; i++) {
      all.add("2022%04d,2022,10,080901,软件%04d".formatted(i, i));
    }
    Rejection rejection = ending(ofFormat(format, all), small).orElseThrow();

    assertEquals(Rejection.textsTooLarge(characters), rejection);
    assertTrue(rejection.reason().contains("_p1"), rejection.reason());
    List<String> first = all.subList(0, 11);
    List<String> second = new ArrayList<>(List.of(HEADER));
    second.addAll(all.subList(11, 21));
    assertEquals(Optional.empty(), ending(ofFormat(format, first), small));
    assertEquals(10, people(ofFormat(format, first)).size());
    assertEquals(Optional.empty(), ending(ofFormat(format, second), small));
  }

  private Path ofFormat(String format, List<String> lines) throws IOException {
    if (format.equals("xls")) {
      return excel97(workbook -> sheet(workbook, lines.toArray(String[]::new)));
    }
    StringBuilder strings = new StringBuilder();
    StringBuilder rows = new StringBuilder();
    int count = 0;
    for (String line : lines) {
      rows.append("<row>");
      for (String cell : line.split(",", -1)) {
        strings.append("<si><t>").append(cell).append("</t></si>");
        rows.append("<c t='s'><v>").append(count++).append("</v></c>");
      }
      rows.append("</row>");
    }
    return new HandmadeWorkbook()
        .strings(strings.toString())
        .sheet("台账", rows.toString())
        .write(folder.resolve("10001_20220608.xlsx"));
  }

  private static Limits limits(int workbookCharacters) {
    Limits usual = Limits.DEFAULT;
    return new Limits(
        usual.fileBytes(),
        usual.columns(),
        usual.cellCharacters(),
        usual.workbookBytes(),
        usual.compressionRatio(),
        workbookCharacters);
  }

  @Test
  void textsOfExcel97AreReadAcrossTheRecordsThatTheyFill() throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int i = 0; i < 2_000; i++) {
      lines.add(i + "a,2022,10,080901," + (i % 2 == 0 ? "软件" : "software") + i);
    }
    List<String> read = people(excel97(book -> sheet(book, lines.toArray(String[]::new))));

    assertEquals(lines.stream().skip(1).map(line -> line.replace(',', '|')).toList(), read);
  }

  @Test
  void fileThatMemoryRanOutOverIsRejectedAndSaysWhatToDo() {
    Rejection rejection = WorkbookFile.stopped(new OutOfMemoryError("Java heap space")).rejection();

    assertEquals("out_of_memory", rejection.code());
    assertTrue(rejection.reason().contains("_p1"), rejection.reason());
    assertFalse(rejection.reason().contains("heap"), rejection.reason());
  }

  /** Fills a workbook. */
  @FunctionalInterface
  private interface Filling {
    void fill(HSSFWorkbook workbook);
  }

  private Path excel97(Filling filling) throws IOException {
    Path file = folder.resolve("10001_20220608.xls");
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      filling.fill(workbook);
      workbook.write(out);
    }
    return file;
  }

  private static HSSFSheet sheet(HSSFWorkbook workbook, String... lines) {
    HSSFSheet sheet = workbook.createSheet("台账");
    for (int i = 0; i < lines.length; i++) {
      String[] cells = lines[i].split(",", -1);
      HSSFRow row = sheet.createRow(i);
      for (int j = 0; j < cells.length; j++) {
        if (!cells[j].isEmpty()) {
          row.createCell(j).setCellValue(cells[j]);
        }
      }
    }
    return sheet;
  }

  private Path handmade(List<String> rows, String... merged) throws IOException {
    return new HandmadeWorkbook()
        .sheet("台账", String.join("", rows))
        .merge(merged)
        .write(folder.resolve("10001_20220608.xlsx"));
  }

  private static String row(int number, String cells) {
    StringBuilder row = new StringBuilder("<row r='" + number + "'>");
    for (String cell : cells.split(",", -1)) {
      row.append("<c t='inlineStr'><is><t>").append(cell).append("</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  private Path text(String content) throws IOException {
    return Files.writeString(folder.resolve("10001_20220608.csv"), content);
  }

  private static List<String> majors(Path file) throws IOException {
    return read(
        file, LedgerColumn.STUDENT_NUMBER, LedgerColumn.MAJOR_CODE, LedgerColumn.MAJOR_NAME);
  }

  private static List<String> people(Path file) throws IOException {
    return read(
        file,
        LedgerColumn.STUDENT_NUMBER,
        LedgerColumn.GRADUATION_YEAR,
        LedgerColumn.OUTCOME_CODE,
        LedgerColumn.MAJOR_CODE,
        LedgerColumn.MAJOR_NAME);
  }

  private static List<String> dates(Path file) throws IOException {
    return read(file, LedgerColumn.GRADUATION_DATE, LedgerColumn.OUTCOME_DATE);
  }

  private static List<String> read(Path file, LedgerColumn... columns) throws IOException {
    return read(
        file,
        cells ->
            String.join(
                "|", Arrays.stream(columns).map(column -> cells.cell(column).toString()).toList()));
  }

  private static List<String> read(Path file, Function<RowCells, String> view) throws IOException {
    List<String> read = new ArrayList<>();
    try (FileRows rows =
        LedgerRows.open(ReadFile.survey(file, Limits.DEFAULT).plan(), Limits.DEFAULT, PLAIN)) {
      for (RowCells row; (row = rows.next()) != null; ) {
        read.add(view.apply(row));
      }
    }
    return read;
  }

  /** Why a file is rejected, at the first look or while it is read; empty when it is not. */
  private static Optional<Rejection> ending(Path file, Limits limits) throws IOException {
    Survey survey = ReadFile.survey(file, limits);
    if (survey.rejection().isPresent()) {
      return survey.rejection();
    }
    try (FileRows rows = LedgerRows.open(survey.plan(), limits, PLAIN)) {
      while (rows.next() != null) {
        // Only the end counts.
      }
      return Optional.empty();
    } catch (ReadingStopped stopped) {
      return Optional.of(stopped.rejection());
    }
  }
}
