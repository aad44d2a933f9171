package dev.taizhang.publish.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.publish.pages.Visitor.Door;
import dev.taizhang.support.Browser;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A view can be sent: what is chosen stands in the address, and the address shows it again. */
class ViewInAddressTest {

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
  @EnumSource(Door.class)
  void filterGoesToTheAddressAndComesBack(Door door) {
    visitor.visit(door, "overview", "zh");
    String whole = headline();

    visitor.choose("group", "any");
    assertTrue(browser().address().contains("group=any"), browser().address());
    String filtered = headline();
    assertNotEquals(whole, filtered);

    visitor.and(browser()::reload);
    assertEquals(filtered, headline());
    assertEquals("any", browser().text("return document.getElementById('filter-group').value"));

    visitor.and(browser()::back);
    assertFalse(browser().address().contains("group=any"), browser().address());
    assertEquals(whole, headline());
  }

  @ParameterizedTest
  @CsvSource({
    "overview, year, 2025",
    "overview, degree, master",
    "groups, year, 2025",
    "regions, group, any",
    "majors, group, any",
    "universities, year, 2025",
    "university/90001, group, any",
    "movement, group, any",
    "data, year, 2025"
  })
  void everyFilterIsInTheAddressThatOpensTheSameView(String page, String filter, String code) {
    visitor.visit(page, "zh");
    visitor.choose(filter, code);
    String shown = visitor.text();
    String address = browser().address();
    assertTrue(address.contains(filter + "=" + code), address);

    visitor.openAddress(address);
    assertEquals(shown, visitor.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"overview", "groups", "university/90001", "data"})
  void languageIsInTheAddressAndChangesNoFigure(String page) {
    visitor.visit(page, "zh");
    String chinese = figures();
    visitor.visit(page, "en");
    assertEquals(chinese, figures());
    assertEquals("en", browser().text("return document.documentElement.lang"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "university/00000",
        "university/%E0%A4%A",
        "groups?year=1900&degree=x&group=y",
        "overview?group=__proto__",
        "university/constructor",
        "overview?lang=%3Cscript%3E"
      })
  void addressThatMeansNothingShowsAPageWithoutAComplaint(String view) {
    visitor.open(Door.FOLDER, view);
    assertTrue(browser().complaints().isEmpty());
    assertEquals(1L, browser().script("return document.querySelectorAll('h1').length"));
  }

  @Test
  void linksOfAFindingKeepTheGroupThatItSpeaksOf() {
    visitor.visit("overview", "zh");
    for (String about : List.of("各群体差距及可靠程度", "在哪里", "从何时起")) {
      String link =
          browser()
              .text(
                  "return [...document.querySelectorAll('.findings .more a')]"
                      + ".find(each => each.innerText === '%s').getAttribute('href')"
                          .formatted(about));
      assertTrue(link.contains("group=disabled"), link);
    }
  }

  private static String headline() {
    return browser().text("return document.querySelector('.big [data-column]').innerText");
  }

  private static String figures() {
    return browser()
        .text(
            "return [...document.querySelectorAll('[data-column][data-value]')]"
                + ".map(each => each.dataset.column + ' ' + each.dataset.value).join('\\n')");
  }
}
