package dev.taizhang.release.gates;

import dev.taizhang.release.draft.DraftSource;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A file that nobody has decided of might have spoken in place of an older one. */
final class HeldSubmissions {

  private HeldSubmissions() {}

  static Optional<Finding> of(GateView view) {
    DraftSource source = view.draft().source();
    List<String> held =
        source.slices().stream()
            .filter(slice -> slice.status().equals(Slices.HELD))
            .filter(slice -> source.cohorts().contains(slice.graduationYear()))
            .filter(slice -> wouldSpeak(view, slice))
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
            "Ledgers are held that would speak at the date, or before it in place of an older one: %s. What to do: decide of each with 'taizhang accept' or 'taizhang retract' and start 'taizhang run'; or let it pass with --accept held_submissions --why TEXT."
                .formatted(some),
            "有暂缓采用的台账，本应在该日采用：%s。怎么办：逐个用 taizhang accept 或 taizhang retract 决定，再 taizhang run；或用 --accept held_submissions --why 说明理由后放行。"
                .formatted(some)));
  }

  /** Whether it is of the date or before it, and newer than the one that speaks. */
  private static boolean wouldSpeak(GateView view, Slice slice) {
    LocalDate date = view.draft().date().date();
    Optional<LocalDate> speaking =
        view.draft().source().speaking().stream()
            .filter(one -> one.universityCode().equals(slice.universityCode()))
            .filter(one -> one.graduationYear() == slice.graduationYear())
            .map(Speaking::snapshotDate)
            .findFirst();
    return !slice.snapshotDate().isAfter(date)
        && speaking.filter(one -> !slice.snapshotDate().isAfter(one)).isEmpty();
  }
}
