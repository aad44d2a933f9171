package dev.taizhang.attack;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attacks some sums of unknowns, block by block. */
final class Sums {

  // Up to so many unknowns, each count is looked for, which takes milliseconds.
  private static final int SMALL = 200;
  private static final double EFFORT = 5;

  private final Knowledge whole;
  private final Options options;
  private final long enough;
  private final Tally tally;

  /** How an attack looks for whole numbers. */
  record Options(boolean integers) {}

  /**
   * @param enough how many counts of a sum are looked for in a small block
   */
  Sums(Knowledge knowledge, Options options, long enough, Tally tally) {
    this.whole = knowledge.narrowed();
    this.options = options;
    this.enough = enough;
    this.tally = tally;
  }

  /** What is possible of each sum. */
  List<Found> attack(List<int[]> sums) {
    List<Map<Integer, Part>> found = new ArrayList<>();
    sums.forEach(ignored -> found.add(new LinkedHashMap<>()));
    List<Block> blocks = whole.blocks();
    int[] blockOf = new int[whole.unknowns()];
    int[] places = new int[whole.unknowns()];
    for (int number = 0; number < blocks.size(); number++) {
      int[] unknowns = blocks.get(number).unknowns();
      for (int place = 0; place < unknowns.length; place++) {
        blockOf[unknowns[place]] = number;
        places[unknowns[place]] = place;
      }
    }
    Map<Integer, Map<IntBuffer, List<Integer>>> asked = new LinkedHashMap<>();
    for (int number = 0; number < sums.size(); number++) {
      Map<Integer, List<Integer>> byBlock = new LinkedHashMap<>();
      for (int member : sums.get(number)) {
        if (!whole.isKnown(member)) {
          byBlock
              .computeIfAbsent(blockOf[member], ignored -> new ArrayList<>())
              .add(places[member]);
        }
      }
      int sum = number;
      byBlock.forEach(
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
          attack(knowledge, List.copyOf(parts.values()));
          wanted.forEach(
              (members, numbers) ->
                  numbers.forEach(number -> found.get(number).put(block, parts.get(members))));
        });
    List<Found> all = new ArrayList<>();
    for (int number = 0; number < sums.size(); number++) {
      all.add(found(sums.get(number), List.copyOf(found.get(number).values())));
    }
    return all;
  }

  private void attack(Knowledge block, List<Part> parts) {
    try (BlockAttack attack = new BlockAttack(block, parts, EFFORT, tally)) {
      attack.together();
      attack.singly();
      if (options.integers()) {
        attack.inIntegers();
        if (block.unknowns() <= SMALL) {
          attack.eachCount(enough);
        }
      }
    }
  }

  private Found found(int[] members, List<Part> parts) {
    long known = 0;
    for (int member : members) {
      if (whole.isKnown(member)) {
        known += whole.lowest(member);
      }
    }
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
