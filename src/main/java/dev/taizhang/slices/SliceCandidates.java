package dev.taizhang.slices;

import dev.taizhang.config.Holding;
import dev.taizhang.tables.ByteOrder;
import dev.taizhang.tables.Decisions.Decision;
import dev.taizhang.tables.Slices.Slice;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Submissions.Submission;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The slices of accepted files that nobody retracted. Which of them count: per university, cohort
 * and date the last file or the last of each part, unless it looks like a mistake beside what
 * counted before. What is decided of a university's files is {@link SliceWalk}'s.
 *
 * @see <a href="../../../../../docs/adr/0016-slices-that-count.md">ADR 0016</a>
 */
public final class SliceCandidates {

  private final Map<String, Map<Integer, List<Candidate>>> cohorts;
  private final Holding holding;

  private SliceCandidates(Map<String, Map<Integer, List<Candidate>>> cohorts, Holding holding) {
    this.cohorts = cohorts;
    this.holding = holding;
  }

  /**
   * A slice that may count.
   *
   * @param number its place in the cohort by date and arrival, from 0
   * @param orderInDate its place among those of its date, from 1
   * @param few whether it is so few rows of its file that they may be mistyped
   */
  public record Candidate(
      CountedSlice slice, int number, int orderInDate, boolean few, SliceWalk.File file) {}

  /** A slice with the file that it is of. */
  private record Arrived(CountedSlice slice, Submission file, boolean pinned) {

    static final Comparator<Arrived> IN_ORDER =
        Comparator.comparing((Arrived one) -> one.slice().snapshotDate())
            .thenComparing(Arrived::file, Submission.BY_ARRIVAL);

    SliceWalk.File walked() {
      return new SliceWalk.File(
          slice.submissionId(),
          slice.snapshotDate(),
          file.part(),
          slice.graduates(),
          file.acceptedCount(),
          pinned);
    }
  }

  /**
   * Finds them.
   *
   * @param submissions with all that the slices are of
   * @param decisions of which the last one on a slice counts
   * @param counted by file and cohort the accepted rows
   */
  public static SliceCandidates of(
      List<Submission> submissions,
      List<Decision> decisions,
      Collection<CountedSlice> counted,
      Holding holding) {
    Map<String, Submission> accepted =
        submissions.stream()
            .filter(file -> file.status().equals(Submissions.ACCEPTED))
            .collect(Collectors.toMap(Submission::submissionId, Function.identity()));
    DecidedSlices decided = new DecidedSlices(decisions);
    Map<String, Map<Integer, List<Arrived>>> arrived = new TreeMap<>(ByteOrder.OF_TEXTS);
    for (CountedSlice slice : counted) {
      Submission file = accepted.get(slice.submissionId());
      if (file != null && !decided.isRetracted(slice.submissionId(), slice.graduationYear())) {
        arrived
            .computeIfAbsent(slice.universityCode(), key -> new TreeMap<>())
            .computeIfAbsent(slice.graduationYear(), key -> new ArrayList<>())
            .add(
                new Arrived(
                    slice, file, decided.isAccepted(slice.submissionId(), slice.graduationYear())));
      }
    }
    Map<String, Map<Integer, List<Candidate>>> cohorts = new TreeMap<>(ByteOrder.OF_TEXTS);
    arrived.forEach(
        (university, years) -> {
          Map<Integer, List<Candidate>> numbered = new TreeMap<>();
          years.forEach((year, files) -> numbered.put(year, numbered(files, holding)));
          cohorts.put(university, numbered);
        });
    return new SliceCandidates(cohorts, holding);
  }

  private static List<Candidate> numbered(List<Arrived> files, Holding holding) {
    files.sort(Arrived.IN_ORDER);
    List<Candidate> numbered = new ArrayList<>();
    LocalDate date = null;
    int orderInDate = 0;
    for (Arrived one : files) {
      orderInDate = one.slice().snapshotDate().equals(date) ? orderInDate + 1 : 1;
      date = one.slice().snapshotDate();
      SliceWalk.File file = one.walked();
      numbered.add(
          new Candidate(one.slice(), numbered.size(), orderInDate, file.isFew(holding), file));
    }
    return numbered;
  }

  /** All of them. */
  public List<Candidate> all() {
    return cohorts.values().stream()
        .flatMap(years -> years.values().stream())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * The slices with what is decided on them.
   *
   * @param attendance who stands in which files of each cohort, by their numbers
   */
  public List<Slice> decided(Collection<CohortAttendance> attendance) {
    Map<String, Map<Integer, Attendance>> known = new TreeMap<>();
    for (CohortAttendance one : attendance) {
      known
          .computeIfAbsent(one.universityCode(), key -> new TreeMap<>())
          .put(one.graduationYear(), new Attendance(one.patterns()));
    }
    List<Slice> slices = new ArrayList<>();
    cohorts.forEach(
        (university, years) -> addDecided(years, known.getOrDefault(university, Map.of()), slices));
    return slices;
  }

  private void addDecided(
      Map<Integer, List<Candidate>> years, Map<Integer, Attendance> known, List<Slice> slices) {
    Map<Integer, SliceWalk.Cohort> walked = new TreeMap<>();
    years.forEach(
        (year, files) ->
            walked.put(
                year,
                new SliceWalk.Cohort(
                    files.stream().map(Candidate::file).toList(),
                    known.getOrDefault(year, new Attendance(List.of())))));
    SliceWalk.walk(walked, holding)
        .forEach(
            (year, verdicts) -> {
              for (Candidate one : years.get(year)) {
                slices.add(slice(one, verdicts.get(one.number())));
              }
            });
  }

  private static Slice slice(Candidate one, SliceWalk.Verdict verdict) {
    CountedSlice slice = one.slice();
    return new Slice(
        slice.submissionId(),
        slice.universityCode(),
        slice.graduationYear(),
        slice.snapshotDate(),
        slice.graduates(),
        verdict.status(),
        verdict.why(),
        one.orderInDate());
  }
}
