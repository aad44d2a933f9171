package dev.taizhang.history;

import dev.taizhang.config.Holding;
import dev.taizhang.slices.CountedSlice;
import dev.taizhang.slices.SliceCandidates;
import dev.taizhang.slices.SliceCandidates.Candidate;
import dev.taizhang.tables.Decisions.Decision;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Slices.Slice;
import dev.taizhang.tables.Submissions.Submission;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which slices count. Tasks count who stands in which files; what follows from that is said by
 * {@link SliceCandidates}.
 *
 * @see <a href="../../../../../docs/adr/0016-slices-that-count.md">ADR 0016</a>
 */
public final class InForce {

  private InForce() {}

  /**
   * The slices of all accepted submissions. A submission or slice that was retracted has none.
   *
   * @param submissions with all that the rows are of
   * @param decisions of which the last one on a slice counts
   * @param entries {@link Entries}
   * @param quarantine {@link Quarantine}, whose rows name graduates who are present
   */
  public static List<Slice> of(
      List<Submission> submissions,
      List<Decision> decisions,
      Dataset<Row> entries,
      Dataset<Row> quarantine,
      Holding holding) {
    List<CountedSlice> counted = SliceCounts.added(SliceCounts.of(entries).collect());
    SliceCandidates candidates = SliceCandidates.of(submissions, decisions, counted, holding);
    if (candidates.all().isEmpty()) {
      return List.of();
    }
    return candidates.decided(
        FileAttendance.of(entries, quarantine, named(candidates, counted)).collect());
  }

  /** Where the rows of the files name graduates: a few rows of one may have a mistyped year. */
  private static NamedCohorts named(SliceCandidates candidates, List<CountedSlice> counted) {
    return new NamedCohorts(
        candidates.all().stream()
            .map(
                one ->
                    new NamedCohorts.Slice(
                        one.slice().submissionId(), one.slice().graduationYear(), one.number()))
            .toList(),
        candidates.all().stream().filter(Candidate::few).map(one -> named(one.slice())).toList(),
        counted.stream().map(InForce::named).toList());
  }

  private static NamedCohorts.Named named(CountedSlice slice) {
    return new NamedCohorts.Named(slice.submissionId(), slice.graduationYear());
  }
}
