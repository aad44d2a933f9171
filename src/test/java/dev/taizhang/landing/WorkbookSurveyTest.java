package dev.taizhang.landing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.landing.rows.Layout;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.landing.rows.SheetLayout;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.reference.Template;
import dev.taizhang.support.HandmadeWorkbook;
import dev.taizhang.support.Workbooks;
import dev.taizhang.tables.LedgerColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookSurveyTest {

  private static final String NAME = "10001_20220608.xlsx";
  private static final String HEADER = "学号,毕业年份,毕业去向代码";
  private static final String ROW = "001,2022,10";
  private static final Map<Integer, LedgerColumn> COLUMNS =
      Map.of(
          0, LedgerColumn.STUDENT_NUMBER,
          1, LedgerColumn.GRADUATION_YEAR,
          2, LedgerColumn.OUTCOME_CODE);
  private static final String HEADER_XML =
      "<row>"
          + Arrays.stream(HEADER.split(","))
              .map(cell -> "<c t='inlineStr'><is><t>" + cell + "</t></is></c>")
              .reduce("", String::concat)
          + "</row>";
  private static final ReferenceData REFERENCE = ReferenceData.load(Optional.empty());

  @TempDir Path folder;

  @Test
  void layoutSaysWhereEachLedgerOfTheWorkbookIs() throws IOException {
    Survey survey =
        survey(
            workbook -> {
              Workbooks.sheet(workbook, "本科", HEADER, ROW);
              Workbooks.sheet(workbook, "高职", "2022届毕业生就业台账", "", HEADER + ",备注栏", ROW);
            });

    assertEquals(Optional.empty(), survey.rejection());
    List<SheetLayout> sheets = sheets(survey);
    assertEquals(
        List.of(
            new SheetLayout(
                "1",
                1,
                List.of(List.of("学号", "毕业年份", "毕业去向代码")),
                COLUMNS,
                sheets.get(0).template(),
                false),
            new SheetLayout(
                "2",
                3,
                List.of(List.of("学号", "毕业年份", "毕业去向代码", "备注栏")),
                COLUMNS,
                sheets.get(1).template(),
                false)),
        sheets);
    assertEquals("xlsx", survey.layout().encoding());
    assertEquals(
        sheets.get(0).template() + "+" + sheets.get(1).template(), survey.layout().template());
  }

  @Test
  void contentAndNotTheNameTellsAWorkbook() throws IOException {
    Path file = write("10001_20220608.csv", List.of(HEADER, ROW));

    assertEquals("xlsx", survey(file, Limits.DEFAULT).layout().encoding());
  }

  @Test
  void sheetsWithoutAHeaderArePassedOver() throws IOException {
    Survey survey =
        survey(
            workbook -> {
              Workbooks.sheet(workbook, "填报说明", "一、请如实填报", "二、学号不得有误");
              Workbooks.sheet(workbook, "台账", HEADER, ROW);
              Workbooks.sheet(workbook, "代码表", "10,签就业协议形式就业")
                  .setVisibilityState(VisibilityState.HIDDEN);
              workbook.newWorksheet("Sheet3");
            });

    assertEquals(List.of("2"), sheets(survey).stream().map(SheetLayout::sheetName).toList());
  }

  @ParameterizedTest
  @EnumSource(
      value = VisibilityState.class,
      names = {"HIDDEN", "VERY_HIDDEN"})
  void hiddenSheetsAreNotReadAndHaveNoPosition(VisibilityState state) throws IOException {
    Survey survey =
        survey(
            workbook -> {
              Workbooks.sheet(workbook, "上周", HEADER, ROW).setVisibilityState(state);
              Workbooks.sheet(workbook, "本科", HEADER, ROW);
              Workbooks.sheet(workbook, "模板", HEADER, ROW).setVisibilityState(state);
              Workbooks.sheet(workbook, "高职", HEADER, ROW);
            });

    assertEquals(List.of("1", "2"), sheets(survey).stream().map(SheetLayout::sheetName).toList());
    Layout.Workbook layout = (Layout.Workbook) survey.layout();
    assertEquals(List.of(1, 3), layout.hiddenSheets());
    assertEquals(List.of("本科", "高职"), sheets(survey).stream().map(layout::shownName).toList());
  }

  @Test
  void workbookWhoseOnlyLedgerIsHiddenIsRejectedUntilItIsShown() throws IOException {
    Rejection rejection = survey(onSecondSheet(VisibilityState.HIDDEN)).rejection().orElseThrow();

    assertEquals("hidden_ledger", rejection.code());
    assertTrue(rejection.reason().contains("at position 2 of the workbook"), rejection.reason());
    assertTrue(rejection.reason().contains("工作簿的第 2 张"), rejection.reason());
    assertFalse(rejection.reason().contains("示例甲"), rejection.reason());
    assertEquals(Optional.empty(), survey(onSecondSheet(VisibilityState.VISIBLE)).rejection());
  }

  private static Workbooks.Filling onSecondSheet(VisibilityState state) {
    return workbook -> {
      Workbooks.sheet(workbook, "说明", "一、请如实填报");
      Workbooks.sheet(workbook, "示例甲", HEADER, ROW).setVisibilityState(state);
    };
  }

  @Test
  void sheetThatLacksAColumnIsPassedOverWhereAnotherHasAll() throws IOException {
    Survey survey =
        survey(
            workbook -> {
              Workbooks.sheet(workbook, "名单", "学号,毕业年份", "001,2022");
              Workbooks.sheet(workbook, "台账", HEADER, ROW);
            });

    assertEquals(List.of("2"), sheets(survey).stream().map(SheetLayout::sheetName).toList());
  }

  @Test
  void workbookWhoseSheetsAllLackAColumnIsRejected() throws IOException {
    Rejection rejection = rejection(write(NAME, List.of("学号,毕业年份,去向情况", "001,2022,10")));

    assertEquals("missing_column", rejection.code());
    assertTrue(rejection.reason().contains("去向情况"), rejection.reason());
  }

  @Test
  void workbookWithoutHeaderIsRejected() throws IOException {
    assertEquals("no_header", rejection(write(NAME, List.of(ROW, ROW))).code());
    assertEquals("no_header", rejection(write(NAME, List.of())).code());
  }

  @Test
  void mergedTitleMayStandAboveTheHeader() throws IOException {
    Survey survey =
        survey(
            workbook -> {
              Worksheet sheet =
                  Workbooks.sheet(workbook, "台账", "某某大学2022届毕业生就业台账", "填报日期：6月8日", HEADER, ROW);
              sheet.range(0, 0, 0, 2).merge();
              sheet.range(1, 0, 1, 2).merge();
            });

    assertEquals(3, sheets(survey).get(0).headerRow());
  }

  @Test
  void ofTwoHeaderRowsTheSecondCounts() throws IOException {
    Survey survey = survey(write(NAME, List.of("xh,bynf,byqxdm", HEADER, ROW)), Limits.DEFAULT);

    assertEquals(2, sheets(survey).get(0).headerRow());
  }

  @Test
  void headerMayStandInTheTwentiethRowAndNoLater() throws IOException {
    String header =
        "<row r='%d'>"
            + Arrays.stream(HEADER.split(","))
                .map(cell -> "<c t='inlineStr'><is><t>" + cell + "</t></is></c>")
                .reduce("", String::concat)
            + "</row>";
    Path twentieth =
        new HandmadeWorkbook().sheet("台账", header.formatted(20)).write(folder.resolve(NAME));

    assertEquals(20, sheets(survey(twentieth, Limits.DEFAULT)).get(0).headerRow());

    Path later =
        new HandmadeWorkbook().sheet("台账", header.formatted(21)).write(folder.resolve(NAME));

    assertEquals("no_header", rejection(later).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"national_74", "national_50"})
  void nationalExportIsKnownByItsTemplate(String id) throws IOException {
    Template template =
        REFERENCE.templates().stream()
            .filter(known -> known.id().equals(id))
            .findFirst()
            .orElseThrow();
    String chinese =
        String.join(",", template.columns().stream().map(Template.Column::header).toList());
    String pinyin =
        String.join(",", template.columns().stream().map(Template.Column::pinyin).toList());

    assertEquals(id, template(List.of(chinese)));
    assertEquals(id, template(List.of(pinyin, chinese)));
    assertEquals(id, template(List.of(chinese.replace("学号", " 学号(*)"))));
    assertTrue(template(List.of(chinese + ",备注栏")).startsWith("columns-"));
    assertTrue(template(List.of(pinyin)).startsWith("columns-"));
  }

  /** The template of a header, which must be the same for a workbook and for text. */
  private String template(List<String> lines) throws IOException {
    String ofWorkbook = survey(write(NAME, lines), Limits.DEFAULT).layout().template();
    Path text = folder.resolve("10001_20220608.csv");
    Files.writeString(text, String.join("\n", lines));
    assertEquals(ofWorkbook, survey(text, Limits.DEFAULT).layout().template());
    return ofWorkbook;
  }

  @Test
  void brokenArchiveIsDamaged() throws IOException {
    byte[] whole = Files.readAllBytes(write(NAME, List.of(HEADER, ROW)));

    Rejection cutOff = rejection(bytes(Arrays.copyOf(whole, whole.length / 2)));

    assertEquals(Rejection.damagedArchive(), cutOff);
  }

  @Test
  void brokenPartIsUnreadableAndNotRepeated() throws IOException {
    Path file =
        new HandmadeWorkbook()
            .sheet("台账", "<row><c t='inlineStr'><is><t>无名氏</t></is></c><c></row>")
            .write(folder.resolve(NAME));

    Rejection rejection = rejection(file);

    assertEquals("unreadable", rejection.code());
    assertFalse(rejection.reason().contains("无名氏"), rejection.reason());
  }

  @Test
  void archiveWithoutAWorkbookIsRejected() throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      zip.putNextEntry(new ZipEntry("10001_20220608.csv"));
      zip.write((HEADER + "\n" + ROW).getBytes(StandardCharsets.UTF_8));
    }

    assertEquals("not_a_workbook", rejection(bytes(archive.toByteArray())).code());
  }

  @Test
  void rejectedWorkbookIsIdentifiedByItsContent() throws IOException {
    byte[] whole = Files.readAllBytes(write(NAME, List.of(HEADER, ROW)));
    String one = survey(bytes(Arrays.copyOf(whole, 100)), Limits.DEFAULT).submissionId();
    String other = survey(bytes(Arrays.copyOf(whole, 101)), Limits.DEFAULT).submissionId();

    assertFalse(one.equals(other));
  }

  @Test
  void workbookWithAPasswordIsToldFromTheOlderFormat() throws IOException {
    byte[] older = new byte[200_000];
    byte[] mark = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    System.arraycopy(mark, 0, older, 0, mark.length);
    assertEquals("damaged_archive", rejection(bytes(older)).code());

    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    for (int position : new int[] {512, (1 << 16) - 10, 200_000 - name.length}) {
      byte[] encrypted = older.clone();
      System.arraycopy(name, 0, encrypted, position, name.length);
      assertEquals("password_protected", rejection(bytes(encrypted)).code());
    }
  }

  @Test
  void sheetsOfOneNameAreToldApartByTheirPositions() throws IOException {
    String rows =
        "<row>"
            + Arrays.stream(HEADER.split(","))
                .map(cell -> "<c t='inlineStr'><is><t>" + cell + "</t></is></c>")
                .reduce("", String::concat)
            + "</row>";
    Path twins =
        new HandmadeWorkbook().sheet("甲", rows).sheet("甲", rows).write(folder.resolve(NAME));

    assertEquals(
        List.of("1", "2"),
        sheets(survey(twins, Limits.DEFAULT)).stream().map(SheetLayout::sheetName).toList());
  }

  @Test
  void workbookThatUnpacksBeyondALimitIsRejected() throws IOException {
    String line = "<row><c><v>1</v></c><c><v>2022</v></c></row>";
    String header = HEADER_XML + line.repeat(300_000);
    Path file = new HandmadeWorkbook().sheet("台账", header).write(folder.resolve(NAME));

    assertEquals(
        "compressed_too_much", survey(file, limits(1L << 30, 10)).rejection().get().code());
    assertEquals(
        "workbook_too_large", survey(file, limits(1L << 20, 200)).rejection().get().code());
  }

  @Test
  void headerBeyondTheLimitOfColumnsIsRejected() throws IOException {
    Limits usual = Limits.DEFAULT;
    Limits narrow = new Limits(usual.fileBytes(), 2, 100, usual.workbookBytes(), 200);

    assertEquals(
        "too_many_columns",
        survey(write(NAME, List.of(HEADER, ROW)), narrow).rejection().get().code());
  }

  private static Limits limits(long workbookBytes, int ratio) {
    Limits usual = Limits.DEFAULT;
    return new Limits(
        usual.fileBytes(), usual.columns(), usual.cellCharacters(), workbookBytes, ratio);
  }

  private static List<SheetLayout> sheets(Survey survey) {
    return ((Layout.Workbook) survey.layout()).sheets();
  }

  private Path write(String name, List<String> lines) throws IOException {
    return Workbooks.write(
        folder.resolve(name),
        workbook -> Workbooks.sheet(workbook, "台账", lines.toArray(String[]::new)));
  }

  private Path bytes(byte[] content) throws IOException {
    return Files.write(folder.resolve(NAME), content);
  }

  private Survey survey(Workbooks.Filling filling) throws IOException {
    return survey(Workbooks.write(folder.resolve(NAME), filling), Limits.DEFAULT);
  }

  private static Rejection rejection(Path file) throws IOException {
    return survey(file, Limits.DEFAULT).rejection().orElseThrow();
  }

  private static Survey survey(Path file, Limits limits) throws IOException {
    return ReadFile.survey(file, limits);
  }
}
