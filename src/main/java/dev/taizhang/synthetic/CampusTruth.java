package dev.taizhang.synthetic;

import dev.taizhang.reference.Outcome;
import java.time.LocalDate;
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
  private final ProvinceSettings settings;
  private final List<Receipt> receipts = new ArrayList<>();
  private final TreeMap<Integer, Slice> slices = new TreeMap<>();
  private final Slice.Cell[] cells;
  private final boolean[] known;
  private final int[] told;
  private final Outcome[] last;
  private final Moves moves;
  private final Map<String, Long> help = new TreeMap<>();

  CampusTruth(Campus campus, ProvinceSettings settings) {
    this.campus = campus;
    this.settings = settings;
    this.cells = new Slice.Cell[campus.size()];
    this.known = new boolean[campus.size()];
    this.told = new int[campus.size()];
    this.last = new Outcome[campus.size()];
    this.moves = new Moves(campus.size());
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
      slices.put(week, slice(week, present));
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
      cells[index] = cell(row.graduate(), Season.day(settings.snapshot(week)));
      known[index] = true;
      told[index] = week;
      last[index] = row.fault() == RowFault.OUTCOME_UNLISTED ? null : row.outcome();
    }
  }

  /** What the row says is kept until another one says something else. */
  private Slice.Cell cell(Graduate graduate, int day) {
    Slice.Cell before = cells[graduate.index()];
    Profile profile = Profile.of(graduate, day);
    if (before != null && before.profile().equals(profile)) {
      return before;
    }
    boolean graduated = day > graduationDay();
    return Slice.Cell.of(
        graduate, profile, before == null || !graduated ? profile : before.baseline());
  }

  /** As the files tell it: where they do not, the first of July counts as the day. */
  private int graduationDay() {
    boolean told = campus.style().has(Content.GRADUATION_DATE);
    return Season.day(LocalDate.of(settings.cohort(), told ? 6 : 7, told ? 30 : 1));
  }

  private Slice slice(int week, boolean[] present) {
    Slice slice = new Slice();
    for (int i = 0; i < present.length; i++) {
      if (present[i] && known[i]) {
        slice.add(cells[i], last[i], told[i]);
        moves.to(week, i, Moves.state(last[i]));
      } else {
        moves.to(week, i, Moves.ABSENT);
      }
    }
    return slice;
  }

  /** Who went from one state to another. */
  Moves moves() {
    return moves;
  }

  /** Takes the ledger of help of a week. */
  void takeHelp(int week, List<Measure> measures) {
    measures.forEach(
        measure ->
            help.merge(
                settings.snapshot(week) + "," + campus.code() + "," + measure.mode().tableName(),
                1L,
                Long::sum));
  }

  /** How many measures there were, by date of the ledger of help, university and mode. */
  Map<String, Long> help() {
    return help;
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
