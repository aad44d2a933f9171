package dev.taizhang.synthetic;

import dev.taizhang.reference.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the pipeline must find of one university: each file's receipt, and the slice of each week
 * that has one. Weeks are taken in their order, since a graduate whose row cannot be read keeps the
 * last state that could.
 */
final class CampusTruth {

  private final Campus campus;
  private final List<Receipt> receipts = new ArrayList<>();
  private final TreeMap<Integer, Slice> slices = new TreeMap<>();
  private final Slice.Cell[] cells;
  private final boolean[] known;
  private final int[] told;
  private final Outcome[] last;

  CampusTruth(Campus campus) {
    this.campus = campus;
    this.cells = new Slice.Cell[campus.size()];
    this.known = new boolean[campus.size()];
    this.told = new int[campus.size()];
    this.last = new Outcome[campus.size()];
  }

  /** Takes the files of the next week. */
  void take(int week, List<Delivery> deliveries) {
    boolean[] present = new boolean[campus.size()];
    boolean counts = false;
    for (Delivery delivery : deliveries) {
      receipts.add(Receipt.of(delivery));
      // A file without a single good row makes no slice.
      if (delivery.fate() == Delivery.Fate.IN_FORCE && hasGoodRow(delivery)) {
        counts = true;
        delivery.rows().forEach(row -> take(week, row, present));
      }
    }
    if (counts) {
      slices.put(week, slice(present));
    }
  }

  private static boolean hasGoodRow(Delivery delivery) {
    return delivery.rows().stream().anyMatch(row -> row.fault().rule().isEmpty());
  }

  private void take(int week, LedgerRow row, boolean[] present) {
    if (!row.fault().namesGraduate()) {
      return;
    }
    int index = row.graduate().index();
    present[index] = true;
    if (row.fault().rule().isEmpty()) {
      cells[index] = cells[index] == null ? Slice.Cell.of(row.graduate()) : cells[index];
      known[index] = true;
      told[index] = week;
      last[index] = row.fault() == RowFault.OUTCOME_UNLISTED ? null : row.outcome();
    }
  }

  private Slice slice(boolean[] present) {
    Slice slice = new Slice();
    for (int i = 0; i < present.length; i++) {
      if (present[i] && known[i]) {
        slice.add(cells[i], last[i], told[i]);
      }
    }
    return slice;
  }

  Campus campus() {
    return campus;
  }

  List<Receipt> receipts() {
    return receipts;
  }

  /** The slices, by week. */
  Map<Integer, Slice> slices() {
    return slices;
  }

  /** The week whose slice speaks in a week: the newest until then; -1 where there is none. */
  int speaking(int week) {
    Integer newest = slices.floorKey(week);
    return newest == null ? -1 : newest;
  }
}
