package dev.taizhang.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds exchanges for withheld sums: first such as move nothing that is shown, then those at the
 * least loss. What is withheld for them is looked after as well.
 */
final class Exchanges {

  private final Sums sums;
  private final Evidence evidence;
  private final ExchangeSearch search;

  Exchanges(Sums sums, Evidence evidence) {
    this.sums = sums;
    this.evidence = evidence;
    search = new ExchangeSearch(sums);
  }

  /**
   * Serves all that is withheld, and all that is withheld for it.
   *
   * @param given sums that nothing serves
   * @return those that no exchanges serve
   */
  Set<Sum> serve(Set<Sum> given) {
    Set<Sum> left = new LinkedHashSet<>();
    List<Sum> pending = pending(given);
    while (!pending.isEmpty()) {
      pending.forEach(sum -> isServed(sum, false));
      for (Sum sum : pending) {
        if (!isServed(sum, false) && !isServed(sum, true)) {
          left.add(sum);
        }
      }
      pending = pending(given).stream().filter(sum -> !left.contains(sum)).toList();
    }
    return left;
  }

  private List<Sum> pending(Set<Sum> given) {
    return sums.sums.stream()
        .filter(sum -> sum.isTarget() && !given.contains(sum) && !isMet(sum))
        .sorted(
            Comparator.comparingLong((Sum sum) -> sum.graduates).thenComparing(sum -> sum.index))
        .toList();
  }

  /** Whether readers and the insiders of all universities know little enough of a sum. */
  boolean isMet(Sum sum) {
    return evidence.need(sum).isMet() && insiders(sum).isEmpty();
  }

  private List<Integer> insiders(Sum sum) {
    List<Integer> insiders = new ArrayList<>();
    for (int university = 0; university < sums.universities.size(); university++) {
      if (!evidence.need(sum, university).isMet()) {
        insiders.add(university);
      }
    }
    return insiders;
  }

  /** Looks for what a sum needs, and tells whether it has it then. */
  boolean isServed(Sum sum, boolean soft) {
    while (!evidence.need(sum).isMet() && isFound(evidence.need(sum), Set.of(), soft)) {
      // One direction may leave the rest to the other.
    }
    if (!evidence.need(sum).isMet()) {
      return false;
    }
    List<Integer> insiders = insiders(sum);
    if (insiders.size() > 1 && !soft) {
      together(sum, insiders);
    }
    for (int insider : insiders(sum)) {
      while (!evidence.need(sum, insider).isMet()
          && isFound(evidence.need(sum, insider), Set.of(insider), soft)) {
        // The same for who believes less.
      }
      if (!evidence.need(sum, insider).isMet()) {
        return false;
      }
    }
    return true;
  }

  /** One witness that all of them believe, where there is one. */
  private void together(Sum sum, List<Integer> insiders) {
    Set<Integer> own = new TreeSet<>(insiders);
    isFound(evidence.need(sum, insiders.get(0)), own, false);
  }

  private boolean isFound(Need need, Set<Integer> insiders, boolean soft) {
    boolean downFirst =
        need.missingUp() == 0
            || !soft
            || search.price(need.sum(), -need.missingDown(), insiders)
                <= search.price(need.sum(), need.missingUp(), insiders);
    return downFirst
        ? isFound(need, -need.missingDown(), insiders, soft)
            || isFound(need, need.missingUp(), insiders, soft)
        : isFound(need, need.missingUp(), insiders, soft)
            || isFound(need, -need.missingDown(), insiders, soft);
  }

  private boolean isFound(Need need, long far, Set<Integer> insiders, boolean soft) {
    return search
        .witness(need.sum(), far, insiders, soft)
        .map(
            witness -> {
              evidence.add(witness);
              return need.takes(witness.changes().getOrDefault(need.sum().index, 0L));
            })
        .orElse(false);
  }
}
