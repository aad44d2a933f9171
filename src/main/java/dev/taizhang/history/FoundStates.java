package dev.taizhang.history;

import dev.taizhang.tables.History;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Lays what follow-up lists found of a graduate over the states of the ledger: from its date on,
 * until a ledger slice tells another state than the one that was overridden.
 *
 * @see <a href="../../../../../docs/adr/0019-states-of-follow-ups.md">ADR 19</a>
 */
final class FoundStates {

  private FoundStates() {}

  /**
   * The states with what was found.
   *
   * @param ledger the states of the ledger alone, in order
   * @param findings in any order; those of dates on which the graduate is in no ledger change
   *     nothing
   * @param laid a state with what was told of it
   */
  static <S> List<Interval<S>> over(
      List<Interval<S>> ledger, List<Finding> findings, BiFunction<S, Finding.Told, S> laid) {
    List<Finding> inOrder = findings.stream().sorted(Finding.ORDER).toList();
    List<Interval<S>> pieces = new ArrayList<>();
    for (Interval<S> interval : ledger) {
      Map<LocalDate, Interval<S>> byDate = new TreeMap<>();
      byDate.put(interval.from(), interval);
      if (!interval.isAbsence()) {
        found(interval, inOrder, laid).forEach(piece -> byDate.put(piece.from(), piece));
      }
      pieces.addAll(byDate.values());
    }
    return inTurn(pieces);
  }

  /**
   * The states that begin with a finding within an interval of the ledger; of several of one date
   * the last one is what they tell together. What a finding does not tell stays as those before it
   * in the interval told, or else the ledger.
   */
  private static <S> List<Interval<S>> found(
      Interval<S> interval, List<Finding> findings, BiFunction<S, Finding.Told, S> laid) {
    List<Interval<S>> pieces = new ArrayList<>();
    Finding.Told soFar = new Finding.Told(null, null, null, null, null);
    for (Finding finding : findings) {
      if (interval.holdsOn(finding.date())) {
        soFar = finding.told().after(soFar);
        // On the day on which the ledger's interval begins, it begins with what was found.
        String kind = interval.from().equals(finding.date()) ? interval.kind() : History.CHANGED;
        pieces.add(
            new Interval<>(
                finding.date(),
                interval.to(),
                kind,
                History.FOLLOW_UP,
                finding.submission(),
                interval.carried(),
                laid.apply(interval.state(), soFar)));
      }
    }
    return pieces;
  }

  /** The pieces that tell something new, each until the next. */
  private static <S> List<Interval<S>> inTurn(List<Interval<S>> pieces) {
    List<Interval<S>> told = new ArrayList<>();
    for (Interval<S> piece : pieces) {
      Interval<S> before = told.isEmpty() ? null : told.get(told.size() - 1);
      boolean repeats =
          piece.kind().equals(History.CHANGED)
              && before != null
              && piece.state().equals(before.state());
      if (!repeats) {
        if (before != null) {
          told.set(told.size() - 1, before.until(piece.from()));
        }
        told.add(piece.until(null));
      }
    }
    return told;
  }
}
