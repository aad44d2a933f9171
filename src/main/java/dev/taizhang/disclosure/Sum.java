package dev.taizhang.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * Figures that add up the same people, and so say the same.
 *
 * <p>Mutable only in what becomes of it while a cohort is protected.
 */
final class Sum {

  final int index;
  final int[] members;
  final long graduates;
  final long placed;
  final List<Figure> figures = new ArrayList<>();
  boolean ofAll;
  boolean shownEarlier;
  boolean withheldEarlier;
  boolean primary;
  boolean withheld;

  Sum(int index, int[] members, long graduates, long placed) {
    this.index = index;
    this.members = members;
    this.graduates = graduates;
    this.placed = placed;
  }

  /** Whether its placed may be known whatever becomes of it now. */
  boolean isKnown() {
    return ofAll || shownEarlier;
  }

  /** Whether it is withheld and may not be known. */
  boolean isTarget() {
    return withheld && !isKnown();
  }

  /** Whether it is seen by everybody. */
  boolean isSeen() {
    return isKnown() || (isPlanned() && !withheld);
  }

  Verdict verdict(Figure figure) {
    if (!withheld) {
      return Verdict.SHOWN;
    }
    return primary || figure.isOfAll() ? Verdict.PRIMARY : Verdict.COMPLEMENT;
  }

  /**
   * What readers lose with it. A figure of four times as many people says twice as much: its rate
   * is twice as exact.
   */
  double information() {
    double worth = 0;
    for (Figure figure : figures) {
      worth += figure.level().worth();
    }
    return Math.sqrt((double) graduates) * worth;
  }

  /** Whether anything speaks of it now. */
  boolean isPlanned() {
    return !figures.isEmpty();
  }
}
