package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import java.util.IdentityHashMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * What is kept of a page that is read row by row: the row at hand, what encloses it, and the words
 * of what stood in a cell and is no longer there.
 */
final class HtmlPage {

  // Each takes some hundred bytes; a row has a cell for each column, and little markup in it.
  private static final int MOST_ELEMENTS = 100_000;
  private static final StringBuilder NOTHING = new StringBuilder();

  private final MarkupText markup;
  private final Limits limits;
  private final HtmlCellText cellText;
  // What was said in a cell before and in the tables in it, which are no longer there.
  private final IdentityHashMap<Element, StringBuilder> carried = new IdentityHashMap<>();
  private int kept;

  HtmlPage(MarkupText markup, Limits limits) {
    this.markup = markup;
    this.limits = limits;
    this.cellText = new HtmlCellText(limits);
  }

  /**
   * Keeps an element of a row; what stands in none is dropped.
   *
   * @throws ReadingStopped when the row has too many
   */
  void keep(Element element) {
    if (enclosing(element, "tr") == null) {
      drop(element);
    } else if (++kept > MOST_ELEMENTS) {
      throw new ReadingStopped(Rejection.unsafeContent("一行中的标记过多 / too many elements in a row"));
    }
  }

  /** What a cell says, with the tables that were in it. */
  String text(Element cell) {
    return cellText.of(cell, carried.getOrDefault(cell, NOTHING));
  }

  /**
   * Takes a row out of the page. What a table within a cell says, the cell says too, but of a whole
   * ledger in it no more than shows that the cell is too long.
   */
  void remove(Element row) {
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
  }

  /** Takes an element out of the page, and what stands before it, which nobody asks for. */
  void drop(Element element) {
    markup.beginToken();
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

  static boolean isCell(Element element) {
    return element.normalName().equals("td") || element.normalName().equals("th");
  }

  private static Element enclosingCell(Element element) {
    Element enclosing = element.parent();
    while (enclosing != null && !isCell(enclosing)) {
      enclosing = enclosing.parent();
    }
    return enclosing;
  }

  /** The nearest element of a name that an element lies in; null for none. */
  static Element enclosing(Element element, String name) {
    Element enclosing = element.parent();
    while (enclosing != null && !enclosing.normalName().equals(name)) {
      enclosing = enclosing.parent();
    }
    return enclosing;
  }
}
