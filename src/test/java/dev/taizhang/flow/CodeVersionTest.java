package dev.taizhang.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.cells.MovementFigures;
import dev.taizhang.cells.SliceTotals;
import dev.taizhang.config.Thresholds;
import dev.taizhang.figures.revisions.FigureRevisions;
import dev.taizhang.flow.Stage.Setting;
import dev.taizhang.history.LedgerHistory;
import dev.taizhang.history.SupersededLists;
import dev.taizhang.marts.LockedRates;
import dev.taizhang.marts.Scheme;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.slices.AsOfDates;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.History;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.Reporting;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.Transitions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Code that changed makes anew what it makes, and nothing else. */
class CodeVersionTest {

  private static final String PROGRAM = "dev/taizhang/";

  /** Rooms that carry rows to and fro, or read the configuration that each submission keeps. */
  private static final Set<String> NO_FIGURES =
      Set.of("flow", "intake", "warehouse", "landing", "config", "errors");

  /**
   * Not made by a stage: the views, which are defined anew whenever a warehouse is opened, what
   * checks ask, and the journal of revisions, which is never made anew.
   */
  private static final List<Class<?>> OUTSIDE =
      List.of(
          Scheme.class,
          LockedRates.class,
          SupersededLists.class,
          FigureRevisions.class,
          SliceTotals.class);

  @Test
  void versionIsOfAClassAndAllThatItRefersTo() {
    Set<String> reached = CodeVersion.reached(List.of(LedgerHistory.class)).keySet();
    assertTrue(
        reached.containsAll(
            Set.of(
                "dev/taizhang/history/LedgerHistory",
                "dev/taizhang/history/StateFold",
                "dev/taizhang/tables/History",
                "dev/taizhang/tables/Entries")),
        reached::toString);
    assertFalse(reached.stream().anyMatch(name -> name.contains("/marts/")), reached::toString);
  }

  @Test
  void versionDiffersWhereAnyOfTheCodeDiffers() {
    SortedMap<String, byte[]> reached = CodeVersion.reached(List.of(LedgerHistory.class));
    String before = CodeVersion.of(reached);
    assertEquals(before, CodeVersion.of(List.of(LedgerHistory.class)));
    byte[] changed = reached.get("dev/taizhang/history/StateFold").clone();
    changed[changed.length - 1]++;
    reached.put("dev/taizhang/history/StateFold", changed);
    assertNotEquals(before, CodeVersion.of(reached));
  }

  @Test
  void codeOfEveryFigureIsInTheVersionOfSomeStage() {
    assertEquals(Set.of(), outsideOfAll(Pipeline.STAGES));
  }

  @Test
  void codeThatNoStageNamesIsFound() {
    List<Stage> without =
        Pipeline.STAGES.stream().filter(stage -> !stage.output().equals(Reporting.TABLE)).toList();
    assertTrue(
        outsideOfAll(without).contains("dev/taizhang/figures/reporting/ReportingFigures"),
        () -> "not found without its stage: " + outsideOfAll(without));
  }

  /** What the list of stages calls, with all that it refers to, beyond the code of the stages. */
  private static Set<String> outsideOfAll(List<Stage> stages) {
    Set<String> called =
        CodeVersion.reached(List.of(Pipeline.class)).keySet().stream()
            .filter(name -> !NO_FIGURES.contains(room(name)))
            .collect(Collectors.toCollection(TreeSet::new));
    stages.forEach(stage -> called.removeAll(CodeVersion.reached(stage.code()).keySet()));
    called.removeAll(CodeVersion.reached(OUTSIDE).keySet());
    // A contract decides nothing of its own: what makes the table writes the columns.
    called.removeIf(name -> room(name).equals("tables"));
    // A check asks tables that are made, and makes none.
    called.removeIf(name -> name.endsWith("Checks"));
    called.removeAll(conforming());
    return called;
  }

  /** What reads files, whose version is the configuration that each submission keeps. */
  private static Set<String> conforming() {
    return CodeVersion.reached(
            Pipeline.STAGES.stream()
                .filter(stage -> stage.scope() == Stage.Scope.SUBMISSIONS)
                .flatMap(stage -> stage.code().stream())
                .collect(Collectors.toList()))
        .keySet();
  }

  private static String room(String name) {
    return name.substring(PROGRAM.length()).split("/", 2)[0];
  }

  @Test
  void everyStageNamesItsCode() {
    assertEquals(
        List.of(),
        Pipeline.STAGES.stream()
            .filter(stage -> stage.code().isEmpty())
            .map(stage -> stage.output().name())
            .toList());
  }

  @Test
  void otherCodeOfAStageMakesItAndWhatComesAfterItAnew() {
    Map<Table, String> before = versions(Pipeline.STAGES);
    Map<Table, String> after = versions(withCode(AsOf.TABLE, MovementFigures.class));
    Set<Table> differing =
        before.keySet().stream()
            .filter(table -> !before.get(table).equals(after.get(table)))
            .collect(Collectors.toSet());
    assertTrue(differing.containsAll(Set.of(AsOf.TABLE, PlacementRates.TABLE, Transitions.TABLE)));
    assertFalse(differing.contains(History.TABLE));
    assertFalse(differing.contains(Cells.BY_MAJOR));
    assertFalse(differing.contains(Slices.TABLE));
  }

  private static List<Stage> withCode(Table table, Class<?> code) {
    return Pipeline.STAGES.stream()
        .map(stage -> stage.output().equals(table) ? stage.saidBy(AsOfDates.class, code) : stage)
        .toList();
  }

  private static Map<Table, String> versions(List<Stage> stages) {
    return Runner.versions(stages, ReferenceData.load(Optional.empty()), Thresholds.DEFAULT);
  }

  @Test
  void stageCannotLookAtConfigurationThatItDoesNotName() {
    Inputs inputs =
        new Inputs(
            table -> null,
            Inputs.NO_SMALL,
            ReferenceData.load(Optional.empty()),
            Thresholds.DEFAULT,
            Set.of(Setting.HOLDING),
            Optional.empty(),
            Optional.empty(),
            new Shared());
    assertEquals(Thresholds.DEFAULT.holding(), inputs.holding());
    IllegalStateException refused = assertThrows(IllegalStateException.class, inputs::reference);
    assertEquals(
        "A stage looks at REFERENCE without declaring it in the list of stages",
        refused.getMessage());
  }
}
