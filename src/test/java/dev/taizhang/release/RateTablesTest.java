package dev.taizhang.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.publish.edition.Symbol;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTablesTest {

  private static EditionTable groups(PlacementRate... rates) {
    EditionSource source =
        new EditionSource(
            LocalDate.of(2025, 8, 31),
            2025,
            List.of(rates),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            CourseSource.NOTHING,
            HelpSource.NOTHING,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new RateTables(source, EditionWords.load(), List.of("none", "any"), Label::same)
        .tables()
        .get(0);
  }

  @ParameterizedTest
  @CsvSource({"100, 100, ''", "19, 100, u", "100, 19, u", "20, 20, ''"})
  void gapIsMarkedWhereEitherGroupIsSmall(long group, long reference, String symbol) {
    EditionTable table =
        groups(
            RateOf.group("none").placed(10, reference).rate(),
            RateOf.group("any").placed(10, group).gap(-0.1, -0.2, -0.05).rate());
    for (String column : List.of("rate_gap", "rate_gap_low", "rate_gap_high")) {
      Shown gap = table.rows().get(1).get(table.position(column));
      assertEquals(symbol, gap.mark().map(Symbol::code).orElse(""), column);
      assertNotNull(gap.value(), column);
    }
    assertEquals(
        group < 20 ? "u" : "",
        table
            .rows()
            .get(1)
            .get(table.position("placement_rate"))
            .mark()
            .map(Symbol::code)
            .orElse(""));
  }
}
