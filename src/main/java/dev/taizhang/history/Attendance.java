package dev.taizhang.history;

import java.util.BitSet;
import java.util.List;

/**
 * Who stands in which files of one cohort, as numbers of graduates by the files that have them.
 *
 * @param patterns one for each set of files that has graduates in just these
 */
record Attendance(List<Pattern> patterns) {

  Attendance {
    patterns = List.copyOf(patterns);
  }

  /**
   * Graduates who stand in the same files.
   *
   * @param files numbers of the files
   * @param graduates how many they are
   */
  record Pattern(BitSet files, long graduates) {}

  /** Graduates who stand in any of these files. */
  long in(BitSet files) {
    return patterns.stream()
        .filter(pattern -> pattern.files().intersects(files))
        .mapToLong(Pattern::graduates)
        .sum();
  }

  /** Graduates who stand in any of the first files and in none of the others. */
  long lacking(BitSet first, BitSet others) {
    return patterns.stream()
        .filter(pattern -> pattern.files().intersects(first) && !pattern.files().intersects(others))
        .mapToLong(Pattern::graduates)
        .sum();
  }
}
