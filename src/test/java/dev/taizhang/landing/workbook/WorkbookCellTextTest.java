package dev.taizhang.landing.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.landing.person.IdNumber;
import dev.taizhang.landing.rows.Layout;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.support.HandmadeWorkbook;
import dev.taizhang.support.Workbooks;
import dev.taizhang.tables.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookCellTextTest {

  private static final int GENERAL = 0;
  private static final int DATE = 1;
  private static final int CHINESE_DATE = 2;
  private static final int SIX_DIGITS = 3;
  private static final int YEAR = 4;
  private static final int EAST_ASIAN_DATE = 5;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "31, 31",
    "31.0, 31",
    "20250630, 20250630",
    "2.0250630E7, 20250630",
    "3800.5, 3800.5",
    "3800.50, 3800.5",
    "3800.0999999999999, 3800.1",
    "0, 0",
    "0.0, 0",
    "-2, -2",
    "1.5E-3, 0.0015",
    "0.30000000000000004, 0.3",
    "201812345678, 201812345678",
    "20181234567890, 20181234567890",
    "1E+5, 100000",
    "1E+300, 1E+300",
    "1E+999999999, 1E+999999999"
  })
  void numbersAreTheDigitsThatASpreadsheetKeeps(String stored, String expected) throws IOException {
    assertEquals(List.of(expected), texts("<c><v>" + stored + "</v></c>"));
  }

  @ParameterizedTest
  @CsvSource({
    "4.1010120020304E+17, 410101200203040000, destroyed",
    "410101200203040015, 410101200203040000, destroyed",
    "4.1010120020304006E+17, 410101200203040000, destroyed",
    "1.1010120000106E+17, 110101200001060000, destroyed"
  })
  void idNumberKeptAsANumberIsDestroyed(String stored, String expected, String state)
      throws IOException {
    String text = texts("<c><v>" + stored + "</v></c>").get(0);

    assertEquals(expected, text);
    assertEquals(state, IdNumber.state(text));
    assertEquals(Rows.ID_DESTROYED, state);
  }

  @ParameterizedTest
  @CsvSource({
    "45838, 2025-06-30",
    "45838.6041666667, 2025-06-30",
    "61, 1900-03-01",
    "59, 1900-02-28",
    "1, 1900-01-01",
    "2958465, 9999-12-31"
  })
  void numbersInADateFormatAreDates(String day, String expected) throws IOException {
    for (int style : new int[] {DATE, CHINESE_DATE, EAST_ASIAN_DATE}) {
      assertEquals(List.of(expected), texts(styled(style, day)));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.5", "2958466, 2958466", "20250630, 20250630", "-1, -1"})
  void numbersThatAreNoDayStayNumbersInADateFormat(String stored, String expected)
      throws IOException {
    assertEquals(List.of(expected), texts(styled(DATE, stored)));
  }

  @Test
  void daysOfA1904WorkbookBeginFourYearsLater() throws IOException {
    HandmadeWorkbook workbook = styles().from1904().sheet("台账", row(styled(DATE, "44376")));

    assertEquals(List.of("2025-06-30"), texts(workbook));
  }

  @Test
  void dateThatShowsOnlyItsYearIsAYear() throws IOException {
    assertEquals(List.of("2025"), texts(styled(YEAR, "45838")));
  }

  @ParameterizedTest
  @CsvSource({"80901, 080901", "1080901, 1080901", "0, 000000", "8.5, 8.5", "-5, -5"})
  void codesShowTheZerosOfTheirFormat(String stored, String expected) throws IOException {
    assertEquals(List.of(expected), texts(styled(SIX_DIGITS, stored)));
  }

  @Test
  void booleansAreTheirWords() throws IOException {
    assertEquals(List.of("TRUE", "FALSE"), texts("<c t='b'><v>1</v></c><c t='b'><v>0</v></c>"));
  }

  @Test
  void formulasAreTheirStoredValue() throws IOException {
    String formula = "<f>A1+1</f>";
    assertEquals(
        List.of("31", "待就业", "TRUE", "2025-06-30", ""),
        texts(
            "<c>"
                + formula
                + "<v>31</v></c><c t='str'>"
                + formula
                + "<v>待就业</v></c><c t='b'>"
                + formula
                + "<v>1</v></c><c s='1'>"
                + formula
                + "<v>45838</v></c><c>"
                + formula
                + "</c>"));
  }

  @Test
  void sharedFormulasAreTheirStoredValues() throws IOException {
    assertEquals(
        List.of("1", "2"),
        texts(
            "<c r='A1'><f t='shared' ref='A1:B1' si='0'>C1</f><v>1</v></c>"
                + "<c r='B1'><f t='shared' si='0'/><v>2</v></c>"));
  }

  @Test
  void errorsAreBlank() throws IOException {
    assertEquals(
        List.of("", "", "#N/A"),
        texts(
            "<c t='e'><v>#N/A</v></c><c t='e'><f>1/0</f><v>#DIV/0!</v></c>"
                + "<c t='inlineStr'><is><t>#N/A</t></is></c>"));
  }

  @Test
  void textInACellOfNumbersIsKept() throws IOException {
    assertEquals(List.of("待就业"), texts("<c><v>待就业</v></c>"));
  }

  @Test
  void sharedAndInlineStringsAreTheirText() throws IOException {
    HandmadeWorkbook workbook =
        new HandmadeWorkbook()
            .strings("<si><t>甲</t></si><si><t xml:space='preserve'> 乙 </t></si><si><t/></si>")
            .sheet(
                "台账",
                row(
                    "<c t='s'><v>1</v></c><c t='s'><v>0</v></c><c t='s'><v>2</v></c>"
                        + "<c t='inlineStr'><is><t>丙</t></is></c><c t='s'/>"));

    assertEquals(List.of(" 乙 ", "甲", "", "丙", ""), texts(workbook));
  }

  @Test
  void richTextIsItsRunsWithoutPhonetics() throws IOException {
    HandmadeWorkbook workbook =
        new HandmadeWorkbook()
            .strings(
                "<si><r><rPr><b/></rPr><t>待</t></r><r><t>就业</t></r>"
                    + "<rPh sb='0' eb='1'><t>dai</t></rPh><phoneticPr fontId='1'/></si>")
            .sheet("台账", row("<c t='s'><v>0</v></c>"));

    assertEquals(List.of("待就业"), texts(workbook));
  }

  @ParameterizedTest
  @CsvSource({
    "'甲_x000D_\n乙', '甲\r\n乙'",
    "'_x005F_x000D_', '_x000D_'",
    "'a_x0009_b', 'a\tb'",
    "'_xyz', '_xyz'",
    "'_x00_', '_x00_'"
  })
  void escapedCharactersAreThemselves(String stored, String expected) throws IOException {
    assertEquals(List.of(expected), texts("<c t='inlineStr'><is><t>" + stored + "</t></is></c>"));
  }

  @ParameterizedTest
  @CsvSource({"2025-06-30T14:30:00.000Z, 2025-06-30", "2025-06-30, 2025-06-30", "6月, 6月"})
  void datesInIsoFormAreTheirDay(String stored, String expected) throws IOException {
    assertEquals(List.of(expected), texts("<c t='d'><v>" + stored + "</v></c>"));
  }

  @Test
  void phoneticsInACellAreNotItsText() throws IOException {
    assertEquals(
        List.of("待就业"),
        texts(
            "<c t='inlineStr'><is><r><t>待</t></r><r><t>就业</t></r>"
                + "<rPh sb='0' eb='1'><t>dai</t></rPh></is></c>"));
  }

  @Test
  void cellsWithoutContentAreEmpty() throws IOException {
    assertEquals(List.of("", "1"), texts("<c s='1'/><c><v>1</v></c>"));
  }

  @Test
  void cellsAreWhereTheirReferencesSay() throws IOException {
    assertEquals(List.of("", "1", "", "2"), texts("<c r='B1'><v>1</v></c><c r='D1'><v>2</v></c>"));
  }

  @Test
  void workbookOfAWriterIsReadAsItWasMeant() throws IOException {
    Path file =
        Workbooks.write(
            folder.resolve("written.xlsx"),
            workbook -> {
              Worksheet sheet = workbook.newWorksheet("台账");
              sheet.value(0, 0, "０１ 博士");
              sheet.value(0, 1, 31);
              sheet.value(0, 2, 3800.5);
              sheet.value(0, 3, 410_101_200_203_040_015L);
              sheet.value(0, 4, LocalDate.of(2025, 6, 30));
              sheet.style(0, 4).format("yyyy\"年\"m\"月\"").set();
              sheet.value(0, 5, LocalDateTime.of(2025, 6, 30, 14, 30));
              sheet.style(0, 5).format("yyyy/m/d h:mm").set();
              sheet.value(0, 6, true);
              sheet.value(0, 7, 80_901);
              sheet.style(0, 7).format("000000").set();
              sheet.inlineString(0, 8, "待就业");
              sheet.formula(0, 9, "B1+1");
            });

    assertEquals(
        List.of(
            "０１ 博士",
            "31",
            "3800.5",
            "410101200203040000",
            "2025-06-30",
            "2025-06-30",
            "TRUE",
            "080901",
            "待就业",
            ""),
        texts(file));
  }

  private static HandmadeWorkbook styles() {
    return new HandmadeWorkbook()
        .style(GENERAL)
        .style(14)
        .style("yyyy\"年\"m\"月\"d\"日\";@")
        .style("000000")
        .style("yyyy\"届\"")
        .style(57);
  }

  private static String styled(int style, String stored) {
    return "<c s='" + style + "'><v>" + stored + "</v></c>";
  }

  private static String row(String cells) {
    return "<row>" + cells + "</row>";
  }

  private List<String> texts(String cells) throws IOException {
    return texts(styles().sheet("台账", row(cells)));
  }

  private List<String> texts(HandmadeWorkbook workbook) throws IOException {
    return texts(workbook.write(folder.resolve("handmade.xlsx")));
  }

  /** The texts of the cells of the first row. */
  private static List<String> texts(Path file) throws IOException {
    SheetRow row = new SheetRow(Limits.DEFAULT);
    try (WorkbookFile workbook =
            WorkbookFile.open(
                file.toString(), Layout.Workbook.XLSX, Limits.DEFAULT, new Configuration(false));
        SheetReader rows = workbook.sheet(0)) {
      assertTrue(rows.next(row));
      return IntStream.range(0, row.width()).mapToObj(row::text).toList();
    }
  }
}
