package dev.taizhang.marts;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.conform.Evaluation;
import dev.taizhang.conform.TableRows;
import dev.taizhang.reference.OutcomeComponent;
import dev.taizhang.statistics.Interval;
import dev.taizhang.statistics.Newcombe;
import dev.taizhang.statistics.Wilson;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Measures;
import dev.taizhang.tables.PlacementRates;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Six graduates: four without hardship (agreement, contract, further study, awaiting) and two
 * disabled (freelance, unknown).
 */
class RatesTest {

  private static final Field CONTRACT = Measures.component(OutcomeComponent.CONTRACT);
  private static final Field FURTHER_STUDY = Measures.component(OutcomeComponent.DOMESTIC_STUDY);
  private static final Field FREELANCE = Measures.component(OutcomeComponent.FREELANCE);

  private final TableRows counts =
      TableRows.of(
          PlacementRates.TABLE,
          Dimensions.AS_OF_DATE,
          LocalDate.of(2022, 6, 8),
          Dimensions.AS_OF_KIND,
          "plain",
          Dimensions.GRADUATION_YEAR,
          2022,
          Dimensions.DEGREE_CUT,
          "all",
          Dimensions.REGION_ROLE,
          "all",
          Dimensions.REGION_LEVEL,
          "all",
          Dimensions.REGION_CODE,
          "all",
          Dimensions.MAJOR_LEVEL,
          "all",
          PlacementRates.MAJOR_CATALOGUE,
          "all",
          Dimensions.MAJOR_CODE,
          "all",
          Dimensions.UNIVERSITY_CUT,
          "all",
          CONTRACT,
          0L,
          Measures.component(OutcomeComponent.OTHER_EMPLOYMENT),
          0L,
          Measures.component(OutcomeComponent.SELF_EMPLOYED),
          0L,
          FREELANCE,
          0L,
          FURTHER_STUDY,
          0L,
          Measures.component(OutcomeComponent.ABROAD),
          0L,
          Measures.AWAITING,
          0L,
          Measures.NOT_SEEKING,
          0L,
          Measures.OUTCOME_UNKNOWN,
          0L,
          Measures.STALE_GRADUATES,
          0L);

  @Test
  void placedCountsOfAllGraduatesAndTheUnknownStayInTheDenominator() {
    sixGraduates("all");

    assertFigures(
        List.of(Measures.PLACED, Measures.GRADUATES), "all|4|6", "disabled|1|2", "none|3|4");
  }

  @Test
  void rateHasItsWilsonInterval() {
    sixGraduates("all");
    Interval all = Wilson.interval(4, 6);
    Interval disabled = Wilson.interval(1, 2);
    Interval none = Wilson.interval(3, 4);

    assertRates(
        List.of(Measures.PLACEMENT_RATE, Measures.PLACEMENT_RATE_LOW, Measures.PLACEMENT_RATE_HIGH),
        new Double[] {4 / 6.0, all.low(), all.high()},
        new Double[] {0.5, disabled.low(), disabled.high()},
        new Double[] {0.75, none.low(), none.high()});
  }

  @Test
  void gapIsToTheGroupWithoutHardshipOfTheSameCut() {
    sixGraduates("all");
    Interval gap = Newcombe.interval(1, 2, 3, 4);

    assertRates(
        List.of(
            Measures.REFERENCE_RATE,
            Measures.RATE_GAP,
            Measures.RATE_GAP_LOW,
            Measures.RATE_GAP_HIGH),
        new Double[] {null, null, null, null},
        new Double[] {0.75, -0.25, gap.low(), gap.high()},
        new Double[] {null, null, null, null});
  }

  @Test
  void graduatesOfAnotherCutAreNoReference() {
    row("all", "none", CONTRACT, 3L, Measures.AWAITING, 1L);
    row("bachelor", "disabled", FREELANCE, 1L, Measures.OUTCOME_UNKNOWN, 1L);

    assertFigures(
        List.of(Measures.GRADUATES, Measures.REFERENCE_RATE, Measures.RATE_GAP_HIGH),
        "disabled|2|null|null",
        "none|4|null|null");
  }

  @Test
  void cutWithoutGraduatesHasNoRow() {
    sixGraduates("all");
    row("all", "orphan");

    assertFigures(List.of(Measures.GRADUATES), "all|6", "disabled|2", "none|4");
  }

  @Test
  void everyComponentThatIsPlacedCountsAndNoOther() {
    for (OutcomeComponent component : OutcomeComponent.values()) {
      if (component != OutcomeComponent.OUTSIDE) {
        row("all", component.columnName(), Measures.component(component), 1L);
      }
    }
    row("all", "outcome_unknown", Measures.OUTCOME_UNKNOWN, 1L);

    assertFigures(
        List.of(Measures.PLACED, Measures.GRADUATES),
        "abroad|1|1",
        "awaiting|0|1",
        "contract|1|1",
        "domestic_study|1|1",
        "freelance|1|1",
        "not_seeking|0|1",
        "other_employment|1|1",
        "outcome_unknown|0|1",
        "self_employed|1|1");
  }

  @Test
  void rateIsNullWithoutGraduates() {
    Column rate =
        Rates.placementRate(col("placed").cast("bigint"), col("graduates").cast("bigint"));

    assertEquals(
        List.of(),
        Evaluation.mismatches(
            rate,
            List.of("placed", "graduates"),
            "0 | 4 | 0.0",
            "1 | 4 | 0.25",
            "4 | 4 | 1.0",
            "0 | 0 |",
            "  | 4 |"));
  }

  private void sixGraduates(String degree) {
    row(
        degree,
        "all",
        CONTRACT,
        2L,
        FURTHER_STUDY,
        1L,
        FREELANCE,
        1L,
        Measures.AWAITING,
        1L,
        Measures.OUTCOME_UNKNOWN,
        1L);
    row(degree, "none", CONTRACT, 2L, FURTHER_STUDY, 1L, Measures.AWAITING, 1L);
    row(degree, "disabled", FREELANCE, 1L, Measures.OUTCOME_UNKNOWN, 1L);
  }

  private void row(String degree, String group, Object... more) {
    counts.row(
        TableRows.joined(
            new Object[] {Dimensions.DEGREE_CUT, degree, Dimensions.HARDSHIP_GROUP, group}, more));
  }

  /** The figures of each group, by group. */
  private List<Row> figures(List<Field> fields) {
    String[] made =
        List.of(
                Measures.PLACED,
                Measures.GRADUATES,
                Measures.PLACEMENT_RATE,
                Measures.PLACEMENT_RATE_LOW,
                Measures.PLACEMENT_RATE_HIGH,
                Measures.REFERENCE_RATE,
                Measures.RATE_GAP,
                Measures.RATE_GAP_LOW,
                Measures.RATE_GAP_HIGH)
            .stream()
            .map(Field::name)
            .toArray(String[]::new);
    Dataset<Row> rated = Rates.withRates(counts.dataset().drop(made));
    Column group = Dimensions.HARDSHIP_GROUP.column();
    Column[] selected = new Column[fields.size() + 1];
    selected[0] = group;
    for (int i = 0; i < fields.size(); i++) {
      selected[i + 1] = fields.get(i).column();
    }
    return TableRows.inOrder(rated.select(selected), group);
  }

  private void assertFigures(List<Field> fields, String... lines) {
    assertEquals(List.of(lines), figures(fields).stream().map(row -> row.mkString("|")).toList());
  }

  /** The rates of the groups all, disabled and none. */
  private void assertRates(List<Field> fields, Double[]... expected) {
    List<Row> figures = figures(fields);
    assertEquals(expected.length, figures.size());
    for (int group = 0; group < expected.length; group++) {
      for (int i = 0; i < fields.size(); i++) {
        Double actual = figures.get(group).getAs(i + 1);
        String of = figures.get(group).getString(0) + " " + fields.get(i).name();
        if (expected[group][i] == null) {
          assertEquals(null, actual, of);
        } else {
          assertEquals(expected[group][i], actual, 1e-12, of);
        }
      }
    }
  }
}
