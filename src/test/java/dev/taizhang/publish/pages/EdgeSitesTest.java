package dev.taizhang.publish.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.publish.pages.Visitor.Door;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A province of one university and one group, and one of 500 universities. */
class EdgeSitesTest {

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

  /** Told for the reader of the log: speed is measured, and no reason to fail on a busy machine. */
  @ParameterizedTest
  @CsvSource({"overview, group, any", "universities, group, any", "regions, group, any"})
  void firstViewAndChangeOfAFilterAreMeasured(String page, String filter, String code) {
    many.visit(Door.SERVER, page, "zh");
    double first =
        (double)
            many.browser()
                .script(
                    "return performance.getEntriesByType('mark')"
                        + ".concat([performance.timing])[0] && performance.now()");
    many.choose(filter, code);
    assertTrue(first > 0);
  }
}
