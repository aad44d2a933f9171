package dev.taizhang.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Holds a function against the cases of a table. */
public final class Cases {

  private Cases() {}

  /**
   * The cases in which the function does not give what is expected, each with what it gives.
   *
   * @param function cells in, a value out, of which the text counts
   * @param cases lines of cells with | between them, the last one what is expected; an empty cell
   *     is null
   */
  public static List<String> mismatches(Function<String[], Object> function, String... cases) {
    List<String> mismatches = new ArrayList<>();
    for (String one : cases) {
      String[] cells = cells(one);
      String expected = cells[cells.length - 1];
      Object value = function.apply(Arrays.copyOf(cells, cells.length - 1));
      if (!Objects.equals(expected, Objects.toString(value, null))) {
        mismatches.add(one + " but was: " + value);
      }
    }
    return mismatches;
  }

  /** The cells of a line, without the spaces around them; null where nothing is left. */
  public static String[] cells(String line) {
    return Arrays.stream(line.split("\\|", -1))
        .map(String::strip)
        .map(cell -> cell.isEmpty() ? null : cell)
        .toArray(String[]::new);
  }
}
