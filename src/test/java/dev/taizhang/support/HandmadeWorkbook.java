package dev.taizhang.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written as its XML parts, for what no writer produces. */
public final class HandmadeWorkbook {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final List<Sheet> sheets = new ArrayList<>();
  private final List<String> formats = new ArrayList<>();
  private final List<Integer> styles = new ArrayList<>();
  private String strings = "";
  private boolean date1904;
  private boolean withStyles;

  private record Sheet(String name, String rows, String state, String merged) {}

  /** Rows as XML, whose cells are the parts of each line between commas, as text. */
  public static String rows(String... lines) {
    return Arrays.stream(lines)
        .map(
            line ->
                Arrays.stream(line.split(",", -1))
                    .map("<c t='inlineStr'><is><t>%s</t></is></c>"::formatted)
                    .collect(Collectors.joining("", "<row>", "</row>")))
        .collect(Collectors.joining());
  }

  /** Adds a sheet with the given rows, as XML. */
  public HandmadeWorkbook sheet(String name, String rows) {
    sheets.add(new Sheet(name, rows, "", ""));
    return this;
  }

  /** Hides the sheet that was added last, as {@code hidden} or {@code veryHidden}. */
  public HandmadeWorkbook state(String state) {
    Sheet last = sheets.remove(sheets.size() - 1);
    sheets.add(new Sheet(last.name(), last.rows(), " state='" + state + "'", last.merged()));
    return this;
  }

  /** Merges cells of the sheet that was added last, such as {@code F2:F4}. */
  public HandmadeWorkbook merge(String... ranges) {
    Sheet last = sheets.remove(sheets.size() - 1);
    String merged =
        Arrays.stream(ranges)
            .map("<mergeCell ref='%s'/>"::formatted)
            .collect(Collectors.joining("", "<mergeCells>", "</mergeCells>"));
    sheets.add(new Sheet(last.name(), last.rows(), last.state(), merged));
    return this;
  }

  /** Sets the shared strings, as XML. */
  public HandmadeWorkbook strings(String items) {
    strings = items;
    return this;
  }

  /** Adds a cell style with a number format that spreadsheets know by its number. */
  public HandmadeWorkbook style(int format) {
    withStyles = true;
    styles.add(format);
    return this;
  }

  /** Adds a cell style with a number format of its own. */
  public HandmadeWorkbook style(String format) {
    formats.add(format);
    return style(163 + formats.size());
  }

  /** Counts days from 1904. */
  public HandmadeWorkbook from1904() {
    date1904 = true;
    return this;
  }

  /** Writes it. */
  public Path write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      part(zip, "[Content_Types].xml", contentTypes());
      part(zip, "xl/workbook.xml", workbook());
      part(zip, "xl/_rels/workbook.xml.rels", relationships());
      part(zip, "xl/sharedStrings.xml", "<sst xmlns='%s'>%s</sst>".formatted(MAIN, strings));
      if (withStyles) {
        part(zip, "xl/styles.xml", styleSheet());
      }
      int number = 0;
      for (Sheet sheet : sheets) {
        number++;
        part(
            zip,
            "xl/worksheets/sheet" + number + ".xml",
            "<worksheet xmlns='%s'><sheetData>%s</sheetData>%s</worksheet>"
                .formatted(MAIN, sheet.rows(), sheet.merged()));
      }
    }
    return file;
  }

  private static void part(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(
        ("<?xml version='1.0' encoding='UTF-8'?>" + content).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private String contentTypes() {
    return """
        <Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>
        <Override PartName='/xl/workbook.xml' ContentType='%ssheet.main+xml'/>
        <Override PartName='/xl/sharedStrings.xml' ContentType='%ssharedStrings+xml'/>%s</Types>
        """
        .formatted(
            TYPE,
            TYPE,
            withStyles
                ? "<Override PartName='/xl/styles.xml' ContentType='" + TYPE + "styles+xml'/>"
                : "");
  }

  private String workbook() {
    StringBuilder entries = new StringBuilder();
    int number = 0;
    for (Sheet sheet : sheets) {
      number++;
      entries.append(
          "<sheet name='%s' sheetId='%d'%s r:id='rId%d'/>"
              .formatted(sheet.name(), number, sheet.state(), number));
    }
    return "<workbook xmlns='%s' xmlns:r='%s'><workbookPr%s/><sheets>%s</sheets></workbook>"
        .formatted(MAIN, RELATIONSHIPS, date1904 ? " date1904='1'" : "", entries);
  }

  private String relationships() {
    StringBuilder entries = new StringBuilder();
    for (int number = 1; number <= sheets.size(); number++) {
      entries.append(
          "<Relationship Id='rId%d' Type='%s/worksheet' Target='worksheets/sheet%d.xml'/>"
              .formatted(number, RELATIONSHIPS, number));
    }
    return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        + entries
        + "</Relationships>";
  }

  private String styleSheet() {
    StringBuilder own = new StringBuilder();
    for (int i = 0; i < formats.size(); i++) {
      own.append(
          "<numFmt numFmtId='%d' formatCode='%s'/>"
              .formatted(164 + i, formats.get(i).replace("\"", "&quot;")));
    }
    StringBuilder cells = new StringBuilder();
    styles.forEach(format -> cells.append("<xf numFmtId='%d'/>".formatted(format)));
    return "<styleSheet xmlns='%s'><numFmts>%s</numFmts><cellXfs>%s</cellXfs></styleSheet>"
        .formatted(MAIN, own, cells);
  }
}
