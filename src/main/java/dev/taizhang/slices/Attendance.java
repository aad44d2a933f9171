package dev.taizhang.slices;

import dev.taizhang.slices.CohortAttendance.Doubtful;
import dev.taizhang.slices.CohortAttendance.Pattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * Who stands in which files of one cohort, as numbers of graduates by the files that have them.
 *
 * <p>Rows whose cohort is not certain (without a year, or under one that may be mistyped) name
 * graduates, too. Whether such a row counts is known once the files of its date are looked at: then
 * {@link #admit} takes it in.
 */
final class Attendance {

  private final List<Pattern> patterns;

  /** By pattern the files that its graduates are present in, as far as is known. */
  private final List<BitSet> present;

  Attendance(List<Pattern> patterns) {
    this.patterns = List.copyOf(patterns);
    this.present = patterns.stream().map(pattern -> (BitSet) pattern.files().clone()).toList();
  }

  /**
   * Takes doubtful rows of some files in. Such a row counts for whoever the cohort knows by then.
   *
   * @param begin number of the first of the files
   * @param end number of the first file after them; the files before it are those that are known
   * @param strays files whose own rows of this cohort are mistyped, so that they make nobody known
   * @param counts which of the rows are to be taken in
   */
  void admit(int begin, int end, BitSet strays, Predicate<Doubtful> counts) {
    for (int each = 0; each < patterns.size(); each++) {
      Pattern pattern = patterns.get(each);
      if (!pattern.doubtful().isEmpty() && isKnown(pattern, end, strays)) {
        BitSet files = present.get(each);
        pattern.doubtful().stream()
            .filter(row -> row.file() >= begin && row.file() < end)
            .filter(counts)
            .forEach(row -> files.set(row.file()));
      }
    }
  }

  private static boolean isKnown(Pattern pattern, int end, BitSet strays) {
    return pattern.files().stream().anyMatch(file -> file < end && !strays.get(file));
  }

  /** Graduates who stand in any of these files. */
  long in(BitSet files) {
    long graduates = 0;
    for (int each : intersecting(files)) {
      graduates += patterns.get(each).graduates();
    }
    return graduates;
  }

  /** Graduates who stand in any of the first files and in none of the others. */
  long lacking(BitSet first, BitSet others) {
    long graduates = 0;
    for (int each : intersecting(first)) {
      if (!present.get(each).intersects(others)) {
        graduates += patterns.get(each).graduates();
      }
    }
    return graduates;
  }

  private List<Integer> intersecting(BitSet files) {
    List<Integer> found = new ArrayList<>();
    for (int each = 0; each < patterns.size(); each++) {
      if (present.get(each).intersects(files)) {
        found.add(each);
      }
    }
    return found;
  }
}
