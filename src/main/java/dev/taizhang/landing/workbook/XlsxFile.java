package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A workbook of the newer format: XML parts in an archive, found through their relationships.
 *
 * @see <a href="../../../../../../docs/adr/0011-xlsx-reader.md">ADR 0011</a>
 */
final class XlsxFile implements WorkbookFile {

  private static final String USUAL_WORKBOOK = "xl/workbook.xml";
  private static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final String WORKBOOK_TYPE = ".main+xml";
  private static final Set<String> HIDDEN = Set.of("hidden", "veryhidden");
  // Excel shows some hundreds of sheets with trouble.
  private static final int MOST_SHEETS = 10_000;
  // Excel writes some 65,000 styles at most.
  private static final int MOST_STYLES = 1 << 18;

  private final LocalCopy copy;
  private final XlsxPackage content;
  private final List<String> names = new ArrayList<>();
  // Empty for sheets of charts and dialogs, which have no cells.
  private final List<String> parts = new ArrayList<>();
  private final Set<Integer> hidden = new HashSet<>();
  private boolean date1904;
  private NumberStyle[] styles;
  private SharedStrings strings;

  private XlsxFile(LocalCopy copy, XlsxPackage content) {
    this.copy = copy;
    this.content = content;
  }

  /** Opens a workbook; the copy is closed with it. */
  static XlsxFile open(LocalCopy copy, Limits limits) throws IOException {
    XlsxFile file = new XlsxFile(copy, XlsxPackage.open(copy.file(), limits));
    try {
      file.read(limits);
      return file;
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      file.content.close();
      throw e;
    }
  }

  private void read(Limits limits) throws IOException {
    Map<String, String> types = contentTypes();
    String workbook = workbook(types);
    Map<String, Relationship> relationships = relationships(workbook);
    readWorkbook(workbook, relationships);
    Optional<String> stylePart = part("styles", relationships, types, workbook);
    styles = stylePart.isPresent() ? styles(stylePart.get()) : new NumberStyle[0];
    Optional<String> stringPart = part("sharedStrings", relationships, types, workbook);
    strings =
        new SharedStrings(stringPart.isPresent() ? content.open(stringPart.get()) : null, limits);
  }

  /** Part names by the last word of their kind; empty for an archive that does not tell them. */
  private Map<String, String> contentTypes() throws IOException {
    Map<String, String> types = new HashMap<>();
    if (!content.has(CONTENT_TYPES)) {
      return types;
    }
    try (XmlPart part = content.open(CONTENT_TYPES)) {
      while (part.nextElement()) {
        String type = part.attribute("ContentType");
        String kind =
            type.endsWith(WORKBOOK_TYPE)
                ? WORKBOOK_TYPE
                : type.substring(type.lastIndexOf('.') + 1);
        if (part.name().equals("Override")) {
          PartName.resolve("", part.attribute("PartName"))
              .ifPresent(name -> types.putIfAbsent(kind, name));
        }
      }
    }
    return types;
  }

  private String workbook(Map<String, String> types) throws IOException {
    String found =
        relationships("").values().stream()
            .filter(relationship -> relationship.kind().equals("officeDocument"))
            .map(Relationship::target)
            .filter(content::has)
            .findFirst()
            .orElse(types.getOrDefault(WORKBOOK_TYPE, USUAL_WORKBOOK));
    if (content.otherFormat().isPresent() && !content.has(USUAL_WORKBOOK)) {
      throw new ReadingStopped(Rejection.unsupportedFormat(content.otherFormat().get()));
    }
    if (!content.has(found)) {
      throw new ReadingStopped(Rejection.notAWorkbook());
    }
    return found;
  }

  /**
   * What a part points to.
   *
   * @param kind last word of the relationship's kind
   * @param target the part; empty when it lies outside the workbook
   */
  private record Relationship(String kind, String target) {}

  /** What a part points to, by the identifier of the relationship. */
  private Map<String, Relationship> relationships(String source) throws IOException {
    Map<String, Relationship> relationships = new HashMap<>();
    String name = PartName.relationshipsOf(source);
    if (!content.has(name)) {
      return relationships;
    }
    try (XmlPart part = content.open(name)) {
      while (part.nextElement()) {
        if (part.name().equals("Relationship")) {
          String type = part.attribute("Type");
          boolean external = part.attribute("TargetMode").equalsIgnoreCase("External");
          String target =
              external ? "" : PartName.resolve(source, part.attribute("Target")).orElse("");
          relationships.putIfAbsent(
              part.attribute("Id"),
              new Relationship(type.substring(type.lastIndexOf('/') + 1), target));
        }
      }
    }
    return relationships;
  }

  private void readWorkbook(String name, Map<String, Relationship> relationships)
      throws IOException {
    try (XmlPart part = content.open(name)) {
      if (!part.nextElement() || !part.name().equals("workbook")) {
        throw new ReadingStopped(Rejection.notAWorkbook());
      }
      while (part.nextElement()) {
        if (part.name().equals("workbookPr")) {
          String flag = part.attribute("date1904");
          date1904 = flag.equals("1") || flag.equals("true");
        } else if (part.name().equals("sheet")) {
          addSheet(part, relationships);
        }
      }
    }
  }

  private void addSheet(XmlPart part, Map<String, Relationship> relationships) {
    Relationship sheet = relationships.get(part.attribute("id"));
    if (sheet == null || names.size() >= MOST_SHEETS) {
      throw new ReadingStopped(Rejection.unreadable("SheetMissing"));
    }
    boolean hasCells = sheet.kind().equals("worksheet");
    if (hasCells && sheet.target().isEmpty()) {
      throw new ReadingStopped(Rejection.unsafeContent("工作表在文件之外 / a sheet outside the workbook"));
    }
    if (HIDDEN.contains(part.attribute("state").toLowerCase(Locale.ROOT))) {
      hidden.add(names.size());
    }
    names.add(part.attribute("name"));
    parts.add(hasCells ? sheet.target() : "");
  }

  /** A part that the workbook has at most one of; found by its kind, or under its usual name. */
  private Optional<String> part(
      String kind,
      Map<String, Relationship> relationships,
      Map<String, String> types,
      String workbook) {
    Optional<String> related =
        relationships.values().stream()
            .filter(relationship -> relationship.kind().equals(kind))
            .map(Relationship::target)
            .findFirst();
    return related
        .or(() -> Optional.ofNullable(types.get(kind + "+xml")))
        .or(() -> PartName.resolve(workbook, kind + ".xml"))
        .filter(content::has);
  }

  /** The styles of cells, by their numbers. */
  private NumberStyle[] styles(String name) throws IOException {
    Map<Integer, String> formats = new HashMap<>();
    List<Integer> cells = new ArrayList<>();
    try (XmlPart part = content.open(name)) {
      boolean ofCells = false;
      while (part.nextElement()) {
        switch (part.name()) {
          case "numFmt" -> {
            formats.put(part.number("numFmtId"), part.attribute("formatCode"));
            requireStyles(formats.size());
          }
          case "cellXfs" -> ofCells = true;
          case "cellStyleXfs", "cellStyles", "dxfs" -> ofCells = false;
          case "xf" -> {
            if (ofCells) {
              cells.add(part.number("numFmtId"));
              requireStyles(cells.size());
            }
          }
          default -> {
            // Fonts, borders and fills.
          }
        }
      }
    }
    Map<Integer, NumberStyle> known = new HashMap<>();
    return cells.stream()
        .map(id -> known.computeIfAbsent(id, key -> NumberStyle.of(key, formats.get(key))))
        .toArray(NumberStyle[]::new);
  }

  /** Checks that the styles of a workbook, which are all kept, are not without end. */
  static void requireStyles(int count) {
    if (count > MOST_STYLES) {
      throw new ReadingStopped(Rejection.tooManyStyles(MOST_STYLES));
    }
  }

  @Override
  public List<String> sheetNames() {
    return names;
  }

  @Override
  public boolean isHidden(int index) {
    return hidden.contains(index);
  }

  @Override
  public boolean isFrom1904() {
    return date1904;
  }

  @Override
  public MergedRanges merged(int index) throws IOException {
    if (parts.get(index).isEmpty()) {
      return MergedRanges.NONE;
    }
    try (InputStream bytes = content.bytes(parts.get(index))) {
      return MergeSearch.in(bytes);
    }
  }

  @Override
  public SheetReader sheet(int index) throws IOException {
    if (parts.get(index).isEmpty()) {
      return SheetReader.NO_ROWS;
    }
    return new XlsxSheet(
        content.open(parts.get(index)), styles, strings, new WorkbookCellText(date1904));
  }

  @Override
  public void close() throws IOException {
    try (copy;
        content) {
      strings.close();
    }
  }
}
