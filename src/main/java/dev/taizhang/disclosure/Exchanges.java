package dev.taizhang.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds exchanges for withheld sums: first such as move nothing that is shown, then those at the
 * least loss, as long as it is small. What is withheld for them is looked after as well.
 */
final class Exchanges {

  /** Before so much is lost, moves of several groups at once are asked. */
  private static final double DEAR = Level.PROVINCE.worth();

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
      pending.forEach(sum -> isServed(sum, 0));
      for (Sum sum : pending) {
        if (!isServed(sum, 0) && !isServed(sum, DEAR)) {
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

  /** Whether readers lose much with a sum. */
  static boolean isDear(Sum sum) {
    return sum.information() >= DEAR;
  }

  /**
   * Looks for what a sum needs, and tells whether it has it then.
   *
   * @param most each exchange loses less than that, or nothing
   */
  boolean isServed(Sum sum, double most) {
    while (!evidence.need(sum).isMet() && isFound(evidence.need(sum), Set.of(), most)) {
      // One direction may leave the rest to the other.
    }
    if (!evidence.need(sum).isMet()) {
      return false;
    }
    List<Integer> insiders = insiders(sum);
    if (insiders.size() > 1 && most == 0) {
      together(sum, insiders);
    }
    for (int insider : insiders(sum)) {
      while (!evidence.need(sum, insider).isMet()
          && isFound(evidence.need(sum, insider), Set.of(insider), most)) {
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
    isFound(evidence.need(sum, insiders.get(0)), own, 0);
  }

  private boolean isFound(Need need, Set<Integer> insiders, double most) {
    boolean downFirst =
        need.missingUp() == 0
            || most == 0
            || search.price(need.sum(), -need.missingDown(), insiders)
                <= search.price(need.sum(), need.missingUp(), insiders);
    return downFirst
        ? isFound(need, -need.missingDown(), insiders, most)
            || isFound(need, need.missingUp(), insiders, most)
        : isFound(need, need.missingUp(), insiders, most)
            || isFound(need, -need.missingDown(), insiders, most);
  }

  private boolean isFound(Need need, long far, Set<Integer> insiders, double most) {
    return search
        .witness(need.sum(), far, insiders, most)
        .map(
            witness -> {
              evidence.add(witness);
              return need.takes(witness.changeOf(need.sum()));
            })
        .orElse(false);
  }
}
