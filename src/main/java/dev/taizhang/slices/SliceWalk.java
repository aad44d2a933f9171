package dev.taizhang.slices;

import dev.taizhang.config.Holding;
import dev.taizhang.tables.Slices;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Walks the files of one university by date and decides which of each cohort's count. Each date is
 * held against the latest one before it that counts, so that what is decided depends on the files
 * and on what people decided, and not on the order in which they came.
 *
 * <p>The cohorts are walked together: who is present in one on a date may depend on whether rows
 * under another are mistyped, and that depends on earlier dates alone.
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

  /** The files of the date that is looked at: from the first number to below the other. */
  private int begin;

  private int end;

  private SliceWalk(Cohort cohort, Holding holding) {
    this.files = cohort.files();
    this.attendance = cohort.attendance();
    this.holding = holding;
    this.verdicts = new Verdict[files.size()];
  }

  /**
   * The files of one cohort.
   *
   * @param files in the order of their dates, and of one date in that of their arrival
   * @param attendance who stands in which of them, numbered as in the list
   */
  record Cohort(List<File> files, Attendance attendance) {

    Cohort {
      files = List.copyOf(files);
    }
  }

  /**
   * The cohort's slice of one file.
   *
   * @param submission the file, the same in all cohorts that it has
   * @param date snapshot date
   * @param part number of the part; null for a whole snapshot
   * @param graduates accepted rows of the cohort
   * @param rowsOfFile accepted rows of all cohorts of the file
   * @param pinned whether a person decided that it counts
   */
  record File(
      String submission,
      LocalDate date,
      Integer part,
      long graduates,
      long rowsOfFile,
      boolean pinned) {

    /** So few rows of its file that they may be mistyped. */
    boolean isFew(Holding holding) {
      return !pinned && graduates < holding.strayShare() * rowsOfFile;
    }
  }

  /**
   * What is decided on a file.
   *
   * @param status one of those of {@link Slices#STATUS}
   * @param why why it does not count and what to do; null where it counts
   */
  record Verdict(String status, String why) {}

  /**
   * Decides on each file of each cohort.
   *
   * @param cohorts by graduation year those of one university
   * @return by graduation year one verdict for each of the files
   */
  static Map<Integer, List<Verdict>> walk(Map<Integer, Cohort> cohorts, Holding holding) {
    Map<Integer, SliceWalk> walks = new TreeMap<>();
    cohorts.forEach((year, cohort) -> walks.put(year, new SliceWalk(cohort, holding)));
    cohorts.values().stream()
        .flatMap(cohort -> cohort.files().stream())
        .map(File::date)
        .distinct()
        .sorted()
        .forEach(
            date -> {
              walks.values().forEach(walk -> walk.comeTo(date));
              walks.values().forEach(SliceWalk::findStrays);
              walks.values().forEach(walk -> walk.admitDoubtful(walks));
              walks.values().forEach(SliceWalk::decide);
            });
    Map<Integer, List<Verdict>> verdicts = new TreeMap<>();
    walks.forEach((year, walk) -> verdicts.put(year, List.of(walk.verdicts)));
    return verdicts;
  }

  private void comeTo(LocalDate date) {
    begin = end;
    while (end < files.size() && files.get(end).date().equals(date)) {
      end++;
    }
  }

  private void findStrays() {
    for (int file = begin; file < end; file++) {
      if (isStray(file)) {
        strays.set(file);
        verdicts[file] = new Verdict(Slices.STRAY, whyStray(file));
      }
    }
  }

  /** Rows without a year count, and those under a year that turned out to be mistyped. */
  private void admitDoubtful(Map<Integer, SliceWalk> walks) {
    attendance.admit(
        begin,
        end,
        strays,
        row ->
            row.year() == null
                || walks.get(row.year()).hasAsStray(files.get(row.file()).submission()));
  }

  private boolean hasAsStray(String submission) {
    return IntStream.range(begin, end)
        .anyMatch(file -> strays.get(file) && files.get(file).submission().equals(submission));
  }

  /** Decides on the files of one date. */
  private void decide() {
    SameDate date = new SameDate();
    for (int file = begin; file < end; file++) {
      if (!strays.get(file)) {
        date.arrive(file);
      }
    }
    date.supersedeTheRest();
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
    return slice.isFew(holding) && slice.graduates() < attendance.in(before);
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
      return HoldReasons.leaving(leaving, known, dateBefore);
    }
    long now = attendance.in(current);
    return now > (1 + holding.growthShare()) * known
        ? HoldReasons.growing(now, known, dateBefore)
        : null;
  }

  private String whyStray(int file) {
    File slice = files.get(file);
    return HoldReasons.stray(slice.graduates(), slice.rowsOfFile(), attendance.in(before));
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
        String why =
            HoldReasons.lacking(attendance.lacking(current, candidate), attendance.in(current));
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
    void supersedeTheRest() {
      for (int file = begin; file < end; file++) {
        if (!current.get(file) && !waits(file) && !strays.get(file)) {
          verdicts[file] = new Verdict(Slices.SUPERSEDED, HoldReasons.SUPERSEDED);
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
