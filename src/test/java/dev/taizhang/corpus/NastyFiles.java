package dev.taizhang.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.taizhang.landing.person.InventedIdNumbers;
import dev.taizhang.support.DbaseFile;
import dev.taizhang.support.HandmadeWorkbook;
import dev.taizhang.support.Workbooks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** Makes the corpus: each file with its trouble, all people invented. */
final class NastyFiles {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String HEADER = "学号,姓名,毕业年份,毕业去向代码,单位名称";
  private static final String FIRST = "S1,示例甲,2025,10,示例科技有限公司";
  private static final String SECOND = "S2,示例乙,2025,70,";
  private static final String LEDGER = HEADER + "\r\n" + FIRST + "\r\n" + SECOND + "\r\n";
  private static final String PERSON = InventedIdNumbers.of("20030304", "013");
  private static final String USUAL_TIME = "2025-06-09";

  private final List<NastyFile> files = new ArrayList<>();
  private final Path scratch;
  private int number;

  /**
   * The corpus.
   *
   * @param scratch folder for the making of workbooks
   */
  NastyFiles(Path scratch) {
    this.scratch = scratch;
  }

  List<NastyFile> all() throws IOException {
    encodings();
    separators();
    headers();
    rowsThatAreNone();
    values();
    identities();
    brokenText();
    missingParts();
    workbooks();
    oldWorkbooks();
    tablesOfOtherSystems();
    attacks();
    names();
    return List.copyOf(files);
  }

  private void encodings() {
    csv("plain CSV in UTF-8", LEDGER.getBytes(UTF_8), "accepted 2");
    csv("UTF-8 with a mark", marked("\uFEFF", LEDGER, UTF_8), "accepted 2");
    csv("UTF-16, little end first", marked("\uFEFF", LEDGER, UTF_16LE), "accepted 2");
    csv("UTF-16, big end first", marked("\uFEFF", LEDGER, UTF_16BE), "accepted 2");
    csv("GB18030", LEDGER.getBytes(GB18030), "accepted 2");
    csv(
        "GB18030 with a character of four bytes",
        LEDGER.replace("示例甲", "示㐀").getBytes(GB18030),
        "accepted 2");
    csv("UTF-16 without a mark", LEDGER.getBytes(UTF_16LE), "rejected undecodable_text");
    csv(
        "one byte of UTF-8 damaged in a long file",
        damaged(LEDGER + repeated(200), UTF_8, "示例乙"),
        "accepted 201 undecodable=1");
    csv("one byte of GB18030 damaged", damaged(LEDGER, GB18030, "示例乙"), "accepted 1 undecodable=1");
  }

  private void separators() {
    csv("tabs, named .csv", LEDGER.replace(',', '\t').getBytes(UTF_8), "accepted 2");
    csv("semicolons", LEDGER.replace(',', ';').getBytes(UTF_8), "accepted 2");
    csv("bars", LEDGER.replace(',', '|').getBytes(UTF_8), "accepted 2");
    csv("lone carriage returns", LEDGER.replace("\r\n", "\r").getBytes(UTF_8), "accepted 2");
    csv("lone line feeds", LEDGER.replace("\r\n", "\n").getBytes(UTF_8), "accepted 2");
    csv("no line end after the last row", LEDGER.strip().getBytes(UTF_8), "accepted 2");
    csv(
        "the line sep=; of spreadsheets",
        ("sep=;\r\n" + LEDGER.replace(',', ';')).getBytes(UTF_8),
        "accepted 2");
    csv("text named .xlsx", "xlsx", LEDGER.getBytes(UTF_8), "accepted 2");
    csv("text named .xls", "xls", LEDGER.replace(',', '\t').getBytes(GB18030), "accepted 2");
    csv("commas at the end of every row", withEnd(LEDGER, ",,,").getBytes(UTF_8), "accepted 2");
    csv(
        "a line break in a quoted cell",
        LEDGER.replace("示例科技有限公司", "\"示例科技\n有限公司\"").getBytes(UTF_8),
        "accepted 2");
    csv(
        "quotation marks in cells",
        LEDGER.replace("示例科技有限公司", "\"示例\"\"科技\"\"公司\"").replace("示例乙", "示\"乙").getBytes(UTF_8),
        "accepted 2");
  }

  private void headers() {
    text("a title and a blank row above", "accepted 2", "2025届毕业生就业台账", "", HEADER, FIRST, SECOND);
    text("pinyin, then Chinese", "accepted 2", "xh,xm,bynf,byqxdm,dwmc", HEADER, FIRST, SECOND);
    text("Chinese, then pinyin", "accepted 2", HEADER, "xh,xm,jb,byqxdm,dwmc", FIRST, SECOND);
    text("groups above the header", "accepted 2", "基本信息,,,就业信息,", HEADER, FIRST, SECOND);
    text(
        "marks and advice in the header",
        "accepted 2",
        "学号(*),姓名（必填）,毕业年份【四位】,毕业去向代码*,1.单位名称",
        FIRST,
        SECOND);
    text(
        "full-width header with spaces",
        "accepted 2",
        "学　号,姓 名,毕 业 年 份,毕业去向代码　,单位名称",
        FIRST,
        SECOND);
    text(
        "three columns of one name, one filled",
        "accepted 2",
        HEADER + ",单位名称,单位名称",
        FIRST + ",,",
        "S2,示例乙,2025,80,,,示例大学");
    text(
        "three columns of one name that differ",
        "accepted 2",
        HEADER + ",单位名称,单位名称",
        FIRST + ",另一公司,",
        SECOND + ",,");
    text(
        "a needed column twice, alike",
        "accepted 2",
        HEADER + ",毕业去向代码",
        FIRST + ",10",
        SECOND + ",70");
    text(
        "a needed column twice, unlike",
        "rejected ambiguous_column",
        HEADER + ",毕业去向代码",
        FIRST + ",70",
        SECOND + ",70");
    text("unknown columns", "accepted 2", HEADER + ",星座,血型", FIRST + ",白羊,A", SECOND + ",,");
  }

  private void rowsThatAreNone() {
    text("a totals row", "accepted 2", HEADER, FIRST, SECOND, "合计,,,2,");
    text("notes below", "accepted 2", HEADER, FIRST, SECOND, "注：本表由就业中心填报", "填表人：,,审核人：,,");
    text("blank rows between", "accepted 2", HEADER, FIRST, ",,,,", "", SECOND);
    text("the header again", "accepted 2", HEADER, FIRST, HEADER, SECOND);
    text("a header alone", "accepted 0", HEADER);
    text("a person named like a total", "accepted 1", HEADER, "S1,合计,2025,10,");
  }

  private void values() {
    text("full-width digits", "accepted 2", HEADER, "Ｓ１,示例甲,２０２５,１０,", SECOND);
    text(
        "invisible characters make no other person",
        "accepted 1 conflicting_row=1",
        HEADER,
        "S1,示例甲,2025,70,",
        "\u200BS1\u00A0,示例甲,2025届,10,");
    text("cohort as a date", "accepted 2", "学号,毕业时间,毕业去向", "S1,45838,待就业", "S2,2025年6月,升学");
    text("codes without their zeros", "accepted 1", "学号,学历代码,毕业年份,毕业去向代码", "S1,1,2025,10");
    text(
        "text in the column of codes",
        "accepted 2",
        HEADER,
        "S1,示例甲,2025,待就业,",
        "S2,示例乙,2025,去哪了,");
    text("formulas as values", "accepted 1", HEADER, "S1,=1+1,2025,10,\"=cmd|' /C calc'!A0\"");
    text("no outcome at all", "accepted 2", HEADER, "S1,示例甲,2025,,", "S2,示例乙,2025,,");
    text("no cohort", "accepted 1 no_graduation_year=1", HEADER, FIRST, "S2,示例乙,待定,70,");
    text("a cohort far away", "accepted 1 no_graduation_year=1", HEADER, FIRST, "S2,示例乙,2205,70,");
    text("rows that are too short", "accepted 2", HEADER, FIRST, "S2,示例乙,2025");
    text("a row that is too long", "accepted 1 cells_shifted=1", HEADER, FIRST, SECOND + ",x");
    text(
        "a phone where the major belongs",
        "accepted 1 cells_shifted=1",
        "学号,毕业年份,毕业去向代码,专业",
        "S1,2025,10,软件工程",
        "S2,2025,10,13900000000");
  }

  private void identities() {
    text("the same row twice", "accepted 2 duplicate_row=1", HEADER, FIRST, SECOND, FIRST);
    text("one person, two rows", "accepted 1 conflicting_row=1", HEADER, "S1,示例甲,2025,70,", FIRST);
    text(
        "ID numbers in scientific notation",
        "accepted 2",
        "学号,身份证号,毕业年份,毕业去向代码",
        "S1,4.10E+17,2025,10",
        "S2,4.10E+17,2025,70");
    text(
        "student numbers in scientific notation",
        "accepted 1 no_identity=1",
        "学号,身份证号,毕业年份,毕业去向代码",
        "2.02E+11," + PERSON + ",2025,10",
        "2.02E+11,4.10E+17,2025,70");
    text(
        "neither number",
        "accepted 1 no_identity=1",
        "学号,身份证号,毕业年份,毕业去向代码",
        "S1,,2025,10",
        ",123,2025,70");
    text(
        "another university's graduate",
        "accepted 1 other_university=1",
        "学号,院校代码,毕业年份,毕业去向代码",
        "S1,,2025,10",
        "S2,99999,2025,70");
  }

  private void brokenText() {
    text(
        "a quotation mark that is never closed",
        "rejected unclosed_quote",
        HEADER,
        FIRST.replace("示例科技", "\"示例科技"),
        SECOND,
        "S3,示例丙,2025,10,");
    csv(
        "a cell without an end",
        (HEADER + "\r\nS1,示例甲,2025,10,\"" + "长".repeat(40_000)).getBytes(UTF_8),
        "rejected cell_too_long");
    csv(
        "a line without an end",
        (LEDGER + "x".repeat(3_000_000)).getBytes(UTF_8),
        "rejected cell_too_long");
    csv(
        "a million columns",
        (HEADER + ",".repeat(1_000_000) + "\r\n" + FIRST).getBytes(UTF_8),
        "rejected too_many_columns");
    csv("a NUL in a cell", LEDGER.replace("示例甲", "示\0例甲").getBytes(UTF_8), "accepted 2");
    csv(
        "a picture",
        "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0".getBytes(ISO_8859_1),
        "rejected no_header");
    csv(
        "a PDF",
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n".getBytes(ISO_8859_1),
        "rejected no_header");
    csv(
        "a web page named .xls",
        "xls",
        "<html><table><tr><td>学号</td></tr></table>".getBytes(UTF_8),
        "rejected no_header");
  }

  private void missingParts() {
    csv("no byte at all", new byte[0], "rejected empty_file");
    csv("a mark alone", "\uFEFF".getBytes(UTF_8), "rejected empty_file");
    csv("line breaks alone", "\r\n".repeat(50).getBytes(UTF_8), "rejected no_header");
    text("no header", "rejected no_header", FIRST, SECOND);
    text("no outcome", "rejected missing_column", "学号,毕业年份", "S1,2025");
    text("no identity", "rejected missing_column", "姓名,毕业年份,毕业去向", "示例甲,2025,待就业");
    text("no cohort column", "rejected missing_column", "学号,毕业去向", "S1,待就业");
    text("a header below the twentieth row", "rejected no_header", withTitles(21));
  }

  private void workbooks() throws IOException {
    byte[] workbook = xlsx("台账", HEADER, FIRST, SECOND);
    csv("a workbook", "xlsx", workbook, "accepted 2");
    csv("a workbook named .csv", "csv", workbook, "accepted 2");
    csv("a workbook named .xls", "xls", workbook, "accepted 2");
    csv(
        "half a workbook",
        "xlsx",
        Arrays.copyOf(workbook, workbook.length / 2),
        "rejected damaged_archive");
    csv("two sheets with ledgers and one without", "xlsx", twoSheets(), "accepted 2");
    csv("a workbook without a ledger", "xlsx", xlsx("说明", "请各校填报"), "rejected no_header");
    csv(
        "a cell in column ZZZZ",
        "xlsx",
        handmade(ledgerRows() + "<row r='3'><c r='ZZZZ3'><v>1</v></c></row>"),
        "rejected too_many_columns");
    csv(
        "rows out of order",
        "xlsx",
        handmade(ledgerRows() + "<row r='2'><c r='A2'><v>1</v></c></row>"),
        "rejected unreadable");
    csv(
        "an archive without a workbook",
        "xlsx",
        zip("ledger.csv", LEDGER),
        "rejected not_a_workbook");
  }

  private void oldWorkbooks() throws IOException {
    byte[] workbook = xls(null);
    csv("a workbook of Excel 97", "xls", workbook, "accepted 2");
    csv("a workbook of Excel 97 named .xlsx", "xlsx", workbook, "accepted 2");
    csv(
        "half a workbook of Excel 97",
        "xls",
        Arrays.copyOf(workbook, workbook.length / 2),
        "rejected damaged_archive");
    csv(
        "a workbook of Excel 97 with a password",
        "xls",
        xls("secret"),
        "rejected password_protected");
    csv("an encrypted workbook", "xlsx", encrypted(), "rejected password_protected");
  }

  private void tablesOfOtherSystems() {
    String page = "<html><body><table>" + rows("tr", "<td>", "</td>") + "</table></body></html>";
    csv("a web page with a ledger", "xls", page.getBytes(GB18030), "accepted 2");
    csv(
        "half a web page",
        "html",
        page.substring(0, page.length() - 40).getBytes(UTF_8),
        "accepted 2");
    csv(
        "a web page of frames",
        "htm",
        "<html><frameset><frame src='a.htm'></frameset></html>".getBytes(UTF_8),
        "rejected unsupported_format");
    csv(
        "a web archive",
        "xls",
        ("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n" + page).getBytes(UTF_8),
        "rejected unsupported_format");
    csv(
        "a web page without an end",
        "htm",
        (page.replace("</table>", "") + "<td>x".repeat(900_000)).getBytes(UTF_8),
        "rejected unsafe_content");
    String spreadsheet =
        "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet><Table>"
            + rows("Row", "<Cell><Data>", "</Data></Cell>")
            + "</Table></Worksheet></Workbook>";
    csv("an XML Spreadsheet", "xls", spreadsheet.getBytes(UTF_8), "accepted 2");
    csv(
        "half an XML Spreadsheet",
        "xls",
        spreadsheet.substring(0, spreadsheet.length() / 2).getBytes(UTF_8),
        "rejected unreadable");
    csv(
        "entities in an XML Spreadsheet",
        "xls",
        ("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]>" + spreadsheet).getBytes(UTF_8),
        "rejected unsafe_content");
    byte[] dbase =
        new DbaseFile()
            .text("xh", 8)
            .text("xm", 20)
            .text("bynf", 4)
            .text("byqxdm", 4)
            .record("S1", "示例甲", "2025", "10")
            .deleted("S9", "示例丁", "2025", "10")
            .record("S2", "示例乙", "2025", "70")
            .bytes();
    csv("a dBase file", "dbf", dbase, "accepted 2");
    csv(
        "half a dBase file",
        "dbf",
        Arrays.copyOf(dbase, dbase.length - 30),
        "rejected damaged_archive");
  }

  private static String rows(String row, String before, String after) {
    StringBuilder rows = new StringBuilder();
    for (String line : new String[] {HEADER, FIRST, SECOND}) {
      rows.append("<").append(row).append(">");
      for (String cell : line.split(",", -1)) {
        rows.append(before).append(cell).append(after);
      }
      rows.append("</").append(row).append(">");
    }
    return rows.toString();
  }

  private void attacks() throws IOException {
    csv(
        "entities in a sheet",
        "xlsx",
        zip(
            "[Content_Types].xml",
            contentTypes(),
            "xl/workbook.xml",
            workbookPart(),
            "xl/_rels/workbook.xml.rels",
            relationships("worksheets/sheet1.xml", ""),
            "xl/worksheets/sheet1.xml",
            "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData><row r='1'><c t='inlineStr'><is><t>&a;</t></is></c></row></sheetData></worksheet>"),
        "rejected unsafe_content");
    csv(
        "a sheet outside the archive",
        "xlsx",
        zip(
            "[Content_Types].xml",
            contentTypes(),
            "xl/workbook.xml",
            workbookPart(),
            "xl/_rels/workbook.xml.rels",
            relationships("file:///etc/hostname", " TargetMode='External'")),
        "rejected unsafe_content");
    csv(
        "an archive that unpacks a thousandfold",
        "xlsx",
        zip(
            "[Content_Types].xml",
            contentTypes(),
            "xl/workbook.xml",
            workbookPart(),
            "xl/_rels/workbook.xml.rels",
            relationships("worksheets/sheet1.xml", ""),
            "xl/worksheets/sheet1.xml",
            "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
                + " ".repeat(60_000_000)
                + "</sheetData></worksheet>"),
        "rejected compressed_too_much");
    csv(
        "a path out of the archive",
        "xlsx",
        zip(
            "../../evil",
            "x",
            "[Content_Types].xml",
            contentTypes(),
            "xl/workbook.xml",
            workbookPart()),
        "rejected unsafe_content");
  }

  private void names() {
    named("no code", "台账.csv", "rejected bad_name");
    named("no date", "91900.csv", "rejected bad_name");
    named("a day that is none", "91901_20250231.csv", "rejected bad_name");
    named("a code of four digits", "9190_20250608.csv", "rejected bad_name");
    named("an unknown ending", "91902_20250608.doc", "rejected bad_name");
    named("a code of ten digits", "4141091903_20250608.csv", "accepted 2");
    named("a part with text", "91910_20250608_p1更正.csv", "rejected bad_name");
    named("a part and a remark", "91904_20250608_p1_计算机学院(终版).csv", "accepted 2");
    named("an ending in capitals", "91905_20250608.CSV", "accepted 2");
    named("a path as a remark", "91906_20250608_..%2F..%2Fetc.csv", "accepted 2");
    named("a folder in between", "六月/91907_20250608.csv", "accepted 2");
    named("a date after the file", "91908_20250701.csv", "rejected implausible_date");
    named("a date before the cohort", "91909_20200101.csv", "rejected implausible_date");
  }

  private void named(String trouble, String path, String expected) {
    files.add(new NastyFile(trouble, path, LEDGER.getBytes(UTF_8), expected, USUAL_TIME));
  }

  private void text(String trouble, String expected, String... lines) {
    csv(trouble, (String.join("\r\n", lines) + "\r\n").getBytes(UTF_8), expected);
  }

  private void csv(String trouble, byte[] content, String expected) {
    csv(trouble, "csv", content, expected);
  }

  private void csv(String trouble, String extension, byte[] content, String expected) {
    String path = "%d_20250608.%s".formatted(91_000 + number++, extension);
    files.add(new NastyFile(trouble, path, content, expected, USUAL_TIME));
  }

  private static byte[] marked(String mark, String text, Charset charset) {
    return (mark + text).getBytes(charset);
  }

  private static String repeated(int rows) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      text.append("R%d,示例丙,2025,10,示例科技有限公司\r\n".formatted(i));
    }
    return text.toString();
  }

  /** The text with the second byte of a word gone wrong. */
  private static byte[] damaged(String text, Charset charset, String word) {
    byte[] bytes = text.getBytes(charset);
    int at = text.substring(0, text.indexOf(word)).getBytes(charset).length;
    bytes[at + 1] = (byte) 0xFF;
    return bytes;
  }

  private static String withEnd(String text, String end) {
    return text.replace("\r\n", end + "\r\n");
  }

  private static String[] withTitles(int titles) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < titles; i++) {
      lines.add("填报说明第" + i + "条");
    }
    lines.add(HEADER);
    lines.add(FIRST);
    return lines.toArray(String[]::new);
  }

  private byte[] xlsx(String sheet, String... lines) throws IOException {
    Path file = scratch.resolve(number + ".xlsx");
    Workbooks.write(file, workbook -> Workbooks.sheet(workbook, sheet, lines));
    return Files.readAllBytes(file);
  }

  private byte[] twoSheets() throws IOException {
    Path file = scratch.resolve(number + ".xlsx");
    Workbooks.write(
        file,
        workbook -> {
          Workbooks.sheet(workbook, "本科", "本科毕业生", HEADER, FIRST);
          Workbooks.sheet(workbook, "填报说明", "请按要求填报");
          Workbooks.sheet(workbook, "研究生", HEADER, SECOND);
        });
    return Files.readAllBytes(file);
  }

  private byte[] handmade(String rows) throws IOException {
    Path file = scratch.resolve(number + "-handmade.xlsx");
    new HandmadeWorkbook().sheet("台账", rows).write(file);
    return Files.readAllBytes(file);
  }

  private static String ledgerRows() {
    return "<row r='1'>" + cells(HEADER) + "</row><row r='2'>" + cells(FIRST) + "</row>";
  }

  private static String cells(String line) {
    StringBuilder cells = new StringBuilder();
    for (String cell : line.split(",", -1)) {
      cells.append("<c t='inlineStr'><is><t>").append(cell).append("</t></is></c>");
    }
    return cells.toString();
  }

  private static byte[] xls(String password) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Biff8EncryptionKey.setCurrentUserPassword(password);
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      Sheet sheet = workbook.createSheet("台账");
      String[] lines = {HEADER, FIRST, SECOND};
      for (int i = 0; i < lines.length; i++) {
        Row row = sheet.createRow(i);
        String[] cells = lines[i].split(",", -1);
        for (int j = 0; j < cells.length; j++) {
          row.createCell(j).setCellValue(cells[j]);
        }
      }
      workbook.write(bytes);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    return bytes.toByteArray();
  }

  /** What an encrypted workbook lies in: an older container with these two parts. */
  private static byte[] encrypted() throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      container.createDocument(
          new java.io.ByteArrayInputStream(new byte[8192]), "EncryptedPackage");
      container.createDocument(new java.io.ByteArrayInputStream(new byte[512]), "EncryptionInfo");
      container.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] zip(String... namesAndTexts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream((OutputStream) bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException("An archive in memory can be written", e);
    }
    return bytes.toByteArray();
  }

  private static String contentTypes() {
    return "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
        + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-"
        + "officedocument.spreadsheetml.sheet.main+xml'/></Types>";
  }

  private static String workbookPart() {
    return "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
        + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
        + "<sheets><sheet name='台账' sheetId='1' r:id='rId1'/></sheets></workbook>";
  }

  private static String relationships(String target, String mode) {
    return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        + "<Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
        + "relationships/worksheet' Target='"
        + target
        + "'"
        + mode
        + "/></Relationships>";
  }
}
