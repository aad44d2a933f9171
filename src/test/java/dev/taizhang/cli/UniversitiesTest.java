package dev.taizhang.cli;

import static dev.taizhang.support.Ledgers.HEADER;
import static dev.taizhang.support.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.Workbooks;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The roster made of the ministry's list, and of an office's own. All schools are invented. */
class UniversitiesTest {

  private static final String LIST_HEADER = "序号,学校名称,学校标识码,主管部门,所在地,办学层次,备注";

  @TempDir Path folder;

  private Cli.Result make(Path list) {
    return Cli.run(
        "reference", "universities", list.toString(), "--out", folder.resolve("out").toString());
  }

  private List<String> written(String name) throws IOException {
    return Files.readAllLines(folder.resolve("out").resolve(name));
  }

  /** A list as it is published: titles, headings of provinces in merged cells, codes as numbers. */
  private Path published() throws IOException {
    Path file = folder.resolve("list.xls");
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream stream = Files.newOutputStream(file)) {
      Sheet sheet = workbook.createSheet("全国普通高等学校名单");
      add(sheet, "附件1");
      add(sheet, "全国普通高等学校名单");
      add(sheet, "（截至2025年6月20日，共6所）");
      add(sheet, LIST_HEADER.split(",", -1));
      add(sheet, "北京市（1所）");
      sheet.addMergedRegion(new CellRangeAddress(4, 4, 0, 6));
      add(sheet, "1", "示例甲大学", "4111090001", "教育部", "北京市", "本科", "");
      add(sheet, "河南省（4所）");
      addNumbered(sheet, 2, "示例乙大学", 4141090002.0, "河南省", "郑州市", "本科");
      addNumbered(sheet, 3, "示例丙学院", 4141000312.0, "河南省", "济源市", "本科");
      add(sheet, "4", "示例丁职业学院", "4142090004", "河南省", "林州市", "专科", "民办");
      add(sheet, "5", "示例戊职业学院", "4141090005", "河南省", "某某市", "专科", "民办");
      add(sheet);
      add(sheet, "新疆维吾尔自治区（1所）");
      add(sheet, "6", "示例己大学", "4165090006", "新疆生产建设兵团", "石河子市", "本科", "");
      Sheet adults = workbook.createSheet("全国成人高等学校名单");
      add(adults, "附件2");
      add(adults, LIST_HEADER.split(",", -1));
      add(adults, "上海市（1所）");
      add(adults, "1", "示例庚职工大学", "4231090007", "上海市", "上海市", "专科", "");
      workbook.write(stream);
    }
    return file;
  }

  private static void add(Sheet sheet, String... cells) {
    Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
    for (int column = 0; column < cells.length; column++) {
      row.createCell(column).setCellValue(cells[column]);
    }
  }

  private static void addNumbered(
      Sheet sheet, int number, String name, double identifier, String... more) {
    add(sheet, "", name, "", more[0], more[1], more[2], "");
    Row row = sheet.getRow(sheet.getLastRowNum());
    row.getCell(0).setCellValue(number);
    row.getCell(2).setCellValue(identifier);
  }

  @Test
  void publishedListBecomesTheRoster() throws IOException {
    Cli.Result result = make(published());

    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        "universities 7, provinces 4, unknown prefectures 1, expected graduates 0\n", result.out());
    assertEquals(
        """
        note: sheet '全国普通高等学校名单', line 10: '示例丁职业学院' is listed under 410000, but its 学校标识码 says 420000; the former counts.
        note: sheet '全国普通高等学校名单', line 11: the place of '示例戊职业学院' is not a prefecture of 410000: '某某市'.
        """,
        result.err());
    assertEquals(
        List.of(
            "code,name,province_code,prefecture_code,tier",
            // counties that are directly under the province have a group of their own
            "00312,示例丙学院,410000,419000,本科",
            "90001,示例甲大学,110000,110100,本科",
            "90002,示例乙大学,410000,410100,本科",
            // a county-level city lies in its prefecture
            "90004,示例丁职业学院,410000,410500,专科",
            "90005,示例戊职业学院,410000,000000,专科",
            "90006,示例己大学,650000,659000,本科",
            "90007,示例庚职工大学,310000,310100,专科"),
        written("universities.csv"));
  }

  @Test
  void runTakesTheRoster() throws IOException {
    make(published());
    Path landing = folder.resolve("landing");
    Ledgers.write(landing, "90002_20250608.csv", HEADER, row("1", 2025, "0", "10"));
    String warehouse = folder.resolve("warehouse").toString();
    Cli.Result run =
        Cli.run(
            "run",
            "--landing",
            landing.toString(),
            "--warehouse",
            warehouse,
            "--reference",
            folder.resolve("out").toString());
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(
        "university_name\n示例乙大学\n",
        Cli.run(
                "query",
                "--warehouse",
                warehouse,
                "--format",
                "csv",
                "SELECT DISTINCT university_name FROM marts.placement_rates WHERE university_code ="
                    + " '90002'")
            .out()
            .replace("\r", ""));
  }

  @Test
  void workbookOfTodayIsReadLikeOneOf1997() throws IOException {
    Path file =
        Workbooks.write(
            folder.resolve("list.xlsx"),
            workbook -> {
              var sheet =
                  Workbooks.sheet(
                      workbook,
                      "名单",
                      "全国普通高等学校名单",
                      "",
                      LIST_HEADER,
                      "河南省（2所）",
                      "1,示例乙大学,4141090002,河南省,河南省郑州市,本科,");
              sheet.value(5, 1, "示例丙学院");
              sheet.value(5, 2, 4141000312L);
              sheet.value(5, 4, "襄樊市");
            });

    Cli.Result result = make(file);

    assertEquals(
        "note: sheet '名单', line 6: the place of '示例丙学院' is not a prefecture of 410000: '襄樊市'.\n",
        result.err());
    assertEquals(
        List.of(
            "code,name,province_code,prefecture_code,tier",
            "00312,示例丙学院,410000,000000,",
            "90002,示例乙大学,410000,410100,本科"),
        written("universities.csv"));
  }

  @Test
  void tierThatIsTooLongIsLeftOutAndTold() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("tiers.csv"),
            """
            院校代码,院校名称,省份,城市,办学层次
            90001,示例甲大学,河南,410100,本科（含研究生教育以及高等职业教育专科层次）
            90002,示例乙大学,河南,410100,专科
            """);

    Cli.Result result = make(file);

    assertEquals(0, result.exitCode(), result.err());
    assertTrue(
        result.err().contains("line 2: the tier of '示例甲大学' has more than 20 characters"),
        result.err());
    assertEquals(
        List.of(
            "code,name,province_code,prefecture_code,tier",
            "90001,示例甲大学,410000,410100,",
            "90002,示例乙大学,410000,410100,专科"),
        written("universities.csv"));
  }

  @Test
  void rosterOfOnesOwnHasExpectedGraduatesBesides() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("roster.csv"),
            """
            院校代码,院校名称,省份,城市,2025届毕业生数,2025届本科,2026届高职（专科）
            312,示例丙学院,湖北,襄樊市,"1,200",1000,
            90002,示例乙大学,河南省,410100,3000.0,,0
            """,
            Charset.forName("GB18030"));

    Cli.Result result = make(file);

    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        "universities 2, provinces 2, unknown prefectures 0, expected graduates 4\n", result.out());
    assertEquals(
        List.of(
            "code,name,province_code,prefecture_code",
            // its name until 2010
            "00312,示例丙学院,420000,420600",
            "90002,示例乙大学,410000,410100"),
        written("universities.csv"));
    assertEquals(
        List.of(
            "code,graduation_year,degree_level,graduates",
            "00312,2025,all,1200",
            "00312,2025,bachelor,1000",
            "90002,2025,all,3000",
            "90002,2026,associate,0"),
        written("expected_graduates.csv"));
  }

  @Test
  void everyProblemIsSaidAtOnceAndNothingWritten() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("roster.csv"),
            """
            code,name,province,prefecture,2025 bachelor,2025届研究生
            90001,示例甲大学,北京市,北京市,约100,
            90001,示例乙大学,河南省,郑州市,1,
            4.14E+09,示例丙学院,河南省,郑州市,1,
            90004,,河南省,郑州市,1,
            """);

    Cli.Result result = make(file);

    assertEquals(2, result.exitCode());
    assertEquals(
        """
        taizhang: %s has 5 problems; nothing was written:
          line 1: the column '2025届研究生' does not name a known level.
          line 2: '约100' is not a number of graduates.
          line 3: '示例乙大学' has the code 90001, which '示例甲大学' already has.
          line 4: the code of '示例丙学院' is '4.14E+09', which is neither 5 nor 10 digits.
          line 5: the university has no name.
        What to do: correct them.
        """
            .formatted(file),
        result.err());
    assertTrue(Files.notExists(folder.resolve("out")));
  }

  @Test
  void fileThatIsNoListIsExitCode2() throws IOException {
    Cli.Result none = make(folder.resolve("nowhere.xls"));
    assertEquals(2, none.exitCode());
    assertTrue(none.err().startsWith("taizhang: There is no file "), none.err());
    Cli.Result other = make(Files.writeString(folder.resolve("a.csv"), "1,2\n"));
    assertEquals(2, other.exitCode());
    assertTrue(other.err().contains("has no list of universities"), other.err());
    Path broken =
        Files.write(
            folder.resolve("b.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1});
    Cli.Result damaged = make(broken);
    assertEquals(2, damaged.exitCode());
    assertTrue(damaged.err().contains("cannot be read as .xls, .xlsx or CSV"), damaged.err());
    assertEquals(2, Cli.run("reference").exitCode());
  }
}
