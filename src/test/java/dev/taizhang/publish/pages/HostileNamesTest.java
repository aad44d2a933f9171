package dev.taizhang.publish.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.publish.pages.Visitor.Door;
import dev.taizhang.support.Browser.Screen;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of the data that try to be programs, formulas or too much for their place stay names. */
class HostileNamesTest {

  private static Visitor visitor;

  @BeforeAll
  static void start() {
    visitor = Visitor.of(InventedSite.HOSTILE);
  }

  @AfterAll
  static void stop() {
    if (visitor != null) {
      visitor.close();
    }
  }

  static Stream<Arguments> everyScreen() {
    return Stream.of(Screen.DESKTOP, Screen.NARROW)
        .flatMap(
            screen ->
                Visitor.pages().map(page -> Arguments.of(screen, page.get()[0], page.get()[1])));
  }

  @ParameterizedTest
  @MethodSource("everyScreen")
  void noNameRunsAsksForSomethingOrBreaksTheLayout(Screen screen, String page, String language) {
    visitor.browser().use(screen);
    visitor.visit(Door.FOLDER, page, language);
    visitor.openTables();
    readEveryPoint();
    assertEquals("undefined", visitor.browser().text("return typeof window.attacked"));
    assertEquals(List.of(), visitor.browser().complaints());
    assertEquals(List.of(), visitor.requestsBeyond(Door.FOLDER));
    assertEquals(0, visitor.sidewaysScroll(), () -> String.join("\n", visitor.tooWide()));
  }

  /** Asks for the explanation of each point of each chart, since these hold names as well. */
  private static void readEveryPoint() {
    visitor
        .browser()
        .script(
            "document.querySelectorAll('.chart').forEach(chart => {"
                + " for (let points = 0; points < 40; points++) {"
                + " chart.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowDown'})); } })");
  }

  @Test
  void namesAreShownAsTheyAre() {
    visitor.visit("universities", "zh");
    visitor.openTables();
    assertTrue(visitor.text().contains(InventedSite.HostileNames.SCRIPT), visitor::text);
  }

  @Test
  void noFileOfTheSiteHoldsATagOfANameThatHtmlWouldRead() {
    List<String> found = new ArrayList<>();
    Folders.files(InventedSite.HOSTILE.folder()).stream()
        .filter(file -> file.toString().endsWith(".html") || file.toString().contains("/data/"))
        .filter(file -> Folders.text(file).contains(InventedSite.HostileNames.SCRIPT))
        .forEach(file -> found.add(file.toString()));
    assertEquals(List.of(), found);
  }

  @Test
  void downloadHoldsNoFormula() {
    visitor.browser().use(Screen.DESKTOP);
    visitor.visit("universities", "zh");
    visitor.openTables();
    byte[] file =
        visitor
            .browser()
            .download(
                () ->
                    visitor.browser().script("document.querySelector('[data-download]').click()"));
    String text = new String(file, StandardCharsets.UTF_8);
    assertTrue(text.contains("HYPERLINK"), text);
    assertTrue(text.lines().noneMatch(line -> line.matches("(.*,)?\"?=HYPERLINK.*")), text);
  }
}
