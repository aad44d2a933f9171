package dev.taizhang.publish.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taizhang.support.Browser.Scheme;
import dev.taizhang.support.Browser.Screen;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What axe-core finds: contrast, names, labels, landmarks and the like (WCAG 2.2 AA). */
class AccessibilityTest {

  private static final String AXE =
      """
      return axe.run(document, {resultTypes: ['violations'], runOnly: {type: 'tag', values:
        ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}})
        .then(result => JSON.stringify(result.violations.map(each => ({id: each.id,
          help: each.help, nodes: each.nodes.slice(0, 4).map(node => node.html.slice(0, 200) + ' '
            + (node.any[0] || node.all[0] || node.none[0] || {}).message)}))))
      """;

  private static Visitor visitor;
  private static String axe;

  @BeforeAll
  static void start() throws IOException {
    visitor = Visitor.of(InventedSite.ORDINARY);
    try (InputStream script = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
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
                            Visitor.pages()
                                .map(
                                    page ->
                                        Arguments.of(
                                            screen, scheme, page.get()[0], page.get()[1]))));
  }

  @ParameterizedTest
  @MethodSource("everyLook")
  void axeFindsNoViolation(Screen screen, Scheme scheme, String page, String language) {
    visitor.browser().use(screen);
    visitor.browser().use(scheme);
    visitor.visit(page, language);
    visitor.openTables();
    visitor.browser().script(axe);
    JsonNode violations = visitor.browser().parsed(visitor.browser().text(AXE));
    List<String> found = new ArrayList<>();
    violations.forEach(each -> found.add(each.toPrettyString()));
    assertEquals(List.of(), found);
  }
}
