package dev.taizhang.disclosure;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shows complements again that others make needless, those of most information first. One is
 * needless where all that is withheld finds exchanges that do not move it.
 */
final class Republication {

  private final Sums sums;
  private final Evidence evidence;
  private final Exchanges exchanges;
  private final Programmes programmes;
  private final Set<Sum> safe;

  Republication(Sums sums, Evidence evidence, Exchanges exchanges, Programmes programmes) {
    this.sums = sums;
    this.evidence = evidence;
    this.exchanges = exchanges;
    this.programmes = programmes;
    safe =
        sums.sums.stream()
            .filter(sum -> sum.isTarget() && exchanges.isMet(sum))
            .collect(Collectors.toSet());
  }

  /** Shows again what can be, and tells how many sums. */
  long republish() {
    List<Sum> complements =
        sums.sums.stream()
            .filter(sum -> sum.isTarget() && !sum.primary && !sum.withheldEarlier)
            .filter(Sum::isPlanned)
            .sorted(
                Comparator.comparingDouble((Sum sum) -> -sum.information())
                    .thenComparing(sum -> sum.index))
            .toList();
    return complements.stream().filter(this::isNeedless).count();
  }

  private boolean isNeedless(Sum sum) {
    List<Evidence.Statement> moving = evidence.statementsOn(sum);
    List<Sum> touched =
        evidence.subjects(moving).stream()
            .filter(other -> other != sum && safe.contains(other))
            .toList();
    sum.withheld = false;
    if (evidence.isTelling(sum)) {
      sum.withheld = true;
      return false;
    }
    evidence.setAside(moving);
    if (touched.stream().allMatch(other -> exchanges.isServed(other, 0))
        || (Exchanges.isDear(sum) && touched.stream().allMatch(this::isServed))) {
      return true;
    }
    sum.withheld = true;
    evidence.takeBack(moving);
    return false;
  }

  private boolean isServed(Sum sum) {
    return exchanges.isServed(sum, 0) || programmes.isServedFreely(sum);
  }
}
