package dev.taizhang.landing.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.taizhang.landing.ReadFile;
import dev.taizhang.landing.rows.FileRows;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.tables.LedgerColumn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks of Excel 97. */
class XlsRowsTest {

  private static final String NAME = "10001_20220608.xls";
  private static final String HEADER = "学号,毕业年份,毕业去向代码,单位名称";

  @TempDir Path folder;

  /** Fills a workbook. */
  @FunctionalInterface
  private interface Filling {
    void fill(HSSFWorkbook workbook);
  }

  @Test
  void rowsComeSheetBySheetUnderTheNumbersThatAPersonSees() throws IOException {
    Path file =
        write(
            workbook -> {
              sheet(workbook, "本科", "台账", HEADER, "001,2022,10", "", "002,2022,11");
              sheet(workbook, "上周", HEADER, "001,2022,70");
              sheet(workbook, "模板", HEADER, "001,2022,70");
              sheet(workbook, "高职", HEADER, "003,2022,12");
              workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
              workbook.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
            });

    assertEquals("xls", ReadFile.survey(file).layout().encoding());
    assertEquals(List.of(2, 3), ReadFile.survey(file).layout().hiddenSheets());
    assertEquals(List.of("1|3|001|10", "1|5|002|11", "2|2|003|12"), ReadFile.lines(file));
  }

  @Test
  void rowsHaveTheHashesOfTheSameRowsAsText() throws IOException {
    String[] lines = {HEADER, "001,2022,10,甲公司", "002,,70", "003,2022,,乙公司"};
    Path text = Files.writeString(folder.resolve("10001_20220608.csv"), String.join("\n", lines));

    assertEquals(
        ReadFile.rows(text, row -> row.rowNumber() + "|" + row.hash()),
        ReadFile.rows(
            write(workbook -> sheet(workbook, "台账", lines)),
            row -> row.rowNumber() + "|" + row.hash()));
  }

  @ParameterizedTest
  @CsvSource({
    "31, General, 31",
    "20250630, General, 20250630",
    "3800.5, General, 3800.5",
    "0.30000000000000004, General, 0.3",
    "410101200203040015, General, 410101200203040000",
    "1E300, General, 1E+300",
    "-2, General, -2",
    "45838, yyyy-mm-dd, 2025-06-30",
    "45838.75, m/d/yy h:mm, 2025-06-30",
    "45838, yyyy\"届\", 2025",
    "80901, 000000, 080901"
  })
  void numbersAreReadLikeThoseOfTheNewerFormat(double number, String format, String expected)
      throws IOException {
    Path file =
        write(
            workbook -> {
              HSSFCell cell = sheet(workbook, "台账", HEADER, "1,2022,10").getRow(1).createCell(3);
              HSSFCellStyle style = workbook.createCellStyle();
              style.setDataFormat(workbook.createDataFormat().getFormat(format));
              cell.setCellStyle(style);
              cell.setCellValue(number);
            });

    assertEquals(
        List.of(expected),
        ReadFile.rows(file, row -> row.cell(LedgerColumn.EMPLOYER_NAME).toString()));
  }

  @Test
  void daysOfA1904WorkbookBeginFourYearsLater() throws IOException {
    Path file =
        write(
            workbook -> {
              ((DateWindow1904Record)
                      workbook.getInternalWorkbook().findFirstRecordBySid(DateWindow1904Record.sid))
                  .setWindowing((short) 1);
              HSSFCell cell = sheet(workbook, "台账", HEADER, "1,2022,10").getRow(1).createCell(3);
              HSSFCellStyle style = workbook.createCellStyle();
              style.setDataFormat((short) 14);
              cell.setCellStyle(style);
              cell.setCellValue(44_376);
            });

    assertEquals(
        List.of("2025-06-30"),
        ReadFile.rows(file, row -> row.cell(LedgerColumn.EMPLOYER_NAME).toString()));
  }

  @Test
  void formulasAreTheirStoredValueAndErrorsAreBlank() throws IOException {
    Path file =
        write(
            workbook -> {
              HSSFSheet sheet =
                  sheet(workbook, "台账", HEADER, "1,2022", "2,2022", "3,2022", "4,2022,10");
              sheet.getRow(1).createCell(2).setCellFormula("5+5");
              sheet.getRow(2).createCell(2).setCellFormula("\"待\"&\"就业\"");
              sheet.getRow(3).createCell(2).setCellFormula("1=1");
              sheet.getRow(4).createCell(3).setCellErrorValue(FormulaError.NA);
              workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            });

    assertEquals(List.of("1|2|1|10", "1|3|2|待就业", "1|4|3|TRUE", "1|5|4|10"), ReadFile.lines(file));
  }

  @Test
  void numbersSideBySideAreReadEachInItsColumn() throws IOException {
    Path file =
        write(
            workbook -> {
              HSSFRow row = sheet(workbook, "台账", HEADER, "1,2022,10").createRow(1);
              for (int column = 0; column < 3; column++) {
                row.createCell(column, CellType.NUMERIC).setCellValue(column * 10 + 1);
              }
            });

    assertEquals(List.of("1|2|1|21"), ReadFile.lines(file));
  }

  @Test
  void textBeyondTheLimitOfColumnsStopsTheFile() throws IOException {
    Limits usual = Limits.DEFAULT;
    Limits narrow = new Limits(usual.fileBytes(), 4, 20, usual.workbookBytes(), 200);
    Path file = write(workbook -> sheet(workbook, "台账", HEADER, "1,2022,10,甲,乙"));

    assertEquals(Rejection.tooManyColumns(4), stopped(file, narrow));
  }

  @Test
  void cellBeyondTheLimitStopsTheFile() throws IOException {
    Limits usual = Limits.DEFAULT;
    Limits narrow = new Limits(usual.fileBytes(), 10, 20, usual.workbookBytes(), 200);
    Path file = write(workbook -> sheet(workbook, "台账", HEADER, "x".repeat(21)));

    assertEquals(Rejection.workbookCellTooLong(2, 20), stopped(file, narrow));
  }

  @Test
  void workbookWithAPasswordIsRejected() throws IOException {
    Biff8EncryptionKey.setCurrentUserPassword("secret");
    try {
      Path file = write(workbook -> sheet(workbook, "台账", HEADER, "1,2022,10"));

      assertEquals(Optional.of(Rejection.passwordProtected()), ReadFile.survey(file).rejection());
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  @Test
  void workbookFromBeforeExcel97IsRejected() throws IOException {
    assertEquals(
        Optional.of(Rejection.olderWorkbook()), ReadFile.survey(container("Book")).rejection());
  }

  @Test
  void containerWithoutAWorkbookIsRejected() throws IOException {
    assertEquals(
        "not_a_workbook",
        ReadFile.survey(container("WordDocument")).rejection().orElseThrow().code());
  }

  @Test
  void truncatedWorkbookIsDamaged() throws IOException {
    Path file = write(workbook -> sheet(workbook, "台账", HEADER, "1,2022,10" + ",甲".repeat(200)));
    byte[] whole = Files.readAllBytes(file);

    for (int share = 1; share < 4; share++) {
      Files.write(file, Arrays.copyOf(whole, whole.length * share / 4));
      assertEquals(Optional.of(Rejection.damagedArchive()), ReadFile.survey(file).rejection());
    }
  }

  private Path container(String stream) throws IOException {
    Path file = folder.resolve(NAME);
    try (POIFSFileSystem container = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      container.createDocument(
          new ByteArrayInputStream("x".repeat(5000).getBytes(StandardCharsets.US_ASCII)), stream);
      container.writeFilesystem(out);
    }
    return file;
  }

  private Path write(Filling filling) throws IOException {
    Path file = folder.resolve(NAME);
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      filling.fill(workbook);
      workbook.write(out);
    }
    return file;
  }

  private static HSSFSheet sheet(HSSFWorkbook workbook, String name, String... lines) {
    HSSFSheet sheet = workbook.createSheet(name);
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

  private static Rejection stopped(Path file, Limits limits) throws IOException {
    try (FileRows rows =
        ReadFile.open(ReadFile.survey(file).plan(), limits, new Configuration(false))) {
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
}
