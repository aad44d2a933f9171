package dev.taizhang.publish.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.publish.pages.Visitor.Door;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A province of one university and one group, and one of 500 universities. */
class EdgeSitesTest {

  /** When the first view is there, in milliseconds since the page was asked for. */
  private static final String NOTE_WHEN_READY =
      """
      new MutationObserver(() => {
        if (document.documentElement.dataset.ready === 'true' && !window.firstReady) {
          window.firstReady = performance.now();
        }
      }).observe(document, {subtree: true, attributeFilter: ['data-ready']});
      """;

  /** Milliseconds from a choice to the next picture on the screen. */
  private static final String CHANGE =
      """
      return new Promise(done => {
        const select = document.getElementById('filter-group');
        const start = performance.now();
        window.addEventListener('hashchange', () => requestAnimationFrame(() =>
          setTimeout(() => done(performance.now() - start))), {once: true});
        select.value = 'any';
        select.dispatchEvent(new Event('change', {bubbles: true}));
      });
      """;

  private static Visitor one;
  private static Visitor many;

  @BeforeAll
  static void start() {
    one = Visitor.of(InventedSite.ONE_UNIVERSITY);
    many = Visitor.of(InventedSite.MANY_UNIVERSITIES);
  }

  @AfterAll
  static void stop() {
    for (Visitor visitor : new Visitor[] {one, many}) {
      if (visitor != null) {
        visitor.close();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.taizhang.publish.pages.Visitor#pages")
  void oneUniversityAndOneGroupMakeEveryPage(String page, String language) {
    opens(one, page, language);
  }

  @ParameterizedTest
  @MethodSource("dev.taizhang.publish.pages.Visitor#pages")
  void fiveHundredUniversitiesMakeEveryPage(String page, String language) {
    opens(many, page, language);
  }

  private static void opens(Visitor visitor, String page, String language) {
    visitor.visit(page, language);
    assertEquals(List.of(), visitor.browser().complaints());
    assertEquals(List.of(), visitor.requestsBeyond(Door.FOLDER));
    assertEquals(0, visitor.sidewaysScroll());
  }

  /** Told in the report of the test: speed is measured, and no reason to fail on a busy machine. */
  @ParameterizedTest
  @ValueSource(strings = {"overview", "regions", "universities"})
  void firstViewAndChangeOfAFilterAreMeasured(String page, TestReporter reporter) {
    many.browser().beforeEachPage(NOTE_WHEN_READY);
    many.visit(Door.SERVER, page, "zh");
    double first = many.browser().read("return window.firstReady").asDouble();
    double change = ((Number) many.browser().script(CHANGE)).doubleValue();
    reporter.publishEntry(
        Map.of("page", page, "first view, ms", "" + first, "change of a filter, ms", "" + change));
    assertTrue(first > 0 && change > 0, first + " " + change);
  }
}
