package dev.taizhang.cells;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;

/** In a task: cells on the way, one slice after the other, to the rows of their table. */
final class AddedUp implements Iterator<InternalRow> {

  private final CountedSlices slices;
  private final CellRows cellRows;
  private final Iterator<InternalRow> parts;
  private final Deque<InternalRow> made = new ArrayDeque<>();

  /** What is to be looked at next; Spark gives the same object again and again. */
  private InternalRow next;

  AddedUp(CountedSlices slices, CellRows cellRows, Iterator<InternalRow> parts) {
    this.slices = slices;
    this.cellRows = cellRows;
    this.parts = parts;
    advance();
  }

  private void advance() {
    next = parts.hasNext() ? parts.next() : null;
  }

  @Override
  public boolean hasNext() {
    if (made.isEmpty() && next != null) {
      addUpSlice();
    }
    return !made.isEmpty();
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return made.remove();
  }

  private void addUpSlice() {
    int slice = CellRows.slice(next);
    Map<CellKey, Cell> cells = new HashMap<>();
    while (next != null && CellRows.slice(next) == slice) {
      cellRows.addTo(cells.computeIfAbsent(cellRows.key(next), key -> new Cell()), next);
      advance();
    }
    cells.forEach((key, cell) -> made.add(cellRows.row(slices.slice(slice), key, cell)));
  }
}
