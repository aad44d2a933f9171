package dev.taizhang.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.publish.server.SiteServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The browser of the tests sees what it must: else a page could do what it likes unseen. */
class BrowserTest {

  private static Browser browser;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private String page(String body) throws IOException {
    Path page = folder.resolve("index.html");
    Files.writeString(
        page,
        "<!doctype html><meta charset=utf-8>"
            + "<meta name=viewport content='width=device-width'><title>t</title>"
            + body);
    return page.toUri().toString();
  }

  @Test
  void errorsOfThePageAreSeen() throws IOException {
    browser.open(page("<script>console.error('wrong'); throw new Error('worse');</script>"));
    List<String> complaints = browser.complaints();
    assertEquals(2, complaints.size(), complaints::toString);
    assertTrue(complaints.get(0).contains("wrong"), complaints::toString);
    assertTrue(complaints.get(1).contains("worse"), complaints::toString);
  }

  @Test
  void requestsOfThePageAreSeen() throws IOException {
    Files.writeString(folder.resolve("a.js"), "fetch('http://127.0.0.1:9/asked').catch(() => 0);");
    String address = page("<script src='a.js'></script><img src='data:image/png;base64,AA'>");
    browser.open(address);
    browser.await("document.readyState === 'complete'");
    List<URI> requests = browser.requests();
    assertEquals(
        List.of(address, folder.resolve("a.js").toUri().toString(), "http://127.0.0.1:9/asked"),
        requests.stream().map(URI::toString).filter(url -> !url.endsWith("favicon.ico")).toList());
  }

  @Test
  void programWithinAPageIsRefusedByTheServersHeaders() throws IOException {
    page("<p id=p>before</p><script>p.textContent = 'ran'</script>");
    try (SiteServer server = SiteServer.start(folder, 0)) {
      browser.open(server.address().toString());
      assertEquals("before", browser.text("return document.getElementById('p').textContent"));
      assertTrue(browser.complaints().get(0).contains("Content Security Policy"));
    }
  }

  @Test
  void downloadsPicturesAndPrintsAreHandedOver() throws IOException {
    browser.open(page("<a id=a download=x.csv href='data:text/csv,1%2C2'>x</a><h1>H"));
    byte[] file = browser.download(() -> browser.script("document.getElementById('a').click()"));
    assertEquals("1,2", new String(file, StandardCharsets.UTF_8));
    browser.use(Browser.Screen.PHONE);
    assertEquals(390L, browser.script("return window.innerWidth"));
    browser.use(Browser.Scheme.DARK);
    assertEquals(true, browser.script("return matchMedia('(prefers-color-scheme: dark)').matches"));
    assertTrue(new String(browser.picture(), StandardCharsets.ISO_8859_1).startsWith("\u0089PNG"));
    assertTrue(new String(browser.print(), StandardCharsets.ISO_8859_1).startsWith("%PDF"));
    browser.use(Browser.Screen.DESKTOP);
  }
}
