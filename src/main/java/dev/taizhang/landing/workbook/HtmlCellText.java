package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.Limits;
import dev.taizhang.reference.NormalForm;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Reads a cell of a web page as the text that a person sees in it. Where a spreadsheet wrote the
 * page, it has noted what the cell holds if it shows less.
 */
final class HtmlCellText {

  private static final Set<String> BLOCKS =
      Set.of("p", "div", "li", "tr", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "pre");
  private static final Set<String> UNSEEN = Set.of("script", "style", "template", "rt", "rp");
  private static final Set<String> UNSEEN_INPUTS =
      Set.of("hidden", "button", "submit", "reset", "checkbox", "radio", "image", "file");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  // 2.03E+07, 1,234.5 or ####, which a number becomes in a narrow column.
  private static final Pattern SHORTENED =
      Pattern.compile("#*|[-+]?[\\d,]*\\.?\\d*(?:[eE][-+]?\\d+)?");

  private final int mostCharacters;
  private final WorkbookCellText numbers = new WorkbookCellText(false);

  HtmlCellText(Limits limits) {
    // One more tells that there are too many.
    this.mostCharacters = limits.cellCharacters() + 1;
  }

  /**
   * The text of a cell, or of another piece of a page, without white space at its ends.
   *
   * @param before what stands before it
   */
  String of(Node cell, CharSequence before) {
    if (cell instanceof Element element) {
      String noted = element.attr("x:str");
      if (!noted.isBlank()) {
        return stripped(noted);
      }
      if (element.hasAttr("x:err")) {
        return "";
      }
      String number = element.hasAttr("x:num") ? element.attr("x:num") : element.attr("sdval");
      return number.isBlank() ? shown(cell, before) : number(number.strip(), shown(cell, before));
    }
    return shown(cell, before);
  }

  /** A number as it is shown; as it is where what is shown has lost digits. */
  private String number(String stored, String shown) {
    return !DIGITS.matcher(shown).matches() && SHORTENED.matcher(shown).matches()
        ? numbers.number(stored, NumberStyle.PLAIN)
        : shown;
  }

  private String shown(Node cell, CharSequence before) {
    StringBuilder text = new StringBuilder(before);
    if (!text.isEmpty()) {
      text.append(' ');
    }
    NodeTraversor.filter((node, depth) -> add(node, text), cell);
    return stripped(text);
  }

  private NodeFilter.FilterResult add(Node node, StringBuilder text) {
    if (text.length() > mostCharacters) {
      return NodeFilter.FilterResult.STOP;
    }
    if (node instanceof TextNode words) {
      addWords(words.getWholeText(), text);
    } else if (node instanceof Element element) {
      return addElement(element, text);
    }
    return NodeFilter.FilterResult.CONTINUE;
  }

  private static NodeFilter.FilterResult addElement(Element element, StringBuilder text) {
    String name = element.normalName();
    if (UNSEEN.contains(name) || (name.equals("option") && !element.hasAttr("selected"))) {
      return NodeFilter.FilterResult.SKIP_ENTIRELY;
    }
    if (name.equals("br") || (BLOCKS.contains(name) && !text.isEmpty())) {
      text.append('\n');
    } else if (name.equals("input") && !UNSEEN_INPUTS.contains(element.attr("type"))) {
      text.append(element.attr("value"));
    }
    return NodeFilter.FilterResult.CONTINUE;
  }

  /** Adds words with one blank where they are parted, in whatever lines the page is written. */
  private void addWords(String words, StringBuilder text) {
    int end = Math.min(words.length(), 4 * mostCharacters);
    for (int i = 0; i < end; i++) {
      char character = words.charAt(i);
      boolean blank = character == ' ' || (character >= '\t' && character <= '\r');
      if (!blank) {
        text.append(character);
      } else if (!text.isEmpty() && !isBlank(text.charAt(text.length() - 1))) {
        text.append(' ');
      }
    }
  }

  private String stripped(CharSequence text) {
    int start = 0;
    int end = text.length();
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    return text.subSequence(start, Math.min(end, start + mostCharacters)).toString();
  }

  private static boolean isBlank(char character) {
    char normal = NormalForm.of(character);
    return normal == ' ' || normal == '\0';
  }
}
