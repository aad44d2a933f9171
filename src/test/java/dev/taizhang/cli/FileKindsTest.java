package dev.taizhang.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.Cli;
import dev.taizhang.support.DbaseFile;
import dev.taizhang.support.HandmadeWorkbook;
import dev.taizhang.support.Ledgers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The kinds of files that web systems, WPS and older programs export, all in one run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileKindsTest {

  private static final Charset GBK = Charset.forName("GBK");
  private static final String[] LEDGER = {
    "学号,姓名,专业代码,毕业时间,困难生类别代码,毕业去向代码",
    "012100001,示例甲,080901,20250630,0,10",
    "012100002,示例乙,080901,20250630,0,70",
    "012100003,示例丙,120203K,20250630,2,46"
  };
  private static final String ALL_THREE = "3,2";

  @TempDir private static Path folder;
  private Cli.Result run;

  @BeforeAll
  void takeAllOfThemIn() throws IOException {
    webPages();
    spreadsheetsOfXml();
    dbaseFiles();
    workbooksUnderOtherNames();
    notTakenIn();
    headersOfOtherPeople();
    run =
        Cli.run(
            "run",
            "--landing",
            folder.resolve("landing").toString(),
            "--warehouse",
            folder.resolve("warehouse").toString());
    assertEquals(0, run.exitCode(), run.err());
  }

  private static void webPages() throws IOException {
    write("91001_20250708.xls", page("<meta charset=utf-8>", table(LEDGER)).getBytes(UTF_8));
    write(
        "91002_20250708_布局.HTML",
        page(
                "<meta http-equiv='Content-Type' content='text/html; charset=gb2312'>",
                "<table><tr><td><table><tr><td>首页</td><td>退出</td></tr></table></td></tr><tr><td>"
                    + table("某某大学就业台账", LEDGER[0], LEDGER[1], LEDGER[2], LEDGER[3])
                    + "</td></tr></table><table><tr><td>制表人</td><td>示例丁</td></tr></table>")
            .getBytes(GBK));
    write(
        "91003_20250708.htm",
        page(
                "<meta http-equiv=Content-Type content='text/html; charset=gb2312'>"
                    + "<meta name=ProgId content=Excel.Sheet>",
                """
                <table x:str>
                <tr><td>学号</td><td>姓名</td><td>专业代码</td><td>专业</td><td>毕业时间</td><td>毕业去向代码</td><td>单位名称</td></tr>
                <tr><td>012100001</td><td>示例甲</td><td rowspan=2>080901</td><td rowspan=2>计算机科学<br>与技术</td>
                 <td x:num="20250630">2.03E+07</td><td x:num>10</td><td x:str="示例公司 ">示例<span style='display:none'>公司&nbsp;</span></td></tr>
                <tr><td>012100002</td><td>示例乙</td><td x:num="45838">2025/6/30</td><td x:num>70</td><td>&nbsp;</td></tr>
                <tr><td>012100003</td><td>示例丙</td><td>120203K</td><td>会计学</td><td>2025年6月30日</td><td>46<td></td></tr>
                <![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td></tr><![endif]>
                </table>""")
            .getBytes(GBK));
  }

  private static void spreadsheetsOfXml() throws IOException {
    write(
        "91004_20250708.xls",
        """

        <?xml version="1.0" encoding="utf-8"?>
        <?mso-application progid="Excel.Sheet"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
        <Styles><Style ss:ID="s1"><NumberFormat ss:Format="000000"/></Style></Styles>
        <Worksheet ss:Name="上周"><Table><Row><Cell><Data ss:Type="String">学号</Data></Cell><Cell><Data ss:Type="String">毕业年份</Data></Cell><Cell><Data ss:Type="String">毕业去向</Data></Cell></Row>
        <Row><Cell><Data ss:Type="String">9</Data></Cell><Cell><Data ss:Type="Number">2025</Data></Cell><Cell><Data ss:Type="String">待就业</Data></Cell></Row></Table>
        <WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>
        <Worksheet ss:Name="台账"><Table>
        <Row ss:Index="2"><Cell><Data ss:Type="String">学号</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">专业代码</Data></Cell><Cell><Data ss:Type="String">专业</Data></Cell><Cell><Data ss:Type="String">毕业时间</Data></Cell><Cell><Data ss:Type="String">毕业去向代码</Data></Cell></Row>
        <Row><Cell><Data ss:Type="String">012100001</Data><Comment><Data>批注</Data></Comment></Cell><Cell ss:Index="3" ss:MergeDown="1" ss:StyleID="s1"><Data ss:Type="Number">80901</Data></Cell><Cell ss:MergeDown="1"><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>计算机</B>科学与技术</ss:Data></Cell><Cell><Data ss:Type="DateTime">2025-06-30T00:00:00.000</Data></Cell><Cell><Data ss:Type="Number">10</Data></Cell></Row>
        <Row><Cell><Data ss:Type="String">012100002</Data></Cell><Cell ss:Index="5"><Data ss:Type="String">20250630</Data></Cell><Cell><Data ss:Type="Number">70</Data></Cell></Row>
        <Row ss:Index="9"><Cell><Data ss:Type="String">012100003</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">120203K</Data></Cell><Cell><Data ss:Type="String">会计学</Data></Cell><Cell><Data ss:Type="String">20250630</Data></Cell><Cell><Data ss:Type="Number">46</Data></Cell></Row>
        </Table></Worksheet></Workbook>
        """
            .getBytes(UTF_8));
    write(
        "91005_20250708.xls",
        """
        <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data>&a;</Data></Cell></Row></Table></Worksheet></Workbook>
        """
            .getBytes(UTF_8));
  }

  private static void dbaseFiles() throws IOException {
    byte[] whole =
        new DbaseFile()
            .text("XH", 12)
            .text("姓名", 20)
            .text("zydm", 8)
            .field("毕业时间", 'D', 8, 0)
            .field("BYQXDM", 'N', 4, 0)
            .record("012100001", "示例甲", "080901", "20250630", "10")
            .deleted("012100009", "示例己", "080901", "20250630", "70")
            .record("012100002", "示例乙", "080901", "20250630", "70")
            .record("012100003", "示例丙", "120203K", "20250630", "46")
            .bytes();
    write("91006_20250708.DBF", whole);
    write("91007_20250708.dbf", Arrays.copyOf(whole, whole.length - 20));
  }

  private static void workbooksUnderOtherNames() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      Sheet sheet = workbook.createSheet("台账");
      for (int i = 0; i < LEDGER.length; i++) {
        Row row = sheet.createRow(i);
        String[] cells = LEDGER[i].split(",", -1);
        for (int j = 0; j < cells.length; j++) {
          row.createCell(j).setCellValue(cells[j]);
        }
      }
      workbook.write(bytes);
    }
    write("91010_20250708.et", bytes.toByteArray());
    byte[] newer = newerWorkbook();
    write("91011_20250708.ET", newer);
    write(
        "91012_20250708.xlsm",
        withContentType(newer, "application/vnd.ms-excel.sheet.macroEnabled.main+xml"));
    write("91013_20250708.htm", newer);
    write("91014_20250708.dbf", String.join("\r\n", LEDGER).getBytes(GBK));
    write("91015_20250708.csv", page("", table(LEDGER)).getBytes(GBK));
  }

  private static byte[] newerWorkbook() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (String line : LEDGER) {
      rows.append("<row>");
      for (String cell : line.split(",", -1)) {
        rows.append("<c t='inlineStr'><is><t>").append(cell).append("</t></is></c>");
      }
      rows.append("</row>");
    }
    Path file = folder.resolve("newer.xlsx");
    return Files.readAllBytes(new HandmadeWorkbook().sheet("台账", rows.toString()).write(file));
  }

  private static byte[] withContentType(byte[] workbook, String type) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(workbook));
        ZipOutputStream to = new ZipOutputStream(bytes)) {
      for (ZipEntry entry; (entry = from.getNextEntry()) != null; ) {
        String part = new String(from.readAllBytes(), UTF_8);
        to.putNextEntry(new ZipEntry(entry.getName()));
        to.write(
            part.replaceAll("application/[a-z.-]+spreadsheetml\\.sheet\\.main\\+xml", type)
                .getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static void notTakenIn() throws IOException {
    write(
        "91020_20250708.xls",
        ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
                + page("", table(LEDGER)))
            .getBytes(UTF_8));
    write(
        "91021_20250708.htm",
        "<html><frameset rows='*,39'><frame src='a.files/sheet001.htm'><noframes><body>框架</body></noframes></frameset></html>"
            .getBytes(UTF_8));
    write("91022_20250708.xls", page("", "<p>登录超时，请重新登录</p>").getBytes(UTF_8));
    for (String name : new String[] {"p1更正", "p1 (2)", "p01", "P1-2", "p0", "ｐ1"}) {
      write("91023_20250708_" + name + ".csv", String.join("\n", LEDGER).getBytes(UTF_8));
    }
    write("91024_20250708_p1_更正.csv", String.join("\n", LEDGER).getBytes(UTF_8));
    for (String hidden :
        new String[] {
          ".Trash-1000/files",
          "#recycle",
          "__MACOSX/a",
          "@eaDir",
          "$RECYCLE.BIN/S-1-5",
          "System Volume Information"
        }) {
      write(hidden + "/91025_20250708.csv", String.join("\n", LEDGER).getBytes(UTF_8));
    }
  }

  private static void headersOfOtherPeople() throws IOException {
    Ledgers.write(
        folder.resolve("landing"),
        "91030_20250708.csv",
        "学号,身份证号（监护人）,姓名(父亲),毕业年份,毕业去向代码",
        "1,410101197003040014,示例父,2025,10",
        "2,410101197003040014,示例父,2025,70");
    Ledgers.write(
        folder.resolve("landing"),
        "91031_20250708.csv",
        "监护人身份证号,【家长】身份证号,毕业年份,毕业去向代码",
        "410101197003040014,410101197003040014,2025,10");
  }

  private static void write(String name, byte[] content) throws IOException {
    Path file = folder.resolve("landing/ledger").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  /** A table as web systems write it: each cell text, with a blank after it. */
  private static String table(String... lines) {
    StringBuilder table = new StringBuilder("<table border=1>");
    for (String line : lines) {
      table.append("<tr>");
      for (String cell : line.split(",", -1)) {
        table.append("<td style='mso-number-format:\"\\@\"'>").append(cell).append("&nbsp;</td>");
      }
      table.append("</tr>\r\n");
    }
    return table.append("</table>").toString();
  }

  private static String page(String head, String body) {
    return "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head>"
        + head
        + "<style>td{mso-number-format:\"\\@\";}</style></head><body>"
        + body
        + "</body></html>";
  }

  private static String query(String sql) {
    Cli.Result result =
        Cli.run(
            "query", "--warehouse", folder.resolve("warehouse").toString(), "--format", "csv", sql);
    assertEquals(0, result.exitCode(), result.err());
    return result.out().lines().skip(1).reduce("", (all, line) -> all + line + "\n").strip();
  }

  /** Entries of a university and how many of them are placed. */
  private static String counts(int university) {
    return query(
        "SELECT count(*), count_if(outcome_code NOT IN ('70', '71', '72')) FROM ledger.entries"
            + " WHERE graduation_year = 2025 AND university_code = '%d'".formatted(university));
  }

  private static String encoding(int university) {
    return query(
        "SELECT encoding FROM intake.submissions WHERE university_code = '%d'"
            .formatted(university));
  }

  private static String majors(int university) {
    return query(
        "SELECT row_number, major_code, graduation_date FROM ledger.entries"
            + " WHERE university_code = '%d' ORDER BY row_number".formatted(university));
  }

  private static String reasonCode(int university) {
    return query(
        "SELECT DISTINCT reason_code FROM intake.submissions WHERE university_code = '%d'"
            .formatted(university));
  }

  private static String reason(String name) {
    return query("SELECT reason FROM intake.submissions WHERE file_name = '%s'".formatted(name));
  }

  @Test
  void webPageWithATableIsRead() {
    assertEquals(ALL_THREE, counts(91001));
    assertEquals("html", encoding(91001));
    assertEquals("2,080901,2025-06-30\n3,080901,2025-06-30\n4,120203,2025-06-30", majors(91001));
  }

  @Test
  void tableWithinATableForLayoutIsRead() {
    assertEquals(ALL_THREE, counts(91002));
    assertEquals("3,080901,2025-06-30\n4,080901,2025-06-30\n5,120203,2025-06-30", majors(91002));
  }

  @Test
  void pageThatASpreadsheetWroteIsReadAsItShowsIt() {
    assertEquals(ALL_THREE, counts(91003));
    assertEquals("2,080901,2025-06-30\n3,080901,2025-06-30\n4,120203,2025-06-30", majors(91003));
    assertEquals(
        "示例公司",
        query(
            "SELECT employer_name FROM ledger.entries WHERE university_code = '91003'"
                + " AND outcome_code = '10'"));
  }

  @Test
  void spreadsheetOfXmlIsReadWithoutItsHiddenSheet() {
    assertEquals(ALL_THREE, counts(91004));
    assertEquals("xml2003", encoding(91004));
    assertEquals("3,080901,2025-06-30\n4,080901,2025-06-30\n9,120203,2025-06-30", majors(91004));
  }

  @Test
  void documentTypeIsRejected() {
    assertEquals("unsafe_content", reasonCode(91005));
  }

  @Test
  void dbaseFileIsReadWithoutDeletedRecords() {
    assertEquals(ALL_THREE, counts(91006));
    assertEquals("dbf", encoding(91006));
    assertEquals("2,080901,2025-06-30\n3,080901,2025-06-30\n4,120203,2025-06-30", majors(91006));
  }

  @Test
  void truncatedDbaseFileIsRejected() {
    assertEquals("damaged_archive", reasonCode(91007));
    assertTrue(reason("91007_20250708.dbf").contains("send it again"));
  }

  @Test
  void contentDecidesWhateverTheEnding() {
    assertEquals(ALL_THREE + " xls", counts(91010) + " " + encoding(91010));
    for (int university : new int[] {91011, 91012, 91013}) {
      assertEquals(ALL_THREE + " xlsx", counts(university) + " " + encoding(university));
    }
    assertEquals(ALL_THREE + " GB18030", counts(91014) + " " + encoding(91014));
    assertEquals(ALL_THREE + " html", counts(91015) + " " + encoding(91015));
  }

  @Test
  void pagesWithoutTheTableAreRejectedWithWhatToDo() {
    assertEquals("unsupported_format", reasonCode(91020));
    assertTrue(reason("91020_20250708.xls").contains("另存为 .xlsx"), reason("91020_20250708.xls"));
    assertEquals("unsupported_format", reasonCode(91021));
    assertTrue(reason("91021_20250708.htm").contains("another file"), reason("91021_20250708.htm"));
    assertEquals("no_header", reasonCode(91022));
  }

  @Test
  void partMarkWithTextBehindItIsABadName() {
    assertEquals(
        "6,6",
        query(
            "SELECT count(*), count_if(reason_code = 'bad_name') FROM intake.submissions"
                + " WHERE file_name LIKE '91023%'"));
    assertTrue(reason("91023_20250708_p1更正.csv").contains("_p1_更正"));
  }

  @Test
  void partMarkIsReadWhereItsAdviceIsFollowed() {
    assertEquals(
        "accepted,1",
        query("SELECT status, part FROM intake.submissions WHERE university_code = '91024'"));
  }

  @Test
  void hiddenFoldersAreNotLookedInto() {
    assertEquals(
        "0", query("SELECT count(*) FROM intake.submissions WHERE file_name LIKE '91025%'"));
  }

  @Test
  void numberOfAGuardianIsNotTheStudents() {
    assertEquals("2,1", counts(91030));
    assertEquals(
        "0", query("SELECT count(person_id) FROM ledger.entries WHERE university_code = '91030'"));
    assertEquals("missing_column", reasonCode(91031));
  }
}
