package dev.taizhang.landing;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.landing.person.InventedIdNumbers;
import dev.taizhang.landing.rows.Layout;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.landing.rows.SheetLayout;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.reference.Template;
import dev.taizhang.tables.LedgerColumn;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyorTest {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String NAME = "10001_20220608.csv";
  private static final String HEADER = "学号,毕业年份,毕业去向代码\n";
  private static final String LEDGER = HEADER + "001,2022,10\n";
  private static final Map<Integer, LedgerColumn> COLUMNS =
      Map.of(
          0, LedgerColumn.STUDENT_NUMBER,
          1, LedgerColumn.GRADUATION_YEAR,
          2, LedgerColumn.OUTCOME_CODE);
  private static final ReferenceData REFERENCE = ReferenceData.load(Optional.empty());
  private static final Surveyor SURVEYOR = surveyor(Limits.DEFAULT);

  @TempDir Path folder;

  @Test
  void planSaysHowToReadTheFile() throws IOException {
    Survey survey = survey(NAME, utf8(LEDGER));

    FilePlan expected =
        new FilePlan(
            survey.submissionId(),
            Feed.LEDGER,
            folder.resolve(NAME).toString(),
            utf8(LEDGER).length,
            "10001",
            LocalDate.of(2022, 6, 8),
            new Layout.Text(
                "UTF-8",
                0,
                ',',
                0,
                new SheetLayout(
                    "",
                    1,
                    List.of(List.of("学号", "毕业年份", "毕业去向代码")),
                    COLUMNS,
                    survey.plan().layout().template(),
                    false)));
    assertEquals(Optional.empty(), survey.rejection());
    assertEquals(expected, survey.plan());
  }

  @Test
  void byteOrderMarkIsSkipped() throws IOException {
    Layout.Text layout = layout(utf8("\uFEFF" + LEDGER));

    assertEquals("UTF-8", layout.encoding());
    assertEquals(3, layout.byteOrderMark());
    assertEquals(COLUMNS, layout.sheet().columns());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void utf16IsToldByItsMark(String charset) throws IOException {
    Layout.Text layout = layout(("\uFEFF" + LEDGER).getBytes(Charset.forName(charset)));

    assertEquals(charset, layout.encoding());
    assertEquals(2, layout.byteOrderMark());
    assertEquals(1, layout.sheet().headerRow());
  }

  @Test
  void markDecidesEvenWhereAByteIsWrong() throws IOException {
    byte[] marked = utf8("\uFEFF" + LEDGER);
    marked[marked.length - 1] = (byte) 0xFF;

    assertEquals("UTF-8", layout(marked).encoding());
  }

  @Test
  void ofTwoHeaderRowsTheSecondCounts() throws IOException {
    Layout.Text layout = layout("xh,bynf,byqxdm\n学号,毕业年份,毕业去向代码\n001,2022,10\n".getBytes(GB18030));

    assertEquals(2, layout.sheet().headerRow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "学号,毕业年份,毕业去向代码\nxh,bynf,byqxdm\n",
        "学号,毕业年份,毕业去向代码\nxh,year,byqxdm\n",
        "编号,毕业年份,毕业去向代码\nxh,bynf,qx\n",
        "xh,bynf,qx\n编号,毕业年份,毕业去向代码\n",
        "基本信息,,就业信息\n学号,毕业年份,毕业去向代码\n",
        "学号,毕业年份,就业信息\n,,毕业去向代码\n",
        "学号,基本信息,就业信息\n,毕业年份,毕业去向代码\n",
        "就业台账,,\n学号,毕业年份,就业信息\n,,毕业去向代码\n"
      })
  void headerMayTakeTwoRows(String header) throws IOException {
    Layout.Text layout = layout(utf8(header + "001,2022,10\n"));

    assertEquals(header.lines().count(), layout.sheet().headerRow());
    assertEquals(COLUMNS, layout.sheet().columns());
  }

  @Test
  void nationalTemplateIsKnownWhicheverOfItsHeaderRowsIsFirst() throws IOException {
    Template national =
        REFERENCE.templates().stream()
            .filter(template -> template.id().equals("national_74"))
            .findFirst()
            .orElseThrow();
    String chinese =
        national.columns().stream().map(Template.Column::header).collect(joining(",", "", "\n"));
    String pinyin =
        national.columns().stream().map(Template.Column::pinyin).collect(joining(",", "", "\n"));

    for (String header : List.of(chinese, pinyin + chinese, chinese + pinyin)) {
      assertEquals("national_74", layout(utf8(header + "001\n")).template(), header);
    }
  }

  @Test
  void titleAboveTheHeaderIsNoPartOfIt() throws IOException {
    Layout.Text layout = layout(utf8("备注,就业台账,填表人,,\n学号,毕业年份,毕业去向代码,,\n"));

    assertEquals(2, layout.sheet().headerRow());
    assertEquals(List.of(List.of("学号", "毕业年份", "毕业去向代码", "", "")), layout.sheet().header());
  }

  @Test
  void rowBelowTheHeaderIsDataThoughACellIsAHeader() throws IOException {
    for (String row : List.of("备注", "学号,2022,10", "单位名称,,")) {
      Layout.Text layout = layout(utf8(HEADER + row + "\n"));

      assertEquals(1, layout.sheet().headerRow(), row);
      assertEquals(COLUMNS, layout.sheet().columns(), row);
    }
  }

  @Test
  void aliasOfOneUniversityIsReadInItsFilesOnly() throws IOException {
    Files.createDirectory(folder.resolve("reference"));
    Files.writeString(
        folder.resolve("reference/column_aliases.csv"),
        """
        feed,column,header,note,university_code
        ledger,outcome_code,去向,,10001
        ledger,ignored,毕业年份,,10001
        ledger,graduation_year,年份,,10001
        """);
    Surveyor surveyor =
        surveyor(ReferenceData.load(Optional.of(folder.resolve("reference").toString())));
    byte[] content = utf8("学号,毕业年份,年份,去向\n001,入学,2022,10\n");

    Survey own = surveyor.survey(landingFile(Feed.LEDGER, write(NAME, content)));
    Survey other = surveyor.survey(landingFile(Feed.LEDGER, write("10002_20220608.csv", content)));

    assertEquals(
        Map.of(
            0, LedgerColumn.STUDENT_NUMBER,
            2, LedgerColumn.GRADUATION_YEAR,
            3, LedgerColumn.OUTCOME_CODE),
        ((Layout.Text) own.layout()).sheet().columns());
    assertEquals("missing_column", other.rejection().orElseThrow().code());
  }

  @Test
  void aliasMaySayThatEmptyCellsMeanNoHardship() throws IOException {
    Files.createDirectory(folder.resolve("reference"));
    Files.writeString(
        folder.resolve("reference/column_aliases.csv"),
        "feed,column,header,note\nledger,hardship,困难情况,blank_is_none\n");
    Surveyor surveyor =
        surveyor(ReferenceData.load(Optional.of(folder.resolve("reference").toString())));

    assertTrue(blankHardshipIsNone(surveyor, "困难情况"));
    assertFalse(blankHardshipIsNone(surveyor, "困难类别"));
  }

  private boolean blankHardshipIsNone(Surveyor surveyor, String header) throws IOException {
    Path file = write(NAME, utf8("学号,毕业年份,毕业去向," + header + "\n001,2022,,\n"));
    Survey survey = surveyor.survey(landingFile(Feed.LEDGER, file));
    return ((Layout.Text) survey.layout()).sheet().blankHardshipIsNone();
  }

  @Test
  void aliasForAColumnThatThereIsNotIsSaidWithItsLine() throws IOException {
    Files.createDirectory(folder.resolve("reference"));
    Files.writeString(
        folder.resolve("reference/column_aliases.csv"),
        "feed,column,header\nledger,outcome,去向\nledger,employer,单位\n");
    ReferenceData reference =
        ReferenceData.load(Optional.of(folder.resolve("reference").toString()));

    InvalidUsage error = assertThrows(InvalidUsage.class, () -> surveyor(reference));

    assertTrue(
        error
            .getMessage()
            .startsWith(
                "column_aliases.csv names columns that do not exist: line 3: employer. What to do:"
                    + " use one of student_number, id_number, name, "),
        error.getMessage());
    assertTrue(error.getMessage().endsWith(", or ignored."), error.getMessage());
  }

  @Test
  void textThatIsNotUtf8IsGb18030() throws IOException {
    Layout.Text layout = layout(LEDGER.getBytes(GB18030));

    assertEquals("GB18030", layout.encoding());
    assertEquals(COLUMNS, layout.sheet().columns());
  }

  @Test
  void fileIsGb18030WhereOnlyItsLastBytesShowIt() throws IOException {
    String ascii = "xh,bynf,byqxdm\n" + "001,2022,10\n".repeat(10_000);

    assertEquals("UTF-8", layout(utf8(ascii)).encoding());
    assertEquals("GB18030", layout((ascii + "002,2022,待就业\n").getBytes(GB18030)).encoding());
  }

  @ParameterizedTest
  @ValueSource(ints = {65_533, 65_534, 65_535, 65_536, 131_070, 131_071})
  void characterAcrossTheBorderOfTwoChunksStaysUtf8(int bytesBefore) throws IOException {
    byte[] header = utf8(HEADER);
    String padding = "0".repeat(bytesBefore - header.length);

    assertEquals("UTF-8", layout(utf8(HEADER + padding + "𠮷中é,2022,10\n")).encoding());
  }

  @ParameterizedTest
  @ValueSource(chars = {',', '\t', ';', '|'})
  void delimiterIsTheOneThatGivesTheHeader(char delimiter) throws IOException {
    Layout.Text layout = layout(utf8(LEDGER.replace(',', delimiter)));

    assertEquals(delimiter, layout.delimiter());
    assertEquals(COLUMNS, layout.sheet().columns());
  }

  @Test
  void commaInATitleDoesNotDecideTheDelimiter() throws IOException {
    String ledger = "台账,截至6月8日,共1人,未落实0人\n" + LEDGER.replace(',', '\t');

    assertEquals('\t', layout(utf8(ledger)).delimiter());
  }

  @Test
  void titleRowsMayStandAboveTheHeader() throws IOException {
    Layout.Text layout = layout(utf8("某某大学2022届毕业生就业台账,,\n\n\"填报日期：\n6月8日\",,\n" + LEDGER));

    assertEquals(4, layout.sheet().headerRow());
    assertEquals(COLUMNS, layout.sheet().columns());
  }

  @Test
  void headerMayStandInTheTwentiethRowAndNoLater() throws IOException {
    assertEquals(20, layout(utf8("说明\n".repeat(19) + LEDGER)).sheet().headerRow());
    assertEquals("no_header", rejection(utf8("说明\n".repeat(20) + LEDGER)).code());
  }

  @Test
  void widthIsThatOfTheHeader() throws IOException {
    Layout.Text layout = layout(utf8("序号,学号,毕业年份,毕业去向代码,备注栏\n1,001,2022,10,\n"));

    assertEquals(5, layout.sheet().width());
  }

  @Test
  void filesWithTheSameHeaderHaveTheSameTemplate() throws IOException {
    String template = layout(utf8(LEDGER)).template();

    assertEquals(template, layout((HEADER + "002,2023,70\n").getBytes(GB18030)).template());
    assertNotEquals(template, layout(utf8(LEDGER.replace("毕业去向代码", "毕业去向"))).template());
  }

  @Test
  void emptyFileIsRejected() throws IOException {
    assertEquals("empty_file", rejection(new byte[0]).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n\n", "001,2022,10\n002,2022,70\n", "某某大学毕业生就业台账\n", "<html>学号</html>"})
  void fileWithoutHeaderIsRejected(String content) throws IOException {
    assertEquals("no_header", rejection(utf8(content)).code());
  }

  @Test
  void missingColumnIsNamedWithTheHeadersThatAreNotKnown() throws IOException {
    String idNumber = InventedIdNumbers.of("20000101", "002");

    Rejection rejection =
        rejection(utf8("学号,姓名,毕业年份,去向情况," + idNumber + "\n001,无名氏,2022,10," + idNumber + "\n"));

    assertEquals("missing_column", rejection.code());
    assertTrue(rejection.reason().contains("毕业去向(代码)"), rejection.reason());
    assertTrue(rejection.reason().contains("去向情况"), rejection.reason());
    assertFalse(rejection.reason().contains("无名氏"), rejection.reason());
    assertFalse(rejection.reason().contains(idNumber), rejection.reason());
  }

  @Test
  void contentAndNotTheNameTellsAWorkbookOfTheOlderFormat() throws IOException {
    Rejection rejection = rejection(HexFormat.of().parseHex("D0CF11E0A1B11AE1"));

    assertEquals(Rejection.damagedArchive(), rejection);
  }

  @Test
  void textUnderTheNameOfAWorkbookIsRead() throws IOException {
    Layout layout = survey("10001_20220608.xlsx", utf8(LEDGER)).plan().layout();

    assertEquals("UTF-8", layout.encoding());
    assertEquals(COLUMNS, ((Layout.Text) layout).sheet().columns());
  }

  @Test
  void eachFeedNeedsItsOwnColumns() throws IOException {
    Path file = write(NAME, utf8(LEDGER));

    assertEquals(Optional.empty(), SURVEYOR.survey(landingFile(Feed.FOLLOW_UP, file)).rejection());
    assertTrue(
        SURVEYOR
            .survey(landingFile(Feed.ASSISTANCE, file))
            .rejection()
            .orElseThrow()
            .reason()
            .startsWith("缺少必需的列：帮扶措施。"));
  }

  @Test
  void submissionIsTheHashOfFeedSubmitterDateAndBytes()
      throws IOException, NoSuchAlgorithmException {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    byte[] content = sha256.digest(utf8(LEDGER));
    sha256.update(utf8("ledger\n10001\n2022-06-08\n"));

    assertEquals(
        HexFormat.of().formatHex(sha256.digest(content)),
        survey(NAME, utf8(LEDGER)).submissionId());
  }

  @Test
  void sameBytesUnderAnotherSpellingOfTheNameAreTheSameSubmission() throws IOException {
    String submissionId = survey(NAME, utf8(LEDGER)).submissionId();

    assertEquals(submissionId, survey("10001_20220608_最终.TXT", utf8(LEDGER)).submissionId());
    assertEquals(submissionId, survey("4111010001_20220608.csv", utf8(LEDGER)).submissionId());
  }

  @Test
  void otherDateSubmitterOrBytesAreAnotherSubmission() throws IOException {
    String submissionId = survey(NAME, utf8(LEDGER)).submissionId();

    assertNotEquals(submissionId, survey("10001_20220609.csv", utf8(LEDGER)).submissionId());
    assertNotEquals(submissionId, survey("10002_20220608.csv", utf8(LEDGER)).submissionId());
    assertNotEquals(submissionId, survey(NAME, utf8(LEDGER + "\n")).submissionId());
  }

  @Test
  void badNamesAreToldApartByTheirPath() throws IOException {
    Survey one = survey("台账.csv", utf8(LEDGER));
    Survey other = survey("台账(1).csv", utf8(LEDGER));

    assertEquals("bad_name", one.rejection().orElseThrow().code());
    assertEquals("bad_name", other.rejection().orElseThrow().code());
    assertNotEquals(one.submissionId(), other.submissionId());
  }

  @Test
  void fileBeyondTheLimitOfBytesIsRejected() throws IOException {
    Surveyor strict = surveyor(limits(utf8(LEDGER).length, 512));

    assertEquals(
        Optional.empty(),
        strict.survey(landingFile(Feed.LEDGER, write(NAME, utf8(LEDGER)))).rejection());
    assertEquals(
        "file_too_large",
        strict
            .survey(landingFile(Feed.LEDGER, write(NAME, utf8(LEDGER + "\n"))))
            .rejection()
            .orElseThrow()
            .code());
  }

  @Test
  void headerBeyondTheLimitOfColumnsIsRejected() throws IOException {
    Surveyor strict = surveyor(limits(1_000, 2));

    assertEquals(
        "too_many_columns",
        strict
            .survey(landingFile(Feed.LEDGER, write(NAME, utf8(LEDGER))))
            .rejection()
            .orElseThrow()
            .code());
  }

  @Test
  void fileThatIsGoneIsRejectedAndNoException() {
    Survey survey =
        SURVEYOR.survey(
            new LandingFile(
                Feed.LEDGER, "ledger/" + NAME, folder.resolve(NAME).toString(), 10, Instant.EPOCH));

    assertEquals("read_fault", survey.rejection().orElseThrow().code());
  }

  private Layout.Text layout(byte[] content) throws IOException {
    return (Layout.Text) survey(NAME, content).plan().layout();
  }

  private Rejection rejection(byte[] content) throws IOException {
    return survey(NAME, content).rejection().orElseThrow();
  }

  private Survey survey(String name, byte[] content) throws IOException {
    return SURVEYOR.survey(landingFile(Feed.LEDGER, write(name, content)));
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static LandingFile landingFile(Feed feed, Path file) throws IOException {
    return new LandingFile(
        feed,
        feed.id() + "/" + file.getFileName(),
        file.toString(),
        Files.size(file),
        Instant.EPOCH);
  }

  private static Surveyor surveyor(ReferenceData reference) {
    return new Surveyor(
        reference.columnAliases(), reference.templates(), Limits.DEFAULT, new Configuration(false));
  }

  private static Surveyor surveyor(Limits limits) {
    return new Surveyor(
        REFERENCE.columnAliases(), REFERENCE.templates(), limits, new Configuration(false));
  }

  private static Limits limits(long fileBytes, int columns) {
    Limits usual = Limits.DEFAULT;
    return new Limits(
        fileBytes,
        columns,
        usual.cellCharacters(),
        usual.workbookBytes(),
        usual.compressionRatio());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
