package dev.taizhang.slices;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;

/**
 * Who stands in which files of a cohort.
 *
 * @param patterns with the files' numbers; few, since most graduates stand in all files from some
 *     date on
 */
public record CohortAttendance(String universityCode, int graduationYear, List<Pattern> patterns)
    implements Serializable {

  public CohortAttendance {
    patterns = List.copyOf(patterns);
  }

  /**
   * Graduates who stand in the same files.
   *
   * @param files numbers of the files that name them in this cohort
   * @param doubtful files that name them without a certain cohort
   * @param graduates how many they are
   */
  public record Pattern(BitSet files, List<Doubtful> doubtful, long graduates)
      implements Serializable {

    public Pattern {
      doubtful = List.copyOf(doubtful);
    }
  }

  /**
   * A row that names a graduate without a certain cohort.
   *
   * @param file number of the file
   * @param year the cohort that the row names, of which it is to be found out whether it is
   *     mistyped; null where the row names none that its file has
   */
  public record Doubtful(int file, Integer year) implements Serializable {}
}
