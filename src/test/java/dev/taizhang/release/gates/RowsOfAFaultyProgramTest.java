package dev.taizhang.release.gates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.config.Thresholds;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.draft.Draft;
import dev.taizhang.release.draft.InventedProvince;
import dev.taizhang.release.draft.InventedProvince.Part;
import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the program would not make by itself: gates do not rely on that. */
class RowsOfAFaultyProgramTest {

  private static final ReferenceData REFERENCE = ReferenceData.load(Optional.empty());

  /** The findings on a draft of which a table's first row was changed. */
  private static List<Finding> findings(
      String policy, PublishedTable table, Consumer<Object[]> changed) {
    Draft draft =
        InventedProvince.of(
                REFERENCE,
                new Part("90001", Set.of("none"), 200, 150),
                new Part("90002", Set.of("none"), 100, 60))
            .draft("default", policy);
    Map<PublishedTable, List<Object[]>> rows = new HashMap<>(draft.rows().byTable());
    List<Object[]> copies = rows.get(table).stream().map(Object[]::clone).toList();
    changed.accept(copies.get(0));
    rows.put(table, copies);
    return Gates.findings(
        new GateView(
            new Draft(
                draft.releaseId(),
                draft.request(),
                draft.date(),
                draft.source(),
                draft.people(),
                draft.verdicts(),
                draft.protection(),
                new PublishedRows(rows)),
            PublishedTables.ALL,
            Map.of(),
            List.of(),
            Optional.empty(),
            REFERENCE,
            Thresholds.DEFAULT));
  }

  private static void set(PublishedTable table, Object[] row, String column, Object value) {
    row[table.table().structType().fieldIndex(column)] = value;
  }

  private static void closed(Gate gate, List<Finding> findings) {
    assertEquals(List.of(gate), findings.stream().map(Finding::gate).toList());
    assertTrue(findings.get(0).en().contains("What to do: "));
    assertTrue(findings.get(0).zh().contains("怎么办："));
  }

  @Test
  void rowsWithoutAFigureDoNotLeaveWhereOnlySomebodyHasOne() {
    PublishedTable table = PublishedTables.OUTCOME_COUNTS;
    closed(
        Gate.ROWS_THAT_TELL,
        findings(
            "suppress",
            table,
            row -> {
              set(table, row, "graduates", null);
              set(table, row, "graduates_symbol", "c");
            }));
  }

  @Test
  void countsByOutcomeAndSchemeAreRoundedLikeTheOthers() {
    PublishedTable outcomes = PublishedTables.OUTCOME_COUNTS;
    closed(
        Gate.SMALL_COUNTS,
        findings("round5", outcomes, row -> set(outcomes, row, "graduates", 87L)));
    PublishedTable schemes = PublishedTables.SCHEME_RATES;
    closed(
        Gate.SMALL_COUNTS,
        findings(
            "round5",
            schemes,
            row -> {
              set(schemes, row, "in_group", 87L);
              set(schemes, row, "group_rate", 87.0 / 300);
            }));
  }

  @Test
  void ratesOfSchemesAreOfTheCountsBesideThem() {
    PublishedTable table = PublishedTables.SCHEME_RATES;
    closed(
        Gate.UNPROTECTED_RATES,
        findings("suppress", table, row -> set(table, row, "group_rate", 0.123)));
  }
}
