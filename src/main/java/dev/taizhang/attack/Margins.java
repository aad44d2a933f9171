package dev.taizhang.attack;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What figures of everybody leave possible of some people, university by university and discipline
 * by discipline. It takes no programme, and may leave more than all that is known does.
 */
final class Margins {

  /** Between which counts the placed of some people lie. */
  record Bounds(long lowest, long highest) {

    private Bounds and(Bounds other) {
      return new Bounds(Math.max(lowest, other.lowest), Math.min(highest, other.highest));
    }
  }

  private final Grid grid;
  private final long[] placed;
  private final Set<Integer> knownRows = new HashSet<>();
  private final Set<Integer> knownColumns = new HashSet<>();

  Margins(Grid grid, List<PublishedFigure> ofAll, long[] placed) {
    this.grid = grid;
    this.placed = placed;
    for (PublishedFigure figure : ofAll) {
      if (!figure.isWithheld() && !figure.isRounded()) {
        if (figure.level().equals("university")) {
          alone(grid.rows(figure), knownRows);
        } else if (figure.level().equals("discipline")) {
          alone(grid.columns(figure), knownColumns);
        }
      }
    }
  }

  /** A figure tells of a row or column if it is of no other. */
  private static void alone(List<Integer> lines, Set<Integer> known) {
    if (lines.size() == 1) {
      known.add(lines.get(0));
    }
  }

  /**
   * Bounds of how many are placed.
   *
   * @param some people, by their numbers, none of them in a row that is known
   * @param still rows that are known person by person
   */
  Bounds of(int[] some, BitSet still) {
    Map<Integer, Long> byRow = new HashMap<>();
    Map<Integer, Long> byColumn = new HashMap<>();
    for (int person : some) {
      byRow.merge(grid.row(person), grid.size(person), Long::sum);
      byColumn.merge(grid.column(person), grid.size(person), Long::sum);
    }
    Bounds rows = new Bounds(0, 0);
    for (Map.Entry<Integer, Long> part : byRow.entrySet()) {
      long[] total = new long[2];
      for (int layer = 0; layer < grid.layers() && knownRows.contains(part.getKey()); layer++) {
        add(grid.inRow(layer, part.getKey()), still, total);
      }
      rows = plus(rows, part.getValue(), total, knownRows.contains(part.getKey()));
    }
    Bounds columns = new Bounds(0, 0);
    for (Map.Entry<Integer, Long> part : byColumn.entrySet()) {
      long[] total = new long[2];
      boolean known = knownColumns.contains(part.getKey());
      for (int layer = 0; layer < grid.layers() && known; layer++) {
        add(grid.inColumn(layer, part.getKey()), still, total);
      }
      columns = plus(columns, part.getValue(), total, known);
    }
    return rows.and(columns);
  }

  private void add(int[] people, BitSet still, long[] total) {
    for (int person : people) {
      if (!still.get(grid.row(person))) {
        total[0] += grid.size(person);
        total[1] += placed[person];
      }
    }
  }

  private static Bounds plus(Bounds bounds, long size, long[] total, boolean known) {
    return known
        ? new Bounds(
            bounds.lowest + Math.max(0, total[1] - (total[0] - size)),
            bounds.highest + Math.min(size, total[1]))
        : new Bounds(bounds.lowest, bounds.highest + size);
  }
}
