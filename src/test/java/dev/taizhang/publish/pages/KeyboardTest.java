package dev.taizhang.publish.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taizhang.support.Browser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Everything can be reached and asked without a mouse. */
class KeyboardTest {

  static final List<String> PAGES = Visitor.PAGES;

  private static final int MORE_THAN_ANY_PAGE_HAS = 400;

  /** Numbers what can be reached, so that it can be told whether all of it was. */
  private static final String REACHABLE =
      """
      const seen = node => node.checkVisibility({checkVisibilityCSS: true});
      const all = [...document.querySelectorAll(
          'a[href], button, select, input, summary, [tabindex="0"]')]
        .filter(each => seen(each) && !each.disabled && each.tabIndex >= 0);
      all.forEach((each, at) => each.setAttribute('data-stop', at));
      return all.length;
      """;

  /** What has the focus, and whether it can be seen that it has. */
  private static final String FOCUSED =
      """
      const node = document.activeElement;
      if (node === document.body) {
        return {stop: '', shown: true, name: 'body'};
      }
      const style = getComputedStyle(node);
      const box = node.getBoundingClientRect();
      const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
      return {stop: node.dataset.stop || '', name: node.outerHTML.slice(0, 120),
        shown: (ring || style.boxShadow !== 'none') && box.width > 0 && box.height > 0
          && box.bottom > 0 && box.top < innerHeight};
      """;

  private static Visitor visitor;

  @BeforeAll
  static void start() {
    visitor = Visitor.of(InventedSite.ORDINARY);
  }

  @AfterAll
  static void stop() {
    if (visitor != null) {
      visitor.close();
    }
  }

  private static Browser browser() {
    return visitor.browser();
  }

  @ParameterizedTest
  @FieldSource("PAGES")
  void tabGoesThroughEverythingAndTheFocusIsSeen(String page) {
    visitor.visit(page, "zh");
    long reachable = (long) browser().script(REACHABLE);
    List<String> reached = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    for (int tabs = 0; tabs < MORE_THAN_ANY_PAGE_HAS; tabs++) {
      browser().press(Browser.Key.TAB);
      JsonNode focused = browser().read(FOCUSED);
      if (focused.get("name").asText().equals("body")) {
        break;
      }
      if (!focused.get("stop").asText().isEmpty()) {
        reached.add(focused.get("stop").asText());
      }
      if (!focused.get("shown").asBoolean()) {
        unseen.add(focused.get("name").asText());
      }
    }
    assertEquals(List.of(), unseen);
    assertEquals(reachable, reached.stream().distinct().count());
    assertEquals(reached.size(), reached.stream().distinct().count(), "no stop comes twice");
  }

  @Test
  void firstStopSkipsToTheContent() {
    visitor.visit("groups", "zh");
    browser().press(Browser.Key.TAB);
    assertTrue(browser().read(FOCUSED).get("shown").asBoolean());
    browser().press(Browser.Key.ENTER);
    assertEquals("MAIN", browser().text("return document.activeElement.tagName"));
    assertTrue(browser().address().contains("#/groups"), browser().address());
  }

  @Test
  void figureIsExplainedWhenItHasTheFocusAndEscapeClosesIt() {
    visitor.visit("overview", "zh");
    browser().script("document.querySelector('.big [data-column]').focus()");
    browser().await("!document.getElementById('tip').hidden");
    String told = browser().text("return document.getElementById('tip').innerText");
    for (String part : List.of("毕业去向落实率", "分子", "分母", "定义", "2026-06-28")) {
      assertTrue(told.contains(part), told);
    }
    assertEquals(
        "tip", browser().text("return document.activeElement.getAttribute('aria-describedby')"));
    browser().press(Browser.Key.ESCAPE);
    assertEquals(true, browser().script("return document.getElementById('tip').hidden"));
  }

  @Test
  void chartIsReadPointByPointWithTheArrowKeys() {
    visitor.visit("overview", "zh");
    browser().script("document.querySelector('[data-chart=groups]').focus()");
    List<String> told = new ArrayList<>();
    for (int points = 0; points < 3; points++) {
      browser().press(Browser.Key.ARROW_DOWN);
      browser().await("!document.getElementById('tip').hidden");
      told.add(browser().text("return document.getElementById('tip').innerText"));
    }
    assertEquals(3, told.stream().distinct().count(), told::toString);
    browser().press(Browser.Key.ESCAPE);
    assertEquals(true, browser().script("return document.getElementById('tip').hidden"));
  }

  @Test
  void arrowKeysGoFromFigureToFigureOfATable() {
    visitor.visit("groups", "zh");
    visitor.openTables();
    browser().script("document.querySelector('table [tabindex=\"0\"]').focus()");
    String first = browser().text("return document.activeElement.textContent");
    browser().press(Browser.Key.ARROW_DOWN);
    String second = browser().text("return document.activeElement.textContent");
    assertFalse(first.equals(second), first);
    browser().press(Browser.Key.ARROW_UP);
    assertEquals(first, browser().text("return document.activeElement.textContent"));
  }
}
