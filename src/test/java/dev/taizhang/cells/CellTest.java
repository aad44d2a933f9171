package dev.taizhang.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.figures.Hardship;
import dev.taizhang.reference.Outcome;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellTest {

  private static CountedState state(String catalogue, String major, String origin) {
    return new CountedState(
        "bachelor",
        new Hardship(List.of("disabled"), "tags"),
        new Hardship(List.of(), "none"),
        catalogue,
        major,
        origin,
        "70");
  }

  private static long sum(Cell cell) {
    return Arrays.stream(cell.counts()).sum();
  }

  @Test
  void graduatesAreCountedByOutcomeAndUnknownOnesLast() {
    Cell cell = new Cell();
    cell.count("10", 0);
    cell.count("65", 0);
    cell.count(null, 0);
    cell.count(null, 0);

    assertEquals(1, cell.counts()[List.of(Outcome.values()).indexOf(Outcome.AGREEMENT)]);
    assertEquals(1, cell.counts()[List.of(Outcome.values()).indexOf(Outcome.REPEATING)]);
    assertEquals(2, cell.counts()[Outcome.values().length]);
    assertEquals(4, sum(cell));
  }

  @Test
  void agesOfCarriedStatesAreThoseOfTheDenominatorSorted() {
    Cell cell = new Cell();
    cell.count("70", 14);
    cell.count("65", 7);
    cell.count(null, 7);
    cell.count("10", 0);
    cell.add(new long[Outcome.values().length + 1], List.of(3));

    assertEquals(List.of(3, 7, 14), cell.carriedDays());
  }

  @Test
  void cellsByMajorSayUnknownWhereThereIsNone() {
    assertEquals(
        List.of("undergraduate", "080901"),
        Breakdown.BY_MAJOR.key(state("undergraduate", "080901", null)).own());
    assertEquals(
        List.of("unknown", "unknown"), Breakdown.BY_MAJOR.key(state("unknown", null, null)).own());
  }

  @Test
  void cellsByOriginHaveDisciplineAndPrefecture() {
    assertEquals(
        List.of("academic", "08", "330100"),
        Breakdown.BY_ORIGIN.key(state("undergraduate", "080901", "330102")).own());
    assertEquals(
        List.of("vocational", "51", "000000"),
        Breakdown.BY_ORIGIN.key(state("vocational_2015", "610201", null)).own());
  }
}
