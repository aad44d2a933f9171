package dev.taizhang.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.conform.TableRows;
import dev.taizhang.figures.revisions.SpokenSlice;
import dev.taizhang.figures.revisions.SpokenSlice.Total;
import dev.taizhang.reference.Outcome;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Measures;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SliceTotalsTest {

  private static final LocalDate DATE = LocalDate.of(2022, 6, 1);

  private final TableRows cells = TableRows.of(Cells.BY_MAJOR, usual());

  private static Object[] usual() {
    return Stream.concat(
            Stream.of(
                Dimensions.DEGREE_LEVEL,
                "bachelor",
                Dimensions.HARDSHIP_TAGS,
                List.of(),
                Dimensions.HARDSHIP_DETAIL,
                "none",
                Cells.MAJOR_CATALOGUE,
                "unknown",
                Cells.MAJOR_CODE,
                "unknown"),
            Measures.outcomes().stream().flatMap(outcome -> Stream.of(outcome, 0L)))
        .toArray();
  }

  @Test
  void cellsOfTheSlicesAskedForAddUpToGraduatesAndPlaced() {
    cell("10001", 2022, DATE, Measures.outcome(Outcome.AGREEMENT), 1);
    cell("10001", 2022, DATE, Measures.outcome(Outcome.FURTHER_STUDY), 2);
    cell("10001", 2022, DATE, Measures.outcome(Outcome.AWAITING_EMPLOYMENT), 4);
    cell("10001", 2022, DATE, Measures.OUTCOME_UNKNOWN, 8);
    // Whoever repeats a year is in no denominator.
    cell("10001", 2022, DATE, Measures.outcome(Outcome.REPEATING), 16);
    cell("10001", 2023, DATE, Measures.OUTCOME_UNKNOWN, 32);
    cell("10002", 2022, DATE, Measures.OUTCOME_UNKNOWN, 64);
    cell("10001", 2022, DATE.plusDays(7), Measures.OUTCOME_UNKNOWN, 128);

    SpokenSlice asked = new SpokenSlice("10001", 2022, DATE);
    assertEquals(
        Map.of(asked, new Total(15, 3)),
        SliceTotals.of(cells.dataset(), Set.of(asked, new SpokenSlice("10003", 2022, DATE))));
  }

  @Test
  void nothingIsReadWhereNoSliceIsAskedFor() {
    assertEquals(Map.of(), SliceTotals.of(null, Set.of()));
  }

  private void cell(String university, int year, LocalDate date, Field count, long graduates) {
    cells.row(
        Dimensions.UNIVERSITY_CODE,
        university,
        Dimensions.GRADUATION_YEAR,
        year,
        Dimensions.SNAPSHOT_DATE,
        date,
        count,
        graduates);
  }
}
