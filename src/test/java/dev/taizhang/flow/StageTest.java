package dev.taizhang.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.History;
import dev.taizhang.tables.PlacementTrend;
import dev.taizhang.tables.Reporting;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Table;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a stage must declare, so that it is not made before what it depends on. */
class StageTest {

  private static final Stage.Build NOTHING = Stage.planned(in -> in.of(AsOf.TABLE));
  private static final Table FIGURES = Reporting.TABLE;
  private static final List<Stage> BEFORE =
      List.of(
          Stage.perLedgersOfCohort(Slices.TABLE, NOTHING),
          Stage.whole(FollowUp.TABLE, NOTHING, Slices.TABLE),
          Stage.whole(AsOf.TABLE, NOTHING, Slices.TABLE));

  private static List<Stage> with(Stage... stages) {
    return Stage.inOrder(Stream.concat(BEFORE.stream(), Stream.of(stages)).toArray(Stage[]::new));
  }

  private static void assertRefused(String message, Stage... stages) {
    String told = assertThrows(IllegalArgumentException.class, () -> with(stages)).getMessage();
    assertTrue(told.contains(message), told);
  }

  private static Stage perDate(Table... inputs) {
    return Stage.perDate(Stage.Scope.DATES_OF_TREND, FIGURES, NOTHING, inputs);
  }

  @Test
  void stageByDateThatReadsOnlyTheMapOfSlicesMustWaitForFollowUpLists() {
    assertRefused(
        "marts.reporting may be made before ledger.follow_up, which tells the rows to make"
            + " (DATES_OF_TREND). What to do: declare it with after(…)",
        perDate(AsOf.TABLE));
    assertEquals(4, with(perDate(AsOf.TABLE).after(FollowUp.TABLE)).size());
  }

  @Test
  void stageByCohortThatReadsOnlySlicesMustWaitForFollowUpLists() {
    Stage cells = Stage.perCohort(Cells.BY_MAJOR, NOTHING, Slices.TABLE);
    assertRefused("marts.cells_by_major may be made before ledger.follow_up", cells);
    assertEquals(4, with(cells.after(FollowUp.TABLE)).size());
  }

  @Test
  void stageByDateMustWaitForTheMapOfSlices() {
    assertRefused("marts.reporting may be made before marts.as_of", perDate(FollowUp.TABLE));
  }

  @Test
  void whatAnInputComesAfterTheStageComesAfterToo() {
    Stage history = Stage.perCohort(History.TABLE, NOTHING, FollowUp.TABLE);
    assertEquals(5, with(history, perDate(History.TABLE, AsOf.TABLE)).size());
  }

  @Test
  void stageThatStandsBeforeWhatItIsMadeOfIsRefused() {
    assertRefused(
        "marts.reporting comes before marts.placement_trend",
        perDate(AsOf.TABLE, FollowUp.TABLE, PlacementTrend.TABLE),
        Stage.perDate(
            Stage.Scope.DATES_OF_TREND, PlacementTrend.TABLE, NOTHING, AsOf.TABLE, FollowUp.TABLE));
  }

  @Test
  void theWholeFlowDeclaresWhatItNeeds() {
    assertEquals(Pipeline.STAGES, Stage.inOrder(Pipeline.STAGES.toArray(Stage[]::new)));
  }
}
