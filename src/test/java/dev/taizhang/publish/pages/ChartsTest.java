package dev.taizhang.publish.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Dots, lines and bars stand where their numbers say. */
class ChartsTest {

  static final List<String> PAGES = Visitor.PAGES;

  private static final double PIXEL = 1;

  /**
   * Points and bars of every chart: the numbers that it draws, the places on the screen that the
   * axes give them, and the shapes that are there.
   */
  private static final String CHARTS =
      """
      const frameOf = chart => chart.getDom().getBoundingClientRect();
      const shapes = chart => [...chart.getDom().querySelectorAll('svg path')].map(each => {
        const box = each.getBoundingClientRect();
        const frame = frameOf(chart);
        return {x: box.left + box.width / 2 - frame.left, y: box.top + box.height / 2 - frame.top,
          width: box.width, height: box.height};
      });
      const value = datum => datum !== null && typeof datum === 'object' && !Array.isArray(datum)
        ? datum.value : datum;
      return Object.entries(window.taizhangCharts).map(([id, chart]) => {
        const series = chart.getOption().series.map((each, index) => ({index, type: each.type,
          name: each.name, stack: each.stack || '', data: each.data.map(value)}));
        return {id, shapes: shapes(chart), series: series.map(each => ({...each,
          pixels: each.type === 'bar' ? [] : each.data.map((datum, at) => datum === null ? null :
            chart.convertToPixel({seriesIndex: each.index},
              Array.isArray(datum) ? datum : [at, datum]))}))};
      });
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
  @FieldSource("PAGES")
  void everyPointStandsWhereItsNumberIsOnTheAxes(String page) {
    visitor.visit(page, "zh");
    List<String> astray = new ArrayList<>();
    for (JsonNode chart : visitor.browser().read(CHARTS)) {
      for (JsonNode series : chart.get("series")) {
        boolean hasPoints = List.of("line", "scatter").contains(series.get("type").asText());
        for (int point = 0; hasPoints && point < series.get("pixels").size(); point++) {
          JsonNode pixel = series.get("pixels").get(point);
          if (!pixel.isNull() && !isDrawn(chart.get("shapes"), pixel)) {
            astray.add(chart.get("id") + " " + series.get("name") + " " + pixel);
          }
        }
      }
    }
    assertEquals(List.of(), astray);
  }

  private static boolean isDrawn(JsonNode shapes, JsonNode pixel) {
    for (JsonNode shape : shapes) {
      if (Math.abs(shape.get("x").asDouble() - pixel.get(0).asDouble()) < PIXEL
          && Math.abs(shape.get("y").asDouble() - pixel.get(1).asDouble()) < PIXEL
          && shape.get("width").asDouble() < 20) {
        return true;
      }
    }
    return false;
  }

  /** In one bar of parts each part is as long as its share of the whole. */
  @ParameterizedTest
  @CsvSource({"overview, parts"})
  void partsOfABarAreAsLongAsTheirNumbers(String page, String id) {
    visitor.visit(page, "zh");
    for (JsonNode chart : visitor.browser().read(CHARTS)) {
      if (chart.get("id").asText().equals(id)) {
        double whole = 0;
        for (JsonNode series : chart.get("series")) {
          whole += series.get("data").get(0).asDouble();
        }
        double length = longest(chart, chart.get("series").get(0)) / share(chart, 0, whole);
        for (int part = 0; part < chart.get("series").size(); part++) {
          double expected = share(chart, part, whole) * length;
          assertTrue(
              hasWidth(chart.get("shapes"), expected),
              () -> "no part is " + expected + " wide: " + chart.get("shapes"));
        }
        return;
      }
    }
    throw new AssertionError("There is no chart " + id);
  }

  private static double share(JsonNode chart, int part, double whole) {
    return chart.get("series").get(part).get("data").get(0).asDouble() / whole;
  }

  private static double longest(JsonNode chart, JsonNode first) {
    double longest = 0;
    for (JsonNode shape : chart.get("shapes")) {
      if (shape.get("height").asDouble() > 40) {
        longest = Math.max(longest, shape.get("width").asDouble());
      }
    }
    assertTrue(first.get("data").get(0).asDouble() > 0);
    return longest;
  }

  private static boolean hasWidth(JsonNode shapes, double width) {
    for (JsonNode shape : shapes) {
      if (Math.abs(shape.get("width").asDouble() - width) < 2 * PIXEL) {
        return true;
      }
    }
    return false;
  }

  /** The dots of a chart are the figures of the table behind it, row by row. */
  @ParameterizedTest
  @CsvSource({
    "overview, groups, placement_rate",
    "groups, rates, placement_rate",
    "groups, gaps, rate_gap",
    "regions, regions, placement_rate",
    "majors, fields, placement_rate",
    "university/90001, rates, placement_rate"
  })
  void dotsAreTheFiguresOfTheTable(String page, String id, String column) {
    visitor.visit(page, "zh");
    visitor.openTables();
    JsonNode drawn =
        visitor
            .browser()
            .read(
                "return window.taizhangCharts[arguments[0]].getOption().series"
                    + ".find(each => each.name === 'value').data.map(each => each.value[0])",
                id);
    JsonNode written =
        visitor
            .browser()
            .read(
                "return [...document.querySelectorAll('#' + arguments[0]"
                    + " + ' tbody td[data-column=' + arguments[1] + '][data-value]')]"
                    + ".map(each => Number(each.dataset.value))",
                id,
                column);
    assertEquals(written, drawn);
    assertTrue(written.size() > 1, () -> "only " + written.size());
  }
}
