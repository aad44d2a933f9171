package dev.taizhang.figures.assistance;

import dev.taizhang.figures.assistance.Span.State;
import java.util.List;
import java.util.Optional;

/**
 * What followed a day in a graduate's history, as far as slices tell.
 *
 * @param isPlacedBefore whether the graduate was placed on that day, or when first seen after it
 * @param isPlaced whether a slice after that day tells the graduate placed
 * @param days from that day to the first slice that does, or else to the last slice; at least 0
 */
record Following(boolean isPlacedBefore, boolean isPlaced, int days) {

  /**
   * Looks at intervals.
   *
   * @param spans in order
   * @param day from which it is looked on
   * @param last the last slice that is looked at
   */
  static Following of(List<Span> spans, int day, int last) {
    Optional<Span> then =
        spans.stream()
            .filter(span -> span.from() <= last && span.to() > day && span.state() != State.ABSENT)
            .findFirst();
    // Whoever is placed when the ledger has them, or has them again, may have been so before.
    if (then.isPresent() && then.get().state() == State.PLACED) {
      return new Following(true, false, 0);
    }
    return spans.stream()
        .filter(span -> span.state() == State.PLACED && span.from() > day && span.from() <= last)
        .findFirst()
        .map(span -> new Following(false, true, span.from() - day))
        .orElseGet(() -> new Following(false, false, Math.max(0, last - day)));
  }
}
