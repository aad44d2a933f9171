package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Moves the placed of a figure, one by one, away from the truth: people of one layer of the {@link
 * Grid} go one way, and people of another the way back, so that figures of everybody stay as they
 * are, and every figure that is shown does.
 *
 * <p>It finds other outcomes and never shows that there are none.
 */
final class Swaps {

  // Ways of few people first: few universities take part, and many insiders believe it.
  private static final int[] LENGTHS = {3, 8};

  private final Grid grid;
  private final ClassesOfLayers classes;
  private final Shifts shifts;
  private final Paths leaving;
  private final Paths arriving;
  private final Consumer<Shifts> verify;
  private final TimeLimit limit;

  /**
   * @param truth how many are placed of the people of each number
   * @param verify throws where an outcome does not agree with what is known
   * @param limit when to leave it at what has moved
   */
  Swaps(
      Grid grid, ClassesOfLayers classes, long[] truth, Consumer<Shifts> verify, TimeLimit limit) {
    this.grid = grid;
    this.classes = classes;
    this.verify = verify;
    this.limit = limit;
    shifts = new Shifts(grid, truth);
    leaving = new Paths(grid, shifts);
    arriving = new Paths(grid, shifts);
  }

  /**
   * Moves a figure.
   *
   * @param up whether more are to be placed, or fewer
   * @param wanted by how many
   * @param still rows that stay as they are
   * @param touched is told the rows that moved
   * @return by how many it moved
   */
  long move(PublishedFigure figure, boolean up, long wanted, BitSet still, BitSet touched) {
    shifts.clear();
    boolean ofColumns = figure.level().equals("discipline");
    List<Integer> starts = new ArrayList<>();
    BitSet inside = new BitSet();
    if (ofColumns) {
      grid.columns(figure).forEach(column -> starts.add(leaving.ofColumn(column)));
    } else {
      for (int row : grid.rows(figure)) {
        inside.set(row);
        if (!still.get(row)) {
          starts.add(row);
        }
      }
    }
    List<int[]> pairs = classes.pairs(figure.group(), grid.shownAt(figure));
    // Whoever gains leaves a row, and arrives at a column.
    boolean first = up != ofColumns;
    long moved = 0;
    for (int longest : LENGTHS) {
      for (int start : starts) {
        for (int[] pair : pairs) {
          if (moved == wanted || limit.isOver()) {
            break;
          }
          if (isAt(start, pair[0]) && isAt(start, pair[1])) {
            Way way =
                new Way(pair[first ? 0 : 1], pair[first ? 1 : 0], start, inside, still, longest);
            moved += move(way, wanted - moved);
          }
        }
      }
    }
    if (moved < wanted) {
      BitSet own = ofColumns ? columns(figure) : inside;
      for (int[] pair : pairs) {
        if (moved < wanted && !limit.isOver()) {
          int gains = pair[up ? 0 : 1];
          int loses = pair[up ? 1 : 0];
          moved +=
              new Circuits(classes.cells(gains, loses), SwapCell.nodes(grid), shifts)
                  .move(own, ofColumns, still, wanted - moved);
        }
      }
    }
    verify.accept(shifts);
    shifts.rows(touched);
    return moved;
  }

  /** Whether a layer has people in a row or column. */
  private boolean isAt(int node, int layer) {
    int[] people =
        leaving.isRow(node) ? grid.inRow(layer, node) : grid.inColumn(layer, leaving.column(node));
    return people.length > 0;
  }

  private BitSet columns(PublishedFigure figure) {
    BitSet columns = new BitSet();
    grid.columns(figure).forEach(columns::set);
    return columns;
  }

  /** Where people of two layers are to go. */
  private record Way(
      int leaves, int arrives, int start, BitSet inside, BitSet still, int longest) {}

  private long move(Way way, long wanted) {
    SwapClasses allowed = classes.of(way.leaves(), way.arrives());
    if (!mayStart(way, allowed)) {
      return 0;
    }
    long moved = 0;
    while (moved < wanted) {
      int end = end(way, allowed);
      if (end < 0) {
        break;
      }
      long many =
          Math.min(
              wanted - moved, Math.min(leaving.capacity(end, true), arriving.capacity(end, false)));
      leaving.send(end, true, many);
      arriving.send(end, false, many);
      moved += many;
    }
    return moved;
  }

  private boolean mayStart(Way way, SwapClasses allowed) {
    return leaving.isRow(way.start())
        ? allowed.row(way.start()) >= SwapClasses.FREE
        : allowed.isFree(leaving.column(way.start()));
  }

  /** The nearest row or column at which both ways can meet; negative where there is none. */
  private int end(Way way, SwapClasses allowed) {
    int found = leaving.find(way.leaves(), way.start(), true, way.longest(), way.still());
    if (found == 1
        || arriving.find(way.arrives(), way.start(), false, way.longest(), way.still()) == 1) {
      return -1;
    }
    return IntStream.range(1, found)
        .map(leaving::found)
        .filter(node -> arriving.steps(node) > 0 && mayEnd(way, allowed, node))
        .boxed()
        .min(Comparator.comparingInt((Integer node) -> leaving.steps(node) + arriving.steps(node)))
        .orElse(-1);
  }

  private boolean mayEnd(Way way, SwapClasses allowed, int node) {
    boolean fromRow = leaving.isRow(way.start());
    if (leaving.isRow(node)) {
      return fromRow
          ? allowed.row(node) == allowed.row(way.start()) && !way.inside().get(node)
          : allowed.row(node) == SwapClasses.FREE;
    }
    return allowed.isFree(leaving.column(node))
        && (!fromRow || allowed.row(way.start()) == SwapClasses.FREE);
  }
}
