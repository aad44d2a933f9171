package dev.taizhang.attack;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Attacks some sums of unknowns, block by block. */
final class Sums {

  private final Knowledge whole;
  private final Method method;
  private final List<Block> blocks;
  private final int[] blockOf;
  private final int[] places;

  /**
   * @param knowledge what is known
   * @param method how each block is attacked
   */
  Sums(Knowledge knowledge, Method method) {
    this.whole = knowledge.narrowed();
    this.method = method;
    this.blocks = whole.blocks();
    this.blockOf = new int[whole.unknowns()];
    this.places = new int[whole.unknowns()];
    for (int number = 0; number < blocks.size(); number++) {
      int[] unknowns = blocks.get(number).unknowns();
      for (int place = 0; place < unknowns.length; place++) {
        blockOf[unknowns[place]] = number;
        places[unknowns[place]] = place;
      }
    }
  }

  /**
   * What is possible of each sum.
   *
   * @param enough with how many counts a sum is said to have been tried
   */
  List<Found> attack(List<int[]> sums, long enough) {
    List<List<Part>> parts = parts(sums, Optional.empty());
    List<Found> all = new ArrayList<>();
    for (int number = 0; number < sums.size(); number++) {
      all.add(found(known(sums.get(number)), parts.get(number), enough));
    }
    return all;
  }

  /**
   * How far down and how far up each sum was found to reach; it may reach further.
   *
   * @param values whole numbers that agree with everything known
   */
  List<Reached> reached(List<int[]> sums, long[] values) {
    List<List<Part>> parts = parts(sums, Optional.of(values));
    List<Reached> all = new ArrayList<>();
    for (int number = 0; number < sums.size(); number++) {
      all.add(
          parts.get(number).stream()
              .map(Part::reached)
              .reduce(Reached.known(known(sums.get(number))), Reached::and));
    }
    return all;
  }

  /** Whether no part of a sum lies in a block of so few unknowns. */
  boolean isApartFromBlocksOf(int few, int[] sum) {
    return pieces(sum).keySet().stream()
        .allMatch(block -> blocks.get(block).unknowns().length > few);
  }

  /** The parts of each sum, one in each block that it reaches into, attacked. */
  private List<List<Part>> parts(List<int[]> sums, Optional<long[]> values) {
    List<List<Part>> found = new ArrayList<>();
    Map<Integer, Map<IntBuffer, List<Integer>>> asked = new LinkedHashMap<>();
    for (int number = 0; number < sums.size(); number++) {
      found.add(new ArrayList<>());
      int sum = number;
      pieces(sums.get(number))
          .forEach(
              (block, members) ->
                  asked
                      .computeIfAbsent(block, ignored -> new LinkedHashMap<>())
                      .computeIfAbsent(
                          IntBuffer.wrap(members.stream().mapToInt(Integer::intValue).toArray()),
                          ignored -> new ArrayList<>())
                      .add(sum));
    }
    asked.forEach(
        (block, wanted) -> {
          Knowledge knowledge = blocks.get(block).knowledge(whole);
          Map<IntBuffer, Part> parts = new LinkedHashMap<>();
          wanted.keySet().forEach(one -> parts.put(one, new Part(one.array(), knowledge)));
          values.ifPresent(
              all -> {
                long[] own =
                    Arrays.stream(blocks.get(block).unknowns())
                        .mapToLong(one -> all[one])
                        .toArray();
                parts.values().forEach(part -> part.attain(own));
              });
          method.attack(knowledge, List.copyOf(parts.values()));
          wanted.forEach(
              (members, numbers) ->
                  numbers.forEach(number -> found.get(number).add(parts.get(members))));
        });
    return found;
  }

  private Map<Integer, List<Integer>> pieces(int[] sum) {
    Map<Integer, List<Integer>> pieces = new LinkedHashMap<>();
    for (int member : sum) {
      if (!whole.isKnown(member)) {
        pieces.computeIfAbsent(blockOf[member], ignored -> new ArrayList<>()).add(places[member]);
      }
    }
    return pieces;
  }

  private long known(int[] members) {
    long known = 0;
    for (int member : members) {
      if (whole.isKnown(member)) {
        known += whole.lowest(member);
      }
    }
    return known;
  }

  private static Found found(long known, List<Part> parts, long enough) {
    if (parts.isEmpty()) {
      return Found.known(known);
    }
    long lowest = known + parts.stream().mapToLong(Part::lowest).sum();
    long highest = known + parts.stream().mapToLong(Part::highest).sum();
    BitSet possible = parts.stream().map(Part::possible).reduce(Found::sums).orElseThrow();
    Checked checked =
        parts.stream().allMatch(part -> part.isTried(enough))
            ? Checked.EVERY
            : parts.stream().allMatch(Sums::isAttained) ? Checked.ENDS : Checked.LINEAR;
    return new Found(lowest, highest, possible.cardinality(), checked);
  }

  private static boolean isAttained(Part part) {
    return part.isAttained(End.LOWEST) && part.isAttained(End.HIGHEST);
  }
}
