package dev.taizhang.publish.pages;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.Browser.Scheme;
import dev.taizhang.support.Browser.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures of every page for people to look at, in {@code target/screenshots}. */
class ScreenshotsTest {

  private static final Path FOLDER = Path.of("target", "screenshots");

  // Larger ones make the page of the project slow to open.
  private static final int LARGEST_OF_THE_README = 150_000;

  private static Visitor visitor;

  @BeforeAll
  static void start() throws IOException {
    visitor = Visitor.of(InventedSite.ORDINARY);
    Files.createDirectories(FOLDER);
  }

  @AfterAll
  static void stop() {
    if (visitor != null) {
      visitor.close();
    }
  }

  static Stream<Arguments> everyLook() {
    return Stream.of(Screen.DESKTOP, Screen.PHONE)
        .flatMap(
            screen ->
                Stream.of(Scheme.values())
                    .flatMap(
                        scheme ->
                            Visitor.PAGES.stream()
                                .map(page -> Arguments.of(screen, scheme, page))));
  }

  @ParameterizedTest
  @MethodSource("everyLook")
  void pictureOfThePageIsMade(Screen screen, Scheme scheme, String page) throws IOException {
    visitor.browser().use(screen);
    visitor.browser().use(scheme);
    visitor.visit(page, "zh");
    byte[] picture = visitor.browser().picture();
    String name = "%s-%s-%s.png".formatted(page.replace('/', '-'), screen, scheme);
    Files.write(FOLDER.resolve(name.toLowerCase(Locale.ROOT)), picture);
    assertTrue(picture.length > 10_000, () -> picture.length + " bytes");
  }

  /**
   * The pictures of the README: {@code ./mvnw test -Dtest=ScreenshotsTest
   * -Dtaizhang.screenshots=docs/screenshots -Dtaizhang.site=demo/site
   * -Dtaizhang.published=demo/published}, after {@code bin/taizhang demo}.
   */
  @Test
  @EnabledIfSystemProperty(named = "taizhang.screenshots", matches = ".+")
  void picturesOfTheReadmeAreMadeFromTheDemonstrationsSite() throws IOException {
    Path pictures = Files.createDirectories(Path.of(System.getProperty("taizhang.screenshots")));
    Path site = Path.of(System.getProperty("taizhang.site", "demo/site"));
    try (Visitor reader = Visitor.of(site)) {
      for (String page : Visitor.PAGES) {
        take(reader, page, "zh", pictures, "");
      }
      take(reader, "overview", "en", pictures, "");
    }
    Path published = Path.of(System.getProperty("taizhang.published", "demo/published"));
    try (Visitor reader = Visitor.of(published)) {
      take(reader, "groups", "zh", pictures, "published-");
      take(reader, "groups", "en", pictures, "published-");
    }
  }

  private static void take(
      Visitor reader, String page, String language, Path pictures, String edition)
      throws IOException {
    reader.browser().use(Screen.TALL);
    reader.visit(
        page.startsWith("university/") ? "university/" + reader.firstUniversity() : page, language);
    byte[] picture = SmallPicture.of(reader.browser().firstScreen());
    String name =
        edition + page.replaceFirst("/.*", "") + (language.equals("zh") ? "" : "-" + language);
    Files.write(pictures.resolve(name + ".png"), picture);
    assertTrue(picture.length < LARGEST_OF_THE_README, () -> name + " " + picture.length);
  }
}
