package dev.taizhang.publish.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionKind;
import dev.taizhang.publish.pages.Visitor.Door;
import dev.taizhang.publish.site.Site;
import dev.taizhang.release.published.InventedRelease;
import dev.taizhang.support.Browser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of a release: everything that it has, and nothing that stands empty. */
class ReleasePagesTest {

  private static final String EMPTY_CHAPTERS =
      """
      return [...document.querySelectorAll('main section')]
          .filter(each => each.querySelector('.nothing'))
          .map(each => each.id + ': ' + each.querySelector('.nothing').textContent)
      """;

  @TempDir static Path folder;

  private static Visitor whole;
  private static Visitor rates;

  @BeforeAll
  static void start() {
    whole = visitor("whole", InventedRelease.whole(3).edition());
    rates = visitor("rates", InventedRelease.ofRatesAlone().approved().edition());
  }

  @AfterAll
  static void stop() {
    for (Visitor visitor : new Visitor[] {whole, rates}) {
      if (visitor != null) {
        visitor.close();
      }
    }
  }

  private static Visitor visitor(String name, Edition edition) {
    Site.in(folder.resolve(name)).publish(edition);
    return Visitor.of(folder.resolve(name));
  }

  private static void opens(Visitor visitor, EditionKind kind, String page, String language) {
    visitor.visit(page, language);
    visitor.openTables();
    assertEquals(List.of(), visitor.browser().complaints());
    assertEquals(List.of(), visitor.requestsBeyond(Door.FOLDER));
    assertEquals(1L, visitor.browser().script("return document.querySelectorAll('h1').length"));
    String text = visitor.text();
    assertTrue(
        text.contains(language.equals("zh") ? kind.notice().zh() : kind.notice().en()), text);
    assertFalse(text.contains("undefined") || text.contains("NaN"), text);
    assertEquals(
        0L,
        visitor
            .browser()
            .script("return document.querySelectorAll('[data-symbol=c][data-value]').length"));
    assertTrue(
        (boolean)
            visitor
                .browser()
                .script(
                    "return document.querySelectorAll('main [data-column], main .nothing,"
                        + " main .note').length > 0"),
        "something stands on the page");
  }

  @ParameterizedTest
  @MethodSource("dev.taizhang.publish.pages.Visitor#pages")
  void everyPageOfADraftOpensAndSaysThatItIsOne(String page, String language) {
    opens(whole, EditionKind.DRAFT, page, language);
    assertEquals("[]", whole.browser().read(EMPTY_CHAPTERS).toString());
  }

  @ParameterizedTest
  @MethodSource("dev.taizhang.publish.pages.Visitor#pages")
  void pageThatAReleaseHasNothingForSaysSo(String page, String language) {
    opens(rates, EditionKind.PUBLISHED, page, language);
    boolean isLeftOut = List.of("movement", "campaign").contains(page);
    String said = language.equals("zh") ? "这类数字不对外公布" : "do not leave the house";
    if (isLeftOut) {
      assertTrue(rates.text().contains(said), rates.text());
    }
    assertEquals(
        0L,
        rates
            .browser()
            .script("return document.querySelectorAll('#page-movement, #page-campaign').length"));
  }

  /** Those that have no figures of a group show others, and say whose. */
  @Test
  void filterOfAGroupLeavesNoPageEmpty() {
    for (String page : List.of("overview", "groups", "regions", "campaign", "data")) {
      whole.open(Door.FOLDER, page + "?lang=zh&group=disabled&year=2025");
      whole.openTables();
      assertEquals(List.of(), whole.browser().complaints(), page);
      assertTrue(
          (long)
                  whole
                      .browser()
                      .script("return document.querySelectorAll('main [data-column]').length")
              > 0,
          page);
    }
  }

  @Test
  void dataPageTellsReleaseStateAndWhatWasChecked() {
    whole.visit("data", "zh");
    String text = whole.text();
    for (String part :
        List.of(
            "本次发布",
            InventedRelease.ID,
            "草稿，未经审批，不得公布",
            "除全体外的群体，落实或未落实不足 10 人的",
            "尚未核验",
            "以下内容不对外公布")) {
      assertTrue(text.contains(part), part + " in " + text);
    }
    rates.visit("data", "en");
    assertTrue(rates.text().contains("approved by 审定人王 on 2025-09-02 09:30 UTC"), rates.text());
  }

  @Test
  void overviewTellsWhatMovedSinceTheReleaseBefore() {
    whole.visit("overview", "zh");
    assertTrue(whole.text().contains("这是该日期的首次发布，没有可比的前次发布。"), whole.text());
  }

  @Test
  void symbolsStandBesideEachTableWithTheirReasons() {
    whole.visit("universities", "zh");
    assertTrue(whole.text().contains("人数太少，或与其他数字对照可推知个人情况") || whole.text().contains("落实率"));
    whole.open(Door.FOLDER, "university/90001?lang=zh");
    whole.openTables();
    assertTrue(whole.text().contains("人数太少，或与其他数字对照可推知个人情况"), whole.text());
  }

  @Test
  void everyPageFitsANarrowPhone() {
    whole.browser().use(Browser.Screen.NARROW);
    try {
      for (String page : Visitor.PAGES) {
        whole.visit(page, "zh");
        assertEquals(0, whole.sidewaysScroll(), () -> page + String.join("\n", whole.tooWide()));
      }
    } finally {
      whole.browser().use(Browser.Screen.DESKTOP);
    }
  }
}
