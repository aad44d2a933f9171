package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.List;

/**
 * A cell of a grid that has people of two layers.
 *
 * @param row its row
 * @param column its column
 * @param gains people of the one layer
 * @param loses people of the other
 * @param rowNode one number for all rows that may give to each other; 0 where it may change alone
 * @param columnNode one number for the column; 0 where it may change
 */
record SwapCell(int row, int column, int gains, int loses, int rowNode, int columnNode) {

  /** How many numbers there are for rows and columns. */
  static int nodes(Grid grid) {
    return 2 * grid.rows() + grid.columns() + 1;
  }

  /** All cells that have people of both layers. */
  static List<SwapCell> of(Grid grid, SwapClasses allowed, int gains, int loses) {
    List<SwapCell> cells = new ArrayList<>();
    for (int row = 0; row < grid.rows(); row++) {
      for (int one : grid.inRow(gains, row)) {
        for (int other : grid.inRow(loses, row)) {
          if (grid.column(one) == grid.column(other)) {
            int column = grid.column(one);
            cells.add(
                new SwapCell(
                    row,
                    column,
                    one,
                    other,
                    rowNode(grid, allowed, row),
                    allowed.isFree(column) ? 0 : 2 * grid.rows() + 1 + column));
          }
        }
      }
    }
    return List.copyOf(cells);
  }

  private static int rowNode(Grid grid, SwapClasses allowed, int row) {
    int kind = allowed.row(row);
    if (kind == SwapClasses.FREE) {
      return 0;
    }
    return kind < SwapClasses.FREE ? 1 + row : grid.rows() + kind;
  }
}
