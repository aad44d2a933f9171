package dev.taizhang.disclosure;

import dev.taizhang.disclosure.Swap.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * All swaps of two combinations of groups, and those of two for two others that leave nearly all
 * groups as they are: long-term unemployed (who have no economic difficulty) and disabled people
 * with economic difficulty, against disabled people without and others with economic difficulty,
 * moves nobody but the long-term unemployed.
 */
final class Swaps {

  /** A swap of two for two that moves more groups than this costs more than one that is simpler. */
  private static final int FEW_GROUPS = 3;

  /** Combinations of most people; swaps of two for two of all of them would be too many. */
  private static final int COMMON = 64;

  /** How many ways to the same there may be that a combination has a part in. */
  private static final int WAYS = 4;

  /** Groups that have more, and those that have fewer. */
  private record Moving(long more, long fewer) implements Comparable<Moving> {

    private static final Comparator<Moving> ORDER =
        Comparator.comparingInt((Moving moving) -> Long.bitCount(moving.more | moving.fewer))
            .thenComparing(Moving::more)
            .thenComparing(Moving::fewer);

    /** Of a swap and its reverse, the one in which the first group has more. */
    boolean isReversed() {
      return (Long.lowestOneBit(more | fewer) & more) == 0;
    }

    Moving reversed() {
      return new Moving(fewer, more);
    }

    @Override
    public int compareTo(Moving other) {
      return ORDER.compare(this, other);
    }
  }

  private final Layers layers;
  private final SortedMap<Moving, List<Way>> ways = new TreeMap<>();
  private final List<List<Swap>> ofGroup = new ArrayList<>();

  Swaps(Layers layers) {
    this.layers = layers;
    for (int one = 0; one < layers.count(); one++) {
      for (int other = one + 1; other < layers.count(); other++) {
        long more = layers.groups(one) & ~layers.groups(other);
        long fewer = layers.groups(other) & ~layers.groups(one);
        add(new Moving(more, fewer), new int[] {one}, new int[] {other});
      }
    }
    addTwoForTwo();
    for (int group = 0; group < Long.SIZE; group++) {
      ofGroup.add(new ArrayList<>());
    }
    ways.forEach(
        (moving, found) -> {
          Swap swap = new Swap(moving.more, moving.fewer, atEnds(best(found)));
          for (long rest = swap.groups(); rest != 0; rest &= rest - 1) {
            ofGroup.get(Long.numberOfTrailingZeros(rest)).add(swap);
          }
        });
  }

  private void addTwoForTwo() {
    int[] common =
        IntStream.range(0, layers.count())
            .boxed()
            .sorted(Comparator.comparing((Integer layer) -> -layers.graduates(layer)))
            .limit(COMMON)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    for (int one = 0; one < common.length; one++) {
      for (int two = one + 1; two < common.length; two++) {
        for (int three = one + 1; three < common.length; three++) {
          for (int four = three + 1; four < common.length; four++) {
            if (two != three && two != four) {
              addTwoForTwo(common[one], common[two], common[three], common[four]);
            }
          }
        }
      }
    }
  }

  private void addTwoForTwo(int one, int two, int three, int four) {
    long any = layers.groups(one) | layers.groups(two);
    long both = layers.groups(one) & layers.groups(two);
    long otherAny = layers.groups(three) | layers.groups(four);
    long otherBoth = layers.groups(three) & layers.groups(four);
    boolean twice = (both & ~otherAny) != 0 || (otherBoth & ~any) != 0;
    long more = (any & ~both & ~otherAny) | (both & otherAny & ~otherBoth);
    long fewer = (otherAny & ~otherBoth & ~any) | (otherBoth & any & ~both);
    int groups = Long.bitCount(more | fewer);
    if (!twice && groups > 0 && groups <= FEW_GROUPS) {
      add(new Moving(more, fewer), new int[] {one, two}, new int[] {three, four});
    }
  }

  private void add(Moving moving, int[] more, int[] fewer) {
    if (moving.isReversed()) {
      ways.computeIfAbsent(moving.reversed(), key -> new ArrayList<>()).add(way(fewer, more));
    } else {
      ways.computeIfAbsent(moving, key -> new ArrayList<>()).add(way(more, fewer));
    }
  }

  private Way way(int[] more, int[] fewer) {
    int[] both = IntStream.concat(IntStream.of(more), IntStream.of(fewer)).toArray();
    int[] rarestFirst =
        IntStream.range(0, both.length)
            .boxed()
            .sorted(Comparator.comparingLong(position -> layers.graduates(both[position])))
            .mapToInt(Integer::intValue)
            .toArray();
    return new Way(both, more.length, rarestFirst);
  }

  /** Those of combinations that most places have people of; some for each combination. */
  private List<Way> best(List<Way> found) {
    int[] used = new int[layers.count()];
    return found.stream()
        .sorted(Comparator.comparingDouble(this::rarity))
        .filter(
            way -> {
              boolean wanted = layersOf(way).anyMatch(layer -> used[layer] < WAYS);
              if (wanted) {
                layersOf(way).forEach(layer -> used[layer]++);
              }
              return wanted;
            })
        .toList();
  }

  private List<List<Way>> atEnds(List<Way> best) {
    return IntStream.range(0, layers.ends())
        .mapToObj(end -> best.stream().filter(way -> hasPeople(way, end)).toList())
        .toList();
  }

  private boolean hasPeople(Way way, int end) {
    return layersOf(way).allMatch(layer -> layers.people(layer, end).length > 0);
  }

  private double rarity(Way way) {
    return layersOf(way).mapToDouble(layer -> 1.0 / layers.graduates(layer)).sum();
  }

  private static IntStream layersOf(Way way) {
    return IntStream.range(0, way.size()).map(way::layer);
  }

  /** Swaps that move a group, those that move few groups first. */
  List<Swap> of(int group) {
    return ofGroup.get(group);
  }
}
