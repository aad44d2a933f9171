package dev.taizhang.release.gates;

import dev.taizhang.release.draft.DraftSource;
import dev.taizhang.release.draft.ReleaseDate;
import dev.taizhang.slices.AsOfDates;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Decisions.Decision;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file that nobody has decided of might speak in place of another one, or of none. */
final class HeldSubmissions {

  private HeldSubmissions() {}

  /** Whose slice it is. */
  private record Cohort(String university, int graduationYear) {

    static Cohort of(Slice slice) {
      return new Cohort(slice.universityCode(), slice.graduationYear());
    }
  }

  static Optional<Finding> of(GateView view) {
    DraftSource source = view.draft().source();
    Map<Cohort, LocalDate> wouldSpeak = wouldSpeak(view);
    List<String> held =
        source.slices().stream()
            .filter(HeldSubmissions::isHeld)
            .filter(slice -> slice.snapshotDate().equals(wouldSpeak.get(Cohort.of(slice))))
            .map(
                slice ->
                    "%s %d of %s (submission %s)"
                        .formatted(
                            slice.universityCode(),
                            slice.graduationYear(),
                            slice.snapshotDate(),
                            slice.submissionId().substring(0, 8)))
            .sorted()
            .toList();
    if (held.isEmpty()) {
      return Optional.empty();
    }
    String some = Finding.some(held);
    return Optional.of(
        new Finding(
            Gate.HELD_SUBMISSIONS,
            held.size(),
            "Ledgers are held that would speak at the date if they counted: %s. What to do: decide of each with 'taizhang accept' or 'taizhang retract' and start 'taizhang run'; or let it pass with --accept held_submissions --why TEXT."
                .formatted(some),
            "有暂缓采用的台账，若予采用将在该日生效：%s。怎么办：逐个用 taizhang accept 或 taizhang retract 决定，再 taizhang run；或用 --accept held_submissions --why 说明理由后放行。"
                .formatted(some)));
  }

  private static boolean isHeld(Slice slice) {
    return slice.status().equals(Slices.HELD);
  }

  /**
   * By cohort the date of the slice that would speak at the release's date if held ones counted.
   */
  private static Map<Cohort, LocalDate> wouldSpeak(GateView view) {
    DraftSource source = view.draft().source();
    ReleaseDate date = view.draft().date();
    List<Slice> counting =
        source.slices().stream().map(one -> isHeld(one) ? counting(one) : one).toList();
    // Were held slices to count, the newest date might be another one: this one is asked for.
    List<Decision> asked =
        Stream.concat(
                Stream.of(Decision.asOf("", date.date(), date.kind(), null, Instant.EPOCH)),
                source.decisions().stream())
            .toList();
    return AsOfDates.of(counting, asked, view.thresholds()).stream()
        .filter(one -> one.asOfDate().equals(date.date()) && one.asOfKind().equals(date.kind()))
        .collect(
            Collectors.toMap(
                one -> new Cohort(one.universityCode(), one.graduationYear()),
                Speaking::snapshotDate));
  }

  private static Slice counting(Slice held) {
    return new Slice(
        held.submissionId(),
        held.universityCode(),
        held.graduationYear(),
        held.snapshotDate(),
        held.graduates(),
        Slices.IN_FORCE,
        held.why(),
        held.orderInDate());
  }
}
