package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
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
  private static final int FEWEST_CELLS = 2;
  // No header has so many digits in a row, and hardly a row of people is without.
  private static final Pattern NUMBER = Pattern.compile("\\d{4}");

  private final MarkupText text;
  private final HtmlPage page;
  private final StreamParser parser;
  private final Iterator<Element> elements;
  private final IdentityHashMap<Element, HtmlTable> open = new IdentityHashMap<>();
  private final Set<Integer> unfinished = new HashSet<>();
  private final SheetRow scratch;
  private HtmlTable last;
  private int count;
  private int passed;
  private boolean frames;
  // The row that is at hand.
  private Element row;
  private HtmlTable table;

  private HtmlTables(MarkupText text, Limits limits) {
    this.text = text;
    this.page = new HtmlPage(text, limits);
    this.scratch = new SheetRow(limits);
    this.parser = new StreamParser(Parser.htmlParser());
    this.elements = parser.parse(text, "").iterator();
  }

  static HtmlTables of(MarkupText text, Limits limits) {
    return new HtmlTables(text, limits);
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
    return table.number();
  }

  /** Whether rows of a table have been passed. */
  boolean hasPassed(int number) {
    return passed >= number;
  }

  /** Whether no row of a table can come, now that the one at hand is of a later one. */
  boolean isOver(int number) {
    return table.number() > number && passed >= number && !unfinished.contains(number);
  }

  /** Passes over the row at hand. */
  void pass() {
    passed = Math.max(passed, table.number());
    remove();
  }

  /** Reads the row at hand, and passes it. */
  void take(SheetRow target) {
    table.lay(row, page, target);
    pass();
  }

  private void meet(Element element) {
    switch (element.normalName()) {
      case "tr" -> meetRow(element);
      case "table" -> {
        HtmlTable ended = open.remove(element);
        if (ended != null) {
          unfinished.remove(ended.number());
        }
        page.drop(element);
      }
      default -> {
        frames |= element.normalName().equals("frameset");
        page.keep(element);
      }
    }
  }

  private void meetRow(Element element) {
    Element of = HtmlPage.enclosing(element, "table");
    row = element;
    table = of == null ? new HtmlTable() : open.computeIfAbsent(of, key -> new HtmlTable());
    table.begin(element);
    if (table.number() == 0) {
      meetFirstRow();
    }
  }

  /** Numbers a table with its first row of two filled cells; a row above is layout or a title. */
  private void meetFirstRow() {
    int filled = 0;
    int width = 0;
    boolean people = false;
    for (Element cell = row.firstElementChild(); cell != null; cell = cell.nextElementSibling()) {
      if (HtmlPage.isCell(cell)) {
        String content = page.text(cell);
        filled += content.isEmpty() ? 0 : 1;
        width += HtmlTable.across(cell);
        people |= NUMBER.matcher(content).find();
      }
    }
    if (filled >= FEWEST_CELLS) {
      number(width, people);
    } else {
      table.lay(row, page, scratch);
      remove();
    }
  }

  private void number(int width, boolean people) {
    boolean goesOn =
        people
            && last != null
            && last.width() == width
            && last.number() == count
            && !unfinished.contains(last.number());
    if (goesOn) {
      table.goOn(last);
    } else {
      if (++count > MOST_TABLES) {
        throw new ReadingStopped(Rejection.unsafeContent("表格过多 / too many tables"));
      }
      table.count(count, width);
    }
    unfinished.add(table.number());
    last = table;
  }

  private void remove() {
    page.remove(row);
    row = null;
  }

  @Override
  public void close() throws IOException {
    try (text) {
      parser.close();
    }
  }
}
