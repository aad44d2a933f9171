package dev.taizhang.cells;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * In a task: rows of the history to cells on the way. What is counted is given on when it grows too
 * large: counts add up.
 */
final class CountedInTask implements Iterator<InternalRow> {

  // Some 300 bytes each.
  private static final int CELLS_AT_ONCE = 100_000;

  private final CountedSlices slices;
  private final Breakdown breakdown;
  private final CellRows cellRows;
  private final Iterator<InternalRow> history;
  private final Map<Integer, Map<CellKey, Cell>> counted = new HashMap<>();
  private final Deque<InternalRow> made = new ArrayDeque<>();
  private int cells;

  /** The cohort of the row before, whose rows come together, and its slices. */
  private UTF8String university = UTF8String.EMPTY_UTF8;

  private int year;
  private List<Integer> ofCohort = List.of();

  CountedInTask(
      CountedSlices slices, Breakdown breakdown, CellRows cellRows, Iterator<InternalRow> history) {
    this.slices = slices;
    this.breakdown = breakdown;
    this.cellRows = cellRows;
    this.history = history;
  }

  @Override
  public boolean hasNext() {
    while (made.isEmpty() && history.hasNext()) {
      count(history.next());
      if (cells >= CELLS_AT_ONCE || !history.hasNext()) {
        giveOn();
      }
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

  private void count(InternalRow row) {
    comeTo(row);
    CountedState state = null;
    CellKey key = null;
    for (int slice : ofCohort) {
      int day = (int) slices.slice(slice).date().toEpochDay();
      if (StateRows.holdsOn(row, day)) {
        if (key == null) {
          state = StateRows.state(row);
          key = breakdown.key(state);
        }
        cell(slice, key).count(state.outcomeCode(), StateRows.carriedDays(row, day));
      }
    }
  }

  private void comeTo(InternalRow row) {
    UTF8String own = StateRows.universityCode(row);
    int ownYear = StateRows.graduationYear(row);
    if (year != ownYear || !own.equals(university)) {
      university = own.clone();
      year = ownYear;
      ofCohort = slices.ofCohort(own.toString(), ownYear);
    }
  }

  private Cell cell(int slice, CellKey key) {
    return counted
        .computeIfAbsent(slice, number -> new HashMap<>())
        .computeIfAbsent(
            key,
            one -> {
              cells++;
              return new Cell();
            });
  }

  private void giveOn() {
    counted.forEach(
        (slice, ofSlice) ->
            ofSlice.forEach((key, cell) -> made.add(cellRows.onTheWay(slices, slice, key, cell))));
    counted.clear();
    cells = 0;
  }
}
