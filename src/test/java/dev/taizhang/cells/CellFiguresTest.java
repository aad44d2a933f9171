package dev.taizhang.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.conform.TableRows;
import dev.taizhang.figures.rates.CutSettings;
import dev.taizhang.figures.rates.MajorNaming;
import dev.taizhang.figures.rates.OutcomeRows;
import dev.taizhang.figures.rates.SpeakingSlices;
import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.History;
import dev.taizhang.tables.MajorNames;
import dev.taizhang.tables.Measures;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.Slices;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Two universities on one date: cells that are read by several tasks and merged. */
class CellFiguresTest {

  private static final LocalDate DATE = LocalDate.of(2025, 6, 8);
  private static final ReferenceData REFERENCE = ReferenceData.load(Optional.empty());
  private static final int STALE_AFTER_DAYS = 7;

  private final SpeakingSlices speaking =
      SpeakingSlices.of(
          Stream.of("90001", "90002")
              .map(
                  university ->
                      new AsOf.Speaking(DATE, "plain", university, 2025, DATE, 0, true, true, true))
              .toList());
  private final CutSettings settings = CutSettings.of(speaking, REFERENCE);

  private final TableRows byMajor =
      TableRows.of(
          Cells.BY_MAJOR,
          usual(
              Cells.MAJOR_CATALOGUE,
              "undergraduate",
              Cells.MAJOR_CODE,
              "080901",
              History.BASELINE_TAGS,
              new String[0],
              History.BASELINE_DETAIL,
              "none"));
  private final TableRows byOrigin =
      TableRows.of(
          Cells.BY_ORIGIN,
          usual(
              Cells.DISCIPLINE_CATALOGUE,
              "academic",
              Cells.DISCIPLINE_CODE,
              "08",
              Cells.ORIGIN_PREFECTURE_CODE,
              "340100"));

  private static Object[] usual(Object... more) {
    List<Object> usual =
        new ArrayList<>(
            List.of(
                Dimensions.UNIVERSITY_CODE,
                "90001",
                Dimensions.GRADUATION_YEAR,
                2025,
                Dimensions.SNAPSHOT_DATE,
                DATE,
                Dimensions.DEGREE_LEVEL,
                "bachelor",
                Dimensions.HARDSHIP_TAGS,
                new String[0],
                Dimensions.HARDSHIP_DETAIL,
                "none"));
    Measures.outcomes().forEach(outcome -> usual.addAll(List.of(outcome, 0L)));
    return TableRows.joined(usual.toArray(), more);
  }

  private void cells() {
    byMajor
        .row(Measures.outcome(Outcome.AGREEMENT), 3L, Measures.OUTCOME_UNKNOWN, 1L)
        .row(
            Dimensions.UNIVERSITY_CODE,
            "90002",
            Dimensions.HARDSHIP_TAGS,
            new String[] {"disabled"},
            Dimensions.HARDSHIP_DETAIL,
            "tags",
            Measures.outcome(Outcome.FREELANCER),
            2L,
            Measures.outcome(Outcome.REPEATING),
            1L,
            Cells.CARRIED_DAYS,
            new Integer[] {3, 8});
    byOrigin.row(Measures.outcome(Outcome.AGREEMENT), 4L);
  }

  private List<PlacementRate> rates(MajorNaming names) {
    return CellFigures.rates(
            byMajor.distributed(), byOrigin.distributed(), settings, names, STALE_AFTER_DAYS)
        .collect();
  }

  private static List<String> lines(Stream<PlacementRate> rates) {
    return rates
        .map(
            rate ->
                "%s %s %d/%d stale %d of %s"
                    .formatted(
                        rate.regionCode(),
                        rate.hardshipGroup(),
                        rate.placed(),
                        rate.graduates(),
                        rate.staleGraduates(),
                        rate.referenceRate()))
        .sorted()
        .toList();
  }

  @Test
  void cellsOfBothTablesBecomeRates() {
    cells();

    assertEquals(
        List.of(
            "340000 all 4/4 stale 0 of null",
            "340000 none 4/4 stale 0 of null",
            "all all 5/6 stale 1 of null",
            "all any 2/2 stale 1 of 0.75",
            "all disabled 2/2 stale 1 of 0.75",
            "all key_group 2/2 stale 1 of 0.75",
            "all none 3/4 stale 0 of null"),
        lines(
            rates(MajorNaming.none()).stream()
                .filter(rate -> List.of("all", "origin").contains(rate.regionRole()))
                .filter(rate -> !rate.regionLevel().equals("prefecture"))
                .filter(rate -> rate.majorLevel().equals("all"))
                .filter(rate -> rate.universityCode().equals("all"))
                .filter(rate -> rate.degreeLevel().equals("all"))));
  }

  @Test
  void trendAndOutcomesAreOfTheSameCells() {
    cells();
    Dataset<Row> cells = byMajor.distributed();

    assertEquals(
        List.of("90001 3/4", "90002 2/2", "all 5/6"),
        CellFigures.trend(cells, settings, STALE_AFTER_DAYS).collect().stream()
            .filter(rate -> rate.regionRole().equals("all") && rate.majorLevel().equals("all"))
            .filter(rate -> rate.hardshipGroup().equals("all"))
            .filter(rate -> rate.degreeLevel().equals("all"))
            .map(
                rate ->
                    "%s %d/%d".formatted(rate.universityCode(), rate.placed(), rate.graduates()))
            .sorted()
            .toList());
    assertEquals(
        List.of("10 3", "65 1", "76 2", "unknown 1"),
        CellFigures.outcomes(cells, settings, OutcomeRows.of(REFERENCE)).collect().stream()
            .filter(count -> count.provinceCode().equals("all"))
            .filter(count -> count.degreeLevel().equals("all"))
            .filter(count -> count.hardshipGroup().equals("all"))
            .map(count -> count.outcomeCode() + " " + count.graduates())
            .sorted()
            .toList());
  }

  @Test
  void tablesWithoutCellsBecomeNoRates() {
    assertEquals(List.of(), rates(MajorNaming.none()));
  }

  @Test
  void majorIsCalledWhatMostRowsOfTheSlicesInForceCallIt() {
    cells();
    TableRows names =
        TableRows.of(
            MajorNames.TABLE,
            MajorNames.SUBMISSION_ID,
            "counts",
            MajorNames.UNIVERSITY_CODE,
            "90001",
            MajorNames.GRADUATION_YEAR,
            2025,
            MajorNames.SNAPSHOT_DATE,
            DATE,
            MajorNames.MAJOR_CATALOGUE,
            "undergraduate",
            MajorNames.MAJOR_CODE,
            "080901");
    names
        .row(MajorNames.MAJOR_NAME, "计算机科学与技术", MajorNames.ROW_COUNT, 3L)
        .row(MajorNames.MAJOR_NAME, "计算机", MajorNames.ROW_COUNT, 1L)
        .row(
            MajorNames.SUBMISSION_ID,
            "held",
            MajorNames.MAJOR_NAME,
            "计算机",
            MajorNames.ROW_COUNT,
            9L);
    MajorNaming naming =
        CellMajorNames.of(
            names.distributed(),
            List.of(slice("counts", Slices.IN_FORCE), slice("held", Slices.HELD)),
            speaking);

    assertEquals(
        List.of("计算机科学与技术"),
        rates(naming).stream()
            .filter(rate -> rate.majorLevel().equals("major"))
            .map(PlacementRate::majorName)
            .distinct()
            .toList());
  }

  private static Slices.Slice slice(String submission, String status) {
    return new Slices.Slice(submission, "90001", 2025, DATE, 4, status, null, 1);
  }
}
