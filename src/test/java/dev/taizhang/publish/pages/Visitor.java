package dev.taizhang.publish.pages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taizhang.publish.server.SiteServer;
import dev.taizhang.support.Browser;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Somebody who looks at a site, from its folder and by the server. */
final class Visitor implements AutoCloseable {

  /** How a site is opened. */
  enum Door {
    FOLDER,
    SERVER
  }

  /** Every page, one of them for a university. */
  static final List<String> PAGES =
      List.of(
          "overview",
          "groups",
          "regions",
          "majors",
          "universities",
          "university/90001",
          "movement",
          "campaign",
          "data");

  static final List<String> LANGUAGES = List.of("zh", "en");

  private final Path site;
  private final Browser browser;
  private final SiteServer server;

  private Visitor(Path site, Browser browser, SiteServer server) {
    this.site = site;
    this.browser = browser;
    this.server = server;
  }

  /** Somebody with a browser of their own. */
  static Visitor of(InventedSite site) {
    return of(site.folder());
  }

  static Visitor of(Path site) {
    Browser browser = Browser.start();
    return new Visitor(site, browser, SiteServer.start(site, 0));
  }

  Browser browser() {
    return browser;
  }

  /** Every page in both languages. */
  static Stream<Arguments> pages() {
    return PAGES.stream()
        .flatMap(page -> LANGUAGES.stream().map(language -> Arguments.of(page, language)));
  }

  /** Where the site begins. */
  String address(Door door) {
    return door == Door.SERVER ? server.address().toString() : site.toUri().toString();
  }

  /** Opens a page anew, by the folder. */
  void visit(String page, String language) {
    visit(Door.FOLDER, page, language);
  }

  void visit(Door door, String page, String language) {
    open(door, page + "?lang=" + language);
  }

  /** Opens a view anew. */
  void open(Door door, String view) {
    openAddress(address(door) + "index.html#/" + view);
  }

  /** Opens an address anew, as somebody does whom it was sent. */
  void openAddress(String address) {
    browser.open(address);
    awaitDrawn();
  }

  /** Waits until the view is there with all its charts. */
  private void awaitDrawn() {
    browser.await("document.documentElement.dataset.drawn === 'true'");
  }

  /** Does what leads to another view, and waits for that. */
  void and(Runnable leading) {
    browser.script("document.documentElement.dataset.drawn = 'not yet'");
    leading.run();
    awaitDrawn();
  }

  /** Opens every table behind a chart. */
  void openTables() {
    browser.script("document.querySelectorAll('details').forEach(each => { each.open = true; })");
    browser.await(
        "[...document.querySelectorAll('details.behind')].every(each => each.children.length > 1)");
  }

  /** What the page shows, as its reader sees it. */
  String text() {
    return browser.text("return document.body.innerText");
  }

  /** Chooses an entry of a filter. */
  void choose(String filter, String code) {
    and(
        () ->
            browser.script(
                "const select = document.getElementById('filter-' + arguments[0]);"
                    + "select.value = arguments[1];"
                    + "select.dispatchEvent(new Event('change', {bubbles: true}))",
                filter,
                code));
  }

  /** Requests that leave the folder or the server of the site. */
  List<URI> requestsBeyond(Door door) {
    String home = address(door);
    return browser.requests().stream()
        .filter(request -> !request.toString().startsWith(home))
        .toList();
  }

  /** Code of the first university of the list. */
  String firstUniversity() {
    visit("universities", "zh");
    return browser.text(
        "return document.querySelector('main a[href*=\"#/university/\"]').href"
            + ".replace(/.*university\\/(\\w+).*/, '$1')");
  }

  /** How much wider the page is than the screen, in pixels. */
  long sidewaysScroll() {
    return (long)
        browser.script(
            "const page = document.scrollingElement; return page.scrollWidth - page.clientWidth");
  }

  /** Elements that reach beyond the right edge of the screen, for a message. */
  List<String> tooWide() {
    List<String> names = new ArrayList<>();
    JsonNode found =
        browser.read(
            "return [...document.querySelectorAll('body *')].filter(each =>"
                + " each.getBoundingClientRect().right > document.scrollingElement.clientWidth + 1"
                + " && !each.closest('.table-box'))"
                + ".slice(0, 5).map(each => each.outerHTML.slice(0, 160))");
    found.forEach(each -> names.add(each.asText()));
    return names;
  }

  @Override
  public void close() {
    server.close();
    browser.close();
  }
}
