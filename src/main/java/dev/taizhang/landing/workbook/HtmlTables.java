package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.landing.rows.Spreadsheet;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * One pass over the rows of all tables of a page, in the order in which they end: those of a table
 * within another one before the row that it lies in. Of the page no more than one row is kept, and
 * what encloses it.
 *
 * <p>A table counts from its first row with two filled cells on; one without such a row is layout.
 * A table that goes on without a header where the one before it, as wide, has ended, is the same.
 */
final class HtmlTables implements Closeable {

  private static final int MOST_TABLES = 10_000;
  // Each takes some hundred bytes; a row has a cell for each column, and little markup in it.
  private static final int MOST_ELEMENTS = 100_000;
  private static final int FEWEST_CELLS = 2;
  // Of what a browser takes.
  private static final int WIDEST_CELL = 1_000;
  private static final StringBuilder NOTHING = new StringBuilder();
  // No header has so many digits in a row, and hardly a row of people is without.
  private static final Pattern NUMBER = Pattern.compile("\\d{4}");

  private final MarkupText text;
  private final Limits limits;
  private final StreamParser parser;
  private final Iterator<Element> elements;
  private final IdentityHashMap<Element, Table> open = new IdentityHashMap<>();
  // What was said in a cell before and in the tables in it, which are no longer there.
  private final IdentityHashMap<Element, StringBuilder> carried = new IdentityHashMap<>();
  private final Set<Integer> unfinished = new HashSet<>();
  private final SheetRow scratch;
  private final HtmlCellText cellText;
  private Table last;
  private int count;
  private int passed;
  private int kept;
  private boolean frames;
  // The row that is at hand.
  private Element row;
  private Table table;

  private HtmlTables(MarkupText text, Limits limits) {
    this.text = text;
    this.limits = limits;
    this.scratch = new SheetRow(limits);
    this.cellText = new HtmlCellText(limits);
    this.parser = new StreamParser(Parser.htmlParser());
    this.elements = parser.parse(text, "").iterator();
  }

  static HtmlTables of(MarkupText text, Limits limits) {
    return new HtmlTables(text, limits);
  }

  /** A table, and how far its rows have come. */
  private static final class Table {
    private final MergedCells merged = new MergedCells();
    private Element group;
    // 0 as long as it has had no row with two filled cells.
    private int number;
    private int width;
    private int rows;
  }

  /** Tables that have been met so far. */
  int count() {
    return count;
  }

  /** Whether the page is made of others. */
  boolean hasFrames() {
    return frames;
  }

  /** Goes to the next row, where none is at hand; false at the end. */
  boolean hasRow() {
    while (row == null && elements.hasNext()) {
      meet(elements.next());
    }
    return row != null;
  }

  /** The table that the row at hand is of, by its place from 1. */
  int table() {
    return table.number;
  }

  /** Whether rows of a table have been passed. */
  boolean hasPassed(int number) {
    return passed >= number;
  }

  /** Whether no row of a table can come, now that the one at hand is of a later one. */
  boolean isOver(int number) {
    return table.number > number && passed >= number && !unfinished.contains(number);
  }

  /** Passes over the row at hand. */
  void pass() {
    passed = Math.max(passed, table.number);
    remove();
  }

  /** Reads the row at hand, and passes it. */
  void take(SheetRow target) {
    lay(target);
    pass();
  }

  private void meet(Element element) {
    switch (element.normalName()) {
      case "tr" -> meetRow(element);
      case "table" -> {
        Table ended = open.remove(element);
        if (ended != null) {
          unfinished.remove(ended.number);
        }
        drop(element);
      }
      default -> {
        frames |= element.normalName().equals("frameset");
        if (enclosing(element, "tr") == null) {
          drop(element);
        } else if (++kept > MOST_ELEMENTS) {
          throw new ReadingStopped(
              Rejection.unsafeContent("一行中的标记过多 / too many elements in a row"));
        }
      }
    }
  }

  private void meetRow(Element element) {
    Element of = enclosing(element, "table");
    row = element;
    table = of == null ? new Table() : open.computeIfAbsent(of, key -> new Table());
    if (!Objects.equals(table.group, element.parent())) {
      // No cell reaches beyond its group of rows.
      table.merged.clear();
      table.group = element.parent();
    }
    table.rows++;
    if (table.number == 0) {
      meetFirstRow();
    }
  }

  /** Numbers a table with its first row of two filled cells; a row above is layout or a title. */
  private void meetFirstRow() {
    int filled = 0;
    int width = 0;
    boolean people = false;
    for (Element cell = row.firstElementChild(); cell != null; cell = cell.nextElementSibling()) {
      String content = isCell(cell) ? text(cell) : "";
      filled += content.isEmpty() ? 0 : 1;
      width += isCell(cell) ? Math.min(WIDEST_CELL, span(cell, "colspan", 1)) : 0;
      people |= NUMBER.matcher(content).find();
    }
    if (filled >= FEWEST_CELLS) {
      table.width = width;
      number(people);
    } else {
      lay(scratch);
      remove();
    }
  }

  private void number(boolean people) {
    boolean goesOn =
        people
            && last != null
            && last.width == table.width
            && last.number == count
            && !unfinished.contains(last.number);
    if (goesOn) {
      table.number = last.number;
      table.rows += last.rows;
    } else {
      if (++count > MOST_TABLES) {
        throw new ReadingStopped(Rejection.unsafeContent("表格过多 / too many tables"));
      }
      table.number = count;
    }
    unfinished.add(table.number);
    last = table;
  }

  /** Lays the cells of the row at hand side by side, below those that reach down from above. */
  private void lay(SheetRow target) {
    target.begin(table.rows);
    int column = 0;
    for (Element cell = row.firstElementChild(); cell != null; cell = cell.nextElementSibling()) {
      if (!isCell(cell)) {
        continue;
      }
      while (table.merged.cover(column, table.rows)) {
        column++;
      }
      String content = text(cell);
      if (!content.isEmpty()) {
        target.beginCell(column);
        target.append(content);
        target.end();
      }
      int across = Math.min(WIDEST_CELL, span(cell, "colspan", 1));
      reachDown(cell, column, Math.min(across, Spreadsheet.COLUMNS - column), content);
      column = Math.min(Spreadsheet.COLUMNS, column + across);
    }
    table.merged.fill(target);
  }

  private void reachDown(Element cell, int column, int across, String content) {
    int down = span(cell, "rowspan", Integer.MAX_VALUE);
    for (int i = 0; down > 1 && i < across; i++) {
      table.merged.add(column + i, (long) table.rows + down - 1, i == 0 ? content : "");
    }
  }

  private static int span(Element cell, String attribute, int ofZero) {
    try {
      int span = Integer.parseInt(cell.attr(attribute).strip());
      return span == 0 ? ofZero : Math.max(1, span);
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  private static boolean isCell(Element element) {
    return element.normalName().equals("td") || element.normalName().equals("th");
  }

  private String text(Element cell) {
    return cellText.of(cell, carried.getOrDefault(cell, NOTHING));
  }

  /**
   * Takes the row at hand out of the page. What a table within a cell says, the cell says too, but
   * of a whole ledger in it no more than shows that the cell is too long.
   */
  private void remove() {
    Element cell = enclosingCell(row);
    if (cell != null) {
      dropBefore(enclosing(row, "table"), cell);
    }
    for (Element child = row.firstElementChild();
        child != null;
        child = child.nextElementSibling()) {
      if (cell != null && isCell(child)) {
        carry(cell, text(child));
      }
      carried.remove(child);
    }
    drop(row);
    row = null;
  }

  /** Takes an element out of the page, and what stands before it, which nobody asks for. */
  private void drop(Element element) {
    text.beginToken();
    if (element.parent() == null) {
      return;
    }
    Element cell = enclosingCell(element);
    dropBefore(element, cell);
    kept = cell == null ? 0 : Math.max(0, kept - element.getAllElements().size());
    element.remove();
  }

  private void dropBefore(Element element, Element cell) {
    for (Node before; (before = element.previousSibling()) != null; before.remove()) {
      if (cell != null) {
        carry(cell, cellText.of(before, NOTHING));
      }
    }
  }

  private void carry(Element cell, String words) {
    StringBuilder all = carried.computeIfAbsent(cell, key -> new StringBuilder());
    if (!words.isEmpty() && all.length() <= limits.cellCharacters()) {
      all.append(all.isEmpty() ? "" : " ").append(words);
    }
  }

  private static Element enclosingCell(Element element) {
    Element enclosing = element.parent();
    while (enclosing != null && !isCell(enclosing)) {
      enclosing = enclosing.parent();
    }
    return enclosing;
  }

  private static Element enclosing(Element element, String name) {
    Element enclosing = element.parent();
    while (enclosing != null && !enclosing.normalName().equals(name)) {
      enclosing = enclosing.parent();
    }
    return enclosing;
  }

  @Override
  public void close() throws IOException {
    try (text) {
      parser.close();
    }
  }
}
