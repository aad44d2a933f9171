package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Swaps within cells of a grid: where a cell has people of two layers, one more of one layer is
 * placed and one less of the other. Such swaps make up for each other along a circuit of rows and
 * columns that have to stay as they are; rows of one class, and columns that are free, count as
 * one.
 */
final class Circuits {

  // A circuit of more cells touches many universities.
  private static final int LONGEST = 5;
  private static final int NONE = -1;

  private final List<SwapCell> cells;
  private final Shifts shifts;
  private final int[] by;

  /**
   * @param cells those that have people of both layers
   * @param nodes how many numbers there are for rows and columns
   */
  Circuits(List<SwapCell> cells, int nodes, Shifts shifts) {
    this.cells = cells;
    this.shifts = shifts;
    this.by = new int[nodes];
  }

  /**
   * Moves the people of a place.
   *
   * @param inside the rows of the place, or its columns
   * @param ofColumns which of them
   * @param still rows that stay as they are
   * @param wanted by how many
   * @return by how many they moved
   */
  long move(BitSet inside, boolean ofColumns, BitSet still, long wanted) {
    List<SwapCell> own = new ArrayList<>();
    List<SwapCell> others = new ArrayList<>();
    for (SwapCell cell : cells) {
      if (!still.get(cell.row())) {
        (inside.get(ofColumns ? cell.column() : cell.row()) ? own : others).add(cell);
      }
    }
    long moved = 0;
    for (SwapCell first : own) {
      while (moved < wanted && capacity(first, true) > 0) {
        List<SwapCell> circuit = circuit(first, others);
        if (circuit.isEmpty()) {
          break;
        }
        moved += send(circuit, wanted - moved);
      }
    }
    return moved;
  }

  /** Cells of a circuit gain and lose in turns. */
  private long send(List<SwapCell> circuit, long wanted) {
    long many = wanted;
    for (int number = 0; number < circuit.size(); number++) {
      many = Math.min(many, capacity(circuit.get(number), number % 2 == 0));
    }
    for (int number = 0; number < circuit.size(); number++) {
      long sign = number % 2 == 0 ? many : -many;
      shifts.add(circuit.get(number).gains(), sign);
      shifts.add(circuit.get(number).loses(), -sign);
    }
    return many;
  }

  private long capacity(SwapCell cell, boolean forward) {
    return forward
        ? Math.min(shifts.canGain(cell.gains()), shifts.canLose(cell.loses()))
        : Math.min(shifts.canLose(cell.gains()), shifts.canGain(cell.loses()));
  }

  /** A shortest circuit through a cell; empty where there is none. */
  private List<SwapCell> circuit(SwapCell first, List<SwapCell> others) {
    if (first.rowNode() == first.columnNode()) {
      return List.of(first);
    }
    Arrays.fill(by, NONE);
    BitSet reached = new BitSet();
    reached.set(first.columnNode());
    for (int turn = 0; turn < LONGEST && !reached.isEmpty(); turn++) {
      reached = reached(reached, turn, first, others);
      if (reached.get(first.rowNode())) {
        return back(first, others, turn);
      }
    }
    return List.of();
  }

  private BitSet reached(BitSet from, int turn, SwapCell first, List<SwapCell> others) {
    BitSet next = new BitSet();
    boolean forward = isForward(turn);
    for (int number = 0; number < others.size(); number++) {
      SwapCell cell = others.get(number);
      int to = forward ? cell.columnNode() : cell.rowNode();
      if (from.get(forward ? cell.rowNode() : cell.columnNode())
          && by[to] == NONE
          && to != first.columnNode()
          && capacity(cell, forward) > 0) {
        by[to] = number;
        next.set(to);
      }
    }
    return next;
  }

  /** The first turn comes back from the column of a cell that has gained. */
  private static boolean isForward(int turn) {
    return turn % 2 == 1;
  }

  private List<SwapCell> back(SwapCell first, List<SwapCell> others, int last) {
    List<SwapCell> circuit = new ArrayList<>();
    int node = first.rowNode();
    for (int turn = last; turn >= 0; turn--) {
      SwapCell cell = others.get(by[node]);
      circuit.add(0, cell);
      node = isForward(turn) ? cell.rowNode() : cell.columnNode();
    }
    circuit.add(0, first);
    return circuit;
  }
}
