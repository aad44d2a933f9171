package dev.taizhang.cells;

import java.util.List;

/**
 * What tells a cell from others of its slice.
 *
 * @param own the values of the columns that its table alone has, in their order
 */
record CellKey(
    String degreeLevel, List<String> hardshipTags, String hardshipDetail, List<String> own) {

  CellKey {
    hardshipTags = List.copyOf(hardshipTags);
    own = List.copyOf(own);
  }
}
