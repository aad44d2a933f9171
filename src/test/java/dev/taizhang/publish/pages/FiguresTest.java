package dev.taizhang.publish.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page writes and draws is what the edition has, to the last digit. */
class FiguresTest {

  static final List<String> PAGES = Visitor.PAGES;

  /** Every figure that is written, with the row that it says it is of. */
  private static final String WRITTEN =
      """
      return [...document.querySelectorAll('[data-column]')].map(each => ({
        row: each.dataset.row || '', column: each.dataset.column,
        value: each.dataset.value === undefined ? null : each.dataset.value,
        symbol: each.dataset.symbol || '', text: each.textContent}));
      """;

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

  @ParameterizedTest
  @MethodSource("dev.taizhang.publish.pages.Visitor#pages")
  void everyFigureIsThatOfTheEdition(String page, String language) {
    visitor.visit(page, language);
    visitor.openTables();
    JsonNode written = visitor.browser().read(WRITTEN);
    List<String> wrong = new ArrayList<>();
    for (JsonNode shown : written) {
      Figure figure =
          Figure.of(
              InventedSite.ORDINARY.edition(),
              shown.get("row").asText(),
              shown.get("column").asText());
      String expected =
          figure.written() + " " + (figure.cell().value() == null ? "null" : figure.packed());
      String found = shown.get("text").asText() + " " + shown.get("value").asText();
      if (isNumber(figure) && !expected.equals(found)) {
        wrong.add(shown + " is to be " + expected);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(written.size() > 10, () -> "only " + written.size() + " figures");
  }

  private static boolean isNumber(Figure figure) {
    return switch (figure.unit()) {
      case RATE, POINTS, COUNT, DAYS -> true;
      default -> false;
    };
  }
}
