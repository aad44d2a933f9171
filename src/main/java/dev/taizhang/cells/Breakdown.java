package dev.taizhang.cells;

import dev.taizhang.figures.rates.Disciplines;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Table;
import java.util.List;
import java.util.function.Function;

/** What cells are told apart by, besides slice, degree and hardship. */
public enum Breakdown {
  BY_MAJOR(Cells.BY_MAJOR, Breakdown::major),
  BY_ORIGIN(Cells.BY_ORIGIN, Breakdown::disciplineAndOrigin);

  /** The digits of a division's code that name its prefecture. */
  private static final int DIGITS_OF_PREFECTURE = 4;

  private final Table table;
  private final Function<CountedState, List<String>> own;

  Breakdown(Table table, Function<CountedState, List<String>> own) {
    this.table = table;
    this.own = own;
  }

  /** The table of the cells. */
  public Table table() {
    return table;
  }

  /** The cell that a state is counted in. */
  CellKey key(CountedState state) {
    return new CellKey(
        state.degreeLevel(), state.hardshipTags(), state.hardshipDetail(), own.apply(state));
  }

  private static List<String> major(CountedState state) {
    return List.of(
        state.majorCatalogue(), state.majorCode() == null ? Dimensions.UNKNOWN : state.majorCode());
  }

  private static List<String> disciplineAndOrigin(CountedState state) {
    return List.of(
        Disciplines.catalogue(state.majorCatalogue()),
        Disciplines.code(state.majorCatalogue(), state.majorCode()),
        prefecture(state.originRegionCode()));
  }

  private static String prefecture(String division) {
    return division == null
        ? Dimensions.UNKNOWN_REGION
        : division.substring(0, Math.min(DIGITS_OF_PREFECTURE, division.length())) + "00";
  }
}
