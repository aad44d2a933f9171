package dev.taizhang.landing.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.taizhang.landing.FilePlan;
import dev.taizhang.landing.ReadFile;
import dev.taizhang.landing.rows.FileRows;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that are damaged, made by unusual programs, or made to do damage. */
class UnsafeWorkbookTest {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
  private static final String STRICT_OFFICE =
      "http://purl.oclc.org/ooxml/officeDocument/relationships";
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String HEADER =
      "<row><c t='s'><v>0</v></c>" + cell("毕业年份") + cell("毕业去向代码") + "</row>";

  @TempDir Path folder;

  private final Map<String, String> parts = new LinkedHashMap<>();

  UnsafeWorkbookTest() {
    parts(MAIN, OFFICE);
  }

  private void parts(String main, String office) {
    parts.put(
        "_rels/.rels",
        relationships(
            "<Relationship Id='r' Type='"
                + office
                + "/officeDocument' Target='xl/workbook.xml'/>"));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns='%s' xmlns:r='%s'><sheets><sheet name='台账' sheetId='1' r:id='r1'/></sheets></workbook>"
            .formatted(main, office));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        relationships(
            "<Relationship Id='r1' Type='%s/worksheet' Target='worksheets/sheet1.xml'/>"
                    .formatted(office)
                + "<Relationship Id='r2' Type='%s/sharedStrings' Target='sharedStrings.xml'/>"
                    .formatted(office)));
    parts.put("xl/sharedStrings.xml", "<sst xmlns='" + main + "'><si><t>学号</t></si></sst>");
    parts.put(SHEET, sheet(main, HEADER + "<row>" + cell("001") + "</row>"));
  }

  @Test
  void strictVariantIsReadAndContentTypesAreNotNeeded() throws IOException {
    parts(STRICT_MAIN, STRICT_OFFICE);

    assertEquals(1, rows());
  }

  @Test
  void backslashesInNamesOfPartsAreSlashes() throws IOException {
    Map<String, String> all = new LinkedHashMap<>(parts);
    parts.clear();
    all.forEach((name, content) -> parts.put(name.replace('/', '\\'), content));

    assertEquals(1, rows());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x>",
        "<!DOCTYPE x SYSTEM 'file:///etc/hostname'>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>",
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
      })
  void documentTypeIsRejectedInEveryPart(String type) throws IOException {
    for (String name : parts.keySet().toArray(String[]::new)) {
      String content = parts.get(name);
      parts.put(name, type + content);
      assertEquals(Rejection.unsafeContent("DOCTYPE"), rejection(), name);
      parts.put(name, content);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.xml",
        "xl/../../evil.xml",
        "/etc/evil.xml",
        "..\\evil.xml",
        "C:\\evil.xml"
      })
  void pathOutsideTheWorkbookIsRejected(String name) throws IOException {
    parts.put(name, "<x/>");

    assertEquals(Rejection.unsafeContent("部件路径越界 / a path outside the workbook"), rejection());
  }

  @Test
  void twoPartsOfOneNameAreRejected() throws IOException {
    parts.put("XL/worksheets/SHEET1.xml", "<x/>");

    assertEquals(Rejection.unsafeContent("同名部件 / two parts with the same name"), rejection());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Target='worksheets/sheet1.xml' TargetMode='External'",
        "Target='file:///etc/hostname'",
        "Target='http://localhost/sheet.xml'",
        "Target='../../sheet1.xml'",
        "Target='//server/share/sheet1.xml'"
      })
  void sheetOutsideTheWorkbookIsNotFollowed(String target) throws IOException {
    parts.put(
        "xl/_rels/workbook.xml.rels",
        relationships("<Relationship Id='r1' Type='%s/worksheet' %s/>".formatted(OFFICE, target)));

    assertEquals(Rejection.unsafeContent("工作表在文件之外 / a sheet outside the workbook"), rejection());
  }

  @Test
  void elementsNestedTooDeepAreRejected() throws IOException {
    parts.put(SHEET, sheet(MAIN, HEADER + "<x>".repeat(1_000_000)));

    assertEquals(Rejection.unsafeContent("嵌套过深 / elements nested too deeply"), rejection());
  }

  @Test
  void markupWithoutEndIsRejected() throws IOException {
    parts.put(SHEET, sheet(MAIN, HEADER + "<row a='" + "x".repeat(9 << 20) + "'></row>"));

    assertEquals(
        Rejection.unsafeContent("过长的标记 / markup that is too long"),
        ReadFile.survey(write(), limits(1L << 40, 100_000)).rejection().orElseThrow());
  }

  @Test
  void columnThatNoSpreadsheetHasIsRejected() throws IOException {
    for (String reference : new String[] {"XFE2", "ZZZZZZZ2"}) {
      parts.put(SHEET, sheet(MAIN, HEADER + "<row><c r='" + reference + "'><v>1</v></c></row>"));
      assertEquals(Rejection.tooManyColumns(512), rejection());
    }
  }

  @Test
  void textThatIsTooLongWithItsEscapesIsNotCutOff() throws IOException {
    String escaped = "_x000D_".repeat(5_000);
    parts.put(SHEET, sheet(MAIN, HEADER + "<row>" + cell(escaped) + "</row>"));
    assertEquals(Rejection.workbookCellTooLong(2, 32_768), rejection());

    parts.put(
        "xl/sharedStrings.xml",
        "<sst xmlns='" + MAIN + "'><si><t>学号</t></si><si><t>" + escaped + "</t></si></sst>");
    parts.put(SHEET, sheet(MAIN, HEADER + "<row><c t='s'><v>1</v></c></row>"));
    assertEquals(Rejection.workbookCellTooLong(2, 32_768), rejection());
  }

  @Test
  void styleOfAWholeRowIsNoColumn() throws IOException {
    parts.put(SHEET, sheet(MAIN, HEADER + "<row><c><v>1</v></c><c r='XFD2' s='1'/></row>"));

    assertEquals(1, rows());
  }

  @Test
  void limitsHoldWhateverTheArchiveDeclares() throws IOException {
    parts.put(SHEET, sheet(MAIN, HEADER + "<row><c><v>1</v></c></row>".repeat(700_000)));
    Path file = write();
    declareSmall(file);

    assertEquals(Rejection.compressedTooMuch(20), stopped(file, limits(1L << 30, 20)));
    assertEquals("workbook_too_large", stopped(file, limits(10L << 20, 100_000)).code());
  }

  @Test
  void damagedPartIsToldFromAnUnreadableOne() throws IOException {
    parts.put(SHEET, sheet(MAIN, HEADER + cell("x").repeat(100)));
    Path file = write();
    byte[] bytes = Files.readAllBytes(file);
    // The last bytes of the last part, before the directory, which begins with PK 1 2.
    int directory = indexOf(bytes, new byte[] {'P', 'K', 1, 2});
    bytes[directory - 30] ^= 0x55;
    bytes[directory - 40] ^= 0x55;
    Files.write(file, bytes);

    assertEquals(
        Rejection.damagedArchive(),
        ReadFile.survey(file, Limits.DEFAULT).rejection().orElseThrow());
  }

  @Test
  void encryptedArchiveIsPasswordProtected() throws IOException {
    Path file = write();
    byte[] bytes = Files.readAllBytes(file);
    bytes[indexOf(bytes, new byte[] {'P', 'K', 1, 2}) + 8] |= 1;
    Files.write(file, bytes);

    assertEquals(
        Rejection.passwordProtected(),
        ReadFile.survey(file, Limits.DEFAULT).rejection().orElseThrow());
  }

  @Test
  void workbooksOfOtherFormatsAreNamed() throws IOException {
    parts.clear();
    parts.put("xl/workbook.bin", "x");
    assertEquals(Rejection.unsupportedFormat("xlsb"), rejection());

    parts.clear();
    parts.put("content.xml", "<x/>");
    assertEquals(Rejection.unsupportedFormat("ods"), rejection());
  }

  private static String cell(String text) {
    return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
  }

  private static String sheet(String main, String rows) {
    return "<worksheet xmlns='" + main + "'><sheetData>" + rows + "</sheetData></worksheet>";
  }

  private static String relationships(String entries) {
    return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        + entries
        + "</Relationships>";
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; ; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
  }

  /** Makes the directory say that every part unpacks to 100 bytes. */
  private static void declareSmall(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = indexOf(bytes, new byte[] {'P', 'K', 1, 2});
        buffer.getInt(i) == 0x02014b50;
        i += 46 + buffer.getShort(i + 28) + buffer.getShort(i + 30) + buffer.getShort(i + 32)) {
      buffer.putInt(i + 24, 100);
    }
    Files.write(file, bytes);
  }

  private static Limits limits(long workbookBytes, int ratio) {
    Limits usual = Limits.DEFAULT;
    return new Limits(
        usual.fileBytes(), usual.columns(), usual.cellCharacters(), workbookBytes, ratio);
  }

  private Path write() throws IOException {
    Path file = folder.resolve("10001_20220608.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private Rejection rejection() throws IOException {
    Path file = write();
    return ReadFile.survey(file, Limits.DEFAULT)
        .rejection()
        .orElseGet(
            () -> {
              try {
                return stopped(file, Limits.DEFAULT);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private long rows() throws IOException {
    Path file = write();
    try (FileRows rows =
        ReadFile.open(
            ReadFile.survey(file, Limits.DEFAULT).plan(),
            Limits.DEFAULT,
            new Configuration(false))) {
      while (rows.next() != null) {
        // Only their number counts.
      }
      return rows.rowCount();
    }
  }

  private static Rejection stopped(Path file, Limits limits) throws IOException {
    FilePlan plan = ReadFile.survey(file, limits(1L << 40, 1_000_000)).plan();
    return assertThrows(
            ReadingStopped.class,
            () -> {
              try (FileRows rows = ReadFile.open(plan, limits, new Configuration(false))) {
                while (rows.next() != null) {
                  // Only the end counts.
                }
              }
            })
        .rejection();
  }
}
