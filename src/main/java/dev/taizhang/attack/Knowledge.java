package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an attacker knows: bounds of unknowns, which are whole numbers, and of sums of them. */
final class Knowledge {

  // Each round follows what the last one found; what is left after some is for the programmes.
  private static final int ROUNDS = 5;

  private final long[] lowest;
  private final long[] highest;
  private final int[] universities;
  private final List<Sum> sums;

  /**
   * @param lowest the least value of each unknown
   * @param highest the greatest
   * @param universities a number for the university of each, by which unknowns may be parted
   * @param sums what is known of sums
   */
  Knowledge(long[] lowest, long[] highest, int[] universities, List<Sum> sums) {
    this.lowest = lowest;
    this.highest = highest;
    this.universities = universities;
    this.sums = sums;
  }

  int unknowns() {
    return lowest.length;
  }

  long lowest(int unknown) {
    return lowest[unknown];
  }

  long highest(int unknown) {
    return highest[unknown];
  }

  int university(int unknown) {
    return universities[unknown];
  }

  List<Sum> sums() {
    return sums;
  }

  boolean isKnown(int unknown) {
    return lowest[unknown] == highest[unknown];
  }

  long lowest(int[] members) {
    return Sum.of(members, lowest);
  }

  long highest(int[] members) {
    return Sum.of(members, highest);
  }

  /** Whether these values agree with everything known. */
  boolean allows(long[] values) {
    for (int unknown = 0; unknown < lowest.length; unknown++) {
      if (values[unknown] < lowest[unknown] || values[unknown] > highest[unknown]) {
        return false;
      }
    }
    for (Sum sum : sums) {
      long value = Sum.of(sum.members(), values);
      if (value < sum.lowest() || value > sum.highest()) {
        return false;
      }
    }
    return true;
  }

  /** The same, with the bounds of unknowns that follow from the sums one by one. */
  Knowledge narrowed() {
    Knowledge narrowed =
        new Knowledge(
            Arrays.copyOf(lowest, lowest.length),
            Arrays.copyOf(highest, highest.length),
            universities,
            sums);
    for (int round = 0; round < ROUNDS; round++) {
      boolean changed = false;
      for (Sum sum : sums) {
        changed |= narrowed.follow(sum);
      }
      if (!changed) {
        break;
      }
    }
    return narrowed;
  }

  private boolean follow(Sum sum) {
    long least = lowest(sum.members());
    long most = highest(sum.members());
    if (least > sum.highest() || most < sum.lowest()) {
      throw new ContradictionException(
          "a sum of %d to %d would be %d to %d"
              .formatted(least, most, sum.lowest(), sum.highest()));
    }
    long slackAbove = sum.highest() - least;
    long slackBelow = most - sum.lowest();
    boolean changed = false;
    for (int member : sum.members()) {
      // Both follow from the bounds before, so that the order of members does not matter.
      long low = Math.max(lowest[member], highest[member] - slackBelow);
      long high = Math.min(highest[member], lowest[member] + slackAbove);
      changed |= low > lowest[member] || high < highest[member];
      lowest[member] = low;
      highest[member] = high;
    }
    return changed;
  }

  /** The parts of it that have nothing to do with each other; what is known is in none. */
  List<Block> blocks() {
    int[] parents = new int[unknowns()];
    Arrays.setAll(parents, unknown -> unknown);
    for (Sum sum : sums) {
      int first = -1;
      for (int member : sum.members()) {
        if (!isKnown(member)) {
          int root = root(parents, member);
          if (first >= 0) {
            // The smaller number is the root, so that blocks come in the order of unknowns.
            parents[Math.max(first, root)] = Math.min(first, root);
            first = Math.min(first, root);
          } else {
            first = root;
          }
        }
      }
    }
    return Block.of(this, unknown -> root(parents, unknown));
  }

  private static int root(int[] parents, int unknown) {
    int at = unknown;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /** What is known of some of the unknowns, the others having these values. */
  Knowledge of(int[] some, long[] values) {
    int[] places = places(some, unknowns());
    List<Sum> restricted = new ArrayList<>();
    for (Sum sum : sums) {
      int[] inside = inside(sum.members(), places);
      if (inside.length > 0) {
        long outside = Sum.of(sum.members(), values) - sumAt(some, inside, values);
        restricted.add(new Sum(inside, sum.lowest() - outside, sum.highest() - outside));
      }
    }
    return new Knowledge(
        at(lowest, some),
        at(highest, some),
        Arrays.stream(some).map(unknown -> universities[unknown]).toArray(),
        DistinctSums.of(restricted));
  }

  private static long sumAt(int[] some, int[] inside, long[] values) {
    long sum = 0;
    for (int place : inside) {
      sum += values[some[place]];
    }
    return sum;
  }

  /** The same unknowns with these sums. */
  Knowledge with(List<Sum> others) {
    return new Knowledge(lowest, highest, universities, others);
  }

  private static long[] at(long[] values, int[] some) {
    return Arrays.stream(some).mapToLong(one -> values[one]).toArray();
  }

  /** Some of the unknowns alone, of whom these sums are told. */
  Knowledge only(int[] some, List<Sum> told) {
    int[] places = places(some, unknowns());
    return new Knowledge(
        at(lowest, some),
        at(highest, some),
        Arrays.stream(some).map(unknown -> universities[unknown]).toArray(),
        told.stream()
            .map(sum -> new Sum(inside(sum.members(), places), sum.lowest(), sum.highest()))
            .toList());
  }

  /** The same with one unknown for those of a university whom no sum tells apart. */
  Knowledge merged() {
    List<List<Integer>> said = new ArrayList<>();
    for (int unknown = 0; unknown < unknowns(); unknown++) {
      said.add(new ArrayList<>(List.of(universities[unknown])));
    }
    for (int number = 0; number < sums.size(); number++) {
      for (int member : sums.get(number).members()) {
        said.get(member).add(number);
      }
    }
    Map<List<Integer>, Integer> numbers = new LinkedHashMap<>();
    int[] into = new int[unknowns()];
    for (int unknown = 0; unknown < into.length; unknown++) {
      into[unknown] = numbers.computeIfAbsent(said.get(unknown), ignored -> numbers.size());
    }
    return merged(into, numbers.size());
  }

  private Knowledge merged(int[] into, int count) {
    long[] low = new long[count];
    long[] high = new long[count];
    int[] university = new int[count];
    for (int unknown = 0; unknown < into.length; unknown++) {
      low[into[unknown]] += lowest[unknown];
      high[into[unknown]] += highest[unknown];
      university[into[unknown]] = universities[unknown];
    }
    List<Sum> merged =
        sums.stream()
            .map(
                sum ->
                    new Sum(
                        Arrays.stream(sum.members())
                            .map(member -> into[member])
                            .distinct()
                            .sorted()
                            .toArray(),
                        sum.lowest(),
                        sum.highest()))
            .toList();
    return new Knowledge(low, high, university, merged);
  }

  /** The same with every sum as it is at some values, so that changes in one part leave others. */
  Knowledge withoutSlack(long[] values) {
    List<Sum> fixed = new ArrayList<>();
    for (Sum sum : sums) {
      long value = Sum.of(sum.members(), values);
      fixed.add(new Sum(sum.members(), value, value));
    }
    return new Knowledge(lowest, highest, universities, fixed);
  }

  /** For each of all unknowns its place among some, or -1. */
  static int[] places(int[] some, int all) {
    int[] places = new int[all];
    Arrays.fill(places, -1);
    for (int place = 0; place < some.length; place++) {
      places[some[place]] = place;
    }
    return places;
  }

  /** The places of those members that have one. */
  static int[] inside(int[] members, int[] places) {
    return Arrays.stream(members).map(member -> places[member]).filter(at -> at >= 0).toArray();
  }
}
