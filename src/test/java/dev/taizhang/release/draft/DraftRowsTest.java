package dev.taizhang.release.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.config.Thresholds;
import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Level;
import dev.taizhang.disclosure.Verdict;
import dev.taizhang.figures.Names;
import dev.taizhang.reference.PlannedCut;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.PublishedNames;
import dev.taizhang.tables.HardshipGaps.HardshipGap;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.Transitions.Movement;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One martyr's child graduates, has no job, and is known to everybody. */
class DraftRowsTest {

  private static final LocalDate DATE = LocalDate.of(2025, 8, 31);
  private static final String KIND = "official";
  private static final ReferenceData REFERENCE = ReferenceData.load(Optional.empty());

  private static final HardshipGap GAP =
      new HardshipGap(
          DATE,
          KIND,
          2025,
          "all",
          "all",
          "martyr_child",
          "class_university",
          1,
          0,
          0.0,
          1000,
          800,
          0.8,
          -0.8,
          -0.9,
          -0.1,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          1,
          0,
          1,
          false,
          0,
          0);

  private static Movement step(String group, String from, String to, long graduates) {
    return new Movement(DATE, DATE.minusDays(7), 2025, "all", group, from, to, graduates, 0);
  }

  private static Figure everywhere(String group) {
    return new Figure(DATE, KIND, 2025, Level.EVERYWHERE, Figure.ALL, group);
  }

  @Test
  void rowOfAWeekWouldTellWhatBecameOfHimAndThatOfTheGroupDoesNot() {
    PlacementRate all =
        InventedProvince.rate(
            DATE, KIND, RatePlace.EVERYWHERE, "all", new FigureCounts.Count(1001, 800));
    Terms terms =
        new Terms(
            "2025-08-31-official-1",
            new ReleaseDate(DATE, KIND, Set.of(PlannedCut.Dates.OFFICIAL)),
            REFERENCE.publicationPlan("default"),
            REFERENCE.publicationPolicy("suppress"),
            PublishedNames.of(REFERENCE));
    DraftSource source =
        new DraftSource(
            List.of(),
            List.of(),
            List.of(all),
            List.of(),
            List.of(),
            List.of(GAP),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                step("all", "awaiting", "placed", 100),
                step("all", "awaiting", "awaiting", 101),
                step("all", "placed", "placed", 800),
                step("martyr_child", "awaiting", "awaiting", 1)),
            List.of(),
            List.of(),
            List.of());
    PublishedRows rows =
        DraftRows.of(
            terms,
            source,
            Map.of(
                everywhere("all"),
                Verdict.SHOWN,
                everywhere("none"),
                Verdict.SHOWN,
                everywhere("martyr_child"),
                Verdict.PRIMARY),
            EverybodysFigures.of(
                List.of(all), terms::hasEverybodyBy, terms.policy(), Names.of(REFERENCE)),
            Thresholds.DEFAULT);
    assertEquals(
        List.of("all awaiting 100", "all placed 100"), told(rows, PublishedTables.TRANSITIONS));
    assertEquals(List.of("martyr_child null"), told(rows, PublishedTables.HARDSHIP_GAPS));
  }

  private static List<String> told(PublishedRows rows, PublishedTable table) {
    boolean hasSteps = table.column("to_state").isPresent();
    return rows.of(table).stream()
        .map(
            row ->
                table.value(row, "hardship_group")
                    + (hasSteps ? " " + table.value(row, "to_state") : "")
                    + " "
                    + table.value(row, "graduates"))
        .toList();
  }
}
