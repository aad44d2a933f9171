package dev.taizhang.cells;

import dev.taizhang.figures.Hardship;
import java.util.List;

/**
 * What tells a cell from others of its slice.
 *
 * @param baseline what is known of hardship at graduation; null in a table that does not tell cells
 *     apart by it
 * @param own the values of the columns that its table alone has, in their order
 */
record CellKey(String degreeLevel, Hardship hardship, Hardship baseline, List<String> own) {

  CellKey {
    own = List.copyOf(own);
  }
}
