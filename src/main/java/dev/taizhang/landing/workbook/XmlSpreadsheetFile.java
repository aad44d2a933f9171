package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;

/**
 * An XML Spreadsheet 2003: a whole workbook in one document. That a sheet is hidden stands behind
 * its rows, so that the document is gone through once before any sheet is read.
 *
 * @see <a href="../../../../../../docs/adr/0024-tables-of-web-systems.md">ADR 0024</a>
 */
final class XmlSpreadsheetFile implements WorkbookFile {

  // Names of formats in English that have letters of dates in them.
  private static final Set<String> NUMBERS =
      Set.of(
          "general number",
          "fixed",
          "standard",
          "currency",
          "euro currency",
          "percent",
          "scientific",
          "yes/no",
          "true/false",
          "on/off");
  private static final int MOST_SHEETS = 10_000;

  private final LocalCopy copy;
  private final MarkupFile markup;
  private final Map<String, NumberStyle> styles = new HashMap<>();
  private final List<String> sheetNames = new ArrayList<>();
  private final List<Boolean> hidden = new ArrayList<>();
  private boolean date1904;
  private XmlPart part;
  private int begunSheets;

  private XmlSpreadsheetFile(LocalCopy copy, MarkupFile markup) {
    this.copy = copy;
    this.markup = markup;
  }

  /** Opens a workbook; the copy is closed with it. */
  static XmlSpreadsheetFile open(LocalCopy copy) throws IOException {
    XmlSpreadsheetFile file = new XmlSpreadsheetFile(copy, MarkupFile.of(copy.file()));
    try (XmlPart part = XmlPart.of(file.markup.open())) {
      file.readStructure(part);
    }
    return file;
  }

  private void readStructure(XmlPart content) {
    String style = "";
    while (content.nextElement()) {
      switch (content.name()) {
        case "Style" -> {
          style = content.attribute("ID");
          styles.put(style, styles.getOrDefault(content.attribute("Parent"), NumberStyle.PLAIN));
        }
        case "NumberFormat" -> styles.put(style, style(content.attribute("Format")));
        case "Date1904" -> date1904 = true;
        case "Worksheet" -> {
          if (hidden.size() >= MOST_SHEETS) {
            throw new ReadingStopped(Rejection.unsafeContent("工作表过多 / too many sheets"));
          }
          sheetNames.add(content.attribute("Name"));
          hidden.add(isHidden(content.attribute("Visible")));
        }
        case "Visible" -> {
          if (!hidden.isEmpty() && isHidden(text(content))) {
            hidden.set(hidden.size() - 1, true);
          }
        }
        case "Table" -> content.skip();
        default -> {
          // Fonts, borders, windows and the like.
        }
      }
    }
  }

  private static boolean isHidden(String visible) {
    String word = visible.strip().toLowerCase(Locale.ROOT);
    return word.equals("sheethidden") || word.equals("sheetveryhidden");
  }

  private static String text(XmlPart content) {
    StringBuilder text = new StringBuilder();
    content.text((buffer, offset, length) -> text.append(buffer, offset, length));
    return text.toString();
  }

  private static NumberStyle style(String format) {
    return format.isEmpty() || NUMBERS.contains(format.toLowerCase(Locale.ROOT))
        ? NumberStyle.PLAIN
        : NumberStyle.of(-1, format);
  }

  @Override
  public List<String> sheetNames() {
    return sheetNames;
  }

  @Override
  public boolean isHidden(int index) {
    return hidden.get(index);
  }

  @Override
  public SheetReader sheet(int index) throws IOException {
    if (part == null || begunSheets > index) {
      closePart();
      part = XmlPart.of(markup.open());
      begunSheets = 0;
    }
    while (begunSheets <= index) {
      if (!part.nextElement()) {
        throw new ReadingStopped(Rejection.unreadable("ChangedSinceSurvey"));
      }
      if (part.name().equals("Worksheet")) {
        begunSheets++;
      } else if (part.name().equals("Table") && begunSheets <= index) {
        part.skip();
      }
    }
    return new XmlSpreadsheetSheet(part, styles, new WorkbookCellText(date1904));
  }

  /** Whether an event ends the sheet that is being read. */
  static boolean endsSheet(int event, XmlPart part) {
    return event == XMLStreamConstants.END_DOCUMENT
        || (event == XMLStreamConstants.END_ELEMENT
            && (part.name().equals("Table") || part.name().equals("Worksheet")));
  }

  private void closePart() throws IOException {
    if (part != null) {
      part.close();
      part = null;
    }
  }

  @Override
  public void close() throws IOException {
    try (copy) {
      closePart();
    }
  }
}
