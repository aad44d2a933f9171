package dev.taizhang.landing.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.landing.ReadFile;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.Rejection;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** XML Spreadsheets 2003, as ledgers. */
class XmlSpreadsheetRowsTest {

  private static final String HEADER = row("学号", "毕业年份", "毕业去向代码", "单位名称");
  private static final String BEGIN =
      "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'"
          + " xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'>";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?>%s",
        "\r\n\r\n<?xml version='1.0' encoding='UTF-8'?>\n<!-- 导出 -->\n%s",
        "\uFEFF<?xml version='1.0' encoding='utf-16'?>%s",
        "%s"
      })
  void workbookIsToldByItsContent(String document) throws IOException {
    ReadFile read = read(document.formatted(workbook(HEADER + row("01", "2025", "10", "甲"))));

    assertEquals("xml2003", read.encoding(), String.valueOf(read.rejection()));
    assertEquals(List.of("2|01|10|甲"), read.rows());
  }

  @Test
  void elementsMayHaveAPrefix() throws IOException {
    String prefixed =
        workbook(HEADER + row("01", "2025", "10", "甲"))
            .replaceAll("<(/?)(Workbook|Worksheet|Table|Row|Cell|Data)\\b", "<$1ss:$2");

    assertEquals(List.of("2|01|10|甲"), read(prefixed).rows());
  }

  @ParameterizedTest
  @CsvSource({"GBK, GB2312", "GBK, UTF-8", "GB18030, GB18030", "UTF-16LE, UTF-16"})
  void charactersAreToldByTheBytes(String charset, String says) throws IOException {
    String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
    String document =
        mark
            + "<?xml version='1.0' encoding='"
            + says
            + "'?>"
            + workbook(HEADER + row("01", "2025", "10", "甲"));

    assertEquals(List.of("2|01|10|甲"), read(document.getBytes(Charset.forName(charset))).rows());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "String   |         | 示例公司                 | 示例公司",
        "String   |         | 示例&#10;公司            | 示例 公司",
        "String   |         | <![CDATA[A&B]]>          | A&B",
        "String   |         | <B>示例</B><I>公司</I>   | 示例公司",
        "Number   |         | 31                       | 31",
        "Number   |         | 3800.5                   | 3800.5",
        "Number   |         | 2.0250630000000001E7     | 20250630",
        "Number   |         | 4.1010120020304E+17      | 410101200203040000",
        "Number   | 000000  | 80901                    | 080901",
        "Number   | yyyy/mm | 45838                    | 2025-06-30",
        "Number   | Short Date | 45838                 | 2025-06-30",
        "Number   | Fixed   | 45838                    | 45838",
        "Number   | Standard| 45838                    | 45838",
        "Number   | General Number | 45838             | 45838",
        "DateTime | yyyy/mm | 2025-06-30T00:00:00.000  | 2025-06-30",
        "DateTime |         | 2025-06-30T08:30:00.000  | 2025-06-30",
        "Boolean  |         | 1                        | TRUE",
        "Error    |         | #N/A                     | ''",
      })
  void cellIsTheTextThatAPersonSees(String type, String format, String data, String expected)
      throws IOException {
    String styles =
        "<Styles><Style ss:ID='p'><NumberFormat ss:Format='%s'/></Style><Style ss:ID='s' ss:Parent='p'/></Styles>"
            .formatted(format == null ? "" : format);
    ReadFile read =
        read(
            BEGIN
                + styles
                + sheet(
                    "台账",
                    HEADER
                        + "<Row>"
                        + text("1")
                        + text("2025")
                        + text("10")
                        + "<Cell ss:StyleID='s'><Data ss:Type='%s'>%s</Data></Cell></Row>"
                            .formatted(type, data),
                    "")
                + "</Workbook>");

    assertEquals(List.of("2|1|10|" + expected), read.rows());
  }

  @Test
  void rowsAndCellsStandWhereTheySay() throws IOException {
    ReadFile read =
        read(
            workbook(
                HEADER.replace("<Row>", "<Row ss:Index='3'>")
                    + "<Row ss:Span='2'><Cell/></Row>"
                    + row("1", "2025", "10", "甲")
                    + "<Row ss:Index='20'><Cell ss:Index='3'><Data ss:Type='Number'>70</Data><Comment><ss:Data>不读</ss:Data></Comment></Cell></Row>"
                    + "<Row><Cell ss:MergeAcross='1'><Data ss:Type='String'>2</Data></Cell>"
                    + text("46")
                    + "</Row>"));

    assertEquals(List.of("7|1|10|甲", "20||70|", "21|2|46|"), read.rows());
  }

  @Test
  void valueOverSeveralRowsHoldsForEachOfThem() throws IOException {
    ReadFile read =
        read(
            workbook(
                HEADER
                    + "<Row>"
                    + text("1")
                    + merged("2025", 3)
                    + text("10")
                    + merged("甲", 1)
                    + "</Row>"
                    + "<Row>"
                    + text("2")
                    + "<Cell ss:Index='3'><Data ss:Type='String'>70</Data></Cell></Row>"
                    + "<Row/>"
                    + "<Row>"
                    + text("3")
                    + "<Cell ss:Index='3'><Data ss:Type='String'>46</Data></Cell></Row>"
                    + row("4", "2025", "80", "")));

    assertEquals(List.of("2|1|10|甲", "3|2|70|甲", "5|3|46|", "6|4|80|"), read.rows());
  }

  @Test
  void hiddenSheetsAreNotReadAndDoNotCount() throws IOException {
    String rows = HEADER + row("1", "2025", "10", "甲");
    String hidden =
        "<WorksheetOptions xmlns='urn:schemas-microsoft-com:office:excel'><Visible>%s</Visible></WorksheetOptions>";
    ReadFile read =
        read(
            BEGIN
                + sheet("上周", rows.replace(">1<", ">9<"), hidden.formatted("SheetVeryHidden"))
                + sheet("说明", row("请如实填报"), hidden.formatted("SheetVisible"))
                + sheet("台账", rows, "")
                + sheet("底稿", rows.replace(">1<", ">8<"), hidden.formatted("SheetHidden"))
                + sheet("专科", rows.replace(">1<", ">2<"), "")
                + "</Workbook>");

    assertEquals(List.of("2|1|10|甲", "2|2|10|甲"), read.rows());
  }

  @Test
  void workbookIsUnsafeOrMalformedInAKnownWay() throws IOException {
    String rows = HEADER + row("1", "2025", "10", "甲");

    assertEquals(
        "unsafe_content",
        read("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>" + workbook(rows))
            .rejection()
            .code());
    assertEquals(
        "unsafe_content",
        read("<?xml version='1.0'?><!DOCTYPE x><!-- a -->" + workbook(rows)).rejection().code());
    assertEquals("unreadable", read(workbook(rows).substring(0, 400)).rejection().code());
    assertEquals("unreadable", read(workbook(rows + "<Row ss:Index='1'/>")).rejection().code());
    assertEquals(
        "too_many_columns",
        read(workbook(rows + "<Row><Cell ss:Index='99999999'><Data>x</Data></Cell></Row>"))
            .rejection()
            .code());
    assertEquals(
        "too_many_columns",
        read(workbook(rows + "<Row><Cell ss:MergeAcross='2147483647'/>" + text("x") + "</Row>"))
            .rejection()
            .code());
    assertEquals("unsafe_content", read(workbook(rows + "<a>".repeat(300))).rejection().code());
    assertEquals("no_header", read(BEGIN + "</Workbook>").rejection().code());
  }

  @Test
  void limitsHold() throws IOException {
    Limits few = new Limits(1 << 20, 10, 100, 1 << 20, 10);
    Rejection tooLong =
        ReadFile.of(
                folder,
                workbook(HEADER + row("1", "2025", "10", "长".repeat(101)))
                    .getBytes(StandardCharsets.UTF_8),
                few)
            .rejection();

    assertEquals("cell_too_long", tooLong.code());
    assertTrue(tooLong.reason().contains("第 2 行"), tooLong.reason());
  }

  private static String row(String... cells) {
    StringBuilder row = new StringBuilder("<Row>");
    for (String cell : cells) {
      row.append(text(cell));
    }
    return row.append("</Row>").toString();
  }

  private static String text(String cell) {
    return "<Cell><Data ss:Type='String'>" + cell + "</Data></Cell>";
  }

  private static String merged(String cell, int down) {
    return text(cell).replace("<Cell>", "<Cell ss:MergeDown='" + down + "'>");
  }

  private static String sheet(String name, String rows, String options) {
    return "<Worksheet ss:Name='%s'><Table>%s</Table>%s</Worksheet>".formatted(name, rows, options);
  }

  private static String workbook(String rows) {
    return BEGIN + sheet("台账", rows, "") + "</Workbook>";
  }

  /** Reads a document; rows without the sheet that they are of. */
  private ReadFile read(byte[] document) throws IOException {
    ReadFile read = ReadFile.of(folder, document);
    List<String> rows =
        read.rows().stream().map(row -> row.substring(row.indexOf('|') + 1)).toList();
    return new ReadFile(read.encoding(), rows, read.rejection());
  }

  private ReadFile read(String document) throws IOException {
    return read(document.getBytes(StandardCharsets.UTF_8));
  }
}
