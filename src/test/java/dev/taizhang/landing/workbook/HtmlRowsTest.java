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

/** The tables of web pages, as ledgers. */
class HtmlRowsTest {

  private static final String HEADER = "<tr><th>学号<th>毕业年份<th>毕业去向代码<th>单位名称</tr>";
  private static final String ROWS =
      "<tr><td>0123<td>2025<td>10<td>示例公司</tr><tr><td>0456<td>2025<td>70<td>&nbsp;</tr>";
  private static final List<String> BOTH = List.of("1|2|0123|10|示例公司", "1|3|0456|70|");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body><table>%s</table></body></html>",
        "<table>%s",
        "\r\n\r\n <!DOCTYPE html>\n<TABLE BORDER=1>%s</TABLE>",
        "<!-- 导出 --><style>td{}</style><table><tbody>%s</tbody></table>",
        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><table>%s</table></html>",
        "<meta charset='gb2312'><table><caption>台账</caption><colgroup><col></colgroup>%s</table>",
        "导出时间：6月8日<br><table>%s</table>",
        "<div><script>if (a < b) { document.write('<table>') }</script><table>%s</table></div>"
      })
  void pageIsToldByItsContent(String page) throws IOException {
    ReadFile read = read(page.formatted(HEADER + ROWS));

    assertEquals("html", read.encoding(), String.valueOf(read.rejection()));
    assertEquals(BOTH, read.rows());
  }

  @Test
  void pieceOfAPageInACellLeavesATextATextFile() throws IOException {
    ReadFile read = read("学号,毕业年份,毕业去向代码,单位名称\n0123,2025,10,<table><tr><td>示例\n");

    assertEquals("UTF-8", read.encoding());
    assertEquals(List.of("|2|0123|10|<table><tr><td>示例"), read.rows());
  }

  @ParameterizedTest
  @CsvSource({
    "GBK,        gb2312",
    "GBK,        utf-8",
    "GB18030,    GBK",
    "UTF-8,      utf-8",
    "UTF-8,      gb2312",
    "Big5,       big5",
    "GBK,        iso-8859-1",
  })
  void charactersAreToldByTheBytesAndHardlyByWhatThePageSays(String charset, String says)
      throws IOException {
    String page =
        "<html><head><meta http-equiv='Content-Type' content='text/html; charset="
            + says
            + "'></head><table>"
            + (HEADER + ROWS)
                .replace("学号", charset.equals("Big5") ? "xh" : "学号")
                .replace("毕业年份", charset.equals("Big5") ? "bynf" : "毕业年份")
                .replace("毕业去向代码", charset.equals("Big5") ? "byqxdm" : "毕业去向代码")
                .replace("单位名称", charset.equals("Big5") ? "dwmc" : "单位名称")
                .replace("示例公司", "公司")
            + "</table></html>";

    assertEquals(
        List.of("1|2|0123|10|公司", "1|3|0456|70|"),
        ReadFile.of(folder, page.getBytes(Charset.forName(charset))).rows());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void markAtTheBeginningDecides(String charset) throws IOException {
    String page = "\uFEFF<meta charset=gb2312><table>" + HEADER + ROWS + "</table>";

    assertEquals(BOTH, ReadFile.of(folder, page.getBytes(Charset.forName(charset))).rows());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<td>示例<br>公司| 示例 公司",
        "<td>&nbsp;示例公司&nbsp;&#12288;| 示例公司",
        "'<td>示例\r\n   公司'| 示例 公司",
        "<td><p>示例</p><p>公司</p>| 示例 公司",
        "<td><div>示例公司</div>| 示例公司",
        "<td><font><b>示例</b>公司</font>| 示例公司",
        "<td>A&amp;B公司&#40;甲&#41;| A&B公司(甲)",
        "<td>示例<!-- 批注 --><script>x</script>公司| 示例公司",
        "<td>示例<span style='display:none'>公司</span>| 示例公司",
        "<td><input type=hidden value=9><input type=text value=示例公司>| 示例公司",
        "<td><select><option>甲<option selected>示例公司</select>| 示例公司",
        "<td><table><tr><td>示例公司</td></tr></table>| 示例公司",
        "<td>示例<table><tr><td>公司</td><td>甲</td></tr></table>乙| 示例 公司 甲 乙",
        "<td x:num=\"20250630\">2.03E+07| 20250630",
        "<td x:num=\"20250630\">########| 20250630",
        "<td x:num=\"3800.5\">3,801| 3800.5",
        "<td x:num=\"12\">0012| 0012",
        "<td x:num=\"45838\">2025/6/30| 2025/6/30",
        "<td x:num>012| 012",
        "<td sdval=\"20250630\" sdnum=\"1033\">2.03E+07| 20250630",
        "<td x:str=\"示例公司 \">示例| 示例公司",
        "<td x:str>示例公司| 示例公司",
        "<td x:err=\"#N/A\">#N/A| ''"
      })
  void cellIsTheTextThatAPersonSees(String cell, String expected) throws IOException {
    ReadFile read =
        read("<table>" + HEADER + "<tr><td>0123<td>2025<td>10" + cell + "</tr></table>");

    assertEquals(List.of("1|2|0123|10|" + expected), read.rows());
  }

  @Test
  void valueOverSeveralRowsHoldsForEachOfThem() throws IOException {
    ReadFile read =
        read(
            """
            <table><tr><th rowspan=2>学号<th rowspan=2>毕业年份<th colspan=2>去向</tr><tr><th>毕业去向代码<th>单位名称</tr>
            <tr><td>1<td rowspan=3>2025<td>10<td rowspan=2>甲</tr>
            <tr><td>2<td rowspan=2>70</tr>
            <tr><td>3<td>乙</tr>
            <tr><td>4<td>2025<td colspan=2>46</tr>
            <tr><td>5<td>2025<td rowspan=0>80<td>丙</tr>
            <tr><td>6<td>2025<td>丁</tr></table>""");

    assertEquals(
        List.of("1|3|1|10|甲", "1|4|2|70|甲", "1|5|3|70|乙", "1|6|4|46|", "1|7|5|80|丙", "1|8|6|80|丁"),
        read.rows());
  }

  @Test
  void valueReachesNoFurtherThanItsGroupOfRowsAndFillsNoBlankRow() throws IOException {
    ReadFile read =
        read(
            "<table><thead>"
                + HEADER
                + "</thead><tbody>"
                + "<tr><td>1<td>2025<td>10<td rowspan=9>甲</tr><tr></tr></tbody><tbody>"
                + "<tr><td>2<td>2025<td>70<td>乙</tr></tbody></table>");

    assertEquals(List.of("1|2|1|10|甲", "1|4|2|70|乙"), read.rows());
  }

  @Test
  void tableInsideTablesForLayoutIsTheLedger() throws IOException {
    String inner = "<table><tr><td colspan=4>就业台账</td></tr>" + HEADER + ROWS + "</table>";
    ReadFile read =
        read(
            "<table><tr><td><table><tr><td>首页</td><td>退出</td></tr></table></td><td>"
                + "<div><table><tr><td>"
                + inner
                + "</td></tr></table></div></td></tr><tr><td>版权所有</td><td>2025</td></tr></table>");

    assertEquals(List.of("2|3|0123|10|示例公司", "2|4|0456|70|"), read.rows());
  }

  @Test
  void eachTableIsLikeASheetInItsOrder() throws IOException {
    ReadFile read =
        read(
            "<h1>本科</h1><table>"
                + HEADER
                + ROWS
                + "</table><p>专科</p><table>"
                + "<tr><td>毕业去向代码<td>毕业年份<td>学号</tr><tr><td>10<td>2025<td>0789</tr></table>"
                + "<table><tr><td>制表人<td>示例丁</tr></table>");

    assertEquals(List.of("1|2|0123|10|示例公司", "1|3|0456|70|", "2|2|0789|10|"), read.rows());
  }

  @Test
  void tableWithoutAHeaderGoesOnWhereTheOneBeforeEnded() throws IOException {
    ReadFile read =
        read(
            "<div><table>"
                + HEADER
                + "</table></div><div><table>"
                + ROWS
                + "</table></div>"
                + "<table><tr><td>0789<td>2025<td>46<td></tr></table>");

    assertEquals(List.of("1|2|0123|10|示例公司", "1|3|0456|70|", "1|4|0789|46|"), read.rows());
  }

  @Test
  void tableInTheMiddleOfALedgerIsReadToo() throws IOException {
    ReadFile read =
        read(
            "<table>"
                + HEADER
                + ROWS
                + "<tr><td>0789<td>2025<td>46<td><table>"
                + HEADER
                + "<tr><td>9<td>2025<td>80<td></tr></table></tr></table>");

    assertEquals(3, read.rows().stream().filter(row -> row.startsWith("1|")).count());
    assertTrue(read.rows().contains("2|2|9|80|"), read.rows().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html><body>登录超时</body></html>| no_header| without a ledger table",
        "<html><table><tr><td>学号</td></tr></table>| no_header| without a ledger table",
        "<html><table><tr><td>姓名<td>备注一</tr></table>| no_header| first 20 rows",
        "<html><frameset><frame src=a></frameset></html>| unsupported_format| another file",
        "'MIME-Version: 1.0\nContent-Type: multipart/related\n\n<table>'| unsupported_format| .mht",
        "'From: <Saved by WPS>\nContent-Type: multipart/related\n'| unsupported_format| .mht"
      })
  void pageWithoutALedgerIsRejectedWithAReasonOfItsOwn(String page, String code, String words)
      throws IOException {
    Rejection rejection = read(page).rejection();

    assertEquals(code, rejection.code());
    assertTrue(rejection.reason().contains(words), rejection.reason());
  }

  @Test
  void limitsHold() throws IOException {
    String cells = "<td>x".repeat(20);
    Limits few = new Limits(1 << 20, 10, 100, 1 << 20, 10);

    assertEquals(
        "too_many_columns",
        read("<table>" + HEADER + "<tr>" + cells + "</tr></table>", few).rejection().code());
    assertEquals(
        "cell_too_long",
        read("<table>" + HEADER + "<tr><td>1<td>2025<td>10<td>" + "长".repeat(101) + "</table>", few)
            .rejection()
            .code());
    assertEquals(
        "too_many_columns",
        read("<table>" + HEADER + "<tr>" + "<td colspan=1000>x".repeat(20) + "</table>")
            .rejection()
            .code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<table><tr><td>%s", "<script>%s", "<!--%s", "<a title='%s"})
  void markupWithoutEndIsRejected(String beginning) throws IOException {
    ReadFile read = read("<html>" + beginning.formatted("<i>x</i>".repeat(600_000)));

    assertEquals("unsafe_content", read.rejection().code());
  }

  @Test
  void manyRowsManyTablesAndDeepNestingStayWithinLittleMemory() throws IOException {
    StringBuilder page = new StringBuilder("<table><tr><td>布局<table>" + HEADER);
    int rows = 30_000;
    for (int i = 0; i < rows; i++) {
      page.append("<tr>\n <td>1")
          .append(i)
          .append("<td>2025<td>10<td>x<table><tr><td>甲</table></tr>");
    }
    page.append("</table></table>");
    ReadFile read = read(page.toString());
    assertEquals(rows, read.rows().size(), String.valueOf(read.rejection()));
    assertEquals("1|2|10|10|x 甲", read.rows().get(0));

    assertEquals(
        "unsafe_content", read("<table><tr><td>a<td>b</table>".repeat(10_001)).rejection().code());
    assertEquals("no_header", read("<table><tr><td>".repeat(5_000)).rejection().code());
    assertEquals("no_header", read("<div>x".repeat(50_000)).rejection().code());
  }

  private ReadFile read(String page) throws IOException {
    return read(page, Limits.DEFAULT);
  }

  private ReadFile read(String page, Limits limits) throws IOException {
    return ReadFile.of(folder, page.getBytes(StandardCharsets.UTF_8), limits);
  }
}
