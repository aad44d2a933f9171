package dev.taizhang.publish.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.Browser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A cell that the edition withholds is drawn as its symbol with its reason. */
class WithheldTest {

  private static Visitor visitor;

  @BeforeAll
  static void start() {
    visitor = Visitor.of(InventedSite.WITHHELD);
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
  @MethodSource("dev.taizhang.publish.pages.Visitor#pages")
  void noWithheldCellHasAValueOrADot(String page, String language) {
    visitor.visit(page, language);
    visitor.openTables();
    assertEquals(List.of(), browser().complaints());
    assertEquals(
        0L,
        browser().script("return document.querySelectorAll('[data-symbol=c][data-value]').length"));
    assertEquals(
        true,
        browser()
            .script(
                "return [...document.querySelectorAll('[data-symbol=c]')]"
                    + ".every(each => each.textContent === 'c')"));
  }

  @Test
  void withheldCellsAreSeenAndTheLegendSaysWhy() {
    visitor.visit("university/90001", "zh");
    visitor.openTables();
    assertTrue(
        (long) browser().script("return document.querySelectorAll('[data-symbol=c]').length") > 0);
    assertTrue(visitor.text().contains("人数太少，或与其他数字对照可推知个人情况"), visitor.text());
  }

  @Test
  void chartPutsTheSymbolInPlaceOfTheDot() {
    visitor.visit("university/90001", "zh");
    String drawn =
        browser()
            .text(
                "return [...document.querySelectorAll('.chart svg text')]"
                    + ".map(each => each.textContent).join('|')");
    assertTrue(("|" + drawn + "|").contains("|c|"), drawn);
  }

  @Test
  void explanationOfASymbolSaysItsReason() {
    visitor.visit("university/90001", "en");
    visitor.openTables();
    browser().script("document.querySelector('td[data-symbol=c]').focus()");
    browser().await("!document.getElementById('tip').hidden");
    String told = browser().text("return document.getElementById('tip').innerText");
    assertTrue(told.contains("so few people, alone or beside other figures"), told);
  }

  /** The value of a cell, as it would stand in a file if it were not withheld. */
  @Test
  void valueIsInNoFileOfTheSite() {
    Path shown = InventedSite.RARE_NUMBER.folder();
    assertTrue(filesWith(shown).stream().anyMatch(file -> file.contains("data")), "it is seen");
    assertEquals(List.of(), filesWith(InventedSite.RARE_NUMBER_WITHHELD.folder()));
  }

  private static List<String> filesWith(Path site) {
    return Folders.files(site).stream()
        .filter(file -> Folders.text(file).matches("(?s).*\\b" + InventedSite.RARE + "\\b.*"))
        .map(Path::toString)
        .toList();
  }
}
