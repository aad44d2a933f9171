package dev.taizhang.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What no exchange can serve, since it takes moves of several groups at once: linear programmes
 * over a few universities are asked, wider ones after smaller ones. Where they find nothing either,
 * everything is withheld that speaks of the same people, and at last everything.
 */
final class Programmes {

  /** Universities whose people may move; more take seconds each, and move no more. */
  private static final int[] WIDER = {8, 16, 24};

  private final Sums sums;
  private final Evidence evidence;
  private final Neighbourhoods neighbourhoods;
  private long programmes;
  private long fractional;

  Programmes(Sums sums, Evidence evidence) {
    this.sums = sums;
    this.evidence = evidence;
    neighbourhoods = new Neighbourhoods(sums);
  }

  /**
   * Looks for what a sum needs, or learns that more is known of it than was thought, or withholds
   * more.
   *
   * @return whether any of it came to pass
   */
  boolean serve(Sum sum) {
    return isServed(sum) || withholdMore(sum) || isServedByAllThatIsLeft(sum);
  }

  private boolean isServed(Sum sum) {
    return isServedForAll(insiders -> isServed(sum, insiders));
  }

  /** For readers first, then for the insider of each university. */
  private boolean isServedForAll(Predicate<Set<Integer>> isServed) {
    return isServed.test(Set.of())
        && IntStream.range(0, sums.universities.size())
            .allMatch(insider -> isServed.test(Set.of(insider)));
  }

  /**
   * Whether whole people move as far as they can where all that is shown is known without this
   * release. Parts of people would go further, or to counts between: where figures that were told
   * before overlap, a sum may have every second count alone.
   */
  private boolean isServedByAllThatIsLeft(Sum sum) {
    int[] people = neighbourhoods.people(neighbourhoods.whole());
    try (FreeMoves moves = new FreeMoves(sums, sum, people)) {
      boolean served = isServedForAll(insiders -> isServedByAllThatIsLeft(sum, insiders, moves));
      count(moves);
      return served;
    }
  }

  private boolean isServedByAllThatIsLeft(Sum sum, Set<Integer> insiders, FreeMoves moves) {
    if (!need(sum, insiders).isMet()) {
      Optional<Witness> down = moves.furthest(-sum.placed, insiders);
      Optional<Witness> up = moves.furthest(sum.graduates - sum.placed, insiders);
      if (down.isPresent() && up.isPresent()) {
        evidence.add(down.get());
        evidence.add(up.get());
        narrow(sum, insiders, -down.get().changeOf(sum), up.get().changeOf(sum));
      }
    }
    return need(sum, insiders).isMet();
  }

  /**
   * Looks for what a sum needs in moves of several groups at once that move nothing that is seen.
   *
   * @return whether it has what it needs
   */
  boolean isServedFreely(Sum sum) {
    SortedSet<Integer> few = neighbourhoods.near(sum, WIDER[0]);
    SortedSet<Integer> more = neighbourhoods.near(sum, WIDER[WIDER.length - 1]);
    return isServedFreely(sum, few) || (!more.equals(few) && isServedFreely(sum, more));
  }

  private boolean isServedFreely(Sum sum, SortedSet<Integer> universities) {
    int[] people = neighbourhoods.people(universities);
    try (FreeMoves moves = new FreeMoves(sums, sum, people)) {
      boolean served = isServedForAll(insiders -> isServedFreely(sum, insiders, moves));
      count(moves);
      return served;
    }
  }

  private boolean isServedFreely(Sum sum, Set<Integer> insiders, FreeMoves moves) {
    boolean found = true;
    while (found && !need(sum, insiders).isMet()) {
      found =
          isFound(need(sum, insiders), -need(sum, insiders).missingDown(), insiders, moves)
              || isFound(need(sum, insiders), need(sum, insiders).missingUp(), insiders, moves);
    }
    return need(sum, insiders).isMet();
  }

  private boolean isFound(Need need, long far, Set<Integer> insiders, FreeMoves moves) {
    return moves
        .witness(far, insiders)
        .filter(
            witness ->
                witness.changes().keySet().stream().map(sums.sums::get).noneMatch(Sum::isSeen))
        .map(
            witness -> {
              evidence.add(witness);
              return need.takes(witness.changeOf(need.sum()));
            })
        .orElse(false);
  }

  private boolean isServed(Sum sum, Set<Integer> insiders) {
    searchWider(sum, insiders);
    if (!need(sum, insiders).isMet()) {
      narrow(sum, insiders);
      searchWider(sum, insiders);
    }
    return need(sum, insiders).isMet();
  }

  private void searchWider(Sum sum, Set<Integer> insiders) {
    for (int enough : WIDER) {
      if (!need(sum, insiders).isMet()) {
        search(sum, insiders, enough);
      }
    }
  }

  private Need need(Sum sum, Set<Integer> insiders) {
    return insiders.isEmpty() ? evidence.need(sum) : evidence.need(sum, insiders.iterator().next());
  }

  private void search(Sum sum, Set<Integer> insiders, int enough) {
    int[] people = neighbourhoods.people(neighbourhoods.near(sum, enough));
    try (Programme programme = new Programme(sums, people)) {
      programme.freeze(insiders);
      boolean found = true;
      while (found && !need(sum, insiders).isMet()) {
        Optional<Witness> witness = Forced.witness(sums, programme, need(sum, insiders));
        found = witness.isPresent();
        witness.ifPresent(this::take);
        programme.refresh();
      }
      count(programme);
    }
  }

  private void take(Witness witness) {
    witness.changes().keySet().stream()
        .map(sums.sums::get)
        .filter(Sum::isSeen)
        .forEach(sum -> sum.withheld = true);
    evidence.add(witness);
  }

  /** More may be known of it without this release than was thought. */
  private void narrow(Sum sum, Set<Integer> insiders) {
    int[] people = neighbourhoods.people(neighbourhoods.whole());
    try (Programme programme = Programme.ofKnown(sums, people, sum)) {
      programme.freeze(insiders);
      programme.reach(sum).ifPresent(reach -> narrow(sum, insiders, reach[0], reach[1]));
      count(programme);
    }
  }

  private void narrow(Sum sum, Set<Integer> insiders, long down, long up) {
    if (insiders.isEmpty()) {
      evidence.narrow(sum, sum.placed - down, sum.placed + up);
    } else {
      insiders.forEach(one -> evidence.narrow(sum, one, down + up));
    }
  }

  private boolean withholdMore(Sum sum) {
    Set<Integer> speaking = new TreeSet<>();
    for (int index : sum.members) {
      Arrays.stream(sums.sumsOfPeople[index]).forEach(speaking::add);
    }
    List<Sum> shown = speaking.stream().map(sums.sums::get).filter(this::isShown).toList();
    if (shown.isEmpty()) {
      shown = sums.sums.stream().filter(this::isShown).toList();
    }
    shown.forEach(other -> other.withheld = true);
    return !shown.isEmpty();
  }

  private boolean isShown(Sum sum) {
    return sum.isSeen() && !sum.isKnown();
  }

  private void count(FreeMoves moves) {
    programmes += moves.solved();
    fractional += moves.fractional();
  }

  private void count(Programme programme) {
    programmes += programme.solved();
    fractional += programme.fractional();
  }

  /** Linear programmes solved. */
  long programmes() {
    return programmes;
  }

  /** Those whose answer would move parts of people, and was not used. */
  long fractional() {
    return fractional;
  }
}
