package dev.taizhang.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * Looks for witnesses in neighbourhoods, several at the same time. Each search sees the verdicts as
 * they stood when all of them began, and what they find is taken in the order of the tasks, so that
 * the number of processors changes nothing.
 */
final class Search {

  /**
   * What to look for.
   *
   * @param universities whose people may move
   * @param insiders universities whose people stay, since their insiders know them
   * @param targets sums that are to move
   * @param soft whether what is shown may be withheld for it
   */
  record Task(
      SortedSet<Integer> universities, Set<Integer> insiders, List<Sum> targets, boolean soft) {}

  /** What a task found. */
  private record Found(List<Witness> witnesses, Set<Sum> complements, Set<Sum> failed) {}

  private final Sums sums;
  private final Evidence evidence;
  private final Neighbourhoods neighbourhoods;
  private final LongAdder programmes = new LongAdder();
  private final LongAdder fractional = new LongAdder();

  Search(Sums sums, Evidence evidence, Neighbourhoods neighbourhoods) {
    this.sums = sums;
    this.evidence = evidence;
    this.neighbourhoods = neighbourhoods;
  }

  /** Carries tasks out, takes what they find, and tells for which targets one found nothing. */
  Set<Sum> carryOut(List<Task> tasks) {
    List<Found> all = tasks.parallelStream().map(this::found).toList();
    Set<Sum> failed = new LinkedHashSet<>();
    for (Found found : all) {
      found.complements().forEach(sum -> sum.withheld = true);
      failed.addAll(found.failed());
    }
    all.forEach(found -> found.witnesses().forEach(evidence::add));
    return failed;
  }

  private Found found(Task task) {
    List<Need> needs =
        task.targets().stream()
            .map(sum -> need(sum, task.insiders()))
            .filter(need -> !need.isMet())
            .collect(Collectors.toCollection(ArrayList::new));
    Found found = new Found(new ArrayList<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    if (needs.isEmpty()) {
      return found;
    }
    boolean[] withheld = withheld();
    try (Programme programme = programme(task, withheld, Programme.Kind.HARD)) {
      found.witnesses().addAll(Pull.witnesses(sums, programme, needs, withheld));
      count(programme);
    }
    needs.removeIf(Need::isMet);
    if (task.soft() && !needs.isEmpty()) {
      try (Programme programme = programme(task, withheld, Programme.Kind.SOFT)) {
        needs.forEach(need -> force(programme, need, needs, withheld, found));
        count(programme);
      }
    }
    return found;
  }

  private Programme programme(Task task, boolean[] withheld, Programme.Kind kind) {
    Programme programme =
        new Programme(sums, neighbourhoods.people(task.universities()), withheld, kind);
    if (!task.insiders().isEmpty()) {
      programme.freeze(task.insiders());
    }
    return programme;
  }

  private void force(
      Programme programme, Need need, List<Need> all, boolean[] withheld, Found found) {
    while (!need.isMet()) {
      Optional<Witness> witness = Forced.witness(sums, programme, need, withheld);
      if (witness.isEmpty()) {
        found.failed().add(need.sum());
        return;
      }
      List<Sum> more =
          witness.get().changes().keySet().stream()
              .map(sums.sums::get)
              .filter(sum -> sum.isPlanned() && !withheld[sum.index])
              .toList();
      more.forEach(sum -> withheld[sum.index] = true);
      if (!more.isEmpty()) {
        found.complements().addAll(more);
        programme.refresh();
      }
      found.witnesses().add(witness.get());
      all.forEach(
          other -> other.takes(witness.get().changes().getOrDefault(other.sum().index, 0L)));
    }
  }

  /** What a sum needs, for the insider who believes least of those who may be. */
  private Need need(Sum sum, Set<Integer> insiders) {
    return insiders.stream()
        .map(university -> evidence.need(sum, university))
        .max((one, other) -> Long.compare(one.missingDown(), other.missingDown()))
        .orElseGet(() -> evidence.need(sum));
  }

  /** How far a sum can go where nothing is known but what may be known without this release. */
  Optional<long[]> reachOfKnown(Sum sum, Set<Integer> insiders) {
    boolean[] everything = new boolean[sums.sums.size()];
    Arrays.fill(everything, true);
    Task task = new Task(neighbourhoods.whole(), insiders, List.of(sum), false);
    try (Programme programme = programme(task, everything, Programme.Kind.HARD)) {
      Optional<long[]> reach = programme.rowOf(sum).flatMap(programme::reach);
      count(programme);
      return reach;
    }
  }

  private boolean[] withheld() {
    boolean[] withheld = new boolean[sums.sums.size()];
    sums.sums.forEach(sum -> withheld[sum.index] = sum.withheld);
    return withheld;
  }

  private void count(Programme programme) {
    programmes.add(programme.solved());
    fractional.add(programme.fractional());
  }

  long programmes() {
    return programmes.sum();
  }

  long fractional() {
    return fractional.sum();
  }
}
