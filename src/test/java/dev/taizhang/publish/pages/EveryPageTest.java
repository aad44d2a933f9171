package dev.taizhang.publish.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.publish.pages.Visitor.Door;
import dev.taizhang.support.Browser;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of each page, in both languages, from the folder and by the server. */
class EveryPageTest {

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

  static Stream<Arguments> everywhere() {
    return Arrays.stream(Door.values())
        .flatMap(
            door -> Visitor.pages().map(page -> Arguments.of(door, page.get()[0], page.get()[1])));
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void opensWithoutAComplaintAndAsksForNothingElsewhere(Door door, String page, String language) {
    visitor.visit(door, page, language);
    assertEquals(List.of(), visitor.browser().complaints());
    assertEquals(List.of(), visitor.requestsBeyond(door));
    assertEquals(
        language.equals("zh") ? "zh-CN" : "en",
        visitor.browser().text("return document.documentElement.lang"));
    assertEquals(1L, visitor.browser().script("return document.querySelectorAll('h1').length"));
    assertTrue(visitor.text().contains(notice(language)), visitor::text);
  }

  @ParameterizedTest
  @MethodSource("dev.taizhang.publish.pages.Visitor#pages")
  void fitsANarrowPhone(String page, String language) {
    visitor.browser().use(Browser.Screen.NARROW);
    try {
      visitor.visit(page, language);
      assertEquals(0, visitor.sidewaysScroll(), () -> String.join("\n", visitor.tooWide()));
    } finally {
      visitor.browser().use(Browser.Screen.DESKTOP);
    }
  }

  static String notice(String language) {
    return language.equals("zh")
        ? InventedSite.ORDINARY.edition().kind().notice().zh()
        : InventedSite.ORDINARY.edition().kind().notice().en();
  }
}
