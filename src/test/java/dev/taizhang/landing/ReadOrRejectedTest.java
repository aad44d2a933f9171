package dev.taizhang.landing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.landing.rows.FileRows;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.support.DbaseFile;
import dev.taizhang.support.Workbooks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.hadoop.conf.Configuration;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/**
 * Whatever a file holds, it is read to its end or rejected with a reason: no exception escapes, no
 * reading goes on without end, and the rows that were given out are those that were counted.
 */
class ReadOrRejectedTest {

  private static final String SEED = "20220608";
  private static final int FEW = 250;
  private static final int MANY = 20_000;
  // More than any mutation of the small files here can hold.
  private static final int MOST_ROWS = 100_000;
  private static final String[] LINES = {
    "2022届毕业生就业台账",
    "学号,毕业年份,毕业去向代码,单位名称,毕业时间",
    "001,2022,10,成都某公司,2022-06-30",
    "002,2022,70,,",
    "003,2022,\"待\n就业\",甲,20220630"
  };
  private static final String[] FRAGMENTS = {
    "<Row>",
    "</Row>",
    "<Row ss:Index='2147483647' ss:Span='9'>",
    "<Cell ss:Index='16384' ss:MergeDown='2147483647' ss:MergeAcross='3'>",
    "</Worksheet>",
    "<Table>",
    "<Worksheet ss:Name='a' ss:Visible='SheetHidden'>",
    "<table>",
    "</table>",
    "<tr><td rowspan=2147483647 colspan=99999>x",
    "<tr>",
    "</tr>",
    "<td rowspan=0>",
    "<th x:num=1E999>",
    "<tbody>",
    "<frameset>",
    "<select><option>",
    "<template>",
    "<svg><td>",
    "<form><b><table><b></form>",
    "<plaintext>",
    "<row>",
    "</row>",
    "<row r='3'>",
    "<c>",
    "<c t='s'>",
    "<c t='inlineStr'>",
    "<c r='XFD9'>",
    "</c>",
    "<c r='-1' t='q'/>",
    "<v>",
    "</v>",
    "1E+2147483647",
    "99999999999",
    "-0",
    "<is>",
    "</is>",
    "<t>",
    "</t>",
    "<r>",
    "</r>",
    "<rPh>",
    "<f>",
    "</f>",
    "_x0000_",
    "_xD800_",
    "&amp;",
    "&#0;",
    "&#x10FFFF;",
    "&e;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?a b?>",
    "<!DOCTYPE x>",
    "\u0000",
    "\uFFFE",
    "学号",
    "</sheetData>",
    "<sheetData>",
    "<a:b/>",
    "<c s='9999' r='a1'/>",
    "'",
    "\"",
    "<",
    ">"
  };
  private static final Surveyor SURVEYOR = surveyor();

  private static Path folder;
  private static byte[] text;
  private static byte[] xlsx;
  private static byte[] xls;
  private static byte[] page;
  private static byte[] spreadsheet;
  private static byte[] dbase;

  private static Surveyor surveyor() {
    ReferenceData reference = ReferenceData.load(Optional.empty());
    return new Surveyor(
        reference.columnAliases(), reference.templates(), Limits.DEFAULT, new Configuration(false));
  }

  @BeforeContainer
  static void writeFiles() throws IOException {
    folder = Files.createTempDirectory("taizhang-mutations");
    text = String.join("\n", LINES).getBytes(StandardCharsets.UTF_8);
    xlsx =
        Files.readAllBytes(
            Workbooks.write(
                folder.resolve("written.xlsx"),
                workbook -> Workbooks.sheet(workbook, "台账", LINES).value(3, 4, 44_742)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      HSSFSheet sheet = workbook.createSheet("台账");
      for (int i = 0; i < LINES.length; i++) {
        String[] cells = LINES[i].split(",", -1);
        for (int j = 0; j < cells.length; j++) {
          (j == 0 ? sheet.createRow(i) : sheet.getRow(i)).createCell(j).setCellValue(cells[j]);
        }
      }
      sheet.getRow(3).createCell(4).setCellFormula("\"a\"&\"b\"");
      workbook.write(bytes);
    }
    xls = bytes.toByteArray();
    page = page().getBytes(StandardCharsets.UTF_8);
    spreadsheet = spreadsheet().getBytes(StandardCharsets.UTF_8);
    dbase =
        new DbaseFile()
            .text("xh", 10)
            .field("bynf", 'N', 4, 0)
            .field("byqxdm", 'N', 6, 2)
            .text("单位名称", 20)
            .field("bysj", 'D', 8, 0)
            .record("001", "2022", "10.00", "成都某公司", "20220630")
            .deleted("002", "2022", "70")
            .record("003", "2022", "70", "甲", "20220630")
            .bytes();
  }

  private static String page() {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i < LINES.length - 2; i++) {
      rows.append("<tr><td>").append(LINES[i].replace(",", "</td><td x:num='1'>")).append("</tr>");
    }
    return "<html><meta charset=utf-8><table><tr><td rowspan=2>布局</td><td><table>"
        + rows
        + "<tr><td rowspan=3 colspan=2>004<td>10<td><table><tr><td>乙<br>丙</table></tr>"
        + "</table></td></tr></table><!-- 完 --></html>";
  }

  private static String spreadsheet() {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i < LINES.length - 2; i++) {
      rows.append("<Row ss:Span='0'><Cell ss:MergeDown='1'><Data ss:Type='String'>")
          .append(LINES[i].replace(",", "</Data></Cell><Cell><Data ss:Type='Number'>"))
          .append("</Data></Cell></Row>");
    }
    return "<?xml version='1.0'?><Workbook xmlns:ss='s'><Styles><Style ss:ID='a'>"
        + "<NumberFormat ss:Format='yyyy'/></Style></Styles><Worksheet ss:Name='台账'><Table>"
        + rows
        + "</Table><WorksheetOptions><Visible>SheetVisible</Visible></WorksheetOptions></Worksheet>"
        + "<Worksheet ss:Name='二'><Table>"
        + rows
        + "</Table></Worksheet></Workbook>";
  }

  @AfterContainer
  static void deleteFiles() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Property(tries = FEW, seed = SEED, shrinking = ShrinkingMode.OFF)
  void mutatedTextIsReadOrRejected(@ForAll long seed) throws IOException {
    readOrReject(mutated(text, seed));
  }

  @Property(tries = FEW, seed = SEED, shrinking = ShrinkingMode.OFF)
  void mutatedArchiveIsReadOrRejected(@ForAll long seed) throws IOException {
    readOrReject(mutated(xlsx, seed));
  }

  @Property(tries = FEW, seed = SEED, shrinking = ShrinkingMode.OFF)
  void archiveOfMutatedPartsIsReadOrRejected(@ForAll long seed) throws IOException {
    readOrReject(withMutatedParts(seed));
  }

  @Property(tries = FEW, seed = SEED, shrinking = ShrinkingMode.OFF)
  void sheetOfAnyMarkupIsReadOrRejected(@ForAll long seed) throws IOException {
    readOrReject(withRandomRows(seed));
  }

  @Property(tries = FEW, seed = SEED, shrinking = ShrinkingMode.OFF)
  void mutatedWorkbookOfExcel97IsReadOrRejected(@ForAll long seed) throws IOException {
    readOrReject(mutated(xls, seed));
  }

  @Property(tries = FEW, seed = SEED, shrinking = ShrinkingMode.OFF)
  void mutatedWebPageIsReadOrRejected(@ForAll long seed) throws IOException {
    readOrReject(mutated(page, seed));
    readOrReject(withFragment(page, new Random(seed)));
  }

  @Property(tries = FEW, seed = SEED, shrinking = ShrinkingMode.OFF)
  void mutatedXmlSpreadsheetIsReadOrRejected(@ForAll long seed) throws IOException {
    readOrReject(mutated(spreadsheet, seed));
    readOrReject(withFragment(spreadsheet, new Random(seed)));
  }

  @Property(tries = FEW, seed = SEED, shrinking = ShrinkingMode.OFF)
  void mutatedDbaseFileIsReadOrRejected(@ForAll long seed) throws IOException {
    readOrReject(mutated(dbase, seed));
  }

  @Tag("thorough")
  @Property(tries = MANY, shrinking = ShrinkingMode.OFF)
  void anyMutationIsReadOrRejected(@ForAll long seed) throws IOException {
    readOrReject(mutated(text, seed));
    readOrReject(mutated(xlsx, seed));
    readOrReject(withMutatedParts(seed));
    readOrReject(withRandomRows(seed));
    readOrReject(mutated(xls, seed));
    readOrReject(mutated(page, seed));
    readOrReject(withFragment(page, new Random(seed)));
    readOrReject(mutated(spreadsheet, seed));
    readOrReject(withFragment(spreadsheet, new Random(seed)));
    readOrReject(mutated(dbase, seed));
  }

  private static void readOrReject(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("10001_20220608.csv"), content);
    Survey survey =
        SURVEYOR.survey(
            new LandingFile(
                Feed.LEDGER,
                "ledger/10001_20220608.csv",
                file.toString(),
                content.length,
                Instant.EPOCH));
    if (survey.rejection().isPresent()) {
      return;
    }
    int count = 0;
    try (FileRows rows = LedgerRows.open(survey.plan(), Limits.DEFAULT, new Configuration(false))) {
      try {
        while (rows.next() != null) {
          count++;
          assertTrue(count < MOST_ROWS, "rows without end");
        }
      } catch (ReadingStopped stopped) {
        assertTrue(stopped.rejection().reason().contains(" / "), stopped.rejection().reason());
      }
      assertEquals(count, rows.rowCount());
    }
  }

  /** Changes, doubles or drops some bytes. */
  private static byte[] mutated(byte[] content, long seed) {
    Random random = new Random(seed);
    byte[] bytes = content.clone();
    for (int i = random.nextInt(8); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
        case 3 -> bytes[at] = (byte) "\",\n\r\t;|<>&'".charAt(random.nextInt(11));
        case 4 -> {
          int length = random.nextInt(Math.min(64, bytes.length - at));
          System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - length), length);
        }
        default -> {
          if (random.nextInt(8) == 0 && at > 4) {
            bytes = Arrays.copyOf(bytes, at);
          }
        }
      }
    }
    return bytes;
  }

  private static byte[] withMutatedParts(long seed) throws IOException {
    Random random = new Random(seed);
    Map<String, byte[]> parts = parts();
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      if (random.nextInt(3) == 0) {
        part.setValue(
            random.nextBoolean()
                ? mutated(part.getValue(), random.nextLong())
                : withFragment(part.getValue(), random));
      }
    }
    return archive(parts);
  }

  private static byte[] withFragment(byte[] part, Random random) {
    String whole = new String(part, StandardCharsets.UTF_8);
    int at = random.nextInt(whole.length());
    String fragment = FRAGMENTS[random.nextInt(FRAGMENTS.length)];
    return (whole.substring(0, at) + fragment + whole.substring(at))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] withRandomRows(long seed) throws IOException {
    Random random = new Random(seed);
    Map<String, byte[]> parts = parts();
    StringBuilder rows = new StringBuilder();
    for (int i = random.nextInt(60); i >= 0; i--) {
      rows.append(FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
    }
    parts.computeIfPresent(
        "xl/worksheets/sheet1.xml",
        (name, sheet) ->
            new String(sheet, StandardCharsets.UTF_8)
                .replace("</sheetData>", rows + "</sheetData>")
                .getBytes(StandardCharsets.UTF_8));
    return archive(parts);
  }

  private static Map<String, byte[]> parts() throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(folder.resolve("written.xlsx").toFile())) {
      for (ZipEntry entry : zip.stream().toArray(ZipEntry[]::new)) {
        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return parts;
  }

  private static byte[] archive(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = bytes;
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
