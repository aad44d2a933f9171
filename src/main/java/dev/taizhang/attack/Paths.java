package dev.taizhang.attack;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Shortest ways through one layer of a grid, from row to column and back: in a step from a row to a
 * column one more of the people there is placed, in a step from a column to a row one less. Rows
 * and columns in between stay as they are. A row at which a way starts gains one, and a row at
 * which it ends loses one; a column loses one where it starts and gains one where it ends.
 */
final class Paths {

  private final Grid grid;
  private final Shifts shifts;
  private final int[] steps;
  private final int[] through;
  private final int[] queue;

  Paths(Grid grid, Shifts shifts) {
    this.grid = grid;
    this.shifts = shifts;
    int nodes = grid.rows() + grid.columns();
    steps = new int[nodes];
    through = new int[nodes];
    queue = new int[nodes];
  }

  /** The number of a row among rows and columns. */
  static int ofRow(int row) {
    return row;
  }

  /** The number of a column among rows and columns. */
  int ofColumn(int column) {
    return grid.rows() + column;
  }

  boolean isRow(int node) {
    return node < grid.rows();
  }

  int column(int node) {
    return node - grid.rows();
  }

  /**
   * Finds every row and column to which ways lead from one, or from which they lead to it.
   *
   * @param layer whose people are moved
   * @param start a row or column
   * @param away whether ways start there; else they end there
   * @param longest how many people a way may touch
   * @param still rows that stay as they are
   * @return how many rows and columns were found
   */
  int find(int layer, int start, boolean away, int longest, BitSet still) {
    Arrays.fill(steps, -1);
    steps[start] = 0;
    queue[0] = start;
    int found = 1;
    for (int at = 0; at < found; at++) {
      int node = queue[at];
      if (steps[node] == longest) {
        break;
      }
      int[] people = isRow(node) ? grid.inRow(layer, node) : grid.inColumn(layer, column(node));
      // Away from a row, or towards a column, people are gained.
      boolean gains = isRow(node) == away;
      for (int person : people) {
        int next = isRow(node) ? ofColumn(grid.column(person)) : ofRow(grid.row(person));
        if (steps[next] < 0
            && !still.get(grid.row(person))
            && (gains ? shifts.canGain(person) : shifts.canLose(person)) > 0) {
          steps[next] = steps[node] + 1;
          through[next] = person;
          queue[found++] = next;
        }
      }
    }
    return found;
  }

  /** A row or column that was found, nearest first; the start is number 0. */
  int found(int number) {
    return queue[number];
  }

  /** How many people the way to a row or column touches; negative where there is none. */
  int steps(int node) {
    return steps[node];
  }

  /** How many can go the way between the start and a row or column. */
  long capacity(int node, boolean away) {
    long capacity = Long.MAX_VALUE;
    for (int at = node; steps[at] > 0; at = before(at)) {
      int person = through[at];
      capacity =
          Math.min(
              capacity, gains(before(at), away) ? shifts.canGain(person) : shifts.canLose(person));
    }
    return capacity;
  }

  /** Sends so many that way. */
  void send(int node, boolean away, long many) {
    for (int at = node; steps[at] > 0; at = before(at)) {
      shifts.add(through[at], gains(before(at), away) ? many : -many);
    }
  }

  private boolean gains(int before, boolean away) {
    return isRow(before) == away;
  }

  private int before(int node) {
    int person = through[node];
    return isRow(node) ? ofColumn(grid.column(person)) : ofRow(grid.row(person));
  }
}
