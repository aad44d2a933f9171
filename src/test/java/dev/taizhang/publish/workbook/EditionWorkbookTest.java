package dev.taizhang.publish.workbook;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionColumn;
import dev.taizhang.publish.edition.EditionKind;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.publish.edition.Symbol;
import dev.taizhang.publish.edition.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionWorkbookTest {

  private static final String GROUPS = "困难群体 Groups";
  private static final Set<String> PAGES = Set.of("封面 Cover", "图表 Charts");

  @TempDir Path folder;

  private Path write(Edition edition) throws IOException {
    Path file = folder.resolve("台账.xlsx");
    assertTrue(EditionWorkbook.write(edition, file));
    return file;
  }

  private WorkbookFile written(Province province) throws IOException {
    return new WorkbookFile(write(province.edition()));
  }

  @Test
  void everyFigureIsTheEditionsToTheLastDigit() throws IOException {
    Edition edition = new Province().edition();
    int figures = 0;
    try (WorkbookFile file = new WorkbookFile(write(edition))) {
      for (Question question : Question.of(edition)) {
        EditionTable table = question.table();
        for (EditionColumn column : table.columns()) {
          for (int row = 0; row < table.rows().size(); row++) {
            Shown shown = table.rows().get(row).get(table.position(column.id()));
            if (shown.value() instanceof BigDecimal || shown.value() instanceof Long) {
              String head = column.name().en() + (column.unit() == Unit.POINTS ? " (points)" : "");
              double cell = file.cell(question.sheet(), row, head).getNumericCellValue();
              assertEquals(0, number(column, shown).compareTo(BigDecimal.valueOf(cell)), head);
              figures++;
            }
          }
        }
      }
    }
    assertTrue(figures > 3_000, "compared " + figures);
  }

  private static BigDecimal number(EditionColumn column, Shown shown) {
    BigDecimal number = new BigDecimal(shown.value().toString());
    return column.unit() == Unit.POINTS ? number.movePointRight(2) : number;
  }

  @Test
  void numbersAreFormattedByTheirUnit() throws IOException {
    try (WorkbookFile file = written(new Province())) {
      assertAll(
          () -> assertEquals("0.00%", format(file.cell(GROUPS, 0, "placement rate"))),
          () -> assertEquals("+0.00;-0.00;0.00", format(file.cell(GROUPS, 8, "rate gap (points)"))),
          () -> assertEquals("#,##0", format(file.cell(GROUPS, 0, "graduates"))),
          () -> assertEquals("yyyy-mm-dd", format(file.cell(GROUPS, 0, "as of date"))),
          () ->
              assertEquals(
                  LocalDate.of(2026, 6, 21),
                  file.cell(GROUPS, 0, "as of date").getLocalDateTimeCellValue().toLocalDate()),
          () ->
              assertEquals(
                  LocalDateTime.of(2026, 6, 22, 3, 4, 5),
                  file.cell("修订 Revisions", 0, "revised at").getLocalDateTimeCellValue()),
          () -> assertEquals("0", format(file.cell(GROUPS, 0, "graduation year"))));
    }
  }

  private static String format(Cell cell) {
    return cell.getCellStyle().getDataFormatString();
  }

  @Test
  void everySheetSaysWhichEditionItIsOfOnScreenAndOnPaper() throws IOException {
    try (WorkbookFile file = written(new Province())) {
      for (Sheet sheet : file.workbook()) {
        String notice = sheet.getRow(1).getCell(0).getStringCellValue();
        String paper = sheet.getHeader().getLeft() + sheet.getFooter().getLeft();
        assertAll(
            sheet.getSheetName(),
            () -> assertTrue(notice.contains("内部版 Internal edition"), notice),
            () -> assertTrue(notice.contains("内部资料，不得外传"), notice),
            () -> assertTrue(notice.contains("For internal use only"), notice),
            () -> assertTrue(notice.contains("2026-06-21"), notice),
            () -> assertTrue(paper.contains("内部资料，不得外传"), paper),
            () -> assertTrue(paper.contains("For internal use only"), paper),
            () -> assertTrue(sheet.getHeader().getRight().contains("2026-06-21")));
      }
    }
  }

  @Test
  void everySheetIsSetUpForScreenAndPaper() throws IOException {
    try (WorkbookFile file = written(new Province())) {
      for (Sheet sheet : file.workbook()) {
        assertAll(
            sheet.getSheetName(),
            () -> assertTrue(sheet.getPaneInformation().isFreezePane()),
            () -> assertTrue(sheet.getPrintSetup().getLandscape()),
            () -> assertEquals(9, sheet.getPrintSetup().getPaperSize()),
            () -> assertTrue(sheet.getFitToPage()),
            () -> assertEquals(0, sheet.getPrintSetup().getFitHeight()),
            () -> assertNotNull(sheet.getRepeatingRows()));
        if (!PAGES.contains(sheet.getSheetName())) {
          XSSFSheet table = (XSSFSheet) sheet;
          assertAll(
              sheet.getSheetName(),
              () -> assertEquals(4, sheet.getPaneInformation().getHorizontalSplitTopRow()),
              () -> assertEquals(3, sheet.getRepeatingRows().getFirstRow()),
              () ->
                  assertTrue(
                      table.getCTWorksheet().getAutoFilter().getRef().startsWith("A4:"),
                      table.getCTWorksheet().getAutoFilter().getRef()));
        }
      }
    }
  }

  @Test
  void barsReachFromNothingToTheWhole() throws IOException {
    try (WorkbookFile file = written(new Province())) {
      var rules = file.sheet(GROUPS).getSheetConditionalFormatting();
      assertEquals(1, rules.getNumConditionalFormattings());
      var bars = rules.getConditionalFormattingAt(0).getRule(0).getDataBarFormatting();
      assertAll(
          () -> assertEquals(0, bars.getMinThreshold().getValue()),
          () -> assertEquals(1, bars.getMaxThreshold().getValue()),
          () -> assertEquals(0, bars.getWidthMin()),
          () -> assertEquals(100, bars.getWidthMax()));
    }
  }

  @Test
  void sharesAboveTheWholeHaveNoBars() throws IOException {
    try (WorkbookFile file = written(new Province())) {
      assertEquals(
          0,
          file.sheet("报送 Reporting")
              .getSheetConditionalFormatting()
              .getNumConditionalFormattings());
    }
  }

  private static Map<String, Shown> withhold(Map<String, Shown> row) {
    for (String column :
        List.of(
            "graduates",
            "placed",
            "placement_rate",
            "placement_rate_low",
            "placement_rate_high",
            "rate_gap",
            "rate_gap_low",
            "rate_gap_high",
            "in_group",
            "group_rate")) {
      row.computeIfPresent(column, (name, shown) -> Shown.withheld(Symbol.CONFIDENTIAL));
    }
    return row;
  }

  private static boolean isOf(Map<String, Shown> row, String group) {
    return row.containsKey("hardship_group") && row.get("hardship_group").value().equals(group);
  }

  @Test
  void aWithheldFigureIsItsSymbolAndNothingElse() throws IOException {
    Province province =
        new Province().changing((table, row) -> isOf(row, "none") ? withhold(row) : row);
    try (WorkbookFile file = written(province)) {
      for (String head : List.of("graduates", "placement rate", "rate gap (points)")) {
        Cell cell = file.cell(GROUPS, 4, head);
        assertEquals(CellType.STRING, cell.getCellType(), head);
        assertEquals("c", cell.getStringCellValue(), head);
      }
    }
  }

  @Test
  void aChartHasNoPointForAWithheldFigure() throws IOException {
    Province province =
        new Province().changing((table, row) -> isOf(row, "none") ? withhold(row) : row);
    try (WorkbookFile file = written(province)) {
      Map<String, String> parts = file.parts();
      String rates = parts.get("xl/charts/chart1.xml");
      String values = rates.replaceAll("(?s).*<c:val>(.*?)</c:val>.*", "$1");
      assertAll(
          () -> assertTrue(values.contains("<c:ptCount val=\"6\"/>"), values),
          () -> assertTrue(values.contains("<c:pt idx=\"0\">"), values),
          () -> assertFalse(values.contains("<c:pt idx=\"1\">"), values),
          () -> assertTrue(rates.contains("Group none [c]")),
          () -> assertTrue(rates.contains("<c:dispBlanksAs val=\"gap\"/>")));
    }
  }

  /** Figures of a cell are looked for in every file of the package, as they could be written. */
  @Test
  void theValueOfAWithheldCellIsNowhereInTheFile() throws IOException {
    Shown secret = Shown.share(0.7654);
    Province open =
        new Province()
            .changing(
                (table, row) -> {
                  if (isOf(row, "none") && row.containsKey("placement_rate")) {
                    row.put("placement_rate", secret);
                    row.put("placed", Shown.of(7_654_321));
                  }
                  return row;
                });
    Province closed =
        new Province()
            .madeFrom("closed")
            .changing((table, row) -> isOf(row, "none") ? withhold(row) : row);
    Pattern value = Pattern.compile("0\\.7654|76\\.54|7654321");
    try (WorkbookFile file = written(open)) {
      assertTrue(file.parts().values().stream().anyMatch(part -> value.matcher(part).find()));
    }
    try (WorkbookFile file = written(closed)) {
      assertTrue(file.parts().values().stream().noneMatch(part -> value.matcher(part).find()));
    }
  }

  @Test
  void doubtStandsBesideTheValueInGrey() throws IOException {
    Province province =
        new Province()
            .changing(
                (table, row) -> {
                  row.computeIfPresent(
                      "placement_rate",
                      (name, shown) -> new Shown(new BigDecimal("0.5000"), Symbol.UNRELIABLE));
                  return row;
                });
    try (WorkbookFile file = written(province)) {
      Cell cell = file.cell(GROUPS, 0, "placement rate");
      XSSFFont font = file.workbook().getFontAt(cell.getCellStyle().getFontIndex());
      assertAll(
          () -> assertEquals(0.5, cell.getNumericCellValue()),
          () -> assertEquals("0.00%\" u\"", format(cell)),
          () -> assertEquals(IndexedColors.GREY_50_PERCENT.getIndex(), font.getColor()));
    }
  }

  @Test
  void aCellOfWhichThereIsNothingToTellIsNoZero() throws IOException {
    Province province =
        new Province()
            .changing(
                (table, row) -> {
                  row.computeIfPresent("age_days", (name, shown) -> Shown.NOTHING);
                  return row;
                });
    try (WorkbookFile file = written(province)) {
      assertNull(file.cell("采用数据 Data used", 0, "age days"));
    }
  }

  @Test
  void aWeekWithoutFiguresIsAGapInTheLine() throws IOException {
    LocalDate missing = LocalDate.of(2025, 9, 21);
    Edition whole = new Province().edition();
    List<EditionTable> tables =
        whole.tables().stream().map(table -> without(missing, table)).toList();
    Edition edition =
        new Edition(
            whole.kind(),
            whole.asOfDate(),
            whole.madeFrom(),
            whole.program(),
            whole.staleDays(),
            whole.coveredDays(),
            whole.lists(),
            tables,
            whole.findings());
    try (WorkbookFile file = new WorkbookFile(write(edition))) {
      String lines =
          file.parts().values().stream()
              .filter(part -> part.contains("<c:lineChart>"))
              .findFirst()
              .orElseThrow();
      assertAll(
          () -> assertTrue(lines.contains("<c:v>2025-09-21</c:v>")),
          () -> {
            String values = lines.replaceAll("(?s).*?<c:val>(.*?)</c:val>.*", "$1");
            assertTrue(values.contains("<c:pt idx=\"1\">"), values);
            assertFalse(values.contains("<c:pt idx=\"2\">"), values);
            assertTrue(values.contains("<c:pt idx=\"3\">"), values);
          });
    }
  }

  private static EditionTable without(LocalDate date, EditionTable table) {
    return new EditionTable(
        table.id(),
        table.part(),
        table.title(),
        table.columns(),
        table.rows().stream()
            .filter(row -> row.stream().noneMatch(cell -> date.equals(cell.value())))
            .toList());
  }

  @Test
  void textsNeverBecomeFormulasAndAreHeldSafe() throws IOException {
    for (String name :
        List.of(
            "=cmd|' /C calc'!A0",
            "+1+1",
            "@SUM(A1)",
            "</x><script>alert(1)</script>",
            "长".repeat(40_000),
            "a\u0000\u0007b\u202Ec\uFFFF\uD800",
            "\u202E" + "مرحبا",
            "_x003D_1+1",
            "\t=1+1")) {
      Province province =
          new Province()
              .universityName(name)
              .groups(List.of("all"))
              .years(2026)
              .weeks(1)
              .madeFrom("state " + name.hashCode())
              .changing(
                  (table, row) -> {
                    row.computeIfPresent("why", (column, shown) -> Shown.of(name));
                    row.computeIfPresent("major_name", (column, shown) -> Shown.of(name));
                    return row;
                  });
      try (WorkbookFile file = written(province)) {
        for (Cell cell : file.cells()) {
          assertFalse(cell.getCellType() == CellType.FORMULA, cell.getAddress().toString());
          if (cell.getCellType() == CellType.STRING) {
            String text = cell.getStringCellValue();
            assertFalse(Pattern.compile("^[=+@\\t]").matcher(text).find(), text);
            assertFalse(text.contains("\u202E"), text);
            assertTrue(text.length() <= 32_767, "too long");
          }
        }
        Cell why = file.cell("修订 Revisions", 0, "why");
        assertTrue(why.getCellStyle().getQuotePrefixed());
        assertTrue(file.parts().values().stream().noneMatch(part -> part.contains("<f>")));
      }
    }
  }

  @Test
  void aTextThatLooksLikeAnEscapeOfTheFileStaysAsItIs() throws IOException {
    try (WorkbookFile file = written(new Province().universityName("_x0041_"))) {
      assertEquals("_x0041_0", file.cell("高校 Universities", 0, "Name").getStringCellValue());
    }
  }

  @Test
  void universitiesStandInTheOrderOfTheirCodes() throws IOException {
    try (WorkbookFile file = written(new Province().universities(500).years(2026))) {
      for (int row = 0; row < 500; row++) {
        assertEquals(
            Province.code(row),
            file.cell("高校 Universities", row, "university code").getStringCellValue());
        assertEquals("示例大学" + row, file.cell("高校 Universities", row, "Name").getStringCellValue());
      }
    }
  }

  @Test
  void aProvinceOfOneUniversityAndOneGroupHasItsWorkbook() throws IOException {
    Province province =
        new Province()
            .universities(1)
            .groups(List.of("all"))
            .weeks(1)
            .regions(1)
            .majors(1)
            .years(2026);
    try (WorkbookFile file = written(province)) {
      assertEquals(4, file.sheet("图表 Charts").getDrawingPatriarch().getCharts().size());
    }
  }

  @Test
  void anEditionWithoutTablesHasACover() throws IOException {
    Edition edition = new Province().edition();
    Edition empty =
        new Edition(
            edition.kind(),
            edition.asOfDate(),
            "empty",
            edition.program(),
            7,
            30,
            Map.of(),
            List.of(),
            new TreeMap<>());
    try (WorkbookFile file = new WorkbookFile(write(empty))) {
      assertEquals(List.of("封面 Cover", "图表 Charts"), file.sheetNames());
    }
  }

  @Test
  void tablesOfSingleUniversitiesAreNotInIt() throws IOException {
    EditionTable one =
        new EditionTable(
            "reporting",
            "university/10001",
            Label.same("逐周"),
            List.of(Province.column("graduates")),
            List.of(List.of(Shown.of(987_654_321))));
    try (WorkbookFile file = written(new Province().with(one))) {
      assertTrue(file.parts().values().stream().noneMatch(part -> part.contains("987654321")));
    }
  }

  @Test
  void aTableThatIsNewHasASheetOfItsOwn() throws IOException {
    EditionTable survey =
        new EditionTable(
            "survey",
            "all",
            Label.same("跟踪调查[2026]：用人单位满意度与毕业生就业质量综合评价结果一览表"),
            List.of(Province.column("graduates")),
            List.of(List.of(Shown.of(12))));
    try (WorkbookFile file = written(new Province().with(survey))) {
      String name = file.sheetNames().get(file.sheetNames().size() - 1);
      assertTrue(name.startsWith("跟踪调查 2026"), name);
      assertEquals(12, file.cell(name, 0, "graduates").getNumericCellValue());
    }
  }

  @Test
  void theCoverLinksToEverySheetAndDefinesEveryColumn() throws IOException {
    Edition edition = new Province().edition();
    try (WorkbookFile file = new WorkbookFile(write(edition))) {
      XSSFSheet cover = file.sheet("封面 Cover");
      List<String> targets =
          cover.getHyperlinkList().stream().map(link -> link.getLocation()).toList();
      file.sheetNames().stream()
          .skip(1)
          .forEach(name -> assertTrue(targets.contains("'" + name + "'!A1"), name));
      List<String> texts =
          file.cells().stream()
              .filter(cell -> cell.getSheet() == cover)
              .filter(cell -> cell.getCellType() == CellType.STRING)
              .map(Cell::getStringCellValue)
              .toList();
      edition.tables().stream()
          .flatMap(table -> table.columns().stream())
          .forEach(column -> assertTrue(texts.contains(column.definition().en()), column.id()));
      assertTrue(
          texts.contains(
              "列名6 placed ÷ 列名9 graduates；95 %：列名18 placement rate low – 列名19 placement rate high"));
      assertTrue(texts.stream().anyMatch(text -> text.contains("2026届第3句")));
      for (Symbol symbol : Symbol.values()) {
        assertTrue(texts.contains(symbol.reason().zh()), symbol.code());
      }
    }
  }

  @Test
  void sheetTellsTheSymbolsThatItHasWithTheirReasons() throws IOException {
    Province province =
        new Province()
            .kind(EditionKind.DRAFT)
            .changing(
                (table, row) -> {
                  if (table.equals("placement_rates/groups")) {
                    row.put("placed", Shown.withheld(Symbol.CONFIDENTIAL));
                  }
                  return row;
                });
    try (WorkbookFile file = written(province)) {
      String guide = file.sheet(GROUPS).getRow(2).getCell(2).getStringCellValue();
      assertTrue(guide.contains("c 不予公布 withheld（" + Symbol.CONFIDENTIAL.reason().zh()), guide);
      String notice = file.sheet(GROUPS).getRow(1).getCell(0).getStringCellValue();
      assertTrue(notice.contains("草稿，未经审批，不得公布"), notice);
      assertTrue(notice.contains("Draft, not for publication"), notice);
    }
  }
}
