package dev.taizhang.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** People whom nothing that is seen tells apart, nor the sum that is to move. */
final class Kinds {

  private final Sums sums;
  private final List<int[]> people = new ArrayList<>();
  private final SortedMap<Integer, List<Integer>> ofSeen = new TreeMap<>();
  private final List<Integer> ofTarget = new ArrayList<>();

  Kinds(Sums sums, Sum target, int[] people) {
    this.sums = sums;
    BitSet members = new BitSet();
    Arrays.stream(target.members).forEach(members::set);
    Map<List<Object>, List<Integer>> alike = new LinkedHashMap<>();
    for (int index : people) {
      List<Integer> seen =
          Arrays.stream(sums.sumsOfPeople[index])
              .filter(sum -> sums.sums.get(sum).isSeen())
              .boxed()
              .toList();
      alike.computeIfAbsent(List.of(seen, members.get(index)), key -> new ArrayList<>()).add(index);
    }
    alike.values().forEach(some -> add(some, members.get(some.get(0))));
  }

  private void add(List<Integer> some, boolean isTarget) {
    int kind = people.size();
    people.add(some.stream().mapToInt(Integer::intValue).toArray());
    if (isTarget) {
      ofTarget.add(kind);
    }
    for (int sum : sums.sumsOfPeople[some.get(0)]) {
      if (sums.sums.get(sum).isSeen()) {
        ofSeen.computeIfAbsent(sum, key -> new ArrayList<>()).add(kind);
      }
    }
  }

  int count() {
    return people.size();
  }

  BitSet all() {
    BitSet all = new BitSet();
    all.set(0, count());
    return all;
  }

  /** Those of the sum that is to move. */
  List<Integer> ofTarget() {
    return ofTarget;
  }

  /** Those of each sum that must not move; sums of the same ones are one. */
  List<List<Integer>> ofSeen() {
    return ofSeen.values().stream().distinct().toList();
  }

  /** How many of a kind can move up (1) or down (-1), but for those of some universities. */
  long room(int kind, int sign, Set<Integer> insiders) {
    return Arrays.stream(people.get(kind))
        .filter(index -> !insiders.contains(sums.universityOfPeople[index]))
        .mapToLong(index -> room(index, sign))
        .sum();
  }

  private long room(int index, int sign) {
    return sign > 0 ? sums.graduates(index) - sums.placed(index) : sums.placed(index);
  }

  /** Kinds at universities and in disciplines that some are of. */
  BitSet near(BitSet some) {
    BitSet universities = new BitSet();
    BitSet disciplines = new BitSet();
    some.stream()
        .map(kind -> people.get(kind)[0])
        .forEach(
            index -> {
              universities.set(sums.universityOfPeople[index]);
              disciplines.set(sums.disciplineOfPeople[index]);
            });
    BitSet near = new BitSet();
    for (int kind = 0; kind < count(); kind++) {
      int index = people.get(kind)[0];
      near.set(
          kind,
          universities.get(sums.universityOfPeople[index])
              && disciplines.get(sums.disciplineOfPeople[index]));
    }
    return near;
  }

  /** Moves of people that are moves of kinds. */
  Witness witness(long[] moves, Set<Integer> insiders) {
    SortedMap<Integer, Long> told = new TreeMap<>();
    for (int kind = 0; kind < moves.length; kind++) {
      long left = moves[kind];
      for (int index : people.get(kind)) {
        int sign = Long.signum(left);
        if (sign != 0 && !insiders.contains(sums.universityOfPeople[index])) {
          long own = sign * Math.min(Math.abs(left), room(index, sign));
          left -= own;
          if (own != 0) {
            told.put(index, own);
          }
        }
      }
    }
    return sums.witness(told);
  }
}
