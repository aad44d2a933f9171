package dev.taizhang.cells;

import dev.taizhang.figures.rates.Disciplines;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Table;
import java.util.List;

/** What cells are told apart by, besides slice, degree and hardship. */
public enum Breakdown {
  BY_MAJOR,
  BY_ORIGIN;

  /** The digits of a division's code that name its prefecture. */
  private static final int DIGITS_OF_PREFECTURE = 4;

  /** The table of the cells. */
  public Table table() {
    return switch (this) {
      case BY_MAJOR -> Cells.BY_MAJOR;
      case BY_ORIGIN -> Cells.BY_ORIGIN;
    };
  }

  /** The cell that a state is counted in. */
  CellKey key(CountedState state) {
    List<String> own =
        switch (this) {
          case BY_MAJOR -> major(state);
          case BY_ORIGIN -> disciplineAndOrigin(state);
        };
    return new CellKey(
        state.degreeLevel(), state.hardship(), this == BY_MAJOR ? state.baseline() : null, own);
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
