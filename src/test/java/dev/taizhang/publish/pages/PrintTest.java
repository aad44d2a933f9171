package dev.taizhang.publish.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.Browser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages on paper, as they are handed on: each sheet says what it is. */
class PrintTest {

  private static Visitor visitor;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    visitor = Visitor.of(InventedSite.ORDINARY);
    Browser.needs("pdftotext", "poppler-utils");
  }

  @AfterAll
  static void stop() {
    if (visitor != null) {
      visitor.close();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.taizhang.publish.pages.Visitor#pages")
  void everySheetSaysThatItIsInternal(String page, String language)
      throws IOException, InterruptedException {
    visitor.visit(page, language);
    List<String> sheets = sheets(visitor.browser().print());
    assertTrue(sheets.size() > 1, () -> sheets.size() + " sheet");
    for (String sheet : sheets) {
      assertTrue(plain(sheet).contains(plain(EveryPageTest.notice(language))), sheet);
    }
  }

  /** Lines are broken where the sheet ends. */
  private static String plain(String text) {
    return text.replaceAll("\\s+", "");
  }

  private List<String> sheets(byte[] pdf) throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("page.pdf"), pdf);
    Process process =
        new ProcessBuilder("pdftotext", "-layout", file.toString(), "-")
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), text);
    return List.of(text.split("\f"));
  }
}
