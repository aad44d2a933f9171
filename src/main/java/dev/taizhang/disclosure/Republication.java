package dev.taizhang.disclosure;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * Shows complements again that others make needless, those of most information first. One is
 * needless where all that is withheld has witnesses that do not move it.
 */
final class Republication {

  /** Tries that need programmes end after so many of them, however long each takes. */
  private static final long PROGRAMMES = 2_000;

  private final Sums sums;
  private final Evidence evidence;
  private final Neighbourhoods neighbourhoods;
  private final Search search;

  Republication(Sums sums, Evidence evidence, Neighbourhoods neighbourhoods, Search search) {
    this.sums = sums;
    this.evidence = evidence;
    this.neighbourhoods = neighbourhoods;
    this.search = search;
  }

  /** Shows again what can be, and tells how many sums. */
  long republish() {
    long until = search.programmes() + PROGRAMMES;
    List<Sum> complements =
        sums.sums.stream()
            .filter(sum -> sum.isTarget() && !sum.primary && !sum.withheldEarlier)
            .filter(Sum::isPlanned)
            .sorted(
                Comparator.comparingDouble((Sum sum) -> -sum.information())
                    .thenComparing(sum -> sum.index))
            .toList();
    return complements.stream().filter(sum -> isNeedless(sum, search.programmes() < until)).count();
  }

  private boolean isNeedless(Sum sum, boolean searching) {
    Collection<Witness> moving = evidence.witnessesOf(sum);
    sum.withheld = false;
    Collection<Integer> touched = evidence.remove(moving);
    List<Sum> targets = touched.stream().map(sums.sums::get).filter(Sum::isTarget).toList();
    if (isSafe(targets) || (searching && isFound(sum, targets))) {
      return true;
    }
    sum.withheld = true;
    moving.forEach(evidence::add);
    return false;
  }

  private boolean isFound(Sum sum, List<Sum> targets) {
    List<Sum> left = targets.stream().filter(target -> !evidence.need(target).isMet()).toList();
    SortedSet<Integer> near = neighbourhoods.near(sum, Neighbourhoods.UNIVERSITIES);
    if (near.size() > 2 * Neighbourhoods.UNIVERSITIES) {
      return false;
    }
    search.carryOut(List.of(new Search.Task(near, Set.of(), left, false)));
    return isSafe(targets);
  }

  private boolean isSafe(List<Sum> targets) {
    Set<Integer> insiders = new LinkedHashSet<>();
    for (int university = 0; university < sums.universities.size(); university++) {
      insiders.add(university);
    }
    return targets.stream()
        .allMatch(
            target ->
                evidence.need(target).isMet()
                    && insiders.stream().allMatch(one -> evidence.need(target, one).isMet()));
  }
}
