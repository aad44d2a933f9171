package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * What follows for some unknowns from each sum alone, whatever the other unknowns are. More is
 * possible by it than really is, and it is found in no time.
 */
final class Relaxation {

  private final Knowledge knowledge;
  private final long[] lowest;
  private final long[] highest;
  private final List<List<Integer>> sumsOf = new ArrayList<>();

  Relaxation(Knowledge knowledge) {
    this.knowledge = knowledge;
    List<Sum> sums = knowledge.sums();
    this.lowest = sums.stream().mapToLong(sum -> knowledge.lowest(sum.members())).toArray();
    this.highest = sums.stream().mapToLong(sum -> knowledge.highest(sum.members())).toArray();
    for (int unknown = 0; unknown < knowledge.unknowns(); unknown++) {
      sumsOf.add(new ArrayList<>());
    }
    for (int number = 0; number < sums.size(); number++) {
      for (int member : sums.get(number).members()) {
        sumsOf.get(member).add(number);
      }
    }
  }

  /**
   * What is known of some unknowns.
   *
   * @param some the unknowns
   * @param told which sums are told, by their numbers
   */
  Knowledge of(int[] some, IntPredicate told) {
    SortedMap<Integer, List<Integer>> insides = new TreeMap<>();
    for (int unknown : some) {
      for (int number : sumsOf.get(unknown)) {
        insides.computeIfAbsent(number, ignored -> new ArrayList<>()).add(unknown);
      }
    }
    List<Sum> sums = new ArrayList<>();
    insides.forEach(
        (number, inside) -> {
          if (told.test(number)) {
            add(number, inside.stream().mapToInt(Integer::intValue).toArray(), sums);
          }
        });
    Knowledge own = knowledge.only(some, sums);
    return own.with(DistinctSums.of(own.sums()));
  }

  private void add(int number, int[] inside, List<Sum> sums) {
    Sum sum = knowledge.sums().get(number);
    long least = sum.lowest() - (highest[number] - knowledge.highest(inside));
    long most = sum.highest() - (lowest[number] - knowledge.lowest(inside));
    if (least > knowledge.lowest(inside) || most < knowledge.highest(inside)) {
      sums.add(new Sum(inside, least, most));
    }
  }

  /** The fewest and the most of a sum, by each sum alone. */
  Found bounds(int[] members, Method method) {
    int[] all = new int[members.length];
    Arrays.setAll(all, place -> place);
    Knowledge own = of(members, number -> true);
    return new Sums(own, method).attack(List.of(all), 1).get(0);
  }
}
