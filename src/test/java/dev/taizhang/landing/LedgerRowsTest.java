package dev.taizhang.landing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.taizhang.landing.rows.Limits;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.support.HandmadeWorkbook;
import dev.taizhang.support.Workbooks;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.LedgerColumn;
import dev.taizhang.tables.Rows;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerRowsTest {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String HEADER = "学号,毕业年份,毕业去向代码\n";
  private static final Field OUTCOME_CODE = Rows.cell(LedgerColumn.OUTCOME_CODE);

  private static final String[] NOTED = {
    "学号,毕业年份,毕业去向代码", "001,2022,10", "合计,1,", "002,2022,70", "", "制表日期：2022年6月8日"
  };

  @TempDir Path folder;

  private LandedLedgers ledgers;

  @BeforeEach
  void land() {
    ledgers = new LandedLedgers(folder, ReferenceData.load(Optional.empty()));
  }

  @Test
  void filesWithDifferentHeadersAndEncodingsGiveOneSchema() throws IOException {
    ledgers.file("10001_20220608.csv", LandedLedgers.utf8("\uFEFF" + HEADER + "001,2022,10\n"));
    ledgers.file(
        "10002_20220609.txt", "毕业去向\t届别\t身份证号码\t学号(*)\n待就业\t２０２２届\t\t００１\n".getBytes(GB18030));

    Dataset<Row> rows = ledgers.read();

    assertEquals(fieldsOf(Rows.TABLE.structType().fields()), fieldsOf(rows.schema().fields()));
    assertEquals(
        List.of("10001|2022-06-08||2|2022|10|null", "10002|2022-06-09||2|2022届|null|待就业"),
        LandedLedgers.lines(
            rows,
            Rows.UNIVERSITY_CODE,
            Rows.SNAPSHOT_DATE,
            Rows.SHEET_NAME,
            Rows.ROW_NUMBER,
            Rows.cell(LedgerColumn.GRADUATION_YEAR),
            OUTCOME_CODE,
            Rows.cell(LedgerColumn.OUTCOME)));
  }

  @Test
  void everyRowCarriesItsSubmission() throws IOException {
    ledgers.file("10001_20220608.csv", LandedLedgers.utf8(HEADER + "001,2022,10\n"));

    assertEquals(
        List.of(ledgers.submissionOf("10001_20220608.csv")),
        LandedLedgers.lines(ledgers.read(), Rows.SUBMISSION_ID));
  }

  @Test
  void rowNumbersAreThoseThatAPersonSees() throws IOException {
    ledgers.file(
        "10001_20220608.csv",
        LandedLedgers.utf8(
            """
            就业台账,,,
            "填报人：
            无名氏",,,
            学号,毕业年份,毕业去向代码,单位名称
            001,2022,10,

            ,,,
            002,2022,11,"成都
            公司"
            003,2022,12,
            """));

    assertEquals(
        List.of("4|10", "7|11", "8|12"),
        LandedLedgers.lines(ledgers.read(), Rows.ROW_NUMBER, OUTCOME_CODE));
  }

  @Test
  void lastRowNeedsNoEndOfLine() throws IOException {
    ledgers.file("10001_20220608.csv", LandedLedgers.utf8(HEADER + "001,2022,10\r\n002,2022,11"));

    assertEquals(
        List.of("2|10", "3|11"),
        LandedLedgers.lines(ledgers.read(), Rows.ROW_NUMBER, OUTCOME_CODE));
  }

  @Test
  void shortRowIsReadAsFarAsItGoes() throws IOException {
    ledgers.file("10001_20220608.csv", LandedLedgers.utf8(HEADER + "001,2022\n"));

    assertEquals(
        List.of("2|null|null"),
        LandedLedgers.lines(ledgers.read(), Rows.ROW_NUMBER, OUTCOME_CODE, Rows.DAMAGE));
  }

  @Test
  void surplusCellsAreMarkedUnlessTheyAreBlank() throws IOException {
    ledgers.file(
        "10001_20220608.csv",
        LandedLedgers.utf8(HEADER + "001,2022,10,多\n002,2022,11,,\n003,2022,12\n"));

    assertEquals(
        List.of("2|surplus_cells", "3|null", "4|null"),
        LandedLedgers.lines(ledgers.read(), Rows.ROW_NUMBER, Rows.DAMAGE));
  }

  @Test
  void undecodableCellsAreMarkedWhereTheyAreRead() throws IOException {
    byte[] content =
        ("备注栏," + HEADER + "甲,001,2022,#\n#,002,2022,11\n甲,003,2022,12\n").getBytes(GB18030);
    ledgers.file("10001_20220608.csv", withByteForHash(content));

    assertEquals(
        List.of("2|undecodable", "3|null", "4|null"),
        LandedLedgers.lines(ledgers.read(), Rows.ROW_NUMBER, Rows.DAMAGE));
  }

  @Test
  void reportCountsTheRowsOfEachFile() throws IOException {
    ledgers.file("10001_20220608.csv", LandedLedgers.utf8(HEADER + "001,2022,10\n\n002,2022,10\n"));
    ledgers.file("10002_20220608.csv", LandedLedgers.utf8(HEADER + "001,2022,10\n"));
    ledgers.file("10003_20220608.csv", LandedLedgers.utf8(HEADER));

    long count = ledgers.read().count();

    assertEquals(3, count);
    assertEquals(
        Map.of("10001_20220608.csv", 2L, "10002_20220608.csv", 1L, "10003_20220608.csv", 0L),
        ledgers.rowCounts());
  }

  @Test
  void secondReadingOfTheSameFilesIsNotCountedDouble() throws IOException {
    ledgers.file("10001_20220608.csv", LandedLedgers.utf8(HEADER + "001,2022,10\n"));

    ledgers.read();
    ledgers.read();

    assertEquals(Map.of("10001_20220608.csv", 1L), ledgers.rowCounts());
  }

  @Test
  void twoWordsForOneNeededColumnAreNoContradiction() throws IOException {
    String header = "学号,学生学号,毕业年份,毕业去向代码\n";
    ledgers.file(
        "10001_20220608.csv",
        LandedLedgers.utf8(header + "001,,2022,10\n,002,2022,11\n003,003,2022,12\n"));
    ledgers.file(
        "10002_20220608.csv",
        LandedLedgers.utf8(header + "001,,2022,10\n" + header + "002,003,2022,11\n"));

    assertEquals(
        List.of("2|10", "3|11", "4|12"),
        LandedLedgers.lines(
            ledgers.read().filter(Rows.UNIVERSITY_CODE.column().equalTo("10001")),
            Rows.ROW_NUMBER,
            OUTCOME_CODE));
    assertEquals(
        Map.of("10001_20220608.csv", "read", "10002_20220608.csv", "ambiguous_column"),
        ledgers.endings());
  }

  @Test
  void ambiguousColumnStopsThatFileOnly() throws IOException {
    ledgers.file(
        "10001_20220608.csv",
        LandedLedgers.utf8(
            "学号,毕业年份,毕业去向代码,毕业去向代码\n001,2022,10,10\n002,2022,10,11\n003,2022,10,10\n"));
    ledgers.file("10002_20220608.csv", LandedLedgers.utf8(HEADER + "001,2022,70\n"));

    List<String> read =
        LandedLedgers.lines(ledgers.read(), Rows.UNIVERSITY_CODE, Rows.ROW_NUMBER, OUTCOME_CODE);

    assertEquals(List.of("10001|2|10", "10002|2|70"), read);
    assertEquals(
        Map.of("10001_20220608.csv", "ambiguous_column", "10002_20220608.csv", "read"),
        ledgers.endings());
  }

  @Test
  void columnNamedTwiceIsReadWhereOneOfTheTwoIsBlankOrBothAgree() throws IOException {
    ledgers.file(
        "10001_20220608.csv",
        LandedLedgers.utf8("学号,毕业年份,毕业去向代码,毕业去向代码\n001,2022,10,１０\n002,2022,,11\n003,2022,12,\n"));

    assertEquals(
        List.of("2|10", "3|11", "4|12"),
        LandedLedgers.lines(ledgers.read(), Rows.ROW_NUMBER, OUTCOME_CODE));
  }

  @Test
  void columnsOfOneNameThatDifferAreBlankWhereTheyDo() throws IOException {
    ledgers.file(
        "10001_20220608.csv",
        LandedLedgers.utf8(
            """
            学号,毕业年份,毕业去向代码,单位名称,单位名称,单位名称,专业,专业名称
            001,2022,10,某公司,,,数学,数学
            002,2022,80,,,某大学,数学,统计
            003,2022,10,某公司,某大学,某公司,,
            004,2022,10,某公司,某 公司,某公司,,物理
            """));

    assertEquals(
        List.of(
            "2|null|某公司|数学",
            "3|major_name|某大学|null",
            "4|employer_name|null|null",
            "5|employer_name|null|物理"),
        LandedLedgers.lines(
            ledgers.read(),
            Rows.ROW_NUMBER,
            Rows.CONTRADICTED_COLUMNS,
            Rows.EMPLOYER_NAME,
            Rows.cell(LedgerColumn.MAJOR_NAME)));
    assertEquals(Map.of("10001_20220608.csv", "read"), ledgers.endings());
  }

  @Test
  void employerIsNotKeptWhereTwoNamesDiffer() throws IOException {
    ledgers.file(
        "10001_20220608.csv",
        LandedLedgers.utf8("学号,姓名,学生姓名,毕业年份,毕业去向代码,单位名称\n001,无名氏,佚名,2022,10,佚名工作室\n"));

    assertEquals(
        List.of("name|null"),
        LandedLedgers.lines(ledgers.read(), Rows.CONTRADICTED_COLUMNS, Rows.EMPLOYER_NAME));
  }

  @Test
  void rowsAboutTheTableAreCountedAndNotRead() throws IOException {
    ledgers.file(
        "10001_20220608.csv",
        LandedLedgers.utf8(
            """
            序号,学号,姓名,毕业年份,毕业去向代码,备注
            1,001,无名氏,2022,10,
            小计,,,,,1
            2,002,佚名,2022,70,
            合 计,,,2,,
            ,总计：2人,,,,
            ,,注：以上人员均已核对,,,
            "说明：一、学号必填；
            二、其余如实填写",,,,,
            ,,,,,填表人：某某 联系电话：00000000
            （盖章）,,,,,
            """));
    ledgers.file("10002_20220608.xlsx", workbook(book -> Workbooks.sheet(book, "台账", NOTED)));

    assertEquals(
        List.of("10001|2|10", "10001|4|70", "10002|2|10", "10002|4|70"),
        LandedLedgers.lines(ledgers.read(), Rows.UNIVERSITY_CODE, Rows.ROW_NUMBER, OUTCOME_CODE));
    assertEquals(Map.of("10001_20220608.csv", 2L, "10002_20220608.xlsx", 2L), ledgers.rowCounts());
    assertEquals(Map.of("10001_20220608.csv", 7L, "10002_20220608.xlsx", 2L), ledgers.noteCounts());
  }

  @Test
  void rowOfAPersonIsNeverANote() throws IOException {
    ledgers.file(
        "10001_20220608.csv",
        LandedLedgers.utf8(
            """
            序号,学号,身份证号,姓名,毕业年份,毕业去向代码
            备注,001,,,,
            合计,,9.99999E+17,,,
            说明,,,无名氏,,
            注：,,,,,10
            其他,,,,,
            ,,,,2022,
            """));

    assertEquals(
        List.of("2", "3", "4", "5", "6", "7"),
        LandedLedgers.lines(ledgers.read(), Rows.ROW_NUMBER));
  }

  @Test
  void headerOnceMoreIsNoRow() throws IOException {
    ledgers.file(
        "10001_20220608.csv",
        LandedLedgers.utf8(
            """
            xh,bynf,byqxdm,bz
            学号,毕业年份,毕业去向代码,备注
            001,2022,10,
            某某学院,,,
            xh,bynf,byqxdm,bz
            学 号,毕业年份,毕业去向代码,
            学号,2022,毕业去向代码,
            """));

    assertEquals(List.of("3", "4", "7"), LandedLedgers.lines(ledgers.read(), Rows.ROW_NUMBER));
    assertEquals(Map.of("10001_20220608.csv", 2L), ledgers.noteCounts());
  }

  @Test
  void headerOfAWorkbookMayReachOverTwoRowsBelowATitle() throws IOException {
    ledgers.file(
        "10001_20220608.xlsx",
        workbook(
            book -> {
              Worksheet sheet =
                  Workbooks.sheet(
                      book,
                      "台账",
                      "2022届毕业生就业台账,,,,",
                      "",
                      "序号,学号,毕业年份,就业信息,",
                      ",,,毕业去向代码,单位名称",
                      "1,001,2022,10,某公司",
                      "合计,,,1,");
              sheet.range(0, 0, 0, 4).merge();
              sheet.range(2, 1, 3, 1).merge();
              sheet.range(2, 2, 3, 2).merge();
              sheet.range(2, 3, 2, 4).merge();
            }));

    assertEquals(
        List.of("5|2022|10|某公司"),
        LandedLedgers.lines(
            ledgers.read(),
            Rows.ROW_NUMBER,
            Rows.cell(LedgerColumn.GRADUATION_YEAR),
            OUTCOME_CODE,
            Rows.EMPLOYER_NAME));
  }

  @Test
  void emptyCellSaysThatThereIsNoHardshipWhereTheAliasSaysSo() throws IOException {
    Files.createDirectory(folder.resolve("reference"));
    Files.writeString(
        folder.resolve("reference/column_aliases.csv"),
        "feed,column,header,note,university_code\nledger,hardship,困难类型,blank_is_none,10001\n");
    ledgers =
        new LandedLedgers(
            folder, ReferenceData.load(Optional.of(folder.resolve("reference").toString())));
    byte[] content = LandedLedgers.utf8("学号,毕业年份,毕业去向代码,困难类型\n001,2022,10,\n002,2022,10,残疾\n");
    ledgers.file("10001_20220608.csv", content);
    ledgers.file("10002_20220608.csv", content);

    assertEquals(
        List.of("10001|无", "10001|残疾", "10002|null", "10002|残疾"),
        LandedLedgers.lines(
            ledgers.read(), Rows.UNIVERSITY_CODE, Rows.cell(LedgerColumn.HARDSHIP)));
  }

  @Test
  void hardshipsOfSeveralColumnsAreListed() throws IOException {
    ledgers.file(
        "10001_20220608.csv",
        LandedLedgers.utf8("学号,毕业年份,毕业去向代码,困难生类别,特殊群体类型\n001,2022,10,低保家庭,残疾\n002,2022,10,,残疾\n"));

    assertEquals(
        List.of("2|低保家庭、残疾", "3|残疾"),
        LandedLedgers.lines(ledgers.read(), Rows.ROW_NUMBER, Rows.cell(LedgerColumn.HARDSHIP)));
  }

  @Test
  void cellBeyondTheLimitStopsThatFileOnly() throws IOException {
    ledgers.file(
        "10001_20220608.csv",
        LandedLedgers.utf8(HEADER + "001,2022,10\n002,2022,\"" + "x".repeat(50) + "\n"));
    ledgers.file("10002_20220608.csv", LandedLedgers.utf8(HEADER + "001,2022,70\n"));

    List<String> read =
        LandedLedgers.lines(
            ledgers.read(new Limits(1_000, 10, 20, 1_000, 10)),
            Rows.UNIVERSITY_CODE,
            Rows.ROW_NUMBER);

    assertEquals(List.of("10001|2", "10002|2"), read);
    assertEquals(
        Map.of("10001_20220608.csv", "cell_too_long", "10002_20220608.csv", "read"),
        ledgers.endings());
  }

  @Test
  void workbooksAndTextGiveOneSchema() throws IOException {
    ledgers.file("10001_20220608.csv", LandedLedgers.utf8(HEADER + "001,2022,10\n"));
    ledgers.file(
        "10002_20220608.xlsx",
        workbook(
            book -> {
              Workbooks.sheet(book, "本科", "毕业去向代码,学号,毕业年份", "11,001,2022");
              Workbooks.sheet(book, "高职", HEADER.strip(), "002,2022,12", "003,2022,70");
            }));

    assertEquals(
        List.of("10001||2|10", "10002|1|2|11", "10002|2|2|12", "10002|2|3|70"),
        LandedLedgers.lines(
            ledgers.read(), Rows.UNIVERSITY_CODE, Rows.SHEET_NAME, Rows.ROW_NUMBER, OUTCOME_CODE));
    assertEquals(Map.of("10001_20220608.csv", 1L, "10002_20220608.xlsx", 3L), ledgers.rowCounts());
  }

  @Test
  void workbookThatCannotBeReadToItsEndStopsThatFileOnly() throws IOException {
    String row = "<row r='%d'><c><v>%d</v></c><c><v>2022</v></c><c><v>10</v></c></row>";
    Path broken =
        new HandmadeWorkbook()
            .sheet(
                "台账",
                "<row>"
                    + Arrays.stream(HEADER.strip().split(","))
                        .map(cell -> "<c t='inlineStr'><is><t>" + cell + "</t></is></c>")
                        .collect(Collectors.joining())
                    + "</row>"
                    + row.formatted(21, 1)
                    + "<row r='22'><c t='n'><v>无名氏</c></row>")
            .write(folder.resolve("broken.xlsx"));
    ledgers.file("10001_20220608.xlsx", Files.readAllBytes(broken));
    ledgers.file("10002_20220608.csv", LandedLedgers.utf8(HEADER + "001,2022,70\n"));
    ledgers.file(
        "10003_20220608.xlsx", workbook(book -> Workbooks.sheet(book, "台账", HEADER, "1,2022,10")));
    Files.writeString(folder.resolve("10003_20220608.xlsx"), "gone");

    List<String> read =
        LandedLedgers.lines(ledgers.read(), Rows.UNIVERSITY_CODE, Rows.ROW_NUMBER, OUTCOME_CODE);

    assertEquals(List.of("10001|21|10", "10002|2|70"), read);
    assertEquals(
        Map.of(
            "10001_20220608.xlsx", "unreadable",
            "10002_20220608.csv", "read",
            "10003_20220608.xlsx", "damaged_archive"),
        ledgers.endings());
    assertFalse(ledgers.told().contains("无名氏"), ledgers.told());
  }

  @Test
  void rowsHaveTheSameHashOnlyWhereAllCellsAgree() throws IOException {
    ledgers.file(
        "10001_20220608.csv",
        LandedLedgers.utf8(
            """
            备注栏,学号,毕业年份,毕业去向代码
            甲,001,2022,10
            甲,001,2022,10
            乙,001,2022,10
            甲0,01,2022,10
            """));

    List<String> hashes = LandedLedgers.lines(ledgers.read(), Rows.ROW_NUMBER, Rows.ROW_HASH);
    List<String> bare = hashes.stream().map(line -> line.substring(2)).toList();

    assertEquals(bare.get(0), bare.get(1));
    assertEquals(3, bare.stream().distinct().count(), bare.toString());
  }

  @Test
  void creditCodeHasItsCheckCharacterOrIsNull() throws IOException {
    ledgers.file(
        "10001_20220608.csv",
        LandedLedgers.utf8(
            """
            学号,毕业年份,毕业去向代码,统一社会信用代码
            1,2022,10,91130104MA08Y7FL6L
            2,2022,10,91130104ma08y7fl6l
            3,2022,10,91130104IA08Y7FL6L
            4,2022,10,91130104MA08Y7FL6
            5,2022,10,91130104MA08Y7FL6M
            6,2022,10,无
            """));

    assertEquals(
        List.of(
            "91130104MA08Y7FL6L|valid",
            "91130104MA08Y7FL6L|valid",
            "null|invalid",
            "null|invalid",
            "null|invalid",
            "null|none_stated"),
        LandedLedgers.lines(
            ledgers.read(), Rows.cell(LedgerColumn.EMPLOYER_CREDIT_CODE), Rows.CREDIT_CODE_STATE));
  }

  @Test
  void noFilesGiveNoRows() {
    assertEquals(List.of(), LandedLedgers.lines(ledgers.read(), Rows.SUBMISSION_ID));
  }

  private byte[] workbook(Workbooks.Filling filling) throws IOException {
    return Files.readAllBytes(Workbooks.write(folder.resolve("workbook.xlsx"), filling));
  }

  private static List<String> fieldsOf(StructField[] fields) {
    return Arrays.stream(fields)
        .map(field -> field.name() + " " + field.dataType() + " " + field.nullable())
        .toList();
  }

  /** The content with a byte that begins no character in place of each #. */
  private static byte[] withByteForHash(byte[] content) {
    byte[] damaged = content.clone();
    for (int i = 0; i < damaged.length; i++) {
      damaged[i] = damaged[i] == '#' ? (byte) 0xFF : damaged[i];
    }
    return damaged;
  }
}
