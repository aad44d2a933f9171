package dev.taizhang.history;

import dev.taizhang.config.Holding;
import dev.taizhang.tables.Slices;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Walks the files of one cohort by date and decides which of them count. Each date is held against
 * the latest one before it that counts, so that what is decided depends on the files and on what
 * people decided, and not on the order in which they came.
 *
 * @see <a href="../../../../../docs/adr/0016-slices-that-count.md">ADR 0016</a>
 */
final class SliceWalk {

  private final List<File> files;
  private final Attendance attendance;
  private final Holding holding;
  private final Verdict[] verdicts;

  /** The files of the latest date that counts. */
  private final BitSet before = new BitSet();

  private final BitSet strays = new BitSet();

  private SliceWalk(List<File> files, Attendance attendance, Holding holding) {
    this.files = files;
    this.attendance = attendance;
    this.holding = holding;
    this.verdicts = new Verdict[files.size()];
  }

  /**
   * The cohort's slice of one file.
   *
   * @param date snapshot date
   * @param part number of the part; null for a whole snapshot
   * @param graduates accepted rows of the cohort
   * @param rowsOfFile accepted rows of all cohorts of the file
   * @param pinned whether a person decided that it counts
   */
  record File(LocalDate date, Integer part, long graduates, long rowsOfFile, boolean pinned) {}

  /**
   * What is decided on a file.
   *
   * @param status one of those of {@link Slices#STATUS}
   * @param why why it does not count and what to do; null where it counts
   */
  record Verdict(String status, String why) {}

  /**
   * Decides on each file.
   *
   * @param files in the order of their dates, and of one date in that of their arrival
   * @param attendance who stands in which of them, numbered as in the list
   */
  static List<Verdict> walk(List<File> files, Attendance attendance, Holding holding) {
    SliceWalk walk = new SliceWalk(files, attendance, holding);
    int begin = 0;
    while (begin < files.size()) {
      int end = begin + 1;
      while (end < files.size() && files.get(end).date().equals(files.get(begin).date())) {
        end++;
      }
      walk.decide(begin, end);
      begin = end;
    }
    return List.of(walk.verdicts);
  }

  /** Decides on the files of one date. */
  private void decide(int begin, int end) {
    SameDate date = new SameDate();
    for (int file = begin; file < end; file++) {
      if (isStray(file)) {
        strays.set(file);
        verdicts[file] = new Verdict(Slices.STRAY, whyStray(file));
      } else {
        date.arrive(file);
      }
    }
    date.supersedeTheRest(begin, end);
    if (date.current.isEmpty()) {
      return;
    }
    String doubt = isPinned(date.current) ? null : doubt(date.current);
    date.current.stream()
        .forEach(
            file ->
                verdicts[file] = new Verdict(doubt == null ? Slices.IN_FORCE : Slices.HELD, doubt));
    if (doubt == null) {
      before.clear();
      before.or(date.current);
    }
  }

  private boolean isPinned(BitSet some) {
    return some.stream().anyMatch(file -> files.get(file).pinned());
  }

  /** A few rows under a cohort that had more: a year mistyped. */
  private boolean isStray(int file) {
    File slice = files.get(file);
    return !slice.pinned()
        && slice.graduates() < holding.strayShare() * slice.rowsOfFile()
        && slice.graduates() < attendance.in(before);
  }

  /** Why these files are not to be believed beside the slice before; null when they are. */
  private String doubt(BitSet current) {
    long known = attendance.in(before);
    if (known == 0) {
      return null;
    }
    long leaving = attendance.lacking(before, current);
    LocalDate dateBefore = files.get(before.nextSetBit(0)).date();
    if (leaving > holding.leavingShare() * known) {
      return Whys.leaving(leaving, known, dateBefore);
    }
    long now = attendance.in(current);
    return now > (1 + holding.growthShare()) * known ? Whys.growing(now, known, dateBefore) : null;
  }

  private String whyStray(int file) {
    File slice = files.get(file);
    return Whys.stray(slice.graduates(), slice.rowsOfFile(), attendance.in(before));
  }

  /** The files of one date, as they arrive. */
  private final class SameDate {

    /** The files that count, as far as this date alone tells. */
    private final BitSet current = new BitSet();

    /** The last file of each part since the last whole file that counted. */
    private final Map<Integer, Integer> parts = new TreeMap<>();

    private final BitSet held = new BitSet();

    void arrive(int file) {
      Integer part = files.get(file).part();
      if (part != null) {
        parts.put(part, file);
      }
      boolean ofParts = part != null && (current.isEmpty() || isOfParts(current));
      BitSet candidate = new BitSet();
      if (part == null) {
        candidate.set(file);
      } else {
        parts.values().forEach(candidate::set);
      }
      if (ofParts || isPinned(candidate) || hasEnough(candidate)) {
        take(candidate, part == null);
      } else {
        candidate.stream().forEach(held::set);
        String why = Whys.lacking(attendance.lacking(current, candidate), attendance.in(current));
        candidate.stream().forEach(one -> verdicts[one] = new Verdict(Slices.HELD, why));
      }
    }

    private boolean isOfParts(BitSet some) {
      return some.stream().allMatch(file -> files.get(file).part() != null);
    }

    private boolean hasEnough(BitSet candidate) {
      return attendance.lacking(current, candidate)
          <= holding.lackingShare() * attendance.in(current);
    }

    private void take(BitSet candidate, boolean whole) {
      current.clear();
      current.or(candidate);
      if (whole) {
        parts.clear();
      }
    }

    /** Whatever neither counts nor waits for a decision has been replaced. */
    void supersedeTheRest(int begin, int end) {
      for (int file = begin; file < end; file++) {
        if (!current.get(file) && !waits(file) && !strays.get(file)) {
          verdicts[file] = new Verdict(Slices.SUPERSEDED, Whys.SUPERSEDED);
        }
      }
    }

    /** Held, and nothing that counts arrived after it. */
    private boolean waits(int file) {
      boolean lastOfItsPart = files.get(file).part() == null || parts.containsValue(file);
      return held.get(file) && lastOfItsPart && current.nextSetBit(file + 1) < 0;
    }
  }
}
