package dev.taizhang.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.taizhang.flow.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares what a site has with what the tables say, asked in SQL of our own.
 *
 * @param site the folder of the site
 * @param warehouse the warehouse that it was made of
 */
public record SiteFigures(Path site, String warehouse) {

  /** The lines that a query gives, values joined with commas, sorted. */
  public List<String> asked(String sql) {
    Catalog.open(SharedSpark.session(), warehouse);
    return SharedSpark.session().sql(sql).collectAsList().stream()
        .map(
            row ->
                IntStream.range(0, row.size())
                    .mapToObj(at -> String.valueOf(row.get(at)))
                    .collect(Collectors.joining(",")))
        .sorted()
        .toList();
  }

  /** A share as the pages have it: in ten-thousandths, rounded half up. */
  public static String share(String column) {
    return "CAST(CAST(round(%s, 4) AS DECIMAL(10, 4)) * 10000 AS BIGINT)".formatted(column);
  }

  /**
   * Asks the tables the same as a table of the site.
   *
   * @param source table and condition
   * @param columns that both have; shares behind a percent sign; {@code shown=asked} where the site
   *     calls a column otherwise
   */
  public void assertSame(String id, String part, String source, String... columns)
      throws IOException {
    List<String> shown =
        SiteData.of(site)
            .table(id, part)
            .lines(
                Stream.of(columns)
                    .map(column -> column.replace("%", "").replaceFirst("=.*", ""))
                    .toArray(String[]::new));
    String select =
        Stream.of(columns)
            .map(column -> column.replaceFirst("^(%?).*=", "$1"))
            .map(column -> column.startsWith("%") ? share(column.substring(1)) : column)
            .collect(Collectors.joining(", "));
    List<String> expected = asked("SELECT " + select + " FROM " + source);
    assertFalse(expected.isEmpty(), id + "/" + part);
    List<String> lacking = new ArrayList<>(expected);
    shown.forEach(lacking::remove);
    List<String> tooMany = new ArrayList<>(shown);
    expected.forEach(tooMany::remove);
    assertEquals("lacks [], adds []", "lacks " + lacking + ", adds " + tooMany, id + "/" + part);
  }
}
