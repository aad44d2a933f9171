package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where people of two layers may be swapped such that nothing that is shown changes: rows of one
 * class may give to each other, since every place that shows a group between the two layers has
 * both of them or neither.
 */
final class SwapClasses {

  /** Rows and columns that may change by themselves. */
  static final int FREE = 0;

  private static final int SHOWN = -1;

  private final int[] rows;
  private final boolean[] columns;

  SwapClasses(Grid grid, BitSet between) {
    rows = new int[grid.rows()];
    columns = new boolean[grid.columns()];
    Map<List<Integer>, Integer> numbers = new HashMap<>();
    numbers.put(List.of(), FREE);
    for (int row = 0; row < rows.length; row++) {
      rows[row] = row(grid, between, row, numbers);
    }
    for (int column = 0; column < columns.length; column++) {
      boolean isFree = true;
      for (int place : grid.placesOfColumn(column)) {
        isFree &= grid.isFree(place, between);
      }
      columns[column] = isFree;
    }
  }

  private static int row(Grid grid, BitSet between, int row, Map<List<Integer>, Integer> numbers) {
    List<Integer> fixed = new ArrayList<>();
    int[] places = grid.placesOfRow(row);
    for (int number = 0; number < places.length; number++) {
      if (!grid.isFree(places[number], between)) {
        if (Grid.isUniversity(number)) {
          return SHOWN;
        }
        fixed.add(places[number]);
      }
    }
    return numbers.computeIfAbsent(fixed, key -> numbers.size());
  }

  /** The class of a row; negative where it may not change. */
  int row(int row) {
    return rows[row];
  }

  /** Whether a column may change. */
  boolean isFree(int column) {
    return columns[column];
  }
}
